# Fails if LIBRARY offers anything but what is core's: code of Eigen or of the standard library was
# compiled for one level of CPU.
cmake_minimum_required(VERSION 3.25)
execute_process(
    COMMAND ${NM} --dynamic --defined-only --format=just-symbols ${LIBRARY}
    OUTPUT_VARIABLE symbols
    COMMAND_ERROR_IS_FATAL ANY
)
if(NOT symbols MATCHES "_ZTIN9reluscope10InputErrorE\n")
    message(FATAL_ERROR "${LIBRARY} does not offer InputError:\n${symbols}")
endif()
string(REGEX REPLACE "_Z(T[ISV])?NK?9reluscope[^\n]*\n" "" others "${symbols}")
if(others)
    message(FATAL_ERROR "${LIBRARY} offers what is not core's:\n${others}")
endif()
