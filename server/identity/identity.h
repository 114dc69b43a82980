// SPDX-License-Identifier: GPL-3.0-or-later
// What a back end is known by: its own certificate authority, its server certificate and the key that signs its audit
// logs. Made on the first start, kept in one directory that only its user may read, and used from then on: consoles pin
// the certificate and the log key.
//
//   ca.pem  ca.key      the authority, EC P-256, 10 years
//   server.pem server.key  EC P-256, 397 days (the longest that clients accept), renewed when fewer than 30 are left
//   log.key             Ed25519, never renewed: every checkpoint ever signed is verified with it
#pragma once

#include "core/util/clock.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace lw::server {

struct Identity {
    QByteArray caPem;                ///< what a client trusts
    QString caFile;                  ///< the same as a file
    QByteArray certificateChainPem;  ///< the server's certificate, then the authority's
    Secret serverKeyPem;
    Secret logKeyPem;              ///< PKCS#8; core/audit/note.h reads it
    QDateTime certificateExpires;  ///< UTC
    QString certificateSha256;     ///< fingerprint, lower-case hexadecimal
    bool created = false;          ///< this was the first start
    bool renewed = false;          ///< the server certificate is new, but not the authority
};

inline constexpr int caDays = 3652;
inline constexpr int serverCertificateDays = 397;
inline constexpr int renewalDays = 30;

/// Loads the identity in `dir`, makes what is missing on a first start, and renews the server certificate when it runs
/// out soon, is not from this authority, or lacks one of the names. Names and addresses become subject alternative
/// names.
/// Errors: Io (a file cannot be read or written), InvalidInput (a name or address is none; a private file is open to
/// others; field names it), Corrupt (a file is damaged, or only some of a key and its certificate are there), Crypto.
Result<Identity> loadOrCreateIdentity(const QString &dir, const QStringList &hostNames, const QStringList &addresses,
                                      const Clock &clock);

}  // namespace lw::server
