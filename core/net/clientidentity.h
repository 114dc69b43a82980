// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate and key that this person shows to a back end which asks for one (mutual TLS). The key leaves memory
// only into the encrypted cache.
#pragma once

#include "core/net/tlsfacts.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QSslCertificate>
#include <QSslKey>

namespace lw::net {

/// A file beyond this is no certificate with a key.
inline constexpr qint64 identityFileBytes = 256 * 1024;

struct ClientIdentity {
    QSslCertificate leaf;
    QList<QSslCertificate> chain;  ///< issuers, without the leaf
    QSslKey key;
    bool isNull() const { return leaf.isNull() || key.isNull(); }
    CertificateFacts facts() const { return factsOf(leaf); }
    bool operator==(const ClientIdentity &) const = default;
};

/// A PKCS#12 file (.p12, .pfx) as authorities and browsers hand it out. Errc::InvalidInput, field "file" or
/// "passphrase"; one that is not valid at `nowUtc` is refused, because no back end takes it.
Result<ClientIdentity> identityFromPkcs12(const QByteArray &file, const Secret &passphrase, const QDateTime &nowUtc);

/// PEM of key and certificates, for the encrypted cache, and back. Errc::Corrupt.
Secret toSecret(const ClientIdentity &identity);
Result<ClientIdentity> identityFromSecret(const Secret &stored);

}  // namespace lw::net
