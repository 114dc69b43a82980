// SPDX-License-Identifier: GPL-3.0-or-later
// One full value of each message.
#pragma once

#include "core/protocol/export.h"
#include "core/protocol/health.h"
#include "core/protocol/me.h"
#include "core/protocol/proof.h"
#include "core/protocol/user.h"

namespace lw::tests {

inline const QDateTime sampleTime = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);

inline User fullUser()
{
    User user;
    user.id = QStringLiteral("usr_1");
    user.login = QStringLiteral("ann.lee");
    user.displayName = QStringLiteral("Ann L\u00e9e \"A\"");
    user.department = QStringLiteral("Sales");
    user.roles = {QStringLiteral("auditor"), QStringLiteral("billing")};
    user.status = UserStatus::Locked;
    user.lockedUntil = sampleTime.addSecs(900);
    user.mfa = MfaKind::Totp;
    user.createdAt = sampleTime.addYears(-2);
    user.passwordChangedAt = sampleTime.addDays(-40);
    user.mustChangePassword = true;
    user.exemption = RotationExemption{QStringLiteral("service desk"), sampleTime.addDays(30)};
    user.lastLoginAt = sampleTime.addSecs(-1);
    user.email = QStringLiteral("ann.lee@example.org");
    user.passwordDueAt = sampleTime.addDays(2);
    user.disabledAt = sampleTime.addDays(-3);
    return user;
}

inline User smallestUser()
{
    User user;
    user.id = QStringLiteral("usr_2");
    user.login = QStringLiteral("bob");
    user.createdAt = sampleTime;
    return user;
}

inline Customer fullCustomer()
{
    Customer customer;
    customer.id = QStringLiteral("cus_1");
    customer.slug = QStringLiteral("acme");
    customer.name = QStringLiteral("Acme & Sons");
    customer.timeZone = QStringLiteral("Europe/London");
    customer.passwordPolicy = {14, 4, 5, 60, {7, 1}, 6, 10, 180};
    customer.mfaRequiredRoles = {QStringLiteral("owner"), QStringLiteral("helpdesk")};
    customer.certificateRequiredRoles = {QStringLiteral("owner")};
    return customer;
}

inline protocol::UserEntry fullEntry()
{
    return {fullUser(), {QStringLiteral("due_soon"), sampleTime.addDays(20), 40}};
}

inline protocol::UserPage fullPage()
{
    return {{fullEntry(), {smallestUser(), {QStringLiteral("never_set"), {}, -1}}}, QStringLiteral("opaque+/="), 60};
}

inline protocol::Me fullMe()
{
    return {fullUser(),
            fullCustomer(),
            {QStringLiteral("auditor"), QStringLiteral("billing")},
            {Permission::LogRead, Permission::OwnPassword},
            true,
            true,
            QStringLiteral("linewarden.example/acme"),
            QStringLiteral("linewarden.example/acme+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")};
}

inline protocol::ExportNotice fullNotice()
{
    return {QStringLiteral("login-activity"),
            QStringLiteral("pdf"),
            QStringLiteral("outcome:failure since:7d"),
            1234,
            QByteArray(32, '\xA5'),
            sampleTime,
            quint64(1'000'000)};
}

}  // namespace lw::tests
