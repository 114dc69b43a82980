// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::Words)
};

}  // namespace

QString kindWords(EventKind kind)
{
    switch (kind) {
        case EventKind::LoginSucceeded: return Words::tr("Logged in");
        case EventKind::LoginFailed: return Words::tr("Login failed");
        case EventKind::LoginRefused: return Words::tr("Refused");
        case EventKind::Logout: return Words::tr("Logged out");
        case EventKind::SessionExpired: return Words::tr("Session expired");
        case EventKind::AccountLocked: return Words::tr("Locked");
        case EventKind::AccountUnlocked: return Words::tr("Unlocked");
        case EventKind::MfaSucceeded: return Words::tr("MFA passed");
        case EventKind::MfaFailed: return Words::tr("MFA failed");
        case EventKind::PasswordChanged: return Words::tr("Password changed");
        case EventKind::PasswordChangeFailed: return Words::tr("Password change failed");
        case EventKind::AccessRevoked: return Words::tr("Access revoked");
        case EventKind::CallRejected: return Words::tr("Call rejected");
        case EventKind::ConnectionProbe: return Words::tr("Connection probe");
        case EventKind::LogViewed: return Words::tr("Log viewed");
        case EventKind::ReportExported: return Words::tr("Report exported");
        case EventKind::LogImported: return Words::tr("Log imported");
        case EventKind::UserCreated: return Words::tr("Person added");
        case EventKind::UserChanged: return Words::tr("Person changed");
        case EventKind::CustomerCreated: return Words::tr("Customer added");
        case EventKind::AccessDenied: return Words::tr("Permission missing");
        case EventKind::MfaEnrolled: return Words::tr("MFA set up");
        case EventKind::MfaRemoved: return Words::tr("MFA removed");
        case EventKind::RecoveryCodeUsed: return Words::tr("Recovery code used");
        case EventKind::SessionRevoked: return Words::tr("Session ended");
        case EventKind::PasswordReset: return Words::tr("Password reset");
        case EventKind::PasswordExpired: return Words::tr("Password made due");
        case EventKind::RoleCreated: return Words::tr("Role added");
        case EventKind::RoleChanged: return Words::tr("Role changed");
        case EventKind::RoleRemoved: return Words::tr("Role removed");
        case EventKind::PolicyChanged: return Words::tr("Rules changed");
        case EventKind::PeopleImported: return Words::tr("People imported");
        case EventKind::DeviceCreated: return Words::tr("Device added");
        case EventKind::DeviceChanged: return Words::tr("Device changed");
        case EventKind::DeviceRevoked: return Words::tr("Device revoked");
        case EventKind::DeviceRegistered: return Words::tr("Device registered");
        case EventKind::DeviceRefused: return Words::tr("Device refused");
        case EventKind::DepartureOpened: return Words::tr("Departure opened");
        case EventKind::DepartureWithdrawn: return Words::tr("Departure withdrawn");
        case EventKind::RevocationProved: return Words::tr("Revocation probed");
        case EventKind::NetworkChanged: return Words::tr("Allowlist changed");
        case EventKind::NetworkConfirmed: return Words::tr("Allowlist confirmed");
        case EventKind::NetworkReverted: return Words::tr("Allowlist reverted");
        case EventKind::AddressBlocked: return Words::tr("Address blocked");
        case EventKind::AddressUnblocked: return Words::tr("Block lifted");
        case EventKind::NoticeSent: return Words::tr("Notice sent");
        case EventKind::CallRefused: return Words::tr("Call refused");
        case EventKind::NumbersChanged: return Words::tr("Numbers changed");
        case EventKind::GuardChanged: return Words::tr("Call Guard changed");
        case EventKind::RatesChanged: return Words::tr("Rate deck changed");
        case EventKind::SpendChanged: return Words::tr("Spend limits changed");
        case EventKind::SpendRaised: return Words::tr("Spend limit raised");
        case EventKind::SpendLevelReached: return Words::tr("Spend level reached");
        case EventKind::SpendReset: return Words::tr("Spend reset");
        case EventKind::RetentionChanged: return Words::tr("Retention changed");
        case EventKind::HoldPlaced: return Words::tr("Legal hold placed");
        case EventKind::HoldReleased: return Words::tr("Legal hold released");
        case EventKind::DataPurged: return Words::tr("Data purged");
        case EventKind::DataExported: return Words::tr("Personal data handed out");
        case EventKind::PersonErased: return Words::tr("Person erased");
    }
    return Words::tr("Unknown event");
}

Tone kindTone(EventKind kind, Outcome outcome)
{
    switch (kind) {
        case EventKind::LoginSucceeded:
        case EventKind::MfaSucceeded:
        case EventKind::PasswordChanged:
        case EventKind::AccountUnlocked:
        case EventKind::MfaEnrolled:
        case EventKind::RevocationProved:
        case EventKind::DeviceRegistered: return outcome == Outcome::Success ? Tone::Good : Tone::Bad;
        case EventKind::LoginFailed:
        case EventKind::LoginRefused:
        case EventKind::AccessDenied:
        case EventKind::CallRejected:
        case EventKind::DeviceRefused:
        case EventKind::CallRefused:
        case EventKind::AddressBlocked: return Tone::Bad;
        case EventKind::AccountLocked:
        case EventKind::MfaFailed:
        case EventKind::PasswordChangeFailed:
        case EventKind::AccessRevoked:
        case EventKind::MfaRemoved:
        case EventKind::RecoveryCodeUsed:
        case EventKind::SessionRevoked:
        case EventKind::NetworkReverted:
        case EventKind::PersonErased:
        case EventKind::ConnectionProbe: return Tone::Warning;
        case EventKind::Logout:
        case EventKind::SessionExpired:
        case EventKind::LogViewed:
        case EventKind::ReportExported:
        case EventKind::LogImported:
        case EventKind::UserCreated:
        case EventKind::UserChanged:
        case EventKind::PasswordReset:
        case EventKind::PasswordExpired:
        case EventKind::RoleCreated:
        case EventKind::RoleChanged:
        case EventKind::RoleRemoved:
        case EventKind::PolicyChanged:
        case EventKind::PeopleImported:
        case EventKind::DeviceCreated:
        case EventKind::DeviceChanged:
        case EventKind::DeviceRevoked:
        case EventKind::DepartureOpened:
        case EventKind::DepartureWithdrawn:
        case EventKind::NetworkChanged:
        case EventKind::NetworkConfirmed:
        case EventKind::AddressUnblocked:
        case EventKind::NoticeSent:
        case EventKind::NumbersChanged:
        case EventKind::GuardChanged:
        case EventKind::RatesChanged:
        case EventKind::SpendChanged:
        case EventKind::SpendRaised:
        case EventKind::SpendLevelReached:
        case EventKind::SpendReset:
        case EventKind::RetentionChanged:
        case EventKind::HoldPlaced:
        case EventKind::HoldReleased:
        case EventKind::DataPurged:
        case EventKind::DataExported:
        case EventKind::CustomerCreated: return outcome == Outcome::Success ? Tone::Neutral : Tone::Bad;
    }
    return Tone::Neutral;
}

QString outcomeWords(Outcome outcome)
{
    switch (outcome) {
        case Outcome::Success: return Words::tr("succeeded");
        case Outcome::Failure: return Words::tr("failed");
    }
    return Words::tr("unknown");
}

QString actorTypeWords(ActorType type)
{
    switch (type) {
        case ActorType::User: return Words::tr("person");
        case ActorType::Device: return Words::tr("device");
        case ActorType::System: return Words::tr("the back end itself");
        case ActorType::Unknown: return Words::tr("claimed name");
    }
    return Words::tr("unknown");
}

QString roleWords(const QString &roleName)
{
    if (roleName == QLatin1String("owner")) return Words::tr("Owner");
    if (roleName == QLatin1String("administrator")) return Words::tr("Administrator");
    if (roleName == QLatin1String("security_officer")) return Words::tr("Security officer");
    if (roleName == QLatin1String("billing")) return Words::tr("Billing");
    if (roleName == QLatin1String("auditor")) return Words::tr("Auditor");
    if (roleName == QLatin1String("switch")) return Words::tr("Telephone system");
    if (roleName == QLatin1String("user")) return Words::tr("User");
    return roleName;
}

QString rolesWords(const QStringList &roleNames)
{
    QStringList words;
    for (const QString &name : roleNames)
        words.append(roleWords(name));
    return words.join(QStringLiteral(", "));
}

QString permissionWords(Permission permission)
{
    switch (permission) {
        case Permission::UsersRead: return Words::tr("see people and their devices");
        case Permission::UsersWrite: return Words::tr("add and change people and devices");
        case Permission::RolesRead: return Words::tr("see roles");
        case Permission::RolesWrite: return Words::tr("make and change roles");
        case Permission::PolicyWrite: return Words::tr("change password and MFA rules");
        case Permission::SessionsRead: return Words::tr("see live sessions");
        case Permission::SessionsEnd: return Words::tr("end other people's sessions");
        case Permission::DeparturesRead: return Words::tr("see departures and their proofs");
        case Permission::DeparturesWrite: return Words::tr("open and withdraw departures");
        case Permission::NetworkRead: return Words::tr("see allowed and blocked addresses");
        case Permission::NetworkWrite: return Words::tr("change allowed and blocked addresses");
        case Permission::LogRead: return Words::tr("read the audit log");
        case Permission::LogExport: return Words::tr("take logs and reports away");
        case Permission::CustomerRead: return Words::tr("see settings and rules");
        case Permission::OwnPassword: return Words::tr("change one's own password and MFA");
        case Permission::NumbersRead: return Words::tr("see numbers and what Call Guard bars");
        case Permission::NumbersWrite: return Words::tr("change numbers and Call Guard");
        case Permission::SpendRead: return Words::tr("see what calls cost, limits and rates");
        case Permission::SpendWrite: return Words::tr("change spend limits and rates");
        case Permission::CallsDecide: return Words::tr("ask whether calls may be made");
        case Permission::RetentionRead: return Words::tr("see retention, holds and purges");
        case Permission::RetentionWrite: return Words::tr("change retention and holds, and purge");
        case Permission::PersonalData: return Words::tr("hand out and erase people's data");
    }
    return Words::tr("unknown permission");
}

QString userStatusWords(UserStatus status)
{
    switch (status) {
        case UserStatus::Active: return Words::tr("Active");
        case UserStatus::Disabled: return Words::tr("Disabled");
        case UserStatus::Locked: return Words::tr("Locked");
    }
    return Words::tr("Unknown");
}

Tone userStatusTone(UserStatus status)
{
    switch (status) {
        case UserStatus::Active: return Tone::Good;
        case UserStatus::Disabled: return Tone::Neutral;
        case UserStatus::Locked: return Tone::Warning;
    }
    return Tone::Neutral;
}

QString mfaWords(MfaKind kind)
{
    switch (kind) {
        case MfaKind::None: return Words::tr("none");
        case MfaKind::Totp: return Words::tr("TOTP");
    }
    return Words::tr("unknown");
}

Tone mfaTone(MfaKind kind)
{
    return kind == MfaKind::None ? Tone::Warning : Tone::Good;
}

}  // namespace lw::ui
