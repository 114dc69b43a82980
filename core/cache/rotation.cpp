// SPDX-License-Identifier: GPL-3.0-or-later
// Re-encryption under a new key, and the lock and the tidying around it.
#include "core/cache/durablefile.h"
#include "core/cache/schema.h"
#include "core/cache/vaultstate.h"

#include <QDir>
#include <QFile>

#include <string>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Changing the key of the cache");

// Leaves WAL, which needs to be the only one who has the file open, and keeps everybody else out.
Result<void> beAlone(sqlite3 *db)
{
    if (auto set = execute(db, "PRAGMA locking_mode = EXCLUSIVE", what); !set) return set;
    auto leave = Statement::prepare(db, "PRAGMA journal_mode = DELETE", what);
    if (!leave) return leave.error();
    const int code = leave->step();
    if (code != SQLITE_ROW) return sqliteError(db, code, what);
    if (leave->bytes(0) != QByteArrayView("delete")) return sqliteError(nullptr, SQLITE_BUSY, what);
    leave->reset();
    return execute(db, "BEGIN EXCLUSIVE; COMMIT", what);
}

Result<void> exportTo(sqlite3 *db, const QString &to, const Secret &newKey)
{
    {
        // Path and key as values: neither becomes part of a statement's text.
        auto attach = Statement::prepare(db, "ATTACH DATABASE ?1 AS rotated KEY ?2", what);
        if (!attach) return attach.error();
        const QByteArray path = to.toUtf8();
        const Secret keyText = rawKeyText(newKey);
        attach->bindText(1, path);
        attach->bindText(2, QByteArrayView(keyText.constData(), keyText.size()));
        if (auto attached = attach->run(what); !attached) return attached;
    }
    const std::string stamp = "PRAGMA rotated.user_version = " + std::to_string(schemaVersion);
    for (const char *sql : {"PRAGMA rotated.cipher_page_size = 8192", "PRAGMA rotated.synchronous = FULL",
                            "SELECT sqlcipher_export('rotated')", stamp.c_str(), "DETACH DATABASE rotated"})
        if (auto done = execute(db, sql, what); !done) return done;
    return {};
}

}  // namespace

Result<void> reencrypt(const QString &from, const Secret &oldKey, const QString &to, const Secret &newKey)
{
    auto source = DatabaseFile::open(from, oldKey, OpenMode::ReadWrite, 500);
    if (!source) return source.error();
    removeDatabase(to);
    if (auto made = writeDurably(to, QByteArray()); !made) return made;
    auto done = beAlone(source->handle());
    if (done) done = exportTo(source->handle(), to, newKey);
    if (!done) {
        (void)execute(source->handle(), "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL", what);
        return done;
    }
    auto copy = DatabaseFile::open(to, newKey, OpenMode::ReadWrite);
    if (!copy) return copy.error();
    if (auto wal = execute(copy->handle(), "PRAGMA journal_mode = WAL", what); !wal) return wal;
    // Refuses the copy unless it says the present version.
    if (auto version = migrate(copy->handle()); !version) return version;
    return {};
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"-wal", "-shm", "-journal", ""})
        QFile::remove(path + QLatin1String(suffix));
}

void removeLeftovers(const QString &directory, const QString &databaseName)
{
    QDir folder(directory);
    QStringList others = folder.entryList({QStringLiteral("cache.db"), QStringLiteral("cache-*.db")}, QDir::Files);
    others.removeAll(databaseName);
    if (others.isEmpty()) return;
    // Without the lock they may belong to a rotation that is under way in another program.
    const auto writer = WriterLock::take(directory, WriterLock::What::Events);
    if (!writer) return;
    const auto slots = KeySlots::load(directory);
    if (!slots || slots->databaseName() != databaseName) return;
    for (const QString &name : std::as_const(others))
        if (!name.contains(QLatin1String("damaged"))) removeDatabase(folder.filePath(name));
}

Result<std::unique_ptr<WriterLock>> WriterLock::take(const QString &directory, What kind, int waitMs)
{
    const QString name = kind == What::Events ? QStringLiteral("writer.lock") : QStringLiteral("slots.lock");
    std::unique_ptr<WriterLock> lock(new WriterLock(QDir(directory).filePath(name)));
    lock->m_file.setStaleLockTime(0);
    if (lock->m_file.tryLock(waitMs)) return lock;
    if (lock->m_file.error() == QLockFile::PermissionError)
        return sqliteError(nullptr, SQLITE_READONLY, QStringLiteral("Locking the cache"));
    if (lock->m_file.error() != QLockFile::LockFailedError)
        return makeError(Errc::Io,
                         QStringLiteral("The cache cannot be locked for writing. Check that its folder exists and "
                                        "that the disk is not full."));
    qint64 pid = 0;
    QString host, program;
    lock->m_file.getLockInfo(&pid, &host, &program);
    return makeError(Errc::Conflict,
                     QStringLiteral("%1 (process %2) is writing to this cache. Wait until it is done, or close it.")
                         .arg(program.isEmpty() ? QStringLiteral("Another program") : program)
                         .arg(pid));
}

}  // namespace lw::cache
