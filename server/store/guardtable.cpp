// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/guardtable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<QByteArray> GuardTable::of(const QString &customerId) const
{
    Statement select(m_connection, QStringLiteral("SELECT settings FROM guard_settings WHERE customer_id = ?"),
                     QStringLiteral("read the settings of Call Guard"));
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toString().toUtf8() : QByteArray();
}

Result<void> GuardTable::set(const QString &customerId, const QByteArray &json)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO guard_settings (customer_id, settings) VALUES (?, ?)"
                                   " ON CONFLICT (customer_id) DO UPDATE SET settings = excluded.settings"),
                    QStringLiteral("change the settings of Call Guard"));
    return store.run(customerId, QString::fromUtf8(json));
}

}  // namespace lw::server
