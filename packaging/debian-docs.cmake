# Run by CPack on the files of the package: what Debian wants of documents and folders. Manual pages and changelogs are
# compressed without a time stamp, the licence stands in `copyright`.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
set(docs ${root}/doc/preauth)

file(RENAME ${docs}/CHANGELOG.md ${docs}/changelog)
file(REMOVE ${docs}/LICENSE)
foreach(file ${CPACK_PREAUTH_DOCS})
  file(COPY ${file} DESTINATION ${docs} FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
file(GLOB pages ${root}/man/man1/* ${root}/man/man5/*)
execute_process(COMMAND gzip -9n ${pages} ${docs}/changelog ${docs}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)

# zsh of Debian looks for completions of packages here.
file(MAKE_DIRECTORY ${root}/zsh/vendor-completions)
file(RENAME ${root}/zsh/site-functions/_preauth ${root}/zsh/vendor-completions/_preauth)
file(REMOVE_RECURSE ${root}/zsh/site-functions)

file(MAKE_DIRECTORY ${root}/lintian/overrides)
configure_file(${CPACK_PREAUTH_OVERRIDES} ${root}/lintian/overrides/preauth COPYONLY)

# Whatever mask the package is made under: nobody's /usr may become closed to others.
file(CHMOD ${root}/lintian/overrides/preauth PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(CHMOD_RECURSE ${CPACK_TEMPORARY_INSTALL_DIRECTORY} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
