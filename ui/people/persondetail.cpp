// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/persondetail.h"

#include "core/policy/rolerules.h"
#include "ui/common/detailpanel.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct PersonDetailText {
    Q_DECLARE_TR_FUNCTIONS(PersonDetailText)
};

QString historyLine(const cache::EventRow &row, const QDateTime &now)
{
    const QString when = columnTime(QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC), now);
    QString line = when + QLatin1String("  ") + kindWords(row.kind);
    if (!row.address.isEmpty()) line += QLatin1Char(' ') + PersonDetailText::tr("from %1").arg(row.address);
    return line;
}

}  // namespace

QString rulesText(const people::PersonRow &row, const PasswordPolicy &policy)
{
    QStringList sentences;
    sentences << (policy.maxAgeDays > 0
                      ? PersonDetailText::tr("Your policy: a change every %n days.", nullptr, policy.maxAgeDays)
                      : PersonDetailText::tr("Your policy: no periodic change."));
    for (const policy::StandardVerdict &verdict : row.standards)
        sentences << standardWords(verdict);
    return sentences.join(QLatin1Char('\n'));
}

void addPersonHistory(DetailPanel &panel, const people::PersonHistory &history, const QDateTime &now)
{
    if (history.rows.isEmpty()) {
        panel.addText(PersonDetailText::tr("No login of this person is in the cache."));
        return;
    }
    for (const cache::EventRow &row : history.rows)
        panel.addText(historyLine(row, now));
    panel.addLinkField(
        PersonDetailText::tr("In all"),
        PersonDetailText::tr("%1 events, %2 failures")
            .arg(countText(static_cast<qint64>(history.total)), countText(static_cast<qint64>(history.failed))),
        QLatin1String(personHistoryLink));
}

void fillPersonPanel(DetailPanel &panel, const people::PersonRow &row, const Customer &customer)
{
    const User &user = row.user;
    panel.clear();
    panel.setTitle(user.displayName.isEmpty() ? user.login : user.displayName,
                   user.department.isEmpty()
                       ? PersonDetailText::tr("%1 · since %2").arg(user.login, dayText(user.createdAt.date()))
                       : PersonDetailText::tr("%1 · %2 · since %3")
                             .arg(user.login, user.department, dayText(user.createdAt.date())));
    panel.addPill(PersonDetailText::tr("Password: %1").arg(passwordStateWords(row.password.state)),
                  passwordStateTone(row.password.state));
    panel.addPill(user.mfa == MfaKind::None ? PersonDetailText::tr("No second factor") : mfaWords(user.mfa),
                  mfaTone(user.mfa));
    if (user.status != UserStatus::Active) panel.addPill(userStatusWords(user.status), userStatusTone(user.status));

    panel.addField(PersonDetailText::tr("Role"), rolesWords(user.roles));
    if (!user.email.isEmpty()) panel.addField(PersonDetailText::tr("E-mail"), user.email);
    if (policy::mfaMissing(user, customer))
        panel.addField(PersonDetailText::tr("MFA"), PersonDetailText::tr("required by a role, and missing"),
                       Tone::Warning);
    panel.addField(PersonDetailText::tr("Changed"), fullTime(user.passwordChangedAt));
    panel.addField(PersonDetailText::tr("Due"), passwordDueWords(row.password), passwordStateTone(row.password.state));
    if (user.mustChangePassword)
        panel.addField(PersonDetailText::tr("Next sign-in"), PersonDetailText::tr("only a password change"),
                       Tone::Warning);
    panel.addField(PersonDetailText::tr("Last login"), fullTime(user.lastLoginAt));
    if (user.status == UserStatus::Locked && user.lockedUntil.isValid())
        panel.addField(PersonDetailText::tr("Locked until"), fullTime(user.lockedUntil), Tone::Warning);
    if (user.status == UserStatus::Disabled && user.disabledAt.isValid())
        panel.addField(PersonDetailText::tr("Disabled"), fullTime(user.disabledAt));
    panel.addMonoField(PersonDetailText::tr("Unique ID"), user.id);
    if (user.exemption) {
        panel.addNote(PersonDetailText::tr("Exempt until %1").arg(fullTime(user.exemption->until)),
                      user.exemption->reason);
    }
    panel.addNote(PersonDetailText::tr("What the rules say"), rulesText(row, customer.passwordPolicy));
}

}  // namespace lw::ui
