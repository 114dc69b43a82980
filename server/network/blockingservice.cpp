// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/blockingservice.h"

#include "core/policy/blocking.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/store/allowlisttable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

constexpr qint64 offencesKeptSeconds = 24 * 60 * 60;     // the longest window of a policy
constexpr qint64 blocksKeptSeconds = 30 * 24 * 60 * 60;  // the longest block of a policy
constexpr int endedARound = 200;

const auto fieldAddress = QStringLiteral("address");

Error noAddress(const QString &text)
{
    return makeError(Errc::InvalidInput,
                     QStringLiteral("“%1” is not an address. Write one IPv4 address, or an IPv6 address or its /64.")
                         .arg(text.left(64)),
                     fieldAddress);
}

QString shortLogin(const QString &login)
{
    return loginKey(accountNamed(login).name);
}

std::optional<BlockedAddress> blockOf(const std::optional<BlockRow> &row)
{
    return row ? std::optional(row->block) : std::nullopt;
}

bool isRunning(const std::optional<BlockRow> &row, const QDateTime &now)
{
    return row && row->state == BlockRow::State::Running && policy::holds(row->block, now);
}

}  // namespace

BlockingService::BlockingService(Database &database, const Clock &clock, AuditLog &audit, AllowlistCache &cache)
    : m_database(database), m_clock(clock), m_audit(audit), m_cache(cache)
{
}

Result<BlockingPolicy> BlockingService::policyOf(const QSqlDatabase &connection, const QString &customerId) const
{
    const Result<QByteArray> json = AllowlistTable(connection).blocking(customerId);
    if (!json) return json.error();
    if (json->isEmpty()) return BlockingPolicy{};
    return protocol::blockingPolicyFromJson(*json);
}

Result<AddressGate::Verdict> BlockingService::verdict(const QString &customerId, const QString &address)
{
    const std::optional<QString> key = policy::blockingKey(address);
    if (!key) return AddressGate::Verdict{};
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<std::optional<BlockRow>> row = BlockTable(*connection).find(customerId, *key);
    if (!row) return row.error();
    const QDateTime now = m_clock.nowUtc();
    if (!isRunning(*row, now)) return AddressGate::Verdict{};
    const QDateTime until = (*row)->block.pinned ? QDateTime() : (*row)->block.until;
    const qint64 wait = until.isValid() ? (now.msecsTo(until) + 999) / 1000 : 0;
    return AddressGate::Verdict{AddressGate::State::Blocked, static_cast<int>(wait)};
}

Result<void> BlockingService::offended(const Transaction &transaction, const QString &customerId, const Origin &origin,
                                       const QString &login)
{
    const QSqlDatabase &connection = transaction.connection();
    const std::optional<QString> key = policy::blockingKey(origin.address);
    if (!key) return {};
    const Result<BlockingPolicy> policy = policyOf(connection, customerId);
    if (!policy) return policy.error();
    if (!policy->enabled) return {};
    const QDateTime now = m_clock.nowUtc();
    const Result<std::shared_ptr<const AllowlistCache::Entry>> allowlist = m_cache.of(customerId);
    if (!allowlist) return allowlist.error();
    const bool listed = (*allowlist)->matcher.allows(origin.address, now);
    if (listed && policy->exemptAllowlist) return {};
    BlockTable table(connection);
    const Result<std::optional<BlockRow>> earlier = table.find(customerId, *key);
    if (!earlier) return earlier.error();
    if (isRunning(*earlier, now)) return {};

    Result<void> stored = table.addOffence(customerId, *key, {now, shortLogin(login)});
    if (stored) stored = table.forgetOffences(customerId, *key, now.addSecs(-60LL * policy->windowMinutes));
    if (!stored) return stored;
    const Result<QList<OffenceRow>> rows = table.offences(customerId, *key, protocol::limits::blockFailuresMost);
    if (!rows) return rows.error();
    std::vector<policy::Offence> offences;
    for (const OffenceRow &row : *rows)
        offences.push_back({row.at, row.loginKey});
    const policy::BlockVerdict verdict = policy::blocking(offences, *policy, blockOf(*earlier), listed, now);
    if (verdict.state != policy::BlockState::Begin) return {};

    if (stored = tellEnded(transaction, *earlier); !stored) return stored;
    const BlockedAddress block{
        *key, verdict.since, verdict.until, verdict.nth, verdict.failures, verdict.accounts, false, {}};
    if (stored = table.store({customerId, block, BlockRow::State::Running}); !stored) return stored;
    const Result<quint64> written =
        m_audit.append(transaction, customerId, blockBegan(block, origin, *policy, rows->first(verdict.failures)));
    return written ? Result<void>() : written.error();
}

Result<protocol::BlockList> BlockingService::listOf(const QSqlDatabase &connection, const QString &customerId) const
{
    const Result<BlockingPolicy> policy = policyOf(connection, customerId);
    if (!policy) return policy.error();
    Result<QList<BlockedAddress>> blocked = BlockTable(connection).running(customerId, protocol::limits::blocksListed);
    if (!blocked) return blocked.error();
    const QDateTime now = m_clock.nowUtc();
    // What has ended is not blocked, whether or not the job has told of it.
    blocked->removeIf([&now](const BlockedAddress &block) { return !policy::holds(block, now); });
    return protocol::BlockList{*policy, std::move(*blocked)};
}

Result<protocol::BlockList> BlockingService::list(const QString &customerId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    return listOf(*connection, customerId);
}

Result<protocol::BlockList> BlockingService::setPolicy(const NetworkAuthor &author, const BlockingPolicy &policy,
                                                       const Check &check)
{
    const QString &customerId = author.principal.customerId;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<BlockingPolicy> present = policyOf(transaction->connection(), customerId);
    if (!present) return present.error();
    if (Result<void> fits = check(*present); !fits) return fits.error();
    if (policy == *present) return listOf(transaction->connection(), customerId);
    const QByteArray json = protocol::toJson(policy);
    Result<void> stored = AllowlistTable(transaction->connection()).setBlocking(customerId, json);
    if (!stored) return stored.error();
    AuditEvent event = authEvent(EventKind::PolicyChanged, Outcome::Success, actorOf(author.principal), author.origin,
                                 ObjectRef{QStringLiteral("blocking"), {}, {}});
    event.before = protocol::toJsonObject(*present);
    event.after = protocol::toJsonObject(policy);
    const Result<quint64> written = m_audit.append(*transaction, customerId, std::move(event));
    if (!written) return written.error();
    Result<protocol::BlockList> list = listOf(transaction->connection(), customerId);
    if (!list) return list;
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return list;
}

Result<protocol::BlockList> BlockingService::block(const NetworkAuthor &author, const protocol::NewBlock &wish,
                                                   const AlsoStore &alsoStore)
{
    const QString &customerId = author.principal.customerId;
    const std::optional<QString> key = policy::blockingKeyOfEntry(wish.address);
    if (!key) return noAddress(wish.address);
    if (policy::blockingKey(author.origin.address) == key)
        return makeError(Errc::Conflict,
                         QStringLiteral("You come from %1 yourself: blocking it would lock you out.").arg(*key),
                         fieldAddress);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    if (wish.until.isValid() && wish.until <= now)
        return makeError(Errc::InvalidInput, QStringLiteral("\"until\" is past: the block would end before it begins."),
                         QStringLiteral("until"));
    BlockTable table(transaction->connection());
    const Result<std::optional<BlockRow>> earlier = table.find(customerId, *key);
    if (!earlier) return earlier.error();

    BlockedAddress block;
    const bool running = isRunning(*earlier, now);
    if (running)
        block = (*earlier)->block;
    else if (Result<void> told = tellEnded(*transaction, *earlier); !told)
        return told.error();
    block.address = *key;
    if (!running) block.since = now;
    block.until = wish.until;
    block.pinned = !wish.until.isValid();
    block.reason = wish.reason;
    Result<void> stored = table.store({customerId, block, BlockRow::State::Running});
    if (!stored) return stored.error();
    AuditEvent event = blockEvent(EventKind::AddressBlocked, actorOf(author.principal), author.origin, *key,
                                  QStringLiteral("by_hand"));
    if (running) event.before = blockJson((*earlier)->block);
    event.after = blockJson(block);
    const Result<quint64> written = m_audit.append(*transaction, customerId, std::move(event));
    if (!written) return written.error();
    Result<protocol::BlockList> list = listOf(transaction->connection(), customerId);
    if (!list) return list;
    if (stored = alsoStore(*transaction, *list); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return list;
}

Result<void> BlockingService::lift(const NetworkAuthor &author, const QString &address)
{
    const QString &customerId = author.principal.customerId;
    const std::optional<QString> key = policy::blockingKeyOfEntry(address);
    if (!key) return noAddress(address);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    BlockTable table(transaction->connection());
    Result<std::optional<BlockRow>> row = table.find(customerId, *key);
    if (!row) return row.error();
    const QDateTime now = m_clock.nowUtc();
    if (!isRunning(*row, now))
        return makeError(Errc::NotFound, QStringLiteral("%1 is not blocked.").arg(*key), fieldAddress);
    AuditEvent event = blockEvent(EventKind::AddressUnblocked, actorOf(author.principal), author.origin, *key,
                                  QStringLiteral("lifted"));
    event.before = blockJson((*row)->block);
    BlockRow lifted = **row;
    lifted.state = BlockRow::State::Lifted;
    lifted.block.until = now;
    lifted.block.pinned = false;
    lifted.block.nth = 0;
    event.after = blockJson(lifted.block);
    Result<void> stored = table.store(lifted);
    if (stored) stored = table.forgetOffences(customerId, *key, now.addMSecs(1));
    if (!stored) return stored;
    const Result<quint64> written = m_audit.append(*transaction, customerId, std::move(event));
    if (!written) return written.error();
    return transaction->commit();
}

Result<int> BlockingService::sweep()
{
    const QDateTime now = m_clock.nowUtc();
    const Result<int> ended = tellEnded(now);
    if (!ended) return ended;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    BlockTable table(transaction->connection());
    const Result<int> offences = table.forgetOffences(now.addSecs(-offencesKeptSeconds));
    if (!offences) return offences;
    const Result<int> blocks = table.removeEndedBefore(now.addSecs(-blocksKeptSeconds));
    if (!blocks) return blocks;
    if (*offences + *blocks > 0)
        if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return ended;
}

Result<int> BlockingService::tellEnded(const QDateTime &now)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<BlockRow>> candidates = BlockTable(*connection).endedBy(now, endedARound);
    if (!candidates) return candidates.error();
    if (candidates->isEmpty()) return 0;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    BlockTable table(transaction->connection());
    int ended = 0;
    for (const BlockRow &candidate : *candidates) {
        // Somebody may have lifted or pinned it since the list was read.
        Result<std::optional<BlockRow>> row = table.find(candidate.customerId, candidate.block.address);
        if (!row) return row.error();
        if (!*row || (*row)->state != BlockRow::State::Running || !(*row)->block.until.isValid() ||
            (*row)->block.until > now)
            continue;
        BlockRow over = **row;
        over.state = BlockRow::State::Ended;
        if (Result<void> stored = table.store(over); !stored) return stored.error();
        if (Result<void> told = tellEnded(*transaction, *row); !told) return told.error();
        ++ended;
    }
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return ended;
}

Result<void> BlockingService::tellEnded(const Transaction &transaction, const std::optional<BlockRow> &row)
{
    if (!row || row->state != BlockRow::State::Running) return {};
    AuditEvent event = blockEvent(EventKind::AddressUnblocked, backEndItself(), Origin(), row->block.address,
                                  QStringLiteral("block_ended"));
    event.before = blockJson(row->block);
    const Result<quint64> written = m_audit.append(transaction, row->customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

}  // namespace lw::server
