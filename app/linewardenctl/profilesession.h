// SPDX-License-Identifier: GPL-3.0-or-later
// What several subcommands do with a profile: find it, open its cache, sign in.
#pragma once

#include "app/linewardenctl/arguments.h"
#include "app/linewardenctl/output.h"
#include "core/session/consolesession.h"

namespace lw::ctl {

/// The profile that --profile names, or the only one.
Result<session::Profile> chosenProfile(const Arguments &arguments);

/// By key store, recovery key or passphrase, as the options say. NotFound as Errc::WrongKey: there is no cache yet.
Result<void> unlock(session::ConsoleSession &session, const Arguments &arguments);

/// Whether one of the options that open the cache was given.
bool opensCache(const Arguments &arguments);

/// Shows the certificate of --client-certificate, or the one that an open cache keeps, to a back end that asks for one.
/// Asks for a code where one is needed and for a new password where the present one has to go.
Result<void> signIn(session::ConsoleSession &session, const Arguments &arguments, const Output &output);

}  // namespace lw::ctl
