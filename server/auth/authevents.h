// SPDX-License-Identifier: GPL-3.0-or-later
// The events of sign-in, sessions and passwords, each with the six fields that PCI DSS 10.2.2 asks for. None of these
// functions is ever given a secret.
#pragma once

#include "core/domain/event.h"
#include "core/domain/user.h"
#include "server/http/message.h"

namespace lw::server {

/// Where a request came from. Peers' texts are cut to a length that fits a leaf many times.
Origin originOf(const Request &request);

Actor actorOf(const User &user);
Actor actorOf(const Principal &principal);
/// A name that matches nobody.
Actor claimedBy(const QString &login);
Actor backEndItself();

ObjectRef accountOf(const User &user);
ObjectRef accountNamed(const QString &login);
ObjectRef sessionNamed(const QString &sessionId);

/// An event of now; its id and time are filled in when it is appended.
AuditEvent authEvent(EventKind kind, Outcome outcome, const Actor &actor, const Origin &origin, const ObjectRef &object,
                     const QString &reason = {});

}  // namespace lw::server
