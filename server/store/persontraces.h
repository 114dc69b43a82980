// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a person's names, addresses and credentials out of every table but the log (which is purged in steps of its
// own). The row in users stays under its unique ID, so that an ID is never given again.
#pragma once

#include "core/domain/user.h"
#include "core/util/result.h"

#include <QSqlDatabase>

namespace lw::server {

/// What the person is called from now on: login and display name without meaning.
User erased(User user);

/// In the caller's transaction. `before`: as the person was.
Result<void> erasePersonTraces(const QSqlDatabase &connection, const QString &customerId, const User &before);

}  // namespace lw::server
