// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's numbers and what Call Guard bars. What a decision on a call needs of them is read once and kept until
// something changes. Every change is an event with before and after.
#pragma once

#include "core/import/numbersfile.h"
#include "core/policy/barring.h"
#include "core/protocol/callguard.h"
#include "core/util/clock.h"
#include "server/http/principal.h"
#include "server/store/auditlog.h"

#include <QHash>

#include <functional>
#include <memory>
#include <mutex>

namespace lw::server {

/// Who asks or changes something, and from where.
struct GuardAuthor {
    const Principal &principal;
    Origin origin;
};

/// Immutable: threads share it.
struct GuardFacts {
    policy::CompiledGuard guard;
    QHash<QString, GuardedNumber> numbers;
    QTimeZone zone;
};

class CallGuardService {
  public:
    /// All must outlive it.
    CallGuardService(Database &database, const Clock &clock, AuditLog &audit);

    Result<QList<GuardedNumber>> numbers(const QString &customerId) const;
    Result<GuardedNumber> number(const QString &customerId, const QString &number) const;
    Result<GuardSettings> settings(const QString &customerId) const;

    /// Called in the transaction, before it is saved.
    using AlsoStore = std::function<Result<void>(const Transaction &, const QList<GuardedNumber> &)>;
    /// All or none. Errc::InvalidInput names "numbers[3].number"; Errc::Conflict: it is there, or belongs to somebody
    /// else.
    Result<QList<GuardedNumber>> add(const GuardAuthor &author, const QList<GuardedNumber> &numbers,
                                     const AlsoStore &alsoStore);
    /// Numbers that are not there are added, others changed in what the file says of them: all of it or, where one line
    /// is refused or it is a dry run, nothing.
    Result<protocol::NumbersImport> import(const GuardAuthor &author, const import::NumbersFile &file, bool dryRun);
    /// Login names of the people who own numbers, by their unique IDs.
    Result<QHash<QString, QString>> ownerLogins(const QString &customerId) const;

    /// Judges what the caller has seen, inside the transaction.
    using CheckNumber = std::function<Result<void>(const GuardedNumber &present)>;
    Result<GuardedNumber> change(const GuardAuthor &author, const GuardedNumber &number, const CheckNumber &check);
    Result<void> remove(const GuardAuthor &author, const QString &number, const CheckNumber &check);
    using AlsoStoreCount = std::function<Result<void>(const Transaction &, int changed)>;
    Result<int> switchGuard(const GuardAuthor &author, const protocol::GuardSwitch &wish,
                            const AlsoStoreCount &alsoStore);

    using CheckSettings = std::function<Result<void>(const GuardSettings &present)>;
    Result<GuardSettings> setSettings(const GuardAuthor &author, const GuardSettings &settings,
                                      const CheckSettings &check);

    /// What a decision on a call needs.
    Result<std::shared_ptr<const GuardFacts>> facts(const QString &customerId);

  private:
    static Result<QList<GuardedNumber>> numbersIn(const QSqlDatabase &connection, const QString &customerId);
    Result<void> storeImported(const Transaction &transaction, const GuardAuthor &author,
                               const QList<GuardedNumber> &added, const QList<GuardedNumber> &before,
                               const QList<GuardedNumber> &after);
    /// After the commit of `transaction` what is kept of the customer counts no more.
    void forget(const Transaction &transaction, const QString &customerId);
    Result<GuardedNumber> judged(const QSqlDatabase &connection, const QString &customerId, GuardedNumber number,
                                 const QString &path) const;
    Result<void> record(const Transaction &transaction, const GuardAuthor &author, const QString &what,
                        const QString &number, QJsonObject before, QJsonObject after);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<const GuardFacts>> m_known;
    quint64 m_generation = 0;  ///< of what is kept: what was read before a change is not kept after it
};

}  // namespace lw::server
