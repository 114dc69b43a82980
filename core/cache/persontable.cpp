// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/persontable.h"

#include "core/cache/sqlhelp.h"
#include "core/cache/staterow.h"
#include "core/cache/statetable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Using the list of people");
const QString columns = QStringLiteral(
    "id, login, display_name, department, roles, status, locked_until_ms, mfa, "
    "created_at_ms, password_changed_at_ms, must_change_password, exemption_reason, "
    "exemption_until_ms, last_login_at_ms, email, password_due_at_ms, disabled_at_ms");

// An empty QString may be null, which would become NULL.
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariantList valuesOf(const User &user)
{
    return {user.id,
            text(user.login),
            text(user.displayName),
            text(user.department),
            QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(user.roles)).toJson(QJsonDocument::Compact)),
            static_cast<int>(user.status),
            msOf(user.lockedUntil),
            static_cast<int>(user.mfa),
            msOf(user.createdAt),
            msOf(user.passwordChangedAt),
            user.mustChangePassword,
            user.exemption ? QVariant(text(user.exemption->reason)) : QVariant(),
            user.exemption ? msOf(user.exemption->until) : QVariant(),
            msOf(user.lastLoginAt),
            text(user.email),
            msOf(user.passwordDueAt),
            msOf(user.disabledAt)};
}

User userOf(const QSqlQuery &query)
{
    User user;
    user.id = query.value(0).toString();
    user.login = query.value(1).toString();
    user.displayName = query.value(2).toString();
    user.department = query.value(3).toString();
    const QJsonArray roles = QJsonDocument::fromJson(query.value(4).toString().toUtf8()).array();
    for (const QJsonValue &role : roles)
        user.roles << role.toString();
    user.status = static_cast<UserStatus>(query.value(5).toInt());
    user.lockedUntil = instantOf(query.value(6));
    user.mfa = static_cast<MfaKind>(query.value(7).toInt());
    user.createdAt = instantOf(query.value(8));
    user.passwordChangedAt = instantOf(query.value(9));
    user.mustChangePassword = query.value(10).toBool();
    if (!query.value(11).isNull())
        user.exemption = RotationExemption{query.value(11).toString(), instantOf(query.value(12))};
    user.lastLoginAt = instantOf(query.value(13));
    user.email = query.value(14).toString();
    user.passwordDueAt = instantOf(query.value(15));
    user.disabledAt = instantOf(query.value(16));
    return user;
}

}  // namespace

Result<void> PersonTable::replaceAll(const QList<User> &users, const QByteArray &etag, const QDateTime &nowUtc)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    auto transaction = Transaction::write(m_connection.handle(), what);
    if (!transaction) return transaction.error();
    if (auto done = execute(m_connection.handle(), "DELETE FROM person", what); !done) return done;
    QSqlQuery query(m_connection.database());
    const QString sql =
        QStringLiteral("INSERT INTO person(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(columns);
    for (const User &user : users)
        if (auto run = runQuery(query, m_connection, sql, valuesOf(user), what); !run) return run;
    query.clear();
    StateTable state(m_connection);
    if (auto set = state.setValue(StateKey::PeopleEtag, etag); !set) return set;
    const QByteArray fetched = QByteArray::number(nowUtc.toMSecsSinceEpoch());
    if (auto set = state.setValue(StateKey::PeopleFetchedAt, fetched); !set) return set;
    return transaction->commit();
}

Result<QList<User>> PersonTable::all()
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    QSqlQuery query(m_connection.database());
    if (auto run = runQuery(query, m_connection, QStringLiteral("SELECT %1 FROM person").arg(columns), {}, what); !run)
        return run.error();
    QList<User> users;
    while (query.next())
        users << userOf(query);
    if (auto end = endOfRows(query, m_connection, what); !end) return end.error();
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) {
        const int byLogin = a.login.compare(b.login, Qt::CaseInsensitive);
        return byLogin != 0 ? byLogin < 0 : a.id < b.id;
    });
    return users;
}

Result<User> PersonTable::find(const QString &idOrLogin)
{
    const auto users = all();
    if (!users) return users.error();
    for (const User &user : *users)
        if (user.id == idOrLogin) return user;
    // SQLite folds ASCII only; logins may hold any letter, so the folding is Qt's.
    for (const User &user : *users)
        if (user.login.compare(idOrLogin, Qt::CaseInsensitive) == 0) return user;
    return makeError(Errc::NotFound, QStringLiteral("Nobody is called %1.").arg(idOrLogin));
}

Result<QByteArray> PersonTable::etag()
{
    auto etag = StateTable(m_connection).value(StateKey::PeopleEtag);
    if (!etag) return etag.error();
    return etag->value_or(QByteArray());
}

Result<QDateTime> PersonTable::fetchedAt()
{
    auto ms = StateTable(m_connection).value(StateKey::PeopleFetchedAt);
    if (!ms) return ms.error();
    return *ms ? instantOf((*ms)->toLongLong()) : QDateTime();
}

}  // namespace lw::cache
