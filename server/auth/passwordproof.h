// SPDX-License-Identifier: GPL-3.0-or-later
// The present password, asked for in the middle of a session before something that a stolen session must not do. Wrong
// ones count and lock like those of a sign-in: a session is no way to guess faster.
#pragma once

#include "core/domain/customer.h"
#include "server/auth/passwordhasher.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"
#include "server/store/credentialtable.h"

namespace lw::server {

class PasswordProof {
  public:
    PasswordProof(Database &database, const Clock &clock, AuditLog &audit, PasswordHasher &hasher);

    struct Asked {
        const Secret &password;
        Origin origin;
        EventKind failure;  ///< what a refusal becomes
        QString field;      ///< of the request, where the password was
    };
    /// The credential that the password opened. Errc::InvalidInput with the field: it is wrong; Errc::AccountLocked
    /// after too many wrong ones.
    Result<Credential> check(const Principal &principal, const Customer &customer, const Asked &asked);

    /// An event of `asked.failure` with this reason, and `error` to give back.
    Error refuse(const Principal &principal, const Asked &asked, const QString &reason, Error error);

  private:
    Error wrong(const Principal &principal, const Customer &customer, const Asked &asked);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    PasswordHasher &m_hasher;
};

}  // namespace lw::server
