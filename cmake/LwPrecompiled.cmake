# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers, each made once a build and shared by every target of its kind: made a target, they were two fifths
# of all compiling.
#
# Sharing asks for the same code generation everywhere: programs are compiled with -fPIC as libraries are (LwCompiler).

# lw_make_precompiled(core Qt6::Core): from cmake/pch/core.h, with what its includes need.
function(lw_make_precompiled kind)
  set(source "${CMAKE_BINARY_DIR}/generated/pch_${kind}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Only carries the precompiled header.\n")
  add_library(lw_pch_${kind} STATIC "${source}")
  target_link_libraries(lw_pch_${kind} PRIVATE lw_options ${ARGN})
  set_target_properties(lw_pch_${kind} PROPERTIES AUTOMOC OFF)
  target_precompile_headers(lw_pch_${kind} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/pch/${kind}.h")
endfunction()

# lw_use_precompiled(TARGET core)
function(lw_use_precompiled target kind)
  target_precompile_headers(${target} REUSE_FROM lw_pch_${kind})
endfunction()

lw_make_precompiled(core Qt6::Core)
if(LW_SERVER)
  lw_make_precompiled(server Qt6::Core Boost::headers OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
endif()
if(LW_CONSOLE)
  lw_make_precompiled(ui Qt6::Widgets)
endif()
