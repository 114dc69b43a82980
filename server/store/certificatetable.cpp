// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/certificatetable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<QList<ClientCertificate>> CertificateTable::ofUser(const QString &userId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT fingerprint, subject, added_at FROM client_certificates"
                                    " WHERE user_id = ? ORDER BY added_at, fingerprint"),
                     QStringLiteral("read the client certificates"));
    if (Result<void> ran = select.run(userId); !ran) return ran.error();
    QList<ClientCertificate> found;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append({select.value(0).toByteArray(), select.value(1).toString(), instantOf(select.value(2))});
    }
}

Result<bool> CertificateTable::has(const QString &userId, const QByteArray &fingerprint) const
{
    if (fingerprint.isEmpty()) return false;
    Statement select(m_connection,
                     QStringLiteral("SELECT 1 FROM client_certificates WHERE user_id = ? AND fingerprint = ?"),
                     QStringLiteral("look for the client certificate"));
    if (Result<void> ran = select.run(userId, fingerprint); !ran) return ran.error();
    return select.next();
}

Result<void> CertificateTable::insert(const QString &userId, const ClientCertificate &certificate)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO client_certificates (user_id, fingerprint, subject, added_at)"
                                    " VALUES (?, ?, ?, ?)"),
                     QStringLiteral("register the client certificate"));
    return insert.run(userId, certificate.fingerprint, certificate.subject, certificate.addedAt);
}

Result<bool> CertificateTable::remove(const QString &userId, const QByteArray &fingerprint)
{
    Statement erase(m_connection,
                    QStringLiteral("DELETE FROM client_certificates WHERE user_id = ? AND fingerprint = ?"),
                    QStringLiteral("remove the client certificate"));
    if (Result<void> ran = erase.run(userId, fingerprint); !ran) return ran.error();
    return erase.rowsChanged() > 0;
}

}  // namespace lw::server
