# SPDX-License-Identifier: GPL-3.0-or-later
# One place for the language level, the warnings and the build types of every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Dev: fast enough to test with, small enough to link quickly, assertions on.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1" CACHE STRING "Flags of the Dev build type")
set(CMAKE_EXE_LINKER_FLAGS_DEV "" CACHE STRING "")
set(CMAKE_SHARED_LINKER_FLAGS_DEV "" CACHE STRING "")

# Without these words ccache keeps nothing that was compiled with a precompiled header. In its depend mode it asks the
# compiler for the headers instead of running the preprocessor first.
find_program(LW_CCACHE ccache)
if(LW_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${LW_CCACHE})
endif()

# The linker of LLVM is several times faster than binutils', and some 250 programs are linked here.
find_program(LW_LLD ld.lld)
if(LW_LLD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND UNIX AND NOT APPLE)
  add_link_options(-fuse-ld=lld)
endif()

add_library(lw_options INTERFACE)
target_include_directories(lw_options INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
target_compile_definitions(
  lw_options
  INTERFACE QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_FOREACH
            QT_NO_KEYWORDS
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            LW_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(lw_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(lw_options INTERFACE -fPIC -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                                              -Wimplicit-fallthrough -Wformat=2 -Werror -fno-strict-aliasing)
  if(LW_CCACHE)
    target_compile_options(lw_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                                                "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # g++ 12 sees an overlap in every optimised "literal" + string (its bug 105651, mended in 13).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(lw_options INTERFACE -Wno-restrict)
    endif()
    target_compile_options(lw_options INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(lw_options INTERFACE $<$<PLATFORM_ID:Linux>:-Wl,-z,relro,-z,now,--as-needed>)
  endif()
endif()

if(LW_SANITIZE)
  target_compile_options(lw_options INTERFACE -fsanitize=${LW_SANITIZE} -fno-omit-frame-pointer
                                              -fno-sanitize-recover=undefined)
  target_link_options(lw_options INTERFACE -fsanitize=${LW_SANITIZE})
endif()
# clang 14 cannot compile its check of the types of called functions in coroutines.
if(LW_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(lw_options INTERFACE -fno-sanitize=function)
endif()
if(LW_COVERAGE)
  target_compile_options(lw_options INTERFACE --coverage -O0)
  target_link_options(lw_options INTERFACE --coverage)
endif()
if(LW_FUZZ)
  target_compile_options(lw_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
