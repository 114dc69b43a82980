// SPDX-License-Identifier: GPL-3.0-or-later
// Interned strings by id, as they were read; bounded, because a log may hold millions of different ones. Internal.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

struct sqlite3;

namespace lw::cache {

class Statement;

class TextCache {
  public:
    static constexpr qsizetype maxBytes = 48 * 1024 * 1024;

    /// Empties the cache when it has grown over its bound; call where no view is held.
    void trim();
    void clear();

    /// UTF-8; id 0 is empty. The view is valid until trim() or clear(). `byId` selects the value of a text id.
    Result<QByteArrayView> utf8(qint64 id, Statement &byId)
    {
        if (static_cast<size_t>(id) < m_texts.size() && m_known[static_cast<size_t>(id)])
            return QByteArrayView(m_texts[static_cast<size_t>(id)]);
        return load(id, byId);
    }
    static constexpr const char *byIdSql = "SELECT value FROM text WHERE id = ?1";

  private:
    Result<QByteArrayView> load(qint64 id, Statement &byId);
    std::vector<QByteArray> m_texts;
    std::vector<bool> m_known;
    qsizetype m_bytes = 0;
};

}  // namespace lw::cache
