# One INTERFACE target carries the warnings of our own code; nothing else sets any.
add_library(reluscope_warnings INTERFACE)
add_library(reluscope::warnings ALIAS reluscope_warnings)
target_compile_options(
    reluscope_warnings
    INTERFACE -Wall
              -Wextra
              -Wpedantic
              -Wconversion
              -Wshadow
              -Werror
)
# GCC 12 sees overlaps in std::string's own operator+ at -O3 that are not there (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(reluscope_warnings INTERFACE -Wno-restrict)
endif()
