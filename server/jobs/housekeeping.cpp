// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/housekeeping.h"

#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/auth/secondfactor.h"
#include "server/store/idempotencytable.h"
#include "server/store/mfatable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {
constexpr int locksARound = 100;
}

Housekeeping::Housekeeping(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, Log &log)
    : m_database(database), m_clock(clock), m_audit(audit), m_sessions(sessions), m_log(log)
{
}

Housekeeping::~Housekeeping()
{
    stop();
}

void Housekeeping::start(std::chrono::milliseconds every)
{
    m_stop = false;
    m_thread = std::thread([this, every] {
        std::unique_lock lock(m_mutex);
        while (!m_stop) {
            lock.unlock();
            if (const Result<Done> done = runOnce(); !done)
                m_log.error(QStringLiteral("housekeeping failed"), {{QStringLiteral("error"), done.error().message}});
            runAlso();
            lock.lock();
            m_wake.wait_for(lock, every, [this] { return m_stop; });
        }
    });
}

void Housekeeping::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

void Housekeeping::runAlso()
{
    for (const auto &round : m_rounds)
        if (const Result<void> done = round(); !done)
            m_log.error(QStringLiteral("housekeeping failed"), {{QStringLiteral("error"), done.error().message}});
}

Result<Housekeeping::Done> Housekeeping::runOnce()
{
    const Result<int> expired = m_sessions.sweep();
    if (!expired) return expired.error();
    const Result<int> unlocked = endLocks();
    if (!unlocked) return unlocked.error();
    const Result<int> forgotten = forgetAnswers();
    if (!forgotten) return forgotten.error();
    return Done{*expired, *unlocked, *forgotten};
}

Result<int> Housekeeping::endLocks()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<QList<UserTable::Lapsed>> lapsed = UserTable(*connection).locksEndedBy(now, locksARound);
    if (!lapsed) return lapsed.error();
    if (lapsed->isEmpty()) return 0;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    UserTable users(transaction->connection());
    int ended = 0;
    for (const UserTable::Lapsed &entry : *lapsed) {
        Result<User> user = users.byId(entry.customerId, entry.user.id);
        if (!user) return user.error();
        // Somebody may have signed in, or failed again, since the list was read.
        if (user->status != UserStatus::Locked || !user->lockedUntil.isValid() || user->lockedUntil > now) continue;
        user->status = UserStatus::Active;
        user->lockedUntil = {};
        if (Result<void> stored = users.update(*user); !stored) return stored.error();
        const Result<quint64> written =
            m_audit.append(*transaction, entry.customerId,
                           authEvent(EventKind::AccountUnlocked, Outcome::Success, backEndItself(), Origin(),
                                     accountOf(*user), QStringLiteral("lock_ended")));
        if (!written) return written.error();
        ++ended;
    }
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return ended;
}

Result<int> Housekeeping::forgetAnswers()
{
    const QDateTime before = m_clock.nowUtc().addSecs(-std::chrono::seconds(protocol::limits::idempotencyLife).count());
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<int> removed = IdempotencyTable(transaction->connection()).removeBefore(before);
    if (!removed) return removed;
    const Result<int> enrolments =
        MfaTable(transaction->connection())
            .removePendingBefore(m_clock.nowUtc().addSecs(-SecondFactor::pendingSeconds - 1));
    if (!enrolments) return enrolments;
    if (*removed == 0 && *enrolments == 0) return removed;
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return removed;
}

}  // namespace lw::server
