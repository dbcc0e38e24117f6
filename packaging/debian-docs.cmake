# Run by CPack on the files of the package: what Debian wants of documents. Manual pages and changelogs are compressed
# without a time stamp, the licence stands in `copyright`.
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
