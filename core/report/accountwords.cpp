// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/accountwords.h"

#include <QCoreApplication>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString oneRole(const QString &name)
{
    if (name == QLatin1String("owner")) return tr("Owner");
    if (name == QLatin1String("administrator")) return tr("Administrator");
    if (name == QLatin1String("security_officer")) return tr("Security officer");
    if (name == QLatin1String("billing")) return tr("Billing");
    if (name == QLatin1String("auditor")) return tr("Auditor");
    if (name == QLatin1String("user")) return tr("User");
    return name;
}

}  // namespace

QString passwordWords(policy::PasswordState state)
{
    using policy::PasswordState;
    switch (state) {
        case PasswordState::Fresh: return tr("Fresh");
        case PasswordState::DueSoon: return tr("Due soon");
        case PasswordState::Due: return tr("Due within a day");
        case PasswordState::Overdue: return tr("Overdue");
        case PasswordState::Exempt: return tr("Exempt");
        case PasswordState::NeverSet: return tr("Never set");
        case PasswordState::NotRotated: return tr("No rotation");
    }
    return {};
}

QString statusWords(UserStatus status)
{
    switch (status) {
        case UserStatus::Active: return tr("Active");
        case UserStatus::Disabled: return tr("Disabled");
        case UserStatus::Locked: return tr("Locked");
    }
    return {};
}

QString mfaWords(MfaKind kind)
{
    return kind == MfaKind::None ? tr("none") : tr("TOTP");
}

QString roleWords(const QStringList &roles)
{
    QStringList words;
    for (const QString &role : roles)
        words << oneRole(role);
    return words.join(QStringLiteral(", "));
}

}  // namespace lw::report
