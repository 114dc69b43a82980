// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/fingerprinttable.h"

namespace lw::server {

Result<bool> FingerprintTable::remember(qint64 logId, const QByteArray &fingerprint)
{
    if (!m_insert)
        m_insert.emplace(m_connection,
                         QStringLiteral("INSERT INTO fingerprints (log_id, fingerprint) VALUES (?, ?)"
                                        " ON CONFLICT (log_id, fingerprint) DO NOTHING"),
                         QStringLiteral("remember what was imported"));
    if (Result<void> ran = m_insert->run(logId, fingerprint); !ran) return ran.error();
    return m_insert->rowsChanged() > 0;
}

}  // namespace lw::server
