// SPDX-License-Identifier: GPL-3.0-or-later
// Each customer's allowlist as requests ask it: a matcher that threads share, built once and again after a change.
#pragma once

#include "core/domain/networkaccess.h"
#include "core/policy/allowlist.h"
#include "server/store/transaction.h"

#include <QHash>

#include <memory>
#include <shared_mutex>

namespace lw::server {

class AllowlistCache {
  public:
    explicit AllowlistCache(Database &database) : m_database(database) {}

    struct Entry {
        bool enforced = false;
        policy::AllowlistMatcher matcher;
        std::optional<PendingAllowlist> pending;  ///< without `before`
        QByteArray digest;                        ///< of switch and networks, see allowlistDigest()
    };
    Result<std::shared_ptr<const Entry>> of(const QString &customerId);
    /// When the transaction is saved, the next question reads the store anew.
    void forget(const Transaction &transaction, const QString &customerId);

  private:
    Result<std::shared_ptr<const Entry>> load(const QString &customerId) const;
    Database &m_database;
    std::shared_mutex m_mutex;
    QHash<QString, std::shared_ptr<const Entry>> m_entries;
    quint64 m_changes = 0;  ///< what was read before a change must not be kept after it
};

/// SHA-256 in hex over switch and networks in the order of the store.
QByteArray allowlistDigest(const Allowlist &list);

}  // namespace lw::server
