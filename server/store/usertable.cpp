// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/usertable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto columns = QStringLiteral(
    "id, login, display_name, department, roles, status, locked_until, mfa, created_at, password_changed_at,"
    " must_change_password, exemption_reason, exemption_until, last_login_at,"
    " email, password_due_at, disabled_at");
constexpr int columnCount = 17;

User userOf(const Statement &row)
{
    User user;
    user.id = row.value(0).toString();
    user.login = row.value(1).toString();
    user.displayName = row.value(2).toString();
    user.department = row.value(3).toString();
    user.roles = row.value(4).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    user.status = userStatusFromName(row.value(5).toString()).value_or(UserStatus::Disabled);
    user.lockedUntil = instantOf(row.value(6));
    user.mfa = mfaKindFromName(row.value(7).toString()).value_or(MfaKind::None);
    user.createdAt = instantOf(row.value(8));
    user.passwordChangedAt = instantOf(row.value(9));
    user.mustChangePassword = row.value(10).toBool();
    if (!row.value(11).isNull()) user.exemption = RotationExemption{row.value(11).toString(), instantOf(row.value(12))};
    user.lastLoginAt = instantOf(row.value(13));
    user.email = row.value(14).toString();
    user.passwordDueAt = instantOf(row.value(15));
    user.disabledAt = instantOf(row.value(16));
    return user;
}

QString searchText(const User &user)
{
    return loginKey(QString(user.login + QLatin1Char('\n') + user.displayName + QLatin1Char('\n') + user.department +
                            QLatin1Char('\n') + user.email));
}

QVariant reasonColumn(const User &user)
{
    return user.exemption ? QVariant(user.exemption->reason) : QVariant(QMetaType(QMetaType::QString));
}

QVariant untilColumn(const User &user)
{
    return toColumn(user.exemption ? user.exemption->until : QDateTime());
}

QString likePattern(const QString &word)
{
    QString pattern = loginKey(word);
    for (const char *special : {"!", "%", "_"})
        pattern.replace(QLatin1String(special), QLatin1Char('!') + QLatin1String(special));
    return QLatin1Char('%') + pattern + QLatin1Char('%');
}

/// WHERE of a search, and its values.
QString searchWhere(const QString &customerId, const QString &search, QVariantList &values)
{
    QString where = QStringLiteral(" WHERE customer_id = ?");
    values.append(customerId);
    const QStringList words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        where += QStringLiteral(" AND search_text LIKE ? ESCAPE '!'");
        values.append(likePattern(word));
    }
    return where;
}

}  // namespace

QString loginKey(QStringView login)
{
    return login.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

Result<void> UserTable::insert(const QString &customerId, const User &user)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO users (customer_id, login_key, search_text, ") + columns +
                         QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("make the user %1").arg(user.login));
    return insert.run(customerId, loginKey(user.login), searchText(user), user.id, user.login, user.displayName,
                      user.department, user.roles.join(QLatin1Char(' ')), QString(userStatusName(user.status)),
                      toColumn(user.lockedUntil), QString(mfaKindName(user.mfa)), toColumn(user.createdAt),
                      toColumn(user.passwordChangedAt), int(user.mustChangePassword), reasonColumn(user),
                      untilColumn(user), toColumn(user.lastLoginAt), user.email, toColumn(user.passwordDueAt),
                      toColumn(user.disabledAt));
}

Result<void> UserTable::update(const User &user)
{
    Statement update(
        m_connection,
        QStringLiteral("UPDATE users SET search_text = ?, display_name = ?, department = ?, roles = ?, status = ?,"
                       " locked_until = ?, mfa = ?, password_changed_at = ?, must_change_password = ?,"
                       " exemption_reason = ?, exemption_until = ?, last_login_at = ?, email = ?,"
                       " password_due_at = ?, disabled_at = ? WHERE id = ?"),
        QStringLiteral("change the user %1").arg(user.login));
    return update.run(searchText(user), user.displayName, user.department, user.roles.join(QLatin1Char(' ')),
                      QString(userStatusName(user.status)), toColumn(user.lockedUntil), QString(mfaKindName(user.mfa)),
                      toColumn(user.passwordChangedAt), int(user.mustChangePassword), reasonColumn(user),
                      untilColumn(user), toColumn(user.lastLoginAt), user.email, toColumn(user.passwordDueAt),
                      toColumn(user.disabledAt), user.id);
}

Result<void> UserTable::rename(const QString &id, const QString &login)
{
    Statement update(m_connection, QStringLiteral("UPDATE users SET login = ?, login_key = ? WHERE id = ?"),
                     QStringLiteral("rename the user"));
    return update.run(login, loginKey(login), id);
}

Result<User> UserTable::byId(const QString &customerId, const QString &id) const
{
    Statement select(
        m_connection,
        QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM users WHERE customer_id = ? AND id = ?"),
        QStringLiteral("read the user"));
    if (Result<void> ran = select.run(customerId, id); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("There is no such user."));
    return userOf(select);
}

Result<User> UserTable::byLogin(const QString &customerId, QStringView login) const
{
    Statement select(
        m_connection,
        QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM users WHERE customer_id = ? AND login_key = ?"),
        QStringLiteral("read the user"));
    if (Result<void> ran = select.run(customerId, loginKey(login)); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("There is no such user."));
    return userOf(select);
}

Result<UserTable::Page> UserTable::page(const QString &customerId, const QString &search, const QString &afterLogin,
                                        int limit) const
{
    QVariantList values;
    QString sql =
        QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM users") + searchWhere(customerId, search, values);
    if (!afterLogin.isEmpty()) {
        sql += QStringLiteral(" AND login_key > ?");
        values.append(loginKey(afterLogin));
    }
    sql += QStringLiteral(" ORDER BY login_key LIMIT ?");
    values.append(limit + 1);
    Statement select(m_connection, sql, QStringLiteral("read the users"));
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    Page page;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return page;
        if (page.users.size() == limit) {
            page.more = true;
            return page;
        }
        page.users.append(userOf(select));
    }
}

Result<qint64> UserTable::count(const QString &customerId, const QString &search) const
{
    QVariantList values;
    Statement select(m_connection,
                     QStringLiteral("SELECT count(*) FROM users") + searchWhere(customerId, search, values),
                     QStringLiteral("count the users"));
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    if (const Result<bool> row = select.next(); !row) return row.error();
    return select.value(0).toLongLong();
}

Result<QList<User>> UserTable::all(const QString &customerId) const
{
    Statement select(
        m_connection,
        QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM users WHERE customer_id = ? ORDER BY login_key"),
        QStringLiteral("read the users"));
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    QList<User> users;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return users;
        users.append(userOf(select));
    }
}

Result<QList<UserTable::Lapsed>> UserTable::locksEndedBy(const QDateTime &instant, int limit) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT ") + columns +
                         QStringLiteral(", customer_id FROM users WHERE status = ? AND locked_until <= ?"
                                        " ORDER BY locked_until, id LIMIT ?"),
                     QStringLiteral("read the locked users"));
    if (Result<void> ran = select.run(QString(userStatusName(UserStatus::Locked)), toColumn(instant), limit); !ran)
        return ran.error();
    QList<Lapsed> lapsed;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return lapsed;
        lapsed.append({select.value(columnCount).toString(), userOf(select)});
    }
}

}  // namespace lw::server
