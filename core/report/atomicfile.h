// SPDX-License-Identifier: GPL-3.0-or-later
// A file is there whole or not at all: whoever finds a report finds a finished one.
#pragma once

#include "core/util/result.h"

#include <QFileDevice>
#include <QIODevice>

#include <functional>

namespace lw::report {

/// Calls `write` with a temporary file beside `path` and renames it into place when that succeeded; otherwise nothing
/// is left and an older file of that name stays untouched. Errors: DiskFull, ReadOnly, NotFound (the folder), Io, and
/// whatever `write` returns where the file itself did not fail.
Result<void> writeAtomically(const QString &path, const std::function<Result<void>(QIODevice &)> &write);

}  // namespace lw::report
