// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/numbertable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto columns = QStringLiteral("number, label, owner_id, department, guard, barring, added_at");
const auto reading = QStringLiteral("read the numbers");

NumberRow rowOf(const Statement &select)
{
    NumberRow row;
    row.number.number = select.value(0).toString();
    row.number.label = select.value(1).toString();
    row.number.owner = select.value(2).toString();
    row.number.department = select.value(3).toString();
    row.number.guard = guardStateFromName(select.value(4).toString()).value_or(GuardState::Inherit);
    row.barring = select.value(5).toString().toUtf8();
    row.number.addedAt = instantOf(select.value(6));
    return row;
}

Error none()
{
    return makeError(Errc::NotFound, QStringLiteral("There is no such number."));
}

}  // namespace

Result<QList<NumberRow>> NumberTable::all(const QString &customerId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT %1 FROM numbers WHERE customer_id = ? ORDER BY number").arg(columns),
                     reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    QList<NumberRow> numbers;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return numbers;
        numbers.append(rowOf(select));
    }
}

Result<NumberRow> NumberTable::find(const QString &customerId, const QString &number) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT %1 FROM numbers WHERE customer_id = ? AND number = ?").arg(columns),
                     reading);
    if (Result<void> ran = select.run(customerId, number); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return none();
    return rowOf(select);
}

Result<std::optional<QString>> NumberTable::customerOf(const QString &number) const
{
    Statement select(m_connection, QStringLiteral("SELECT customer_id FROM numbers WHERE number = ?"), reading);
    if (Result<void> ran = select.run(number); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? std::optional(select.value(0).toString()) : std::nullopt;
}

Result<int> NumberTable::count(const QString &customerId) const
{
    Statement select(m_connection, QStringLiteral("SELECT COUNT(*) FROM numbers WHERE customer_id = ?"), reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    return *row ? select.value(0).toInt() : 0;
}

Result<void> NumberTable::insert(const QString &customerId, const NumberRow &row)
{
    const GuardedNumber &number = row.number;
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO numbers (customer_id, number, label, owner_id, department, guard,"
                                    " barring, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("add the number %1").arg(number.number));
    return insert.run(customerId, number.number, number.label, number.owner, number.department,
                      QString(guardStateName(number.guard)), QString::fromUtf8(row.barring), number.addedAt);
}

Result<void> NumberTable::update(const QString &customerId, const NumberRow &row)
{
    const GuardedNumber &number = row.number;
    Statement update(m_connection,
                     QStringLiteral("UPDATE numbers SET label = ?, owner_id = ?, department = ?, guard = ?, barring = ?"
                                    " WHERE customer_id = ? AND number = ?"),
                     QStringLiteral("change the number %1").arg(number.number));
    if (Result<void> ran =
            update.run(number.label, number.owner, number.department, QString(guardStateName(number.guard)),
                       QString::fromUtf8(row.barring), customerId, number.number);
        !ran)
        return ran;
    return update.rowsChanged() > 0 ? Result<void>() : none();
}

Result<void> NumberTable::setGuard(const QString &customerId, const QString &number, GuardState guard)
{
    Statement update(m_connection, QStringLiteral("UPDATE numbers SET guard = ? WHERE customer_id = ? AND number = ?"),
                     QStringLiteral("opt the number %1 in or out").arg(number));
    if (Result<void> ran = update.run(QString(guardStateName(guard)), customerId, number); !ran) return ran;
    return update.rowsChanged() > 0 ? Result<void>() : none();
}

Result<void> NumberTable::remove(const QString &customerId, const QString &number)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM numbers WHERE customer_id = ? AND number = ?"),
                    QStringLiteral("remove the number %1").arg(number));
    if (Result<void> ran = erase.run(customerId, number); !ran) return ran;
    return erase.rowsChanged() > 0 ? Result<void>() : none();
}

}  // namespace lw::server
