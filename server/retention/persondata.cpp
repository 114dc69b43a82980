// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/retention/persondata.h"

#include "core/protocol/callguard.h"
#include "core/protocol/departure.h"
#include "core/protocol/device.h"
#include "core/protocol/limits.h"
#include "core/protocol/spend.h"
#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/people/personview.h"
#include "server/retention/purger.h"
#include "server/store/calltable.h"
#include "server/store/customertable.h"
#include "server/store/departuretable.h"
#include "server/store/devicetable.h"
#include "server/store/leaftable.h"
#include "server/store/numbertable.h"
#include "server/store/persontraces.h"
#include "server/store/usertable.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

/// By what an entry of the log names the person wherever it stands.
ErasedPerson asSubject(const User &user)
{
    return {user.id, user.login, {user.id, user.email}};
}

QJsonObject toJsonObject(const CallRecord &call)
{
    return {{QStringLiteral("callId"), call.callId},
            {QStringLiteral("caller"), call.caller},
            {QStringLiteral("destination"), call.destination},
            {QStringLiteral("class"), QString(callClassName(call.callClass))},
            {QStringLiteral("startedAt"), toRfc3339(call.startedAt)},
            {QStringLiteral("seconds"), call.seconds},
            {QStringLiteral("cost"), toText(call.cost)}};
}

/// The document in pieces; each is a query of its own, whichever thread asks for it.
class Document {
  public:
    Document(Database &database, QString customerId, const User &user, QDateTime now)
        : m_database(&database),
          m_customerId(std::move(customerId)),
          m_user(user),
          m_now(std::move(now)),
          m_judge(std::make_shared<Judge>(asSubject(user)))
    {
    }

    Result<bool> operator()(QByteArray &chunk)
    {
        const Result<QSqlDatabase> connection = m_database->connection();
        if (!connection) return connection.error();
        switch (m_part) {
            case Part::Head: return head(*connection, chunk);
            case Part::Calls: return calls(*connection, chunk);
            case Part::Events: return events(*connection, chunk);
            case Part::End: return false;
        }
        return false;
    }

  private:
    enum class Part { Head, Calls, Events, End };

    /// Says what is about the person, by the same judgement as an erasure.
    struct Judge {
        explicit Judge(ErasedPerson person) : judge(counts, {}, std::move(person)) {}
        QList<PurgeCount> counts;
        PurgeJudge judge;
    };

    Result<bool> head(const QSqlDatabase &connection, QByteArray &chunk)
    {
        const Result<Customer> customer = CustomerTable(connection).byId(m_customerId);
        if (!customer) return customer.error();
        const Result<QList<Device>> devices = DeviceTable(connection).ofUser(m_customerId, m_user.id, m_now);
        if (!devices) return devices.error();
        const Result<QList<NumberRow>> numbers = NumberTable(connection).all(m_customerId);
        if (!numbers) return numbers.error();
        const Result<QList<Departure>> departures =
            DepartureTable(connection).ofCustomer(m_customerId, protocol::limits::departuresListed);
        if (!departures) return departures.error();
        QJsonArray deviceList;
        for (const Device &device : *devices)
            deviceList.append(protocol::toJsonObject(device));
        QJsonArray numberList;
        for (const NumberRow &row : *numbers) {
            if (row.number.owner != m_user.id) continue;
            numberList.append(QJsonObject{{QStringLiteral("number"), row.number.number},
                                          {QStringLiteral("label"), row.number.label},
                                          {QStringLiteral("department"), row.number.department}});
            m_numbers.append(row.number.number);
        }
        QJsonArray departureList;
        for (const Departure &departure : *departures)
            if (departure.userId == m_user.id) departureList.append(protocol::toJsonObject(departure));
        const QJsonObject head{
            {QStringLiteral("exportedAt"), toRfc3339(m_now)},
            {QStringLiteral("person"), protocol::toJsonObject(entryOf(m_user, customer->passwordPolicy, m_now))},
            {QStringLiteral("devices"), deviceList},
            {QStringLiteral("numbers"), numberList},
            {QStringLiteral("departures"), departureList}};
        chunk = QJsonDocument(head).toJson(QJsonDocument::Compact).chopped(1) + ",\n\"calls\":[";
        m_part = Part::Calls;
        return true;
    }

    Result<bool> calls(const QSqlDatabase &connection, QByteArray &chunk)
    {
        chunk.clear();
        bool last = m_numbers.isEmpty();
        if (!last) {
            const Result<QList<CallRecord>> some =
                CallTable(connection).olderThan(m_customerId, m_now, m_lastAt, m_lastId, Purger::batch);
            if (!some) return some.error();
            for (const CallRecord &call : *some) {
                if (!m_numbers.contains(call.caller) && !m_numbers.contains(call.destination)) continue;
                append(chunk, QJsonDocument(toJsonObject(call)).toJson(QJsonDocument::Compact));
            }
            last = some->size() < Purger::batch;
            if (!some->isEmpty()) {
                m_lastAt = some->constLast().startedAt;
                m_lastId = some->constLast().callId;
            }
        }
        if (last) {
            chunk += "],\n\"events\":[";
            m_any = false;
            m_part = Part::Events;
        }
        // An empty piece would wait for a bell that never rings.
        if (chunk.isEmpty()) chunk = "\n";
        return true;
    }

    Result<bool> events(const QSqlDatabase &connection, QByteArray &chunk)
    {
        const Result<LogRow> log = LogTable(connection).ofCustomer(m_customerId);
        if (!log) return log.error();
        if (m_logSize == 0) m_logSize = log->size;
        const Result<QList<LeafTable::Content>> some =
            LeafTable(connection).contents(log->id, m_next, m_logSize, Purger::batch);
        if (!some) return some.error();
        chunk.clear();
        for (const LeafTable::Content &one : *some)
            if (m_judge->judge.leafGoes(one.leaf)) append(chunk, one.leaf);
        if (some->size() < Purger::batch) {
            chunk += "]}\n";
            m_part = Part::End;
        } else {
            m_next = some->constLast().index + 1;
        }
        if (chunk.isEmpty()) chunk = "\n";
        return true;
    }

    void append(QByteArray &chunk, const QByteArray &element)
    {
        chunk += m_any ? ",\n" : "\n";
        chunk += element;
        m_any = true;
    }

    Database *m_database;
    QString m_customerId;
    User m_user;
    QDateTime m_now;
    std::shared_ptr<Judge> m_judge;  ///< shared: a source may be copied
    Part m_part = Part::Head;
    QStringList m_numbers;
    QDateTime m_lastAt;
    QString m_lastId;
    quint64 m_next = 0;
    quint64 m_logSize = 0;
    bool m_any = false;
};

}  // namespace

PersonData::PersonData(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<LeafSource> PersonData::hand(const GuardAuthor &author, const QString &userId)
{
    const QString &customerId = author.principal.customerId;
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<User> user = UserTable(*connection).byId(customerId, userId);
    if (!user) return user.error();
    const Result<quint64> told =
        m_audit.append(customerId, authEvent(EventKind::DataExported, Outcome::Success, actorOf(author.principal),
                                             author.origin, accountOf(*user)));
    if (!told) return told.error();
    return LeafSource(Document(m_database, customerId, *user, m_clock.nowUtc()));
}

Result<PurgeRun> PersonData::erase(const GuardAuthor &author, const QString &userId, const QString &reason,
                                   const AlsoStoreRun &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    if (reason.trimmed().isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("reason must say why."), QStringLiteral("reason"));
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QSqlDatabase &connection = transaction->connection();
    const Result<User> user = UserTable(connection).byId(customerId, userId);
    if (!user) return user.error();
    if (user->status != UserStatus::Disabled)
        return makeError(Errc::Conflict, QStringLiteral("%1 can still sign in. Disable the account, or open a "
                                                        "departure, first.")
                                             .arg(user->login));
    const Result<std::optional<DepartureRow>> leaving = DepartureTable(connection).openOf(userId);
    if (!leaving) return leaving.error();
    if (*leaving)
        return makeError(Errc::Conflict, QStringLiteral("A departure of %1 is scheduled. Withdraw it, or wait until it "
                                                        "was carried out.")
                                             .arg(user->login));
    const Result<policy::HoldMatcher> holds = holdsOf(connection, customerId);
    if (!holds) return holds.error();
    if (const LegalHold *hold = holds->keepsPerson(userId))
        return makeError(Errc::Conflict,
                         QStringLiteral("A legal hold keeps what there is about %1: %2. It must be released first.")
                             .arg(user->login, hold->reason));

    // The run looks at what was in the log before: that the person was erased stays.
    Result<PurgeRun> run = Purger::begin(*transaction, customerId, PurgeCause::Erasure, author.principal.login, {},
                                         m_clock.nowUtc(), asSubject(*user));
    if (!run) return run;
    if (Result<void> gone = erasePersonTraces(connection, customerId, *user); !gone) return gone.error();
    AuditEvent event = authEvent(EventKind::PersonErased, Outcome::Success, actorOf(author.principal), author.origin,
                                 {QStringLiteral("account"), userId, {}});
    event.detail = reason.trimmed();
    if (Result<quint64> told = m_audit.append(*transaction, customerId, std::move(event)); !told) return told.error();
    if (Result<void> also = alsoStore(*transaction, *run); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return run;
}

}  // namespace lw::server
