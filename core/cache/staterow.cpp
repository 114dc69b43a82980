// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/staterow.h"

#include "core/audit/merkle.h"

namespace lw::cache {

namespace {

const QString reading = QStringLiteral("Reading the state of the cache");
const QString writing = QStringLiteral("Storing the state of the cache");
constexpr const char *insertSql = "INSERT OR REPLACE INTO state(name, value) VALUES(?1, ?2)";

// The statement on its row, or null when there is no row; the caller resets it.
Result<Statement *> row(Connection &connection, const char *name)
{
    auto query = connection.statement("SELECT value FROM state WHERE name = ?1", reading);
    if (!query) return query.error();
    (*query)->bindText(1, QByteArrayView(name));
    const int code = (*query)->step();
    if (code == SQLITE_ROW) return *query;
    (*query)->reset();
    if (code == SQLITE_DONE) return static_cast<Statement *>(nullptr);
    return sqliteError(connection.handle(), code, reading);
}

}  // namespace

Result<std::optional<QByteArray>> stateBytes(Connection &connection, const char *name)
{
    auto found = row(connection, name);
    if (!found) return found.error();
    if (!*found) return std::optional<QByteArray>();
    std::optional<QByteArray> bytes = (*found)->bytes(0).toByteArray();
    (*found)->reset();
    return bytes;
}

Result<qint64> stateInteger(Connection &connection, const char *name, qint64 otherwise)
{
    auto found = row(connection, name);
    if (!found) return found.error();
    if (!*found) return otherwise;
    const qint64 value = (*found)->integer(0);
    (*found)->reset();
    return value;
}

Result<void> setState(Connection &connection, const char *name, QByteArrayView bytes)
{
    auto insert = connection.statement(insertSql, writing);
    if (!insert) return insert.error();
    (*insert)->bindText(1, QByteArrayView(name));
    (*insert)->bindBlob(2, bytes);
    return (*insert)->run(writing);
}

Result<void> setState(Connection &connection, const char *name, qint64 value)
{
    auto insert = connection.statement(insertSql, writing);
    if (!insert) return insert.error();
    (*insert)->bindText(1, QByteArrayView(name));
    (*insert)->bind(2, value);
    return (*insert)->run(writing);
}

Result<std::optional<Checkpoint>> storedCheckpoint(Connection &connection)
{
    auto note = stateBytes(connection, statename::checkpointNote);
    if (!note) return note.error();
    if (!*note) return std::optional<Checkpoint>();
    const auto origin = stateBytes(connection, statename::checkpointOrigin);
    if (!origin) return origin.error();
    const auto rootBytes = stateBytes(connection, statename::checkpointRoot);
    if (!rootBytes) return rootBytes.error();
    const auto size = stateInteger(connection, statename::visibleSize, 0);
    if (!size) return size.error();
    const auto root = audit::hashFromBytes(rootBytes->value_or(QByteArray()));
    if (!root) return sqliteError(nullptr, SQLITE_CORRUPT, reading);
    Checkpoint checkpoint;
    checkpoint.origin = QString::fromUtf8(origin->value_or(QByteArray()));
    checkpoint.size = static_cast<quint64>(*size);
    checkpoint.root = *root;
    checkpoint.note = **note;
    return std::optional<Checkpoint>(checkpoint);
}

Result<void> storeCheckpoint(Connection &connection, const Checkpoint &checkpoint, qint64 syncedAtMs)
{
    const QByteArray origin = checkpoint.origin.toUtf8();
    const QByteArray root = audit::hashBytes(checkpoint.root);
    if (auto set = setState(connection, statename::visibleSize, static_cast<qint64>(checkpoint.size)); !set) return set;
    if (auto set = setState(connection, statename::checkpointOrigin, origin); !set) return set;
    if (auto set = setState(connection, statename::checkpointRoot, root); !set) return set;
    if (auto set = setState(connection, statename::checkpointNote, checkpoint.note); !set) return set;
    return setState(connection, statename::syncedAt, syncedAtMs);
}

}  // namespace lw::cache
