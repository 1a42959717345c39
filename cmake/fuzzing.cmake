# Faults show where sanitizers watch.
option(RELUSCOPE_FUZZ "Build the fuzzers beside the tests (needs Clang)" OFF)
if(RELUSCOPE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "RELUSCOPE_FUZZ needs libFuzzer: add -DCMAKE_CXX_COMPILER=clang++")
    endif()
endif()
