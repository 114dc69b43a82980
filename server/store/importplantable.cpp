// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/importplantable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<void> ImportPlanTable::insert(const ImportPlanRow &row)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO import_plans (id, customer_id, state, created_at, created_by, plan,"
                                    " before_json) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("keep the plan of the import"));
    return insert.run(row.id, row.customerId, row.state, toColumn(row.createdAt), row.createdBy, row.plan, row.before);
}

Result<ImportPlanRow> ImportPlanTable::byId(const QString &customerId, const QString &id) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT id, customer_id, state, created_at, created_by, plan, before_json"
                                    " FROM import_plans WHERE customer_id = ? AND id = ?"),
                     QStringLiteral("read the plan of the import"));
    if (Result<void> ran = select.run(customerId, id); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return makeError(Errc::NotFound, QStringLiteral("There is no such plan of an import."));
    return ImportPlanRow{select.value(0).toString(), select.value(1).toString(), select.value(2).toString(),
                         instantOf(select.value(3)), select.value(4).toString(), select.value(5).toString(),
                         select.value(6).toString()};
}

Result<void> ImportPlanTable::update(const QString &id, const QString &state, const QString &plan,
                                     const QString &before)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE import_plans SET state = ?, plan = ?, before_json = ? WHERE id = ?"),
                     QStringLiteral("change the plan of the import"));
    return update.run(state, plan, before, id);
}

Result<int> ImportPlanTable::removeUnapplied(const QString &customerId, const QDateTime &instant)
{
    Statement erase(m_connection,
                    QStringLiteral("DELETE FROM import_plans WHERE customer_id = ? AND created_at < ?"
                                   " AND state IN ('planned', 'refused')"),
                    QStringLiteral("forget old plans of imports"));
    if (Result<void> ran = erase.run(customerId, toColumn(instant)); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server
