// SPDX-License-Identifier: GPL-3.0-or-later
// A person of a customer: one unique ID, never shared and never reused (seed; PCI DSS 8.2.1).
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace lw {

enum class UserStatus : quint8 { Active = 1, Disabled = 2, Locked = 3 };
enum class MfaKind : quint8 { None = 1, Totp = 2 };

/// A person whose password may be older than the policy says, with a reason and an end.
struct RotationExemption {
    QString reason;
    QDateTime until;  ///< UTC, exclusive
    bool operator==(const RotationExemption &) const = default;
};

struct User {
    QString id;     ///< "usr_" and 26 letters or digits
    QString login;  ///< login name, unique in the customer
    QString displayName;
    QString department;
    QStringList roles;  ///< role names, see role.h
    UserStatus status = UserStatus::Active;
    QDateTime lockedUntil;  ///< UTC; valid only while locked
    MfaKind mfa = MfaKind::None;
    QDateTime createdAt;          ///< UTC
    QDateTime passwordChangedAt;  ///< UTC; invalid: never set by the person
    bool mustChangePassword = false;
    std::optional<RotationExemption> exemption;
    QDateTime lastLoginAt;    ///< UTC; invalid: never
    QString email;            ///< for notices; may be empty
    QDateTime passwordDueAt;  ///< UTC: an administrator made it due then, if that is before the policy's date
    QDateTime disabledAt;     ///< UTC; valid only while disabled
    bool operator==(const User &) const = default;
};

QLatin1String userStatusName(UserStatus status);
std::optional<UserStatus> userStatusFromName(QStringView name);
QLatin1String mfaKindName(MfaKind kind);
std::optional<MfaKind> mfaKindFromName(QStringView name);

}  // namespace lw
