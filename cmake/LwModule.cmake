# SPDX-License-Identifier: GPL-3.0-or-later
# A module is one folder of the house: a static library that may link only what its line says.
#
# Directions are enforced twice: a module's headers are found from the repository root only through the per-module
# check below, which refuses an #include of a module that is neither linked nor reached through a linked one.

# lw_module(NAME core_audit FOLDER core/audit SOURCES ... LINKS core_domain ... USES OpenSSL::Crypto ...)
function(lw_module)
  cmake_parse_arguments(M "" "NAME;FOLDER;PCH" "SOURCES;LINKS;USES;PRIVATE_USES" ${ARGN})
  add_library(lw_${M_NAME} STATIC ${M_SOURCES})
  add_library(lw::${M_NAME} ALIAS lw_${M_NAME})
  set(links "")
  foreach(dep IN LISTS M_LINKS)
    list(APPEND links lw_${dep})
  endforeach()
  target_link_libraries(lw_${M_NAME} PUBLIC lw_options ${links} ${M_USES} PRIVATE ${M_PRIVATE_USES})
  if(M_PCH)
    lw_use_precompiled(lw_${M_NAME} ${M_PCH})
  endif()
  set_property(GLOBAL APPEND PROPERTY LW_MODULES "${M_NAME}")
  set_property(GLOBAL PROPERTY LW_MODULE_FOLDER_${M_NAME} "${M_FOLDER}")
  set_property(GLOBAL PROPERTY LW_MODULE_LINKS_${M_NAME} "${M_LINKS}")
  lw_check_includes(NAME ${M_NAME} FOLDER ${M_FOLDER} LINKS ${M_LINKS} SOURCES ${M_SOURCES})
endfunction()

# All folders that a module reaches through its links.
function(lw_reachable name out)
  set(seen "")
  set(queue ${name})
  while(queue)
    list(POP_FRONT queue next)
    if(next IN_LIST seen)
      continue()
    endif()
    list(APPEND seen ${next})
    get_property(more GLOBAL PROPERTY LW_MODULE_LINKS_${next})
    list(APPEND queue ${more})
  endwhile()
  set(folders "")
  foreach(module IN LISTS seen)
    get_property(folder GLOBAL PROPERTY LW_MODULE_FOLDER_${module})
    list(APPEND folders "${folder}")
  endforeach()
  set(${out} "${folders}" PARENT_SCOPE)
endfunction()

# Fails the build of a module, before it compiles, when a file of its folder includes a module it may not see.
function(lw_check_includes)
  cmake_parse_arguments(M "" "NAME;FOLDER" "LINKS;SOURCES" ${ARGN})
  lw_reachable(${M_NAME} folders)
  string(REPLACE ";" "," allowed "${folders}")
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${M_FOLDER}/*.h" "${CMAKE_SOURCE_DIR}/${M_FOLDER}/*.cpp")
  set(stamp "${CMAKE_BINARY_DIR}/directions/${M_NAME}.stamp")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND ${CMAKE_COMMAND} "-DFOLDER=${M_FOLDER}" "-DALLOWED=${allowed}" "-DROOT=${CMAKE_SOURCE_DIR}" "-DSTAMP=${stamp}" -P
            "${CMAKE_SOURCE_DIR}/cmake/CheckDirections.cmake"
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/cmake/CheckDirections.cmake"
    COMMENT "Checking the include directions of ${M_FOLDER}"
    VERBATIM)
  add_custom_target(lw_${M_NAME}_directions DEPENDS "${stamp}")
  add_dependencies(lw_${M_NAME} lw_${M_NAME}_directions)
endfunction()
