// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates for TLS tests, made on the spot by OpenSSL.
#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace lw::test {

struct Identity {
    QSslCertificate certificate;
    QSslKey key;
};

struct CertificateOptions {
    QString commonName = QStringLiteral("localhost");
    QStringList names = {QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1")};
    qint64 validFromDays = -1;  ///< relative to now
    qint64 validUntilDays = 30;
};

Identity makeAuthority(const QString &name);
Identity issue(const Identity &authority, const CertificateOptions &options = {});
Identity selfSigned(const CertificateOptions &options = {});
/// A .p12 file with certificate and key.
QByteArray pkcs12(const Identity &identity, const QByteArray &passphrase);

}  // namespace lw::test
