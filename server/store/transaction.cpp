// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/transaction.h"

#include "server/store/dialect.h"

#include <QSqlQuery>

#include <utility>

namespace lw::server {

Result<Transaction> Transaction::begin(Database &database)
{
    Result<QSqlDatabase> connection = database.connection();
    if (!connection) return connection.error();
    std::unique_lock turn(database.writers());
    QSqlQuery query(*connection);
    if (!query.exec(beginWriteSql())) return storeError(query.lastError(), QStringLiteral("start a change"));
    return Transaction(database, *connection, std::move(turn));
}

Transaction::Transaction(Database &database, const QSqlDatabase &connection, std::unique_lock<std::mutex> turn)
    : m_database(&database), m_connection(connection), m_turn(std::move(turn))
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(other.m_database),
      m_connection(other.m_connection),
      m_afterCommit(std::move(other.m_afterCommit)),
      m_turn(std::move(other.m_turn)),
      m_open(other.m_open)
{
    other.m_open = false;
}

Transaction::~Transaction()
{
    if (!m_open) return;
    QSqlQuery query(m_connection);
    query.exec(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    QSqlQuery query(m_connection);
    if (!query.exec(QStringLiteral("COMMIT"))) return storeError(query.lastError(), QStringLiteral("save the change"));
    m_open = false;
    m_turn.unlock();
    for (const std::function<void()> &tell : std::exchange(m_afterCommit, {}))
        tell();
    return {};
}

}  // namespace lw::server
