// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplefilter.h"

#include "core/domain/role.h"
#include "core/policy/idle.h"
#include "ui/common/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lw::ui {

namespace {

using policy::PasswordState;

struct StateToken {
    QLatin1String word;
    QList<PasswordState> states;
};

const QList<StateToken> &stateTokens()
{
    static const QList<StateToken> tokens{
        {QLatin1String("fresh"), {PasswordState::Fresh}},
        {QLatin1String("due"), {PasswordState::DueSoon, PasswordState::Due}},
        {QLatin1String("overdue"), {PasswordState::Overdue}},
        {QLatin1String("exempt"), {PasswordState::Exempt}},
        {QLatin1String("never"), {PasswordState::NeverSet}},
    };
    return tokens;
}

struct PeopleFilterText {
    Q_DECLARE_TR_FUNCTIONS(PeopleFilterText)
};

QString known(const QString &key, const QStringList &values)
{
    return PeopleFilterText::tr("“%1:” takes %2.").arg(key, values.join(QStringLiteral(", ")));
}

/// Sets the token's part of the filter, or returns what to say about it.
QString applyToken(PeopleFilter &filter, const QString &key, const QString &value)
{
    if (key == QLatin1String("password")) {
        QStringList values;
        for (const StateToken &token : stateTokens()) {
            if (value.compare(token.word, Qt::CaseInsensitive) == 0) {
                filter.password = token.states;
                return {};
            }
            values << token.word;
        }
        return known(key, values);
    }
    if (key == QLatin1String("status")) {
        filter.status = userStatusFromName(value.toLower());
        return filter.status
                   ? QString()
                   : known(key, {QStringLiteral("active"), QStringLiteral("locked"), QStringLiteral("disabled")});
    }
    if (key == QLatin1String("mfa")) {
        filter.mfa = mfaKindFromName(value.toLower());
        return filter.mfa ? QString() : known(key, {QStringLiteral("none"), QStringLiteral("totp")});
    }
    if (key == QLatin1String("idle")) {
        filter.idle = value.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0;
        return filter.idle ? QString() : known(key, {QStringLiteral("yes")});
    }
    if (key == QLatin1String("department")) {
        filter.department = value;
        return {};
    }
    if (key == QLatin1String("role")) {
        filter.role = value;
        return {};
    }
    return PeopleFilterText::tr(
               "“%1:” is not a key of this list. Use password:, status:, mfa:, idle:, department: or role:, or plain "
               "words.")
        .arg(key);
}

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool hasRole(const User &user, const QString &role)
{
    for (const QString &name : user.roles)
        if (name.startsWith(role, Qt::CaseInsensitive) || roleWords(name).startsWith(role, Qt::CaseInsensitive))
            return true;
    return false;
}

}  // namespace

bool PeopleFilter::matches(const people::PersonRow &row, const QDateTime &now) const
{
    const User &user = row.user;
    if (idle && !policy::isIdle(user, now)) return false;
    if (!password.isEmpty() && !password.contains(row.password.state)) return false;
    if (status && user.status != *status) return false;
    if (mfa && user.mfa != *mfa) return false;
    if (!department.isEmpty() && !contains(user.department, department)) return false;
    if (!role.isEmpty() && !hasRole(user, role)) return false;
    for (const QString &word : words) {
        if (!contains(user.displayName, word) && !contains(user.login, word) && !contains(user.department, word) &&
            !contains(rolesWords(user.roles), word))
            return false;
    }
    return true;
}

PeopleFilterParse parsePeopleFilter(const QString &text)
{
    // key:value, key:"some value", "some words", word
    static const QRegularExpression tokenPattern(QStringLiteral(R"re((?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+)))re"));
    PeopleFilterParse parse;
    auto tokens = tokenPattern.globalMatch(text);
    while (tokens.hasNext()) {
        const QRegularExpressionMatch token = tokens.next();
        const QString key = token.captured(1).toLower();
        const QString value = token.captured(2) + token.captured(3);
        if (value.isEmpty()) continue;
        if (key.isEmpty() && value.endsWith(QLatin1Char(':')) && value.size() > 1) continue;  // still being typed
        if (key.isEmpty()) {
            parse.filter.words << value;
            continue;
        }
        const QString problem = applyToken(parse.filter, key, value);
        if (!problem.isEmpty() && parse.problem.isEmpty()) parse.problem = problem;
    }
    return parse;
}

QStringList completePeopleFilter(const QString &word, const QStringList &departments)
{
    QStringList all;
    for (const StateToken &token : stateTokens())
        all << QStringLiteral("password:") + token.word;
    for (UserStatus status : {UserStatus::Active, UserStatus::Locked, UserStatus::Disabled})
        all << QStringLiteral("status:") + userStatusName(status);
    for (MfaKind kind : {MfaKind::None, MfaKind::Totp})
        all << QStringLiteral("mfa:") + mfaKindName(kind);
    all << QStringLiteral("idle:yes");
    for (const Role &role : shippedRoles())
        all << QStringLiteral("role:") + role.name;
    for (const QString &department : departments)
        all << (department.contains(QLatin1Char(' ')) ? QStringLiteral("department:\"%1\"").arg(department)
                                                      : QStringLiteral("department:") + department);
    QStringList matching;
    const auto bare = [](QString text) { return text.remove(QLatin1Char('"')); };
    for (const QString &candidate : std::as_const(all))
        if (bare(candidate).startsWith(bare(word), Qt::CaseInsensitive)) matching << candidate;
    return matching;
}

}  // namespace lw::ui
