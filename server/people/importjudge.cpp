// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/people/importjudge.h"

#include "core/import/displaytext.h"
#include "server/people/personview.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace lw::server {

namespace {

using protocol::ImportLine;
using Action = ImportLine::Action;

/// The contract's members in the words of the file's header.
QString columnOf(const QString &member)
{
    return member == QLatin1String("displayName") ? QStringLiteral("name") : member;
}

QString quoted(const QString &text)
{
    constexpr qsizetype longest = 48;
    return text.isEmpty() ? QStringLiteral("nothing") : u'"' + import::displayText(text, longest) + u'"';
}

QString cut(const QString &text)
{
    return import::displayText(text, protocol::importDetailLength);
}

QString wordsOf(const User &before, const User &after)
{
    QStringList words;
    const auto say = [&](const char *what, const QString &was, const QString &is) {
        if (was != is)
            words.append(QStringLiteral("%1 %2 instead of %3").arg(QLatin1String(what), quoted(is), quoted(was)));
    };
    say("name", before.displayName, after.displayName);
    say("department", before.department, after.department);
    say("e-mail", before.email, after.email);
    say("roles", before.roles.join(u' '), after.roles.join(u' '));
    say("status", userStatusName(before.status), userStatusName(after.status));
    return words.join(QLatin1String("; "));
}

protocol::NewUser newUserOf(const import::PeopleRow &row)
{
    return {row.login, row.displayName.value_or(QString()), row.department.value_or(QString()),
            row.email.value_or(QString()), row.roles.value_or(QStringList{QStringLiteral("user")})};
}

protocol::UserPatch patchOf(const import::PeopleRow &row, const User &present)
{
    protocol::UserPatch patch;
    patch.displayName = row.displayName;
    patch.department = row.department;
    patch.email = row.email;
    patch.roles = row.roles;
    // "active" in a file says that the account is not disabled. A lock is lifted by hand, knowing why.
    if (row.status && (*row.status == UserStatus::Disabled || present.status == UserStatus::Disabled))
        patch.status = row.status;
    return patch;
}

class Judge {
  public:
    Judge(Roster roster, const QDateTime &now) : m_roster(std::move(roster)), m_now(now) {}

    void take(const import::PeopleLineError &error)
    {
        append({error.line, Action::Refused, error.login, cut(error.message), error.column, {}}, error.message);
    }

    void take(const import::PeopleRow &row)
    {
        const User *known = m_roster.byLogin(row.login);
        const std::optional<User> before = known ? std::optional(*known) : std::nullopt;
        Result<User> after =
            before ? m_roster.changed(*before, patchOf(row, *before), m_now) : m_roster.created(newUserOf(row), m_now);
        if (!after) {
            refuse(row, after.error());
            return;
        }
        if (!before) {
            if (row.status == UserStatus::Disabled) {
                after->status = UserStatus::Disabled;
                after->disabledAt = m_now;
            }
            append({row.line,
                    Action::Create,
                    after->login,
                    cut(QStringLiteral("%1, %2").arg(quoted(after->displayName), after->roles.join(u' '))),
                    {},
                    {}},
                   said(*after));
        } else if (*after == *before) {
            append({row.line, Action::Unchanged, before->login, {}, {}, {}}, {});
            return;
        } else {
            append({row.line, Action::Change, before->login, cut(wordsOf(*before, *after)), {}, {}},
                   said(*before) + said(*after));
        }
        m_judged.steps.append({m_judged.lines.size() - 1, before, *after});
        // Somebody new is known by a name of the line, until there is an id.
        User counted = *after;
        if (!before) counted.id = QStringLiteral("line %1").arg(row.line);
        m_roster.put(counted);
    }

    ImportJudgement finish()
    {
        keepAnOwner();
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](qsizetype a, qsizetype b) { return m_judged.lines[a].line < m_judged.lines[b].line; });
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QList<ImportLine> sorted;
        QList<qsizetype> places(m_order.size());
        for (const qsizetype i : m_order) {
            const ImportLine &line = m_judged.lines[i];
            places[i] = sorted.size();
            sorted.append(line);
            hash.addData(QStringLiteral("%1 %2 ").arg(line.line).arg(int(line.action)).toUtf8() + line.field.toUtf8() +
                         '\n' + m_said[i].toUtf8() + '\n');
        }
        for (ImportJudgement::Step &step : m_judged.steps)
            step.line = places[step.line];
        m_judged.lines = sorted;
        m_judged.digest = hash.result().toHex();
        return m_judged;
    }

  private:
    static QString said(const User &user)
    {
        QJsonObject record = recordOf(user);
        record.remove(QStringLiteral("id"));
        return QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
    }

    void append(const ImportLine &line, const QString &said)
    {
        m_order.append(m_judged.lines.size());
        m_judged.lines.append(line);
        m_said.append(said);
    }

    void refuse(const import::PeopleRow &row, const Error &error)
    {
        append({row.line,
                Action::Refused,
                import::displayText(row.login, policy::loginLengthMost),
                cut(error.message),
                columnOf(error.field),
                {}},
               error.message);
    }

    /// Those who would lose the ownership last are refused when nobody is left with it.
    void keepAnOwner()
    {
        for (qsizetype i = m_judged.steps.size() - 1; i >= 0; --i) {
            const ImportJudgement::Step step = m_judged.steps[i];
            if (!step.before) continue;
            const Result<void> owned = m_roster.keepsAnOwner(*step.before, step.after);
            if (owned) continue;
            ImportLine &line = m_judged.lines[step.line];
            line.action = Action::Refused;
            line.detail = cut(owned.error().message);
            line.field = columnOf(owned.error().field);
            m_said[step.line] = owned.error().message;
            m_judged.steps.removeAt(i);
        }
    }

    Roster m_roster;
    const QDateTime m_now;
    ImportJudgement m_judged;
    QList<qsizetype> m_order;
    QStringList m_said;  ///< of each line, all that it does
};

}  // namespace

ImportJudgement judgeImport(Roster roster, const import::PeopleFile &file, const QDateTime &now)
{
    Judge judge(std::move(roster), now);
    for (const import::PeopleLineError &error : file.errors)
        judge.take(error);
    for (const import::PeopleRow &row : file.rows)
        judge.take(row);
    return judge.finish();
}

}  // namespace lw::server
