// SPDX-License-Identifier: GPL-3.0-or-later
// A new back end's first customer and its owner, whose one-time password is told once and stored only as a hash.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "server/auth/passwordhasher.h"
#include "server/store/auditlog.h"

namespace lw::server {

struct FirstStartWish {
    QString backEndName;  ///< see AuditLog::create()
    QString customerName;
    QString customerSlug;  ///< small letters, digits and hyphens
    QString timeZone = QStringLiteral("UTC");
    QString ownerLogin = QStringLiteral("owner");
    QString ownerName = QStringLiteral("Owner");
};

struct FirstStartResult {
    Customer customer;
    QString login;
    Secret oneTimePassword;  ///< must be changed at the first sign-in
};

/// True when the store has a customer already.
Result<bool> hasCustomers(Database &database);

/// Errc::InvalidInput names the field: "customerSlug", "customerName", "timeZone", "ownerLogin". Errc::Conflict: there
/// is such a customer.
Result<FirstStartResult> firstStart(Database &database, AuditLog &audit, PasswordHasher &hasher, const Clock &clock,
                                    const FirstStartWish &wish);

/// Stores a customer with an empty log and the event customer.created; for firstStart() and the demo.
Result<void> storeCustomer(const Transaction &transaction, AuditLog &audit, const QString &backEndName,
                           const Customer &customer, const AuditEvent &event);
/// What customer.created and user.created say of the new object.
QJsonObject summaryOf(const Customer &customer);
QJsonObject summaryOf(const User &user);

}  // namespace lw::server
