// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/persontraces.h"

#include "server/store/statement.h"
#include "server/store/usertable.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lw::server {

namespace {

const auto erasing = QStringLiteral("erase the person");

/// A part of a text column, with LIKE's own signs taken literally.
QString containing(const QString &text)
{
    QString pattern = text;
    for (const char *special : {"!", "%", "_"})
        pattern.replace(QLatin1String(special), QLatin1Char('!') + QLatin1String(special));
    return QLatin1Char('%') + pattern + QLatin1Char('%');
}

}  // namespace

User erased(User user)
{
    constexpr qsizetype telling = 12;
    user.login = QStringLiteral("erased-") + user.id.right(telling).toLower();
    user.displayName = user.login;
    user.department.clear();
    user.email.clear();
    user.roles.clear();
    user.mfa = MfaKind::None;
    user.exemption.reset();
    user.lastLoginAt = {};
    user.passwordChangedAt = {};
    user.passwordDueAt = {};
    return user;
}

Result<void> erasePersonTraces(const QSqlDatabase &connection, const QString &customerId, const User &before)
{
    const User after = erased(before);
    UserTable users(connection);
    if (Result<void> renamed = users.rename(before.id, after.login); !renamed) return renamed;
    if (Result<void> stored = users.update(after); !stored) return stored;

    struct Step {
        const char *sql;
        QVariantList values;
    };
    const QString &id = before.id;
    const QString &login = before.login;
    const QString &name = after.login;
    const QString inPlans = containing(login);
    const auto startedBy = [](const QString &who) {
        return QString::fromUtf8(
                   QJsonDocument(QJsonObject{{QStringLiteral("startedBy"), who}}).toJson(QJsonDocument::Compact))
            .mid(1)
            .chopped(1);
    };
    const QList<Step> steps{
        {"DELETE FROM sessions WHERE user_id = ?", {id}},
        {"DELETE FROM credentials WHERE user_id = ?", {id}},
        {"DELETE FROM password_history WHERE user_id = ?", {id}},
        {"DELETE FROM pending_mfa WHERE user_id = ?", {id}},
        {"DELETE FROM recovery_codes WHERE user_id = ?", {id}},
        {"DELETE FROM client_certificates WHERE user_id = ?", {id}},
        {"DELETE FROM idempotency WHERE user_id = ?", {id}},
        {"DELETE FROM notices WHERE user_id = ?", {id}},
        {"DELETE FROM registrations WHERE device_id IN (SELECT id FROM devices WHERE user_id = ?)", {id}},
        {"UPDATE devices SET label = '' WHERE user_id = ?", {id}},
        {"UPDATE departures SET login = ?, display_name = ?, reason = '' WHERE user_id = ?", {name, name, id}},
        {"UPDATE numbers SET owner_id = '' WHERE customer_id = ? AND owner_id = ?", {customerId, id}},
        {"UPDATE allowed_networks SET owner = '' WHERE customer_id = ? AND owner = ?", {customerId, login}},
        {"DELETE FROM offences WHERE customer_id = ? AND login_key = ?", {customerId, loginKey(login)}},
        // A plan holds the file that somebody wanted to import, with everybody's names.
        {"DELETE FROM import_plans WHERE customer_id = ? AND (plan LIKE ? ESCAPE '!' OR before_json LIKE ? ESCAPE '!')",
         {customerId, inPlans, inPlans}},
        // Where the person acted, the deed stays and the name goes.
        {"UPDATE import_plans SET created_by = ? WHERE customer_id = ? AND created_by = ?", {name, customerId, login}},
        {"UPDATE departures SET created_by = ? WHERE customer_id = ? AND created_by = ?", {name, customerId, login}},
        {"UPDATE pending_allowlists SET author = ? WHERE customer_id = ? AND author = ?", {name, customerId, login}},
        {"UPDATE spend_raises SET created_by = ? WHERE customer_id = ? AND created_by = ?", {name, customerId, login}},
        {"UPDATE rate_decks SET uploaded_by = ? WHERE customer_id = ? AND uploaded_by = ?", {name, customerId, login}},
        {"UPDATE legal_holds SET created_by = ? WHERE customer_id = ? AND created_by = ?", {name, customerId, login}},
        {"UPDATE legal_holds SET released_by = ? WHERE customer_id = ? AND released_by = ?", {name, customerId, login}},
        {"UPDATE purge_runs SET run = REPLACE(run, ?, ?) WHERE customer_id = ?",
         {startedBy(login), startedBy(name), customerId}},
    };
    for (const Step &step : steps)
        if (Result<void> done = Statement(connection, QLatin1String(step.sql), erasing).runList(step.values); !done)
            return done;
    return {};
}

}  // namespace lw::server
