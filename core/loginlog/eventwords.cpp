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
    }
    return QString(kindName(kind));
}

QString outcomeWords(Outcome outcome)
{
    return outcome == Outcome::Success ? tr("Success") : tr("Failure");
}

}  // namespace lw::loginlog
