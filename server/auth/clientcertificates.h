// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody's connection shows what the customer requires of his roles, and the guard against locking oneself
// out by requiring it. core/policy/rolerules.h says who needs a certificate.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "core/util/result.h"
#include "server/store/certificatetable.h"

#include <QSqlDatabase>

namespace lw::server {

/// True when none of the person's roles needs a certificate, or the connection shows one that is registered for him.
/// `shown`: Request::clientFingerprint.
Result<bool> certificateFits(const QSqlDatabase &connection, const User &user, const Customer &customer,
                             const QByteArray &shown);

/// What somebody without one is told: problem client-certificate-required.
Error certificateMissing();

/// Whether its author may require certificates of `requiredRoles`: not when it would shut himself out, because his own
/// connection shows none that is registered for him. Errc::Conflict, field "certificateRequiredRoles".
Result<void> mayRequireCertificates(const QSqlDatabase &connection, const QString &authorId,
                                    const QStringList &authorRoles, const QStringList &requiredRoles,
                                    const QByteArray &shown);

}  // namespace lw::server
