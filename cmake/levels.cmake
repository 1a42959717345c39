# Newer CPUs get code of their own without shutting out older ones: a library is built for every
# CPU, and again for each of these levels of the x86-64 ABI. glibc's loader looks into the folders
# glibc-hwcaps/LEVEL beside it and takes the best that the machine can run.
set(levels "")
if(CMAKE_SYSTEM_NAME STREQUAL "Linux"
   AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64"
   AND CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang)$"
)
    set(levels x86-64-v3 x86-64-v4)
endif()
set(RELUSCOPE_LEVELS "${levels}" CACHE STRING "Levels of CPU that core is also built for")

# reluscope_add_leveled_library(NAME OUTPUT_NAME FILE COMMON TARGET
#                               LIBRARIES TARGET... SOURCES FILE...)
#
# A shared library of SOURCES, compiled for each level, and of the object library COMMON, compiled
# once. LIBRARIES are for SOURCES alone.
function(reluscope_add_leveled_library name)
    cmake_parse_arguments(PARSE_ARGV 1 library "" "OUTPUT_NAME;COMMON" "LIBRARIES;SOURCES")
    foreach(level IN ITEMS "" ${RELUSCOPE_LEVELS})
        set(target ${name})
        set(folder reluscope)
        if(level)
            set(target ${name}_${level})
            set(folder reluscope/glibc-hwcaps/${level})
        endif()
        # COMMON comes first: of an inline function that both contain the linker keeps the first,
        # and so COMMON does the same at every level.
        add_library(${target} SHARED $<TARGET_OBJECTS:${library_COMMON}> ${library_SOURCES})
        target_link_libraries(${target} PRIVATE ${library_LIBRARIES})
        set_target_properties(
            ${target} PROPERTIES OUTPUT_NAME ${library_OUTPUT_NAME}
                                 LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/${folder}
        )
        install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/${folder})
        if(level)
            target_compile_options(${target} PRIVATE -march=${level})
            add_dependencies(${name} ${target})
        endif()
        if(level STREQUAL "x86-64-v4")
            # GCC takes 512-bit vectors of its own accord; Clang has to be told.
            target_compile_options(${target} PRIVATE -mprefer-vector-width=512)
        endif()
    endforeach()
endfunction()
