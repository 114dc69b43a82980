// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase from an open file descriptor, for scripts and measurements: it is in no argument and no environment.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

namespace lw::app {

/// The first line without its end, at most 1,024 bytes. InvalidInput, field "passphrase-fd": nothing can be read.
Result<Secret> readPassphrase(int descriptor);

}  // namespace lw::app
