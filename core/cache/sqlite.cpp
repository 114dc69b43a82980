// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sqlite.h"

namespace lw::cache {

Error sqliteError(sqlite3 *db, int code, const QString &what)
{
    const int extended = db && code != SQLITE_OK ? sqlite3_extended_errcode(db) : code;
    const auto say = [&](Errc errc, const char *sentence) {
        return makeError(errc, QStringLiteral("%1: %2 (SQLite %3)").arg(what, QLatin1String(sentence)).arg(extended));
    };
    switch (code & 0xff) {
        case SQLITE_INTERRUPT: return makeError(Errc::Cancelled, QStringLiteral("%1 was cancelled.").arg(what));
        case SQLITE_FULL:
            return say(Errc::DiskFull,
                       "the disk is full. Free some space and try again; nothing that was stored is lost.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return say(Errc::ReadOnly,
                       "the folder of the cache may not be written. Check its permissions, or choose "
                       "another folder for the profile.");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
            return say(Errc::Corrupt,
                       "the cache is damaged. Put the file aside and sync anew; the back end still has "
                       "every event.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return say(Errc::Conflict, "another program is using the cache. Wait until it is done, or close it.");
        case SQLITE_CANTOPEN:
            return say(Errc::Io,
                       "the cache cannot be opened. Check that its folder exists and may be read and written.");
        case SQLITE_NOMEM: return say(Errc::Io, "there is not enough memory. Close other programs and try again.");
        case SQLITE_IOERR:
            return say(Errc::Io, "the disk reported a failure. Check the disk and its free space, then try again.");
        case SQLITE_TOOBIG: return say(Errc::TooLarge, "a value is larger than the cache can hold.");
        case SQLITE_CONSTRAINT: return say(Errc::Conflict, "such an entry exists already.");
        default: {
            const QString detail = db ? QString::fromUtf8(sqlite3_errmsg(db)) : QString::fromUtf8(sqlite3_errstr(code));
            return makeError(Errc::Internal,
                             QStringLiteral("%1 failed: %2 (SQLite %3).").arg(what, detail).arg(extended));
        }
    }
}

Result<Statement> Statement::prepare(sqlite3 *db, std::string_view sql, const QString &what)
{
    sqlite3_stmt *raw = nullptr;
    const int code =
        sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) return sqliteError(db, code, what);
    Statement statement;
    statement.m_statement.reset(raw);
    return statement;
}

void Statement::bindBlob(int index, QByteArrayView bytes)
{
    // A null pointer would bind NULL; an empty blob is not NULL.
    sqlite3_bind_blob64(get(), index, bytes.isEmpty() ? "" : bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                        SQLITE_STATIC);
}

void Statement::bindText(int index, QByteArrayView utf8)
{
    sqlite3_bind_text64(get(), index, utf8.isEmpty() ? "" : utf8.data(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

Result<void> Statement::run(const QString &what)
{
    const int code = step();
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        const Error error = sqliteError(sqlite3_db_handle(get()), code, what);
        reset();
        return error;
    }
    reset();
    return {};
}

QByteArrayView Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(get(), column);
    return QByteArrayView(static_cast<const char *>(data), sqlite3_column_bytes(get(), column));
}

Result<void> execute(sqlite3 *db, const char *sql, const QString &what)
{
    const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteError(db, code, what);
    return {};
}

Result<Transaction> Transaction::begin(sqlite3 *db, const char *sql, const QString &what)
{
    if (auto begun = execute(db, sql, what); !begun) return begun.error();
    return Transaction(db, what);
}

Transaction::~Transaction()
{
    if (m_db && !sqlite3_get_autocommit(m_db)) sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (auto done = execute(m_db, "COMMIT", m_what); !done) return done;
    m_db = nullptr;
    return {};
}

}  // namespace lw::cache
