// SPDX-License-Identifier: GPL-3.0-or-later
// How many files and sockets this process may hold open. The usual soft limit of 1,024 is less than what 1,000
// connections need.
#pragma once

namespace lw::app {

/// Raises the limit towards `wanted` as far as the system lets us; what is allowed now.
int allowOpenFiles(int wanted);

}  // namespace lw::app
