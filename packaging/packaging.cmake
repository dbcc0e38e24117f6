# What `cmake --install` puts where besides the program and its completions, and the Debian package: cpack -G DEB.
include(GNUInstallDirs)

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # a package needs no tests; script/release builds what it installs

set(PREAUTH_RELEASE_TIME "Sun, 22 Nov 2026 00:00:00 +0000")  # in the package's changelog; fixed, so that builds agree
# No mailbox belongs to the project, and a name below .invalid can never be anybody's (RFC 2606).
set(CPACK_PACKAGE_CONTACT "The preauth authors <noreply@preauth.invalid>")

foreach(section 1 5)
  file(GLOB pages CONFIGURE_DEPENDS man/*.${section})
  install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.toml")
install(DIRECTORY plans DESTINATION ${CMAKE_INSTALL_DATADIR}/preauth FILES_MATCHING PATTERN "*.toml")
install(DIRECTORY ${CMAKE_BINARY_DIR}/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/preauth
  FILES_MATCHING PATTERN "*.json")

configure_file(packaging/changelog.Debian.in ${CMAKE_BINARY_DIR}/packaging/changelog.Debian @ONLY)
set(CPACK_PACKAGE_NAME preauth)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cost estimator for addiction and mental health treatment")
set(CPACK_PACKAGE_DESCRIPTION
  "preauth reads a health plan in the words of its own documents and a\ntreatment that is being considered, and says what each option could cost the\npatient: likely, best and worst, what has to be authorized, and what to ask\nthe insurer first. It needs no account and no network.\n.\nAn estimate, never a promise of coverage and never medical advice.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/debian-docs.cmake)
set(CPACK_PREAUTH_OVERRIDES ${CMAKE_SOURCE_DIR}/packaging/lintian-overrides)
set(CPACK_PREAUTH_DOCS ${CMAKE_SOURCE_DIR}/packaging/copyright ${CMAKE_BINARY_DIR}/packaging/changelog.Debian)
include(CPack)
