// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns from linewardenctl's exit status. Part of the interface: docs/linewardenctl.md lists them.
#pragma once

#include "core/util/result.h"

namespace lw::ctl {

enum class ExitCode : int {
    Ok = 0,
    Failure = 1,       ///< anything that has no code of its own
    Usage = 2,         ///< the command line, a filter or a file given on it is wrong
    NoConnection = 3,  ///< the back end cannot be reached or does not answer
    NotTrusted = 4,    ///< its certificate is not to be trusted
    Refused = 5,       ///< sign-in or permission refused
    Tampered = 6,      ///< the audit log was rewritten, truncated or forked
    Locked = 7,        ///< the cache does not open: wrong key, no cache, or another program holds it
    Cancelled = 8,     ///< Ctrl-C, or the answer was no
    Damaged = 9,       ///< stored data is damaged or was written by a newer version
    CannotWrite = 10,  ///< disk full, read-only or another file error
    Stale = 11         ///< somebody else changed it meanwhile: look again
};

ExitCode exitCodeOf(const Error &error);

/// Stable name of an error code in JSON output: "network", "tls", "tampered" …
QLatin1String errorName(Errc code);

}  // namespace lw::ctl
