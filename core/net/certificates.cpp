// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/certificates.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslCipher>
#include <QSslKey>

namespace lw::net {

namespace {

QString nameOf(const QSslCertificate &certificate, bool issuer)
{
    const QStringList common = issuer ? certificate.issuerInfo(QSslCertificate::CommonName)
                                      : certificate.subjectInfo(QSslCertificate::CommonName);
    if (!common.isEmpty() && !common.constFirst().isEmpty()) return common.constFirst();
    const QStringList organisation = issuer ? certificate.issuerInfo(QSslCertificate::Organization)
                                            : certificate.subjectInfo(QSslCertificate::Organization);
    if (!organisation.isEmpty()) return organisation.constFirst();
    return issuer ? certificate.issuerDisplayName() : certificate.subjectDisplayName();
}

QString keyText(const QSslKey &key)
{
    QString kind = QStringLiteral("unknown key");
    if (key.algorithm() == QSsl::Rsa) kind = QStringLiteral("RSA");
    if (key.algorithm() == QSsl::Ec) kind = QStringLiteral("EC");
    if (key.algorithm() == QSsl::Dsa) kind = QStringLiteral("DSA");
    return key.length() > 0 ? QStringLiteral("%1 %2 bit").arg(kind).arg(key.length()) : kind;
}

QString day(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

}  // namespace

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    CertificateFacts facts;
    facts.subject = nameOf(certificate, false);
    facts.issuer = nameOf(certificate, true);
    const auto names = certificate.subjectAlternativeNames();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const QString kind = it.key() == QSsl::DnsEntry         ? QStringLiteral("DNS")
                             : it.key() == QSsl::IpAddressEntry ? QStringLiteral("IP")
                                                                : QStringLiteral("email");
        facts.names.append(kind + QLatin1Char(':') + it.value());
    }
    facts.names.sort();
    facts.validFrom = certificate.effectiveDate().toUTC();
    facts.validUntil = certificate.expiryDate().toUTC();
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.serial = QString::fromLatin1(certificate.serialNumber());
    facts.key = keyText(certificate.publicKey());
    facts.selfSigned = certificate.isSelfSigned();
    facts.pem = certificate.toPem();
    return facts;
}

QSslConfiguration tlsConfiguration(const Endpoint &endpoint)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setPeerVerifyDepth(0);
    tls.setSslOption(QSsl::SslOptionDisableCompression, true);
    tls.setSslOption(QSsl::SslOptionDisableLegacyRenegotiation, true);
    if (!endpoint.caPem.isEmpty()) tls.addCaCertificates(QSslCertificate::fromData(endpoint.caPem, QSsl::Pem));
    return tls;
}

QByteArray leafFingerprint(const QSslConfiguration &connection)
{
    const QSslCertificate leaf = connection.peerCertificate();
    return leaf.isNull() ? QByteArray() : leaf.digest(QCryptographicHash::Sha256);
}

bool isUnknownAuthority(const QSslError &error)
{
    switch (error.error()) {
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::CertificateUntrusted: return true;
        default: return false;
    }
}

QString inWords(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    const QString subject = certificate.isNull() ? QStringLiteral("the certificate")
                                                 : QLatin1Char('"') + nameOf(certificate, false) + QLatin1Char('"');
    switch (error.error()) {
        case QSslError::CertificateExpired:
            return QStringLiteral("The certificate of %1 expired on %2. It has to be renewed on the back end.")
                .arg(subject, day(certificate.expiryDate()));
        case QSslError::CertificateNotYetValid:
            return QStringLiteral("The certificate of %1 is valid only from %2. Check the clocks of both machines.")
                .arg(subject, day(certificate.effectiveDate()));
        case QSslError::HostNameMismatch: {
            const QStringList names = factsOf(certificate).names;
            return QStringLiteral("The certificate is for %1, not for %2. Connect by the name the certificate carries.")
                .arg(names.isEmpty() ? subject : names.join(QLatin1String(", ")), host);
        }
        case QSslError::SelfSignedCertificate:
            return QStringLiteral(
                       "The certificate of %1 is signed by itself, so nobody vouches for it but its fingerprint.")
                .arg(subject);
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return QStringLiteral("The authority that signed %1 is not known on this machine.").arg(subject);
        case QSslError::CertificateRevoked:
            return QStringLiteral("The certificate of %1 was revoked by its authority.").arg(subject);
        case QSslError::CertificateBlacklisted:
            return QStringLiteral("The certificate of %1 is known to be fraudulent.").arg(subject);
        case QSslError::NoPeerCertificate: return QStringLiteral("The back end showed no certificate.");
        default: return QStringLiteral("The certificate of %1 does not verify: %2.").arg(subject, error.errorString());
    }
}

Result<void> checkPin(const Endpoint &endpoint, const QByteArray &leafSha256)
{
    if (endpoint.pinnedSha256.isEmpty() || leafSha256 == endpoint.pinnedSha256) return {};
    return makeError(
        Errc::Tls,
        QStringLiteral(
            "The certificate of %1 is not the one that was accepted. Accepted: SHA-256 %2. Shown now: SHA-256 %3. "
            "Ask the back end's operator whether it was renewed before accepting the new one; until then "
            "nothing is sent.")
            .arg(endpoint.base.host(), fingerprintText(endpoint.pinnedSha256),
                 leafSha256.isEmpty() ? QStringLiteral("none") : fingerprintText(leafSha256)),
        QStringLiteral("fingerprint"));
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
        case QSsl::TlsV1_2: return QStringLiteral("TLS 1.2");
        case QSsl::TlsV1_3: return QStringLiteral("TLS 1.3");
        default: return QStringLiteral("unknown TLS");
    }
}

ConnectionInfo connectionInfoOf(const QSslConfiguration &connection, const Endpoint &endpoint, bool byPinOnly)
{
    ConnectionInfo info;
    const CertificateFacts leaf = factsOf(connection.peerCertificate());
    info.protocol = protocolName(connection.sessionProtocol());
    info.cipher = connection.sessionCipher().name();
    info.peerSubject = leaf.subject;
    info.fingerprint = leaf.sha256;
    info.validUntil = leaf.validUntil;
    if (byPinOnly)
        info.trustedBy = TrustedBy::PinnedCertificate;
    else if (!endpoint.caPem.isEmpty() && !connection.peerCertificateChain().isEmpty()) {
        // The system store has no certificate of ours: the chain ends in an accepted authority when one of them issued
        // it.
        const QString root = connection.peerCertificateChain().constLast().issuerDisplayName();
        for (const QSslCertificate &authority : QSslCertificate::fromData(endpoint.caPem, QSsl::Pem))
            if (authority.subjectDisplayName() == root) info.trustedBy = TrustedBy::AcceptedAuthority;
    }
    return info;
}

}  // namespace lw::net
