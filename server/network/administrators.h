// SPDX-License-Identifier: GPL-3.0-or-later
// Who may change the allowlist, and where each of them was last seen: in a live session, or else at the last sign-in
// that the end of the audit log tells of.
#pragma once

#include "core/policy/allowlist.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"

#include <vector>

namespace lw::server {

/// Everybody of the customer who is not disabled and holds network.write. `author` is seen at `authorAddress`.
Result<std::vector<policy::AdministratorSeen>> administratorsSeen(const QSqlDatabase &connection, AuditLog &audit,
                                                                  const Principal &author,
                                                                  const QString &authorAddress);

}  // namespace lw::server
