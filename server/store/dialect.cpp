// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/dialect.h"

#include <QSqlQuery>

namespace lw::server {

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the driver hands them on as text.
enum SqliteCode {
    sqlitePermission = 3,
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteReadOnly = 8,
    sqliteIo = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCannotOpen = 14,
    sqliteConstraint = 19,
    sqliteNotADatabase = 26
};

}  // namespace

QString expandSql(const QString &sql)
{
    QString out = sql;
    out.replace(QLatin1String("{blob}"), QLatin1String("BLOB"));
    out.replace(QLatin1String("{position}"), QLatin1String("INTEGER PRIMARY KEY"));
    out.replace(QLatin1String("{clustered}"), QLatin1String("WITHOUT ROWID"));
    out.replace(QLatin1String("{for_update}"), QLatin1String(""));
    return out;
}

QString beginWriteSql()
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

Result<void> prepareConnection(QSqlDatabase &connection)
{
    // synchronous=FULL makes a commit in WAL mode wait for the disk: an acknowledged write survives a power cut.
    for (const char *pragma :
         {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA temp_store=MEMORY",
          "PRAGMA cache_size=-16000", "PRAGMA journal_size_limit=67108864",
          // What is purged or removed is overwritten, not left lying in free pages.
          "PRAGMA secure_delete=ON"}) {
        QSqlQuery query(connection);
        if (!query.exec(QLatin1String(pragma)))
            return storeError(query.lastError(), QStringLiteral("set the store up"));
    }
    return {};
}

Result<void> forgetJournal(const QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")))
        return storeError(query.lastError(), QStringLiteral("shorten the store's journal"));
    return {};
}

QString driverName()
{
    return QStringLiteral("QSQLITE");
}

QString connectOptions(int busyMs)
{
    return QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMs);
}

Result<bool> hasTable(const QSqlDatabase &connection, const QString &table)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.prepare(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?")))
        return storeError(query.lastError(), QStringLiteral("read the store"));
    query.addBindValue(table);
    if (!query.exec() || !query.next()) return storeError(query.lastError(), QStringLiteral("read the store"));
    return query.value(0).toInt() > 0;
}

Error storeError(const QSqlError &error, const QString &doing)
{
    const auto say = [&doing](Errc code, const char *why) {
        return makeError(code, QStringLiteral("Could not %1: %2").arg(doing, QLatin1String(why)));
    };
    switch (error.nativeErrorCode().toInt() & 0xff) {
        case sqliteFull: return say(Errc::DiskFull, "the disk is full. Free some space and try again.");
        case sqliteReadOnly:
        case sqlitePermission:
            return say(Errc::ReadOnly, "the store may not be written. Check the rights of its folder.");
        case sqliteCorrupt:
            return say(Errc::Corrupt, "the store is damaged. Restore it from a backup; keep the damaged file.");
        case sqliteNotADatabase: return say(Errc::Corrupt, "the file is not a Linewarden store.");
        case sqliteBusy:
        case sqliteLocked: return say(Errc::Timeout, "another process keeps the store busy. Try again.");
        case sqliteConstraint: return say(Errc::Conflict, "an object of that name or key exists already.");
        case sqliteCannotOpen:
            return say(Errc::Io, "the store cannot be opened. Check that its folder exists and may be written.");
        case sqliteIo: return say(Errc::Io, "the disk reported a read or write error.");
        default: break;
    }
    return makeError(Errc::Internal, QStringLiteral("Could not %1: %2").arg(doing, error.text()));
}

}  // namespace lw::server
