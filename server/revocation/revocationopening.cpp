// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and withdrawing cases.
#include "core/policy/revocation.h"
#include "core/policy/rolerules.h"
#include "server/auth/authevents.h"
#include "server/revocation/departureevents.h"
#include "server/revocation/revocationservice.h"
#include "server/store/identifier.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

#include <QSet>

namespace lw::server {

/// What is read once for all cases of a request, and kept in step with what they do.
struct RevocationService::Opening {
    const Transaction &transaction;
    const Principal &author;
    const Origin &origin;
    QDateTime now;
    QList<Role> customRoles;
    QHash<QString, User> people;
    QSet<QString> leaving;  ///< owners with an open case that takes the role
    QSet<QString> named;    ///< in this request

    QStringList roleNames() const
    {
        QStringList names;
        for (const QList<Role> &known : {shippedRoles(), customRoles})
            for (const Role &role : known)
                names.append(role.name);
        return names;
    }

    QList<User> staying() const
    {
        QList<User> staying;
        for (const User &user : people)
            if (!leaving.contains(user.id)) staying.append(user);
        return staying;
    }
};

Result<QList<Departure>> RevocationService::open(const Principal &author, const Origin &origin,
                                                 const QList<protocol::NewDeparture> &wishes,
                                                 const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QSqlDatabase &connection = transaction->connection();
    Opening opening{*transaction, author, origin, m_clock.nowUtc(), {}, {}, {}, {}};
    Result<QList<Role>> roles = RoleTable(connection).all(author.customerId);
    if (!roles) return roles.error();
    opening.customRoles = std::move(*roles);
    Result<QSet<QString>> leaving = DepartureTable(connection).leavingOwners(author.customerId);
    if (!leaving) return leaving.error();
    opening.leaving = std::move(*leaving);
    const Result<QList<User>> people = UserTable(connection).all(author.customerId);
    if (!people) return people.error();
    for (const User &user : *people)
        opening.people.insert(user.id, user);

    QList<Departure> opened;
    for (qsizetype i = 0; i < wishes.size(); ++i)
        if (Result<void> one = openOne(opening, wishes[i], opened); !one) {
            Error error = one.error();
            if (!error.field.isEmpty()) error.field = QStringLiteral("departures[%1].%2").arg(i).arg(error.field);
            return error;
        }
    if (alsoStore)
        if (Result<void> stored = alsoStore(*transaction, opened); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return opened;
}

Result<DepartureRow> RevocationService::judged(Opening &opening, const protocol::NewDeparture &wish)
{
    const auto person = opening.people.constFind(wish.userId);
    if (person == opening.people.constEnd())
        return makeError(Errc::NotFound, QStringLiteral("There is no such user."), QStringLiteral("userId"));
    const Result<std::optional<DepartureRow>> known =
        DepartureTable(opening.transaction.connection()).openOf(wish.userId);
    if (!known) return known.error();
    const policy::DepartureFacts facts{*person, opening.roleNames(), policy::isLastOwner(*person, opening.staying()),
                                       known->has_value() || opening.named.contains(wish.userId)};
    const Result<policy::NewDepartureVerdict> verdict =
        policy::judgeNewDeparture({wish.kind, wish.departedAt, wish.effectiveAt, wish.newRoles}, facts, opening.now);
    if (!verdict) return verdict.error();
    QStringList given = wish.newRoles;
    given.removeIf([&](const QString &role) { return person->roles.contains(role); });
    if (const auto grant = policy::mayGrant(opening.author.permissions, given, opening.customRoles); !grant.allowed())
        return makeError(Errc::Forbidden,
                         QStringLiteral("You can not give the role %1: it holds permissions that you do not have.")
                             .arg(grant.beyond.join(QLatin1String(", "))),
                         QStringLiteral("newRoles"));
    opening.named.insert(wish.userId);

    DepartureRow row;
    row.customerId = opening.author.customerId;
    Departure &departure = row.departure;
    departure.id = makeIdentifier("dep", opening.now);
    departure.userId = person->id;
    departure.login = person->login;
    departure.displayName = person->displayName;
    departure.kind = wish.kind;
    departure.departedAt = wish.departedAt.toUTC();
    departure.effectiveAt = verdict->effectiveAt;
    departure.newRoles = wish.newRoles;
    departure.reason = wish.reason;
    departure.createdAt = opening.now;
    departure.createdBy = opening.author.login;
    return row;
}

Result<void> RevocationService::openOne(Opening &opening, const protocol::NewDeparture &wish, QList<Departure> &opened)
{
    Result<DepartureRow> row = judged(opening, wish);
    if (!row) return row.error();
    if (Result<void> stored = DepartureTable(opening.transaction.connection()).insert(*row); !stored) return stored;
    AuditEvent event = authEvent(EventKind::DepartureOpened, Outcome::Success, actorOf(opening.author), opening.origin,
                                 departureRef(row->departure), QString(departureKindName(row->departure.kind)));
    event.after = departureView(row->departure);
    if (const auto written = m_audit.append(opening.transaction, row->customerId, std::move(event)); !written)
        return written.error();

    User &person = opening.people[wish.userId];
    if (policy::takesOwnership(person, wish.kind, wish.newRoles)) opening.leaving.insert(person.id);
    // What is due is carried out with the opening: "at once" means that nothing can come between.
    if (row->departure.effectiveAt <= opening.now)
        if (Result<void> done = execute(opening.transaction, *row); !done) return done;
    opened.append(row->departure);
    return {};
}

Result<Departure> RevocationService::withdraw(const Principal &author, const Origin &origin, const QString &id)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    DepartureTable table(transaction->connection());
    Result<DepartureRow> row = table.byId(author.customerId, id);
    if (!row) return row.error();
    Departure &departure = row->departure;
    if (departure.state == DepartureState::Cancelled) return departure;
    if (departure.state != DepartureState::Scheduled)
        return makeError(Errc::Conflict,
                         QStringLiteral("It was carried out already and can not be withdrawn. Enable the account and "
                                        "grant its roles anew if the person stays."),
                         QStringLiteral("state"));
    const QJsonObject before = departureView(departure);
    departure.state = DepartureState::Cancelled;
    if (Result<void> stored = table.update(*row); !stored) return stored.error();
    AuditEvent event = authEvent(EventKind::DepartureWithdrawn, Outcome::Success, actorOf(author), origin,
                                 departureRef(departure), QString(departureKindName(departure.kind)));
    event.before = before;
    event.after = departureView(departure);
    if (const auto written = m_audit.append(*transaction, author.customerId, std::move(event)); !written)
        return written.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return departure;
}

}  // namespace lw::server
