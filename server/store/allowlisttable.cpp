// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/allowlisttable.h"

#include "server/store/statement.h"

#include <QHash>

namespace lw::server {

namespace {

const auto reading = QStringLiteral("read the allowlist");
const auto changing = QStringLiteral("change the allowlist");

}  // namespace

Result<Allowlist> AllowlistTable::of(const QString &customerId) const
{
    // One statement, so that nobody's change falls between the switch and the networks.
    Statement select(m_connection,
                     QStringLiteral("SELECT a.enforced, a.enforced_since, n.network, n.label, n.owner, n.until_at"
                                    " FROM allowlists a LEFT JOIN allowed_networks n ON n.customer_id = a.customer_id"
                                    " WHERE a.customer_id = ? ORDER BY n.network"),
                     reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    Allowlist list;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return list;
        list.enforced = select.value(0).toBool();
        list.enforcedSince = instantOf(select.value(1));
        if (select.value(2).isNull()) continue;
        list.networks.append({select.value(2).toString(), select.value(3).toString(), select.value(4).toString(),
                              instantOf(select.value(5))});
    }
}

Result<void> AllowlistTable::setState(const QString &customerId, bool enforced, const QDateTime &since)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO allowlists (customer_id, enforced, enforced_since, blocking)"
                                   " VALUES (?, ?, ?, '') ON CONFLICT (customer_id) DO UPDATE SET"
                                   " enforced = excluded.enforced, enforced_since = excluded.enforced_since"),
                    changing);
    return store.run(customerId, int(enforced), toColumn(since));
}

Result<void> AllowlistTable::replace(const QString &customerId, const Allowlist &before, const Allowlist &after)
{
    if (Result<void> stored = setState(customerId, after.enforced, after.enforcedSince); !stored) return stored;
    QHash<QString, const AllowedNetwork *> old;
    old.reserve(before.networks.size());
    for (const AllowedNetwork &entry : before.networks)
        old.insert(entry.network, &entry);
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO allowed_networks (customer_id, network, label, owner, until_at)"
                                   " VALUES (?, ?, ?, ?, ?) ON CONFLICT (customer_id, network) DO UPDATE SET"
                                   " label = excluded.label, owner = excluded.owner, until_at = excluded.until_at"),
                    changing);
    for (const AllowedNetwork &entry : after.networks) {
        const AllowedNetwork *same = old.take(entry.network);
        if (same && *same == entry) continue;
        const Result<void> ran = store.run(customerId, entry.network, entry.label, entry.owner, toColumn(entry.until));
        if (!ran) return ran;
    }
    Statement erase(m_connection, QStringLiteral("DELETE FROM allowed_networks WHERE customer_id = ? AND network = ?"),
                    changing);
    for (const AllowedNetwork *gone : std::as_const(old))
        if (Result<void> ran = erase.run(customerId, gone->network); !ran) return ran;
    return {};
}

Result<QByteArray> AllowlistTable::blocking(const QString &customerId) const
{
    Statement select(m_connection, QStringLiteral("SELECT blocking FROM allowlists WHERE customer_id = ?"),
                     QStringLiteral("read when addresses are blocked"));
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toString().toUtf8() : QByteArray();
}

Result<void> AllowlistTable::setBlocking(const QString &customerId, const QByteArray &json)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO allowlists (customer_id, enforced, enforced_since, blocking)"
                                   " VALUES (?, 0, NULL, ?) ON CONFLICT (customer_id) DO UPDATE SET"
                                   " blocking = excluded.blocking"),
                    QStringLiteral("change when addresses are blocked"));
    return store.run(customerId, QString::fromUtf8(json));
}

Result<std::optional<PendingRow>> AllowlistTable::pending(const QString &customerId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT id, author_id, author, applied_at, reverts_at, before_json"
                                    " FROM pending_allowlists WHERE customer_id = ?"),
                     reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<PendingRow>();
    return std::optional(PendingRow{customerId, select.value(0).toString(), select.value(1).toString(),
                                    select.value(2).toString(), instantOf(select.value(3)), instantOf(select.value(4)),
                                    select.value(5).toString().toUtf8()});
}

Result<QList<PendingRow>> AllowlistTable::allPending() const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT customer_id, id, author_id, author, applied_at, reverts_at"
                                    " FROM pending_allowlists ORDER BY reverts_at, customer_id"),
                     reading);
    if (Result<void> ran = select.run(); !ran) return ran.error();
    QList<PendingRow> rows;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return rows;
        rows.append({select.value(0).toString(),
                     select.value(1).toString(),
                     select.value(2).toString(),
                     select.value(3).toString(),
                     instantOf(select.value(4)),
                     instantOf(select.value(5)),
                     {}});
    }
}

Result<void> AllowlistTable::insertPending(const PendingRow &row)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO pending_allowlists (customer_id, id, author_id, author, applied_at,"
                                    " reverts_at, before_json) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     changing);
    return insert.run(row.customerId, row.id, row.authorId, row.author, toColumn(row.appliedAt),
                      toColumn(row.revertsAt), QString::fromUtf8(row.before));
}

Result<bool> AllowlistTable::removePending(const QString &customerId, const QString &id)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM pending_allowlists WHERE customer_id = ? AND id = ?"),
                    changing);
    if (Result<void> ran = erase.run(customerId, id); !ran) return ran.error();
    return erase.rowsChanged() > 0;
}

}  // namespace lw::server
