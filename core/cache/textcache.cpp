// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/textcache.h"

#include "core/cache/sqlite.h"

namespace lw::cache {

void TextCache::trim()
{
    if (m_bytes > maxBytes) clear();
}

void TextCache::clear()
{
    m_texts.clear();
    m_known.clear();
    m_bytes = 0;
}

Result<QByteArrayView> TextCache::load(qint64 id, Statement &byId)
{
    if (id == 0) return QByteArrayView("", 0);
    byId.bind(1, id);
    const int code = byId.step();
    if (code != SQLITE_ROW) {
        sqlite3 *db = sqlite3_db_handle(byId.get());
        // A row that names a text which is not there: SQLite saw nothing wrong, but the cache is.
        Error error =
            sqliteError(db, code == SQLITE_DONE ? SQLITE_CORRUPT : code, QStringLiteral("Reading the login log"));
        byId.reset();
        return error;
    }
    const auto at = static_cast<size_t>(id);
    if (at >= m_texts.size()) {
        m_texts.resize(at + 1);
        m_known.resize(at + 1);
    }
    m_texts[at] = byId.bytes(0).toByteArray();
    m_known[at] = true;
    m_bytes += m_texts[at].size() + static_cast<qsizetype>(sizeof(QByteArray)) * 2;
    byId.reset();
    return QByteArrayView(m_texts[at]);
}

}  // namespace lw::cache
