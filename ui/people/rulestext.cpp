// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/rulestext.h"

#include "core/policy/rolerules.h"
#include "ui/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace lw::ui {

namespace {

struct RulesText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::RulesText)
};

constexpr int warningsMost = 8;
constexpr int warningDayMost = 90;

QList<User> matching(const PeopleFacts &facts, const std::function<bool(const User &)> &condition)
{
    QList<User> found;
    for (const people::PersonRow &row : facts.people.rows)
        if (row.user.status != UserStatus::Disabled && condition(row.user)) found.append(row.user);
    return found;
}

}  // namespace

QString gapsText(const PasswordPolicy &policy, const QList<policy::Gap> &gaps)
{
    QStringList lines;
    for (const policy::PolicyGap &gap : policy::policyGaps(policy))
        if (gaps.contains(gap.gap)) lines << gapWords(gap);
    return lines.join(QLatin1Char('\n'));
}

QString rotationConflictText(const PasswordPolicy &policy, int withoutFactor, int active)
{
    QStringList sentences;
    if (policy.maxAgeDays == 0)
        sentences << RulesText::tr(
            "Without periodic changes you follow NIST SP 800-63B and Cyber Essentials, which advise "
            "against them, and fail PCI DSS 8.3.9 for everybody whose password is the only factor.");
    else if (policy.maxAgeDays <= 90)
        sentences << RulesText::tr(
                         "Changes every %1 days meet PCI DSS 8.3.9. NIST SP 800-63B and Cyber Essentials advise "
                         "against periodic changes: people then choose weaker passwords. Both cannot be met.")
                         .arg(policy.maxAgeDays);
    else
        sentences << RulesText::tr(
                         "Changes every %1 days are too slow for PCI DSS 8.3.9, which asks for 90, and still "
                         "against the advice of NIST SP 800-63B and Cyber Essentials.")
                         .arg(policy.maxAgeDays);
    if (withoutFactor == 0 && active > 0)
        sentences << RulesText::tr(
            "A second factor lifts the conflict, and everybody has one: PCI DSS no longer asks for "
            "changes, so that you may switch them off.");
    else
        sentences << RulesText::tr(
                         "A second factor lifts the conflict, because PCI DSS 8.3.9 asks only where the password "
                         "is the only factor.")
                  << RulesText::tr("%n of %1 people have none yet.", nullptr, withoutFactor).arg(active);
    return sentences.join(QLatin1Char(' '));
}

std::optional<QList<int>> warningDaysFrom(const QString &text)
{
    QList<int> days;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool number = false;
        const int day = part.trimmed().toInt(&number);
        if (!number || day < 1 || day > warningDayMost) return std::nullopt;
        if (!days.contains(day)) days.append(day);
    }
    if (days.size() > warningsMost) return std::nullopt;
    std::sort(days.begin(), days.end(), std::greater<>());
    return days;
}

QString warningDaysText(const QList<int> &days)
{
    QStringList parts;
    for (const int day : days)
        parts << QString::number(day);
    return parts.join(QStringLiteral(", "));
}

QStringList rulesEffect(const Customer &before, const Customer &after, const PeopleFacts &facts, const QDateTime &now)
{
    using policy::PasswordState;
    QStringList sentences;
    const auto overdue = [&](const User &user, const Customer &customer) {
        return policy::passwordAge(user, customer.passwordPolicy, now).state == PasswordState::Overdue;
    };
    const QList<User> late =
        matching(facts, [&](const User &user) { return overdue(user, after) && !overdue(user, before); });
    if (!late.isEmpty())
        sentences << RulesText::tr("%n more passwords are overdue at once: %1.", nullptr, int(late.size()))
                         .arg(namesOf(late));
    const QList<User> relieved =
        matching(facts, [&](const User &user) { return !overdue(user, after) && overdue(user, before); });
    if (!relieved.isEmpty())
        sentences << RulesText::tr("%n passwords are no longer overdue: %1.", nullptr, int(relieved.size()))
                         .arg(namesOf(relieved));
    const QList<User> enrolling = matching(
        facts, [&](const User &user) { return policy::mfaMissing(user, after) && !policy::mfaMissing(user, before); });
    if (!enrolling.isEmpty())
        sentences << RulesText::tr("%n people can do nothing but set up a second factor until they have one: %1.",
                                   nullptr, int(enrolling.size()))
                         .arg(namesOf(enrolling));
    const QList<User> certified = matching(facts, [&](const User &user) {
        return policy::certificateRequired(user.roles, after) && !policy::certificateRequired(user.roles, before);
    });
    if (!certified.isEmpty())
        sentences << RulesText::tr("%n people sign in only with a registered client certificate: %1.", nullptr,
                                   int(certified.size()))
                         .arg(namesOf(certified));
    const auto self = [&](const QList<User> &users) {
        return std::any_of(users.cbegin(), users.cend(), [&](const User &user) { return user.id == facts.ownId; });
    };
    if (self(late) || self(enrolling) || self(certified)) sentences << RulesText::tr("You are one of them.");
    return sentences;
}

}  // namespace lw::ui
