// SPDX-License-Identifier: GPL-3.0-or-later
// X.509 by OpenSSL: making the authority and the server certificate, and reading back what the identity must know of
// them. Source: RFC 5280; CA/Browser Forum baseline requirements (names only in subjectAltName, at most 398 days).
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace lw::server {

struct KeyAndCertificate {
    Secret keyPem;
    QByteArray certificatePem;
};

Result<KeyAndCertificate> makeAuthority(const QDateTime &nowUtc);
/// Signed by the authority; each name a dNSName, each address an iPAddress.
Result<KeyAndCertificate> makeServerCertificate(const KeyAndCertificate &authority, const QStringList &hostNames,
                                                const QStringList &addresses, const QDateTime &nowUtc);
/// An Ed25519 key, PKCS#8 PEM.
Result<Secret> makeLogKey();

struct CertificateFacts {
    QDateTime notBefore;  ///< UTC
    QDateTime notAfter;   ///< UTC
    QString sha256;       ///< lower-case hexadecimal
};
Result<CertificateFacts> factsOf(const QByteArray &certificatePem);

/// Key and certificate belong together.
bool belongTogether(const Secret &keyPem, const QByteArray &certificatePem);
bool isSignedBy(const QByteArray &certificatePem, const QByteArray &authorityPem);
/// The certificate is good for that host name or address, as a client would judge.
bool isGoodFor(const QByteArray &certificatePem, const QString &hostNameOrAddress);
/// An Ed25519 private key.
bool isLogKey(const Secret &keyPem);

}  // namespace lw::server
