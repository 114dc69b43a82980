// SPDX-License-Identifier: GPL-3.0-or-later
// Client certificates as the transport sees them. Trust is by fingerprint: the handshake proves that the client holds
// the certificate's private key, whether the certificate is one of ours is asked elsewhere
// (server/auth/clientcertificates.h). Source: RFC 8446 4.4.2.4 (client certificates), RFC 7469's idea of trusting a key
// that was told before.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <openssl/ssl.h>

namespace lw::server {

struct PeerCertificate {
    QByteArray fingerprint;  ///< SHA-256 of the DER, 32 bytes
    QString subject;         ///< RFC 2253, as "CN=Ann Lee,O=Acme"
    QDateTime notBefore;     ///< UTC
    QDateTime notAfter;      ///< UTC
    int securityBits = 0;    ///< of its key, as OpenSSL counts them
};

/// The first certificate of the text. Errc::InvalidInput: there is none.
Result<PeerCertificate> certificateFromPem(QByteArrayView pem);

/// SHA-256 of the certificate that the peer proved to hold; empty when it showed none, or one that is not valid now.
QByteArray peerFingerprint(const SSL *connection);

/// Asks clients for a certificate and takes any, or none.
void askForCertificates(SSL_CTX *context);

}  // namespace lw::server
