// SPDX-License-Identifier: GPL-3.0-or-later
// Who is calling: the person and the customer behind a valid session. Everything a route reads or writes belongs to
// customerId; an object of another customer answers 404, never 403 (contract: compartments).
#pragma once

#include "core/domain/role.h"

#include <QString>
#include <QStringList>

namespace lw::server {

struct Principal {
    QString sessionId;  ///< the session's own id, not its token
    QString userId;
    QString login;
    QString customerId;
    QString customerSlug;
    QStringList roles;
    Permissions permissions;  ///< union of the roles' permissions at the time of the call
    bool mustChangePassword = false;
    bool mustEnrolMfa = false;  ///< a role requires a second factor and there is none
};

}  // namespace lw::server
