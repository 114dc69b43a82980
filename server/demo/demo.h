// SPDX-License-Identifier: GPL-3.0-or-later
// A believable customer for trying things out: 60 people, every state of a password, 90 days of login history. The same
// seed and the same `now` give the same log, byte for byte. Addresses are those reserved for documentation.
#pragma once

#include "core/domain/customer.h"
#include "server/auth/passwordhasher.h"
#include "server/store/auditlog.h"

namespace lw::server {

struct DemoWish {
    QString backEndName;  ///< see AuditLog::create()
    QDateTime now;        ///< the history ends here
    quint64 seed = 20260801;
    int days = 91;  ///< of history, the unfinished last one included
};

struct DemoResult {
    Customer customer;
    QString login;    ///< of the owner, who may do everything
    Secret password;  ///< random, told nowhere else
    quint64 events = 0;
};

/// Errc::Conflict: the store has the demo customer already.
Result<DemoResult> fillDemo(Database &database, AuditLog &audit, PasswordHasher &hasher, const DemoWish &wish);

}  // namespace lw::server
