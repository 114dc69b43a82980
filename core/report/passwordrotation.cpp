// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/passwordrotation.h"

#include "core/policy/passwordage.h"
#include "core/report/accountwords.h"
#include "core/report/controls.h"
#include "core/util/time.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lw::report {

namespace {

using policy::PasswordAgeVerdict;
using policy::PasswordState;

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

struct Person {
    User user;
    PasswordAgeVerdict verdict;
};

int urgency(PasswordState state)
{
    constexpr std::array order{PasswordState::Overdue,   PasswordState::NeverSet, PasswordState::Due,
                               PasswordState::DueSoon,   PasswordState::Fresh,    PasswordState::Exempt,
                               PasswordState::NotRotated};
    return static_cast<int>(std::find(order.begin(), order.end(), state) - order.begin());
}

QString standardName(policy::Standard standard)
{
    switch (standard) {
        case policy::Standard::PciDss: return QStringLiteral("PCI DSS");
        case policy::Standard::Nist: return QStringLiteral("NIST");
        case policy::Standard::CyberEssentials: return QStringLiteral("Cyber Essentials");
    }
    return {};
}

QString gapSentence(const policy::PolicyGap &gap, const PasswordPolicy &rules)
{
    const QString who = standardName(gap.standard) + u' ' + gap.clause;
    switch (gap.gap) {
        case policy::Gap::LengthTooShort:
            return tr("%1 asks for %2 characters, the policy for %3.").arg(who).arg(gap.required).arg(rules.minLength);
        case policy::Gap::HistoryTooShort:
            return tr("%1 asks to bar the last %2 passwords, the policy bars %3.")
                .arg(who)
                .arg(gap.required)
                .arg(rules.history);
        case policy::Gap::LockoutTooLate:
            return rules.lockAfterFailures > 0
                       ? tr("%1 asks to lock after %2 failures, the policy locks after %3.")
                             .arg(who)
                             .arg(gap.required)
                             .arg(rules.lockAfterFailures)
                       : tr("%1 asks to lock after %2 failures, the policy never locks.").arg(who).arg(gap.required);
        case policy::Gap::NoDenyList:
            return tr("%1 asks to refuse well-known passwords, the policy lets some pass.").arg(who);
        case policy::Gap::RotationTooSlow:
            return tr("%1 asks for a change every %2 days where the password is the only factor.")
                .arg(who)
                .arg(gap.required);
    }
    return {};
}

QList<Person> judged(const QList<User> &people, const PasswordPolicy &rules, const QDateTime &now)
{
    QList<Person> list;
    for (const User &user : people)
        list << Person{user, policy::passwordAge(user, rules, now)};
    std::sort(list.begin(), list.end(), [](const Person &a, const Person &b) {
        const int ua = urgency(a.verdict.state), ub = urgency(b.verdict.state);
        if (ua != ub) return ua < ub;
        if (a.verdict.daysLeft != b.verdict.daysLeft) return a.verdict.daysLeft < b.verdict.daysLeft;
        return a.user.login < b.user.login;
    });
    return list;
}

/// Ages in steps of ten days; the last bar holds everything older.
BarSeries ageChart(const QList<Person> &people, const PasswordPolicy &rules)
{
    const int steps = std::clamp((rules.maxAgeDays > 0 ? rules.maxAgeDays : 90) / 10 + 3, 6, 24);
    BarSeries series;
    series.lowerName = tr("not overdue");
    series.upperName = tr("overdue");
    for (int i = 0; i < steps; ++i)
        series.bars << BarSeries::Bar{i + 1 < steps ? tr("%1–%2 d").arg(i * 10).arg(i * 10 + 9)
                                                    : tr("%1 d +").arg(i * 10)};
    for (const Person &person : people) {
        if (person.verdict.ageDays < 0) continue;
        BarSeries::Bar &bar = series.bars[std::min(person.verdict.ageDays / 10, steps - 1)];
        ++(person.verdict.state == PasswordState::Overdue ? bar.upper : bar.lower);
    }
    return series;
}

QStringList cellsOf(const Person &person)
{
    const User &user = person.user;
    const PasswordAgeVerdict &v = person.verdict;
    const bool due = v.dueAt.isValid() && v.state != PasswordState::NeverSet;
    return {user.login,
            user.displayName,
            user.department,
            statusWords(user.status),
            passwordWords(v.state),
            v.ageDays >= 0 ? QString::number(v.ageDays) : QString(),
            due ? toRfc3339(v.dueAt) : QString(),
            due ? QString::number(v.daysLeft) : QString(),
            mfaWords(user.mfa),
            user.exemption ? user.exemption->reason : QString(),
            user.exemption ? toRfc3339(user.exemption->until) : QString()};
}

}  // namespace

ReportContent passwordRotation(const ReportScope &scope, const QList<User> &people, const PasswordPolicy &rules)
{
    const QList<Person> list = judged(people, rules, scope.exportedAt);
    const auto count = [&](std::initializer_list<PasswordState> states) {
        return static_cast<quint64>(std::count_if(list.begin(), list.end(), [&](const Person &person) {
            return std::find(states.begin(), states.end(), person.verdict.state) != states.end();
        }));
    };
    ReportContent content;
    content.title = tr("Password rotation");
    content.scope = scope;
    const quint64 overdue = count({PasswordState::Overdue}), neverSet = count({PasswordState::NeverSet});
    content.figures = {{tr("People"), countText(static_cast<quint64>(list.size()))},
                       {tr("Overdue"), countText(overdue), overdue > 0},
                       {tr("Due soon"), countText(count({PasswordState::DueSoon, PasswordState::Due}))},
                       {tr("Never set"), countText(neverSet), neverSet > 0},
                       {tr("Exempt"), countText(count({PasswordState::Exempt}))}};
    content.chartTitle = tr("People by age of the password (days)");
    content.chart = ageChart(list, rules);
    content.controls = {citationFor(ControlSubject::PasswordRotation), citationFor(ControlSubject::UniqueUsers),
                        citationFor(ControlSubject::Reports)};
    content.notes << (rules.maxAgeDays > 0
                          ? tr("Policy: a new password every %1 days, at least %2 characters, strength %3 of 4, the "
                               "last %4 barred.")
                                .arg(rules.maxAgeDays)
                                .arg(rules.minLength)
                                .arg(rules.minStrength)
                                .arg(rules.history)
                          : tr("Policy: no rotation, at least %1 characters, strength %2 of 4, the last %3 barred.")
                                .arg(rules.minLength)
                                .arg(rules.minStrength)
                                .arg(rules.history));
    content.notes << tr(
        "PCI DSS 8.3.9 asks for 90 days where the password is the only factor; NIST SP 800-63B and Cyber Essentials "
        "oppose "
        "periodic change.");
    for (const policy::PolicyGap &gap : policy::policyGaps(rules))
        content.notes << gapSentence(gap, rules);

    content.columns = {{tr("Login"), 2.0},
                       {tr("Name"), 2.2},
                       {tr("Department"), 1.7},
                       {tr("Status"), 0},
                       {tr("State"),
                        1.4,
                        false,
                        false,
                        {passwordWords(PasswordState::Overdue), passwordWords(PasswordState::NeverSet)}},
                       {tr("Age (days)"), 0.9, false, true},
                       {tr("Due (UTC)"), 2.3},
                       {tr("Days left"), 0.9, false, true},
                       {tr("Second factor"), 1.0},
                       {tr("Exemption"), 1.9},
                       {tr("Exempt until (UTC)"), 0}};
    content.rowCount = static_cast<quint64>(list.size());
    content.rows = [list, at = qsizetype(0)](QStringList &cells) mutable -> Result<bool> {
        if (at >= list.size()) return false;
        cells = cellsOf(list[at++]);
        return true;
    };
    return content;
}

}  // namespace lw::report
