# Sanitizers are chosen as a list, for example -DRELUSCOPE_SANITIZE=address,undefined.
set(RELUSCOPE_SANITIZE "" CACHE STRING "Sanitizers to build everything with, comma separated")
if(RELUSCOPE_SANITIZE)
    add_compile_options(-fsanitize=${RELUSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${RELUSCOPE_SANITIZE})
endif()
