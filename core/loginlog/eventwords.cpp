// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/reportcontents.h"

#include <QCoreApplication>

namespace lw::loginlog {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

}  // namespace

QString eventWords(EventKind kind)
{
    switch (kind) {
        case EventKind::LoginSucceeded: return tr("Login succeeded");
        case EventKind::LoginFailed: return tr("Login failed");
        case EventKind::LoginRefused: return tr("Login refused");
        case EventKind::Logout: return tr("Logout");
        case EventKind::SessionExpired: return tr("Session expired");
        case EventKind::AccountLocked: return tr("Account locked");
        case EventKind::AccountUnlocked: return tr("Account unlocked");
        case EventKind::MfaSucceeded: return tr("Second factor succeeded");
        case EventKind::MfaFailed: return tr("Second factor failed");
        case EventKind::PasswordChanged: return tr("Password changed");
        case EventKind::PasswordChangeFailed: return tr("Password change failed");
        case EventKind::AccessRevoked: return tr("Access revoked");
        case EventKind::CallRejected: return tr("Call rejected");
        case EventKind::ConnectionProbe: return tr("Connection probe");
        case EventKind::LogViewed: return tr("Log viewed");
        case EventKind::ReportExported: return tr("Report exported");
        case EventKind::LogImported: return tr("Log imported");
        case EventKind::UserCreated: return tr("Person created");
        case EventKind::UserChanged: return tr("Person changed");
        case EventKind::CustomerCreated: return tr("Customer created");
        case EventKind::AccessDenied: return tr("Access denied");
        case EventKind::MfaEnrolled: return tr("Second factor enrolled");
        case EventKind::MfaRemoved: return tr("Second factor removed");
        case EventKind::RecoveryCodeUsed: return tr("Recovery code used");
        case EventKind::SessionRevoked: return tr("Session ended by an administrator");
        case EventKind::PasswordReset: return tr("Password reset");
        case EventKind::PasswordExpired: return tr("Password made due");
        case EventKind::RoleCreated: return tr("Role created");
        case EventKind::RoleChanged: return tr("Role changed");
        case EventKind::RoleRemoved: return tr("Role removed");
        case EventKind::PolicyChanged: return tr("Rules changed");
        case EventKind::PeopleImported: return tr("People imported");
        case EventKind::DeviceCreated: return tr("Device created");
        case EventKind::DeviceChanged: return tr("Device changed");
        case EventKind::DeviceRevoked: return tr("Device revoked");
        case EventKind::DeviceRegistered: return tr("Device registered");
        case EventKind::DeviceRefused: return tr("Device refused");
        case EventKind::DepartureOpened: return tr("Departure opened");
        case EventKind::DepartureWithdrawn: return tr("Departure withdrawn");
        case EventKind::RevocationProved: return tr("Revocation probed");
        case EventKind::NetworkChanged: return tr("Allowlist changed");
        case EventKind::NetworkConfirmed: return tr("Allowlist confirmed");
        case EventKind::NetworkReverted: return tr("Allowlist reverted");
        case EventKind::AddressBlocked: return tr("Address blocked");
        case EventKind::AddressUnblocked: return tr("Address unblocked");
        case EventKind::NoticeSent: return tr("Notice sent");
        case EventKind::CallRefused: return tr("Call refused");
        case EventKind::NumbersChanged: return tr("Numbers changed");
        case EventKind::GuardChanged: return tr("Call Guard changed");
        case EventKind::RatesChanged: return tr("Rate deck changed");
        case EventKind::SpendChanged: return tr("Spend limits changed");
        case EventKind::SpendRaised: return tr("Spend limit raised");
        case EventKind::SpendLevelReached: return tr("Spend level reached");
        case EventKind::SpendReset: return tr("Spend reset");
        case EventKind::RetentionChanged: return tr("Retention changed");
        case EventKind::HoldPlaced: return tr("Legal hold placed");
        case EventKind::HoldReleased: return tr("Legal hold released");
        case EventKind::DataPurged: return tr("Data purged");
        case EventKind::DataExported: return tr("Personal data handed out");
        case EventKind::PersonErased: return tr("Person erased");
    }
    return QString(kindName(kind));
}

QString outcomeWords(Outcome outcome)
{
    return outcome == Outcome::Success ? tr("Success") : tr("Failure");
}

}  // namespace lw::loginlog
