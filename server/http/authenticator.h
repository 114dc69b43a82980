// SPDX-License-Identifier: GPL-3.0-or-later
// The transport's view of sessions; server/auth implements it. Called on worker threads, several at a time.
#pragma once

#include "core/domain/role.h"
#include "core/util/result.h"
#include "core/util/secret.h"
#include "server/http/message.h"
#include "server/http/principal.h"

namespace lw::server {

class Authenticator {
  public:
    virtual ~Authenticator() = default;

    /// The person behind a bearer token, and the session's idle time starts anew. Errc::Unauthorized: unknown, ended or
    /// expired, without saying which.
    virtual Result<Principal> authenticate(const Secret &token, const Request &request) = 0;

    /// A valid session was refused for want of a permission: an audit event (access.denied).
    virtual void denied(const Principal &principal, const Request &request, Permission required) = 0;
};

}  // namespace lw::server
