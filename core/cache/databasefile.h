// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a SQLCipher file the one way this program does: raw key, nothing in clear on disk, known pragmas. Internal.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace lw::cache {

enum class OpenMode {
    ReadWrite,  ///< must exist
    Create,     ///< made when missing
    ReadOnly
};

/// An open file; closed with its owner. Not thread-safe, except interrupt.
class DatabaseFile {
  public:
    DatabaseFile() = default;

    /// `key` is 32 raw bytes. Errc::NotFound, ReadOnly, Io; Errc::WrongKey when the bytes of the file do not open with
    /// the key (another key, or no database, or a damaged first page: the caller knows which).
    static Result<DatabaseFile> open(const QString &path, const Secret &key, OpenMode mode, int busyTimeoutMs = 5000);

    sqlite3 *handle() const { return m_db.get(); }
    void close() { m_db.reset(); }

  private:
    struct Close {
        void operator()(sqlite3 *db) const;
    };
    std::unique_ptr<sqlite3, Close> m_db;
};

/// "x'…'": SQLCipher's text for a raw key, in wiped memory.
Secret rawKeyText(const Secret &key);

}  // namespace lw::cache
