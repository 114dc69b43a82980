// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows about terminals, signals and descriptors of the operating system.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QString>

namespace lw::ctl {

/// A line typed without echo at the terminal, never from a pipe. Unsupported: there is no terminal. Cancelled: Ctrl-D.
Result<Secret> promptSecret(const QString &prompt);

/// A line typed at the terminal. Errors as promptSecret().
Result<QString> promptLine(const QString &prompt);

/// The next line of an open descriptor without its end, at most 1,024 bytes; what follows stays for the next call.
/// InvalidInput: it cannot be read, or nothing is there.
Result<Secret> readSecretLine(int descriptor);

/// From now on Ctrl-C and SIGTERM only set a flag.
void catchInterrupts();
bool interrupted();

/// Whether standard error is a terminal: progress is for people only.
bool errorIsTerminal();
/// Whether standard output is one: secrets are for people only.
bool outputIsTerminal();

bool isOpenForWriting(int descriptor);
/// All of it, past every buffer that would keep a copy.
Result<void> writeSecret(int descriptor, const Secret &bytes);

}  // namespace lw::ctl
