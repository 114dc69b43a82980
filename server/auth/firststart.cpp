// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/firststart.h"

#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/auth/token.h"
#include "server/store/credentialtable.h"
#include "server/store/customertable.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

namespace lw::server {

namespace {

Error bad(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

Result<void> check(const FirstStartWish &wish)
{
    static const QRegularExpression slug(QStringLiteral("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"));
    if (!slug.match(wish.customerSlug).hasMatch())
        return bad("customerSlug", QStringLiteral("The customer's short name must be 1 to %1 small letters, digits and "
                                                  "inner hyphens.")
                                       .arg(protocol::limits::slugLength));
    if (wish.customerName.trimmed().isEmpty() || wish.customerName.size() > protocol::limits::nameLength)
        return bad(
            "customerName",
            QStringLiteral("The customer's name must have 1 to %1 characters.").arg(protocol::limits::nameLength));
    if (!QTimeZone(wish.timeZone.toUtf8()).isValid())
        return bad("timeZone",
                   QStringLiteral("\"%1\" is no IANA time zone, such as Europe/London.").arg(wish.timeZone));
    const QString &login = wish.ownerLogin;
    if (login.trimmed().isEmpty() || login.size() > protocol::limits::loginLength || login.contains(u'@'))
        return bad("ownerLogin", QStringLiteral("The owner's login name must have 1 to %1 characters and no \"@\".")
                                     .arg(protocol::limits::loginLength));
    return {};
}

}  // namespace

QJsonObject summaryOf(const Customer &customer)
{
    return {{QStringLiteral("id"), customer.id},
            {QStringLiteral("slug"), customer.slug},
            {QStringLiteral("name"), customer.name},
            {QStringLiteral("timeZone"), customer.timeZone}};
}

QJsonObject summaryOf(const User &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("login"), user.login},
            {QStringLiteral("displayName"), user.displayName},
            {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)}};
}

Result<bool> hasCustomers(Database &database)
{
    const Result<QSqlDatabase> connection = database.connection();
    if (!connection) return connection.error();
    const Result<QList<Customer>> all = CustomerTable(*connection).all();
    if (!all) return all.error();
    return !all->isEmpty();
}

Result<void> storeCustomer(const Transaction &transaction, AuditLog &audit, const QString &backEndName,
                           const Customer &customer, const AuditEvent &event)
{
    if (Result<void> stored = CustomerTable(transaction.connection()).insert(customer); !stored) return stored;
    if (Result<void> made = audit.create(transaction, customer.id, backEndName, customer.slug); !made) return made;
    const Result<quint64> written = audit.append(transaction, customer.id, event);
    if (!written) return written.error();
    return {};
}

Result<FirstStartResult> firstStart(Database &database, AuditLog &audit, PasswordHasher &hasher, const Clock &clock,
                                    const FirstStartWish &wish)
{
    if (Result<void> fine = check(wish); !fine) return fine.error();
    const QDateTime now = clock.nowUtc();
    FirstStartResult result;
    result.customer = Customer{makeIdentifier("cus", now), wish.customerSlug, wish.customerName.trimmed(),
                               wish.timeZone, PasswordPolicy()};
    result.login = wish.ownerLogin.trimmed();
    result.oneTimePassword = newOneTimePassword();
    const Result<QByteArray> hash = hasher.hash(result.oneTimePassword);
    if (!hash) return hash.error();

    User owner;
    owner.id = makeIdentifier("usr", now);
    owner.login = result.login;
    owner.displayName = wish.ownerName;
    owner.roles = QStringList{QStringLiteral("owner")};
    owner.createdAt = now;
    owner.mustChangePassword = true;

    AuditEvent customerMade =
        authEvent(EventKind::CustomerCreated, Outcome::Success, backEndItself(), Origin(),
                  ObjectRef{QStringLiteral("customer"), result.customer.id, result.customer.slug});
    customerMade.after = summaryOf(result.customer);
    AuditEvent ownerMade =
        authEvent(EventKind::UserCreated, Outcome::Success, backEndItself(), Origin(), accountOf(owner));
    ownerMade.after = summaryOf(owner);

    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (Result<void> stored = storeCustomer(*transaction, audit, wish.backEndName, result.customer, customerMade);
        !stored)
        return stored.error();
    if (Result<void> stored = UserTable(transaction->connection()).insert(result.customer.id, owner); !stored)
        return stored.error();
    Credential credential;
    credential.passwordHash = *hash;
    if (Result<void> stored = CredentialTable(transaction->connection()).insert(owner.id, credential); !stored)
        return stored.error();
    const Result<quint64> written = audit.append(*transaction, result.customer.id, ownerMade);
    if (!written) return written.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return result;
}

}  // namespace lw::server
