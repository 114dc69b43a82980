// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/databasefile.h"

#include "core/cache/sqlite.h"

#include <QDir>
#include <QFileInfo>

namespace lw::cache {

namespace {

// What must hold before the first page is read. docs/schema-cache.md has the figures behind the choices.
constexpr const char *beforeFirstPage =
    "PRAGMA cipher_log_level = NONE;"  // else it writes to stderr
    "PRAGMA cipher_memory_security = OFF;"
    "PRAGMA cipher_page_size = 8192;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;";
constexpr const char *afterFirstPage =
    "PRAGMA secure_delete = ON;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = NORMAL;";

int flagsOf(OpenMode mode)
{
    switch (mode) {
        case OpenMode::ReadWrite: return SQLITE_OPEN_READWRITE;
        case OpenMode::Create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case OpenMode::ReadOnly: return SQLITE_OPEN_READONLY;
    }
    return SQLITE_OPEN_READONLY;
}

// SQLite says CANTOPEN for most of what can be wrong with a place; people deserve to know which it is.
Error cannotOpen(sqlite3 *db, int code, const QString &path, OpenMode mode)
{
    const QString what = QStringLiteral("Opening the cache");
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR) {
        if (!file.exists() && mode != OpenMode::Create)
            return makeError(Errc::NotFound,
                             QStringLiteral("There is no cache at %1.").arg(QDir::toNativeSeparators(path)));
        if (folder.exists() && folder.isDir() && !folder.isWritable())
            return sqliteError(nullptr, SQLITE_READONLY, what);
    }
    return sqliteError(db, code, what);
}

}  // namespace

Secret rawKeyText(const Secret &key)
{
    static constexpr char digits[] = "0123456789abcdef";
    Secret text(key.size() * 2 + 3);
    char *out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (int i = 0; i < key.size(); ++i) {
        const auto byte = static_cast<unsigned char>(key.constData()[i]);
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 15];
    }
    *out = '\'';
    return text;
}

void DatabaseFile::Close::operator()(sqlite3 *db) const
{
    sqlite3_close_v2(db);
}

Result<DatabaseFile> DatabaseFile::open(const QString &path, const Secret &key, OpenMode mode, int busyTimeoutMs)
{
    if (key.size() != 32) return makeError(Errc::Internal, QStringLiteral("The cache's key must have 32 bytes."));
    sqlite3 *raw = nullptr;
    // One connection is used by one thread at a time (Connection sees to it), so SQLite need not lock for each call.
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &raw, flagsOf(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
    DatabaseFile file;
    file.m_db.reset(raw);
    if (opened != SQLITE_OK) return cannotOpen(raw, opened, path, mode);
    sqlite3_extended_result_codes(raw, 0);
    sqlite3_busy_timeout(raw, busyTimeoutMs);
    sqlite3_limit(raw, SQLITE_LIMIT_ATTACHED, 2);

    const Secret keyText = rawKeyText(key);
    int code = sqlite3_key(raw, keyText.constData(), keyText.size());
    if (code == SQLITE_OK) code = sqlite3_exec(raw, beforeFirstPage, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) code = sqlite3_exec(raw, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
    if (code == SQLITE_NOTADB)
        return makeError(Errc::WrongKey, QStringLiteral("This key does not open the cache, or the file is damaged."));
    if (code == SQLITE_OK) code = sqlite3_exec(raw, afterFirstPage, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return cannotOpen(raw, code, path, mode);
    return file;
}

}  // namespace lw::cache
