// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told about a TLS connection and about a certificate, before and after trusting it.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

class QSslCertificate;

namespace lw::net {

enum class TrustedBy : quint8 {
    SystemStore,        ///< chain ends in the operating system's store
    AcceptedAuthority,  ///< chain ends in Endpoint::caPem
    PinnedCertificate   ///< the leaf is the one the administrator accepted by its fingerprint
};

/// The connection that stands, as the shell shows it.
struct ConnectionInfo {
    QString protocol;        ///< "TLS 1.3"
    QString cipher;          ///< "TLS_AES_256_GCM_SHA384"
    QString peerSubject;     ///< the verified identity: common name, or first alternative name
    QByteArray fingerprint;  ///< SHA-256 of the DER leaf, 32 bytes
    QDateTime validUntil;    ///< UTC
    TrustedBy trustedBy = TrustedBy::SystemStore;
    bool operator==(const ConnectionInfo &) const = default;
};

struct CertificateFacts {
    QString subject;  ///< common name, or the whole distinguished name where there is none
    QString issuer;
    QStringList names;     ///< alternative names: "DNS:pbx.example.com", "IP:127.0.0.1"
    QDateTime validFrom;   ///< UTC
    QDateTime validUntil;  ///< UTC
    QByteArray sha256;     ///< of the DER form, 32 bytes
    QString serial;        ///< hexadecimal
    QString key;           ///< "EC 256 bit"
    bool selfSigned = false;
    QByteArray pem;
};

/// The result of looking at a back end's certificate without trusting it: no byte beyond the handshake was sent.
struct CertificateReport {
    QString host;
    quint16 port = 0;
    QString protocol;  ///< what was negotiated
    QString cipher;
    QList<CertificateFacts> chain;  ///< leaf first; never empty
    QStringList problems;           ///< what the verification found wrong, in sentences; empty: trusted as it is
    bool trusted = false;           ///< chain, host name and dates verify with what the endpoint trusts already
    bool acceptable = false;        ///< only the chain's end is unknown: may be accepted by its fingerprint
};

CertificateFacts factsOf(const QSslCertificate &certificate);

}  // namespace lw::net
