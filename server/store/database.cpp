// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include "server/store/dialect.h"
#include "server/store/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QUuid>

#include <atomic>

namespace lw::server {

namespace {

/// Connection names of one thread by the Database they belong to; closes them when the thread ends.
struct ThreadConnections {
    QHash<quint64, QString> names;
    ~ThreadConnections()
    {
        for (const QString &name : std::as_const(names))
            QSqlDatabase::removeDatabase(name);
    }
};
thread_local ThreadConnections threadConnections;

std::atomic<quint64> lastDatabaseId{0};

/// The store holds password hashes and TOTP secrets: for the service's own account only. The journals inherit it.
Result<void> makePrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists()) {
        if (info.isDir()) return makeError(Errc::Io, QStringLiteral("%1 is a folder, not a store.").arg(path));
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(Errc::Io, QStringLiteral("Could not make the store %1: %2").arg(path, file.errorString()));
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return makeError(Errc::Io, QStringLiteral("Could not restrict %1 to its owner.").arg(path));
    return {};
}

}  // namespace

Database::Database(QString file, int busyMs) : m_file(std::move(file)), m_busyMs(busyMs), m_id(++lastDatabaseId) {}

Database::~Database()
{
    const QString name = threadConnections.names.take(m_id);
    if (!name.isEmpty()) QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, int busyMs)
{
    if (Result<void> made = makePrivateFile(file); !made) return made.error();
    std::unique_ptr<Database> database(new Database(file, busyMs));
    Result<QSqlDatabase> connection = database->connection();
    if (!connection) return connection.error();
    Result<void> migrated = migrate(*connection);
    *connection = QSqlDatabase();
    if (!migrated) return migrated.error();
    return database;
}

Result<QSqlDatabase> Database::connection()
{
    const auto known = threadConnections.names.constFind(m_id);
    if (known != threadConnections.names.constEnd()) return QSqlDatabase::database(*known, false);

    const QString name = QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase connection = QSqlDatabase::addDatabase(driverName(), name);
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(connectOptions(m_busyMs));
    Result<void> ready;
    if (!connection.open())
        ready = storeError(connection.lastError(), QStringLiteral("open the store"));
    else
        ready = prepareConnection(connection);
    if (!ready) {
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return ready.error();
    }
    threadConnections.names.insert(m_id, name);
    return connection;
}

}  // namespace lw::server
