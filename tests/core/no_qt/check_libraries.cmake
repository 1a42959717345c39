# Fails if PROGRAM or a library that it loads is one of Qt's.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ldd ${PROGRAM} OUTPUT_VARIABLE libraries COMMAND_ERROR_IS_FATAL ANY)
if(NOT libraries MATCHES "libc\\.so")
    message(FATAL_ERROR "Cannot read what ${PROGRAM} loads:\n${libraries}")
endif()
if(libraries MATCHES "(libQt|libqcustomplot)[^\n]*")
    message(FATAL_ERROR "${PROGRAM} loads ${CMAKE_MATCH_0}")
endif()
