// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/metatable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<QString> MetaTable::value(const QString &name) const
{
    Statement select(m_connection, QStringLiteral("SELECT value FROM meta WHERE name = ?"),
                     QStringLiteral("read the store's facts"));
    if (Result<void> ran = select.run(name); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toString() : QString();
}

Result<void> MetaTable::setValue(const QString &name, const QString &value)
{
    Statement upsert(m_connection,
                     QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                     QStringLiteral("write the store's facts"));
    return upsert.run(name, value);
}

}  // namespace lw::server
