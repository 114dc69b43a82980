// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/accessreview.h"

#include "core/policy/idle.h"
#include "core/policy/passwordage.h"
#include "core/policy/rolerules.h"
#include "core/report/accountwords.h"
#include "core/report/controls.h"
#include "core/util/time.h"

#include <QCoreApplication>

#include <algorithm>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

struct Reviewed {
    User user;
    policy::PasswordAgeVerdict password;
    Permissions permissions;
    int daysWithoutLogin = 0;  ///< since the last login, or since the account was made
    bool idle = false;
    QStringList findings;
    bool administrative = false;  ///< may change something besides his own password
};

bool changesThings(const Permissions &permissions)
{
    using P = Permission;
    return permissions.intersects(Permissions{P::UsersWrite, P::RolesWrite, P::PolicyWrite, P::SessionsEnd,
                                              P::DeparturesWrite, P::NetworkWrite, P::NumbersWrite, P::SpendWrite,
                                              P::RetentionWrite, P::PersonalData});
}

QStringList findingsOf(const Reviewed &person, const Customer &customer)
{
    const User &user = person.user;
    QStringList found;
    if (user.status == UserStatus::Disabled) return found;
    if (policy::mfaMissing(user, customer))
        found << tr("required second factor missing");
    else if (user.mfa == MfaKind::None && person.administrative)
        found << tr("no second factor");
    if (person.idle) found << tr("idle for %1 days").arg(person.daysWithoutLogin);
    if (person.password.state == policy::PasswordState::Overdue) found << tr("password overdue");
    if (person.password.state == policy::PasswordState::NeverSet) found << tr("password never set");
    if (person.password.state == policy::PasswordState::Exempt) found << tr("exempt from rotation");
    if (user.roles.isEmpty()) found << tr("no role");
    return found;
}

QList<Reviewed> reviewed(const QList<User> &people, const Customer &customer, const QList<Role> &custom,
                         const QDateTime &now)
{
    QList<Reviewed> list;
    for (const User &user : people) {
        Reviewed person;
        person.user = user;
        person.password = policy::passwordAge(user, customer.passwordPolicy, now);
        person.permissions = permissionsOf(user.roles, custom);
        person.daysWithoutLogin = static_cast<int>(std::max<qint64>(0, policy::unusedSince(user).secsTo(now) / 86'400));
        person.idle = policy::isIdle(user, now);
        person.administrative = changesThings(person.permissions);
        person.findings = findingsOf(person, customer);
        list << std::move(person);
    }
    std::sort(list.begin(), list.end(), [](const Reviewed &a, const Reviewed &b) {
        if (a.findings.size() != b.findings.size()) return a.findings.size() > b.findings.size();
        if (a.administrative != b.administrative) return a.administrative;
        return a.user.login < b.user.login;
    });
    return list;
}

/// One bar a role: people with and without a second factor.
BarSeries roleChart(const QList<Reviewed> &people, const QList<Role> &custom)
{
    BarSeries series;
    series.lowerName = tr("with a second factor");
    series.upperName = tr("without");
    for (const QList<Role> &known : {shippedRoles(), custom}) {
        for (const Role &role : known) {
            BarSeries::Bar bar{roleWords({role.name})};
            for (const Reviewed &person : people)
                if (person.user.status != UserStatus::Disabled && person.user.roles.contains(role.name))
                    ++(person.user.mfa == MfaKind::None ? bar.upper : bar.lower);
            series.bars << bar;
        }
    }
    return series;
}

QStringList cellsOf(const Reviewed &person)
{
    const User &user = person.user;
    QStringList permissions;
    for (const Permission permission : allPermissions())
        if (person.permissions.contains(permission)) permissions << permissionName(permission);
    return {user.login,
            user.displayName,
            user.department,
            statusWords(user.status),
            roleWords(user.roles),
            permissions.join(u' '),
            mfaWords(user.mfa),
            user.lastLoginAt.isValid() ? toRfc3339(user.lastLoginAt) : tr("never"),
            QString::number(person.daysWithoutLogin),
            passwordWords(person.password.state),
            user.exemption ? user.exemption->reason : QString(),
            user.exemption ? toRfc3339(user.exemption->until) : QString(),
            person.findings.join(QStringLiteral("; ")),
            user.id};
}

QStringList notesOf(const Customer &customer)
{
    QStringList notes;
    notes << tr(
        "A permission is granted by a role only; the column \"Permissions\" of the CSV lists what each person "
        "may do.");
    notes << (customer.mfaRequiredRoles.isEmpty()
                  ? tr("No role requires a second factor.")
                  : tr("A second factor is required of: %1.").arg(roleWords(customer.mfaRequiredRoles)));
    notes << tr("PCI DSS 8.2.6 asks to disable or remove accounts that were idle for 90 days.");
    return notes;
}

}  // namespace

ReportContent accessReview(const ReportScope &scope, const QList<User> &people, const Customer &customer,
                           const QList<Role> &custom)
{
    const QList<Reviewed> list = reviewed(people, customer, custom, scope.exportedAt);
    const auto count = [&](auto &&fits) {
        return static_cast<quint64>(std::count_if(list.begin(), list.end(), [&](const Reviewed &person) {
            return person.user.status != UserStatus::Disabled && fits(person);
        }));
    };
    const quint64 active = count([](const Reviewed &) { return true; });
    const quint64 administrators = count([](const Reviewed &person) { return person.administrative; });
    const quint64 unprotected =
        count([](const Reviewed &person) { return person.administrative && person.user.mfa == MfaKind::None; });
    const quint64 idle = count([](const Reviewed &person) { return person.idle; });

    ReportContent content;
    content.title = tr("Access review");
    content.scope = scope;
    content.figures = {{tr("Accounts in use"), countText(active)},
                       {tr("Disabled"), countText(static_cast<quint64>(list.size()) - active)},
                       {tr("May change things"), countText(administrators)},
                       {tr("… without second factor"), countText(unprotected), unprotected > 0},
                       {tr("Idle for 90 days"), countText(idle), idle > 0}};
    content.chartTitle = tr("People by role");
    content.chart = roleChart(list, custom);
    content.controls = {citationFor(ControlSubject::UniqueUsers), citationFor(ControlSubject::AccessRights),
                        citationFor(ControlSubject::PasswordRotation), citationFor(ControlSubject::Reports)};
    content.notes = notesOf(customer);
    content.columns = {{tr("Login"), 2.6},
                       {tr("Name"), 2.0},
                       {tr("Department"), 1.5},
                       {tr("Status"), 0.9},
                       {tr("Roles"), 1.8},
                       {tr("Permissions"), 0},
                       {tr("Second factor"), 0.8},
                       {tr("Last login (UTC)"), 1.6},
                       {tr("Days without login"), 0},
                       {tr("Password"), 1.3},
                       {tr("Exemption"), 0},
                       {tr("Exempt until (UTC)"), 0},
                       {tr("To look at"), 2.5},
                       {tr("Unique ID"), 0}};
    content.rowCount = static_cast<quint64>(list.size());
    content.rows = [list, at = qsizetype(0)](QStringList &cells) mutable -> Result<bool> {
        if (at >= list.size()) return false;
        cells = cellsOf(list[at++]);
        return true;
    };
    return content;
}

}  // namespace lw::report
