// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/callguard/callguardservice.h"

#include "core/policy/numberclass.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/callguard/guardevents.h"
#include "server/store/customertable.h"
#include "server/store/guardtable.h"
#include "server/store/numbertable.h"
#include "server/store/usertable.h"

#include <QSet>

namespace lw::server {

namespace {

Error atPath(const Error &error, const QString &path)
{
    return makeError(error.code, error.message, path.isEmpty() ? error.field : path + u'.' + error.field);
}

Result<GuardedNumber> numberOf(const Result<NumberRow> &row)
{
    if (!row) return row.error();
    Result<BarringRules> rules = protocol::barringFromJson(row->barring);
    if (!rules)
        return makeError(Errc::Corrupt,
                         QStringLiteral("The rules of the number %1 cannot be read.").arg(row->number.number));
    GuardedNumber number = row->number;
    number.barring = std::move(*rules);
    return number;
}

Result<QList<GuardedNumber>> numbersOf(const Result<QList<NumberRow>> &rows)
{
    if (!rows) return rows.error();
    QList<GuardedNumber> numbers;
    for (const NumberRow &row : *rows) {
        Result<GuardedNumber> number = numberOf(row);
        if (!number) return number.error();
        numbers.append(std::move(*number));
    }
    return numbers;
}

NumberRow rowOf(const GuardedNumber &number)
{
    return {number, protocol::toJson(number.barring)};
}

Result<GuardSettings> settingsOf(const QSqlDatabase &connection, const QString &customerId)
{
    const Result<QByteArray> json = GuardTable(connection).of(customerId);
    if (!json) return json.error();
    if (json->isEmpty()) return GuardSettings{};
    Result<GuardSettings> settings = protocol::guardSettingsFromJson(*json);
    if (!settings) return makeError(Errc::Corrupt, QStringLiteral("The settings of Call Guard cannot be read."));
    return settings;
}

}  // namespace

CallGuardService::CallGuardService(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<QList<GuardedNumber>> CallGuardService::numbersIn(const QSqlDatabase &connection, const QString &customerId)
{
    return numbersOf(NumberTable(connection).all(customerId));
}

Result<QList<GuardedNumber>> CallGuardService::numbers(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return numbersOf(NumberTable(*connection).all(customerId));
}

Result<GuardedNumber> CallGuardService::number(const QString &customerId, const QString &number) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return numberOf(NumberTable(*connection).find(customerId, number));
}

Result<GuardSettings> CallGuardService::settings(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return settingsOf(*connection, customerId);
}

Result<GuardedNumber> CallGuardService::judged(const QSqlDatabase &connection, const QString &customerId,
                                               GuardedNumber number, const QString &path) const
{
    const Result<QString> canonical = policy::inventoryNumber(number.number);
    if (!canonical) return atPath(canonical.error(), path);
    number.number = *canonical;
    if (!number.owner.isEmpty() && !UserTable(connection).byId(customerId, number.owner))
        return atPath(makeError(Errc::InvalidInput,
                                QStringLiteral("There is no such person. Choose one, or leave the owner empty."),
                                QStringLiteral("owner")),
                      path);
    Result<BarringRules> rules = policy::judgeRules(number.barring, false);
    if (!rules) return atPath(rules.error(), path);
    number.barring = std::move(*rules);
    return number;
}

Result<QList<GuardedNumber>> CallGuardService::add(const GuardAuthor &author, const QList<GuardedNumber> &numbers,
                                                   const AlsoStore &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    NumberTable table(transaction->connection());
    const Result<int> there = table.count(customerId);
    if (!there) return there.error();
    if (*there + numbers.size() > protocol::limits::numbersPerCustomer)
        return makeError(Errc::Conflict,
                         QStringLiteral("A company has at most %1 numbers here; there are %2 already.")
                             .arg(protocol::limits::numbersPerCustomer)
                             .arg(*there),
                         QStringLiteral("numbers"));
    QList<GuardedNumber> added;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const QString path = QStringLiteral("numbers[%1]").arg(i);
        Result<GuardedNumber> number = judged(transaction->connection(), customerId, numbers[i], path);
        if (!number) return number.error();
        const Result<std::optional<QString>> holder = table.customerOf(number->number);
        if (!holder) return holder.error();
        if (*holder)
            return makeError(
                Errc::Conflict,
                **holder == customerId
                    ? QStringLiteral("%1 is in the inventory already. Remove the row.").arg(number->number)
                    : QStringLiteral("%1 cannot be added here. Ask the operator of the back end.").arg(number->number),
                path + QStringLiteral(".number"));
        number->addedAt = m_clock.nowUtc();
        if (Result<void> stored = table.insert(customerId, rowOf(*number)); !stored) return stored.error();
        added.append(std::move(*number));
    }
    if (Result<void> told = record(*transaction, author, QStringLiteral("added"),
                                   added.size() == 1 ? added.constFirst().number : QString(), {}, numbersJson(added));
        !told)
        return told.error();
    if (Result<void> also = alsoStore(*transaction, added); !also) return also.error();
    forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return added;
}

Result<GuardedNumber> CallGuardService::change(const GuardAuthor &author, const GuardedNumber &wish,
                                               const CheckNumber &check)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    NumberTable table(transaction->connection());
    const Result<GuardedNumber> before = numberOf(table.find(customerId, wish.number));
    if (!before) return before;
    if (Result<void> seen = check(*before); !seen) return seen.error();
    Result<GuardedNumber> after = judged(transaction->connection(), customerId, wish, {});
    if (!after) return after;
    after->addedAt = before->addedAt;
    if (*after == *before) return after;
    if (Result<void> stored = table.update(customerId, rowOf(*after)); !stored) return stored.error();
    if (Result<void> told = record(*transaction, author, QStringLiteral("changed"), after->number, numberJson(*before),
                                   numberJson(*after));
        !told)
        return told.error();
    forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return after;
}

Result<void> CallGuardService::remove(const GuardAuthor &author, const QString &number, const CheckNumber &check)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    NumberTable table(transaction->connection());
    const Result<GuardedNumber> before = numberOf(table.find(customerId, number));
    if (!before) return before.error();
    if (Result<void> seen = check(*before); !seen) return seen;
    if (Result<void> removed = table.remove(customerId, number); !removed) return removed;
    if (Result<void> told =
            record(*transaction, author, QStringLiteral("removed"), number, numberJson(*before), QJsonObject());
        !told)
        return told;
    forget(*transaction, customerId);
    return transaction->commit();
}

Result<int> CallGuardService::switchGuard(const GuardAuthor &author, const protocol::GuardSwitch &wish,
                                          const AlsoStoreCount &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    NumberTable table(transaction->connection());
    const Result<QList<GuardedNumber>> all = numbersOf(table.all(customerId));
    if (!all) return all.error();
    QSet<QString> wanted;
    for (qsizetype i = 0; i < wish.numbers.size(); ++i) {
        const Result<QString> number = policy::inventoryNumber(wish.numbers[i]);
        if (!number) return makeError(Errc::InvalidInput, number.error().message, QStringLiteral("numbers[%1]").arg(i));
        wanted.insert(*number);
    }
    QList<GuardedNumber> before;
    for (const GuardedNumber &number : *all) {
        if (!wish.all && !wanted.remove(number.number)) continue;
        if (number.guard == wish.guard) continue;
        if (Result<void> set = table.setGuard(customerId, number.number, wish.guard); !set) return set.error();
        before.append(number);
    }
    if (!wanted.isEmpty())
        return makeError(Errc::NotFound,
                         QStringLiteral("%1 is not in the inventory. Nothing was changed.").arg(*wanted.constBegin()),
                         QStringLiteral("numbers"));
    if (!before.isEmpty())
        if (Result<void> told = record(*transaction, author, QStringLiteral("guard_") + guardStateName(wish.guard),
                                       before.size() == 1 ? before.constFirst().number : QString(), guardsJson(before),
                                       switchedJson(before, wish.guard));
            !told)
            return told.error();
    const int changed = static_cast<int>(before.size());
    if (Result<void> also = alsoStore(*transaction, changed); !also) return also.error();
    forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return changed;
}

Result<GuardSettings> CallGuardService::setSettings(const GuardAuthor &author, const GuardSettings &wish,
                                                    const CheckSettings &check)
{
    const QString &customerId = author.principal.customerId;
    Result<BarringRules> rules = policy::judgeRules(wish.barring, true);
    if (!rules) return rules.error();
    const GuardSettings after{wish.guarded, std::move(*rules)};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<GuardSettings> before = settingsOf(transaction->connection(), customerId);
    if (!before) return before;
    if (Result<void> seen = check(*before); !seen) return seen.error();
    if (after == *before) return after;
    if (Result<void> stored = GuardTable(transaction->connection()).set(customerId, protocol::toJson(after)); !stored)
        return stored.error();
    AuditEvent event = authEvent(EventKind::GuardChanged, Outcome::Success, actorOf(author.principal), author.origin,
                                 ObjectRef{QStringLiteral("call_guard"), {}, {}}, {});
    event.before = settingsJson(*before);
    event.after = settingsJson(after);
    if (const Result<quint64> written = m_audit.append(*transaction, customerId, std::move(event)); !written)
        return written.error();
    forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return after;
}

Result<void> CallGuardService::record(const Transaction &transaction, const GuardAuthor &author, const QString &what,
                                      const QString &number, QJsonObject before, QJsonObject after)
{
    AuditEvent event = authEvent(EventKind::NumbersChanged, Outcome::Success, actorOf(author.principal), author.origin,
                                 ObjectRef{QStringLiteral("number"), number, {}}, what);
    event.before = std::move(before);
    event.after = std::move(after);
    const Result<quint64> written = m_audit.append(transaction, author.principal.customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

void CallGuardService::forget(const Transaction &transaction, const QString &customerId)
{
    transaction.afterCommit([this, customerId] {
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_known.remove(customerId);
    });
}

Result<std::shared_ptr<const GuardFacts>> CallGuardService::facts(const QString &customerId)
{
    quint64 generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto kept = m_known.value(customerId)) return kept;
        generation = m_generation;
    }
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<Customer> customer = CustomerTable(*connection).byId(customerId);
    if (!customer) return customer.error();
    const Result<GuardSettings> settings = settingsOf(*connection, customerId);
    if (!settings) return settings.error();
    const Result<QList<GuardedNumber>> all = numbersOf(NumberTable(*connection).all(customerId));
    if (!all) return all.error();
    const QTimeZone zone(customer->timeZone.toLatin1());
    auto fresh = std::make_shared<GuardFacts>(
        GuardFacts{policy::CompiledGuard(*settings), {}, zone.isValid() ? zone : QTimeZone::utc()});
    for (const GuardedNumber &number : *all)
        fresh->numbers.insert(number.number, number);
    const std::lock_guard lock(m_mutex);
    if (generation == m_generation) m_known.insert(customerId, fresh);
    return std::shared_ptr<const GuardFacts>(std::move(fresh));
}

}  // namespace lw::server
