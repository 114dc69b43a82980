// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/spendsettingstable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<QByteArray> SpendSettingsTable::of(const QString &customerId) const
{
    Statement select(m_connection, QStringLiteral("SELECT settings FROM spend_settings WHERE customer_id = ?"),
                     QStringLiteral("read the spend limits"));
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toString().toUtf8() : QByteArray();
}

Result<void> SpendSettingsTable::set(const QString &customerId, const QByteArray &json)
{
    Statement store(m_connection,
                    QStringLiteral("INSERT INTO spend_settings (customer_id, settings) VALUES (?, ?)"
                                   " ON CONFLICT (customer_id) DO UPDATE SET settings = excluded.settings"),
                    QStringLiteral("change the spend limits"));
    return store.run(customerId, QString::fromUtf8(json));
}

}  // namespace lw::server
