// SPDX-License-Identifier: GPL-3.0-or-later
// The table client_certificates: certificates that people may show, by the SHA-256 of their DER.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSqlDatabase>
#include <QString>

namespace lw::server {

struct ClientCertificate {
    QByteArray fingerprint;  ///< 32 bytes
    QString subject;         ///< as the certificate says it; empty when only the fingerprint was given
    QDateTime addedAt;       ///< UTC
    bool operator==(const ClientCertificate &) const = default;
};

class CertificateTable {
  public:
    explicit CertificateTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// The first added first.
    Result<QList<ClientCertificate>> ofUser(const QString &userId) const;
    /// False for an empty fingerprint: nothing was shown.
    Result<bool> has(const QString &userId, const QByteArray &fingerprint) const;
    /// Errc::Conflict: the person has it already.
    Result<void> insert(const QString &userId, const ClientCertificate &certificate);
    /// False: it was not there.
    Result<bool> remove(const QString &userId, const QByteArray &fingerprint);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server
