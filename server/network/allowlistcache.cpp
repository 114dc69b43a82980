// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/allowlistcache.h"

#include "server/store/allowlisttable.h"

#include <QCryptographicHash>

#include <mutex>

namespace lw::server {

QByteArray allowlistDigest(const Allowlist &list)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &text) {
        hash.addData(text);
        hash.addData(QByteArrayView("\0", 1));
    };
    add(list.enforced ? QByteArray("enforced") : QByteArray("open"));
    for (const AllowedNetwork &entry : list.networks) {
        add(entry.network.toUtf8());
        add(entry.label.toUtf8());
        add(entry.owner.toUtf8());
        add(entry.until.isValid() ? QByteArray::number(entry.until.toMSecsSinceEpoch()) : QByteArray());
    }
    return hash.result().toHex();
}

Result<std::shared_ptr<const AllowlistCache::Entry>> AllowlistCache::of(const QString &customerId)
{
    quint64 changes = 0;
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_entries.value(customerId)) return found;
        changes = m_changes;
    }
    Result<std::shared_ptr<const Entry>> loaded = load(customerId);
    if (!loaded) return loaded;
    const std::unique_lock lock(m_mutex);
    if (changes == m_changes) m_entries.insert(customerId, *loaded);
    return loaded;
}

Result<std::shared_ptr<const AllowlistCache::Entry>> AllowlistCache::load(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const AllowlistTable table(*connection);
    const Result<Allowlist> list = table.of(customerId);
    if (!list) return list.error();
    const Result<std::optional<PendingRow>> pending = table.pending(customerId);
    if (!pending) return pending.error();
    auto entry = std::make_shared<Entry>();
    entry->enforced = list->enforced;
    entry->matcher = policy::AllowlistMatcher(list->networks);
    entry->digest = allowlistDigest(*list);
    if (const std::optional<PendingRow> &row = *pending)
        entry->pending = PendingAllowlist{row->id, row->author, row->appliedAt, row->revertsAt, {}};
    return std::shared_ptr<const Entry>(std::move(entry));
}

void AllowlistCache::forget(const Transaction &transaction, const QString &customerId)
{
    transaction.afterCommit([this, customerId] {
        const std::unique_lock lock(m_mutex);
        ++m_changes;
        m_entries.remove(customerId);
    });
}

}  // namespace lw::server
