// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that decides whether a verification error may be excused by a pinned leaf, and says errors in words.
#pragma once

#include "core/net/endpoint.h"
#include "core/net/tlsfacts.h"

#include <QSslConfiguration>
#include <QSslError>

namespace lw::net {

/// TLS 1.2 and later, peer always verified, the endpoint's own authorities beside the system's.
QSslConfiguration tlsConfiguration(const Endpoint &endpoint);

QByteArray leafFingerprint(const QSslConfiguration &connection);

/// Errors that only say that the chain's end is unknown here: what accepting a fingerprint is for.
bool isUnknownAuthority(const QSslError &error);

/// One sentence an administrator understands.
QString inWords(const QSslError &error, const QString &host);

/// Errc::Tls naming both fingerprints when a pin is set and the leaf is another.
Result<void> checkPin(const Endpoint &endpoint, const QByteArray &leafSha256);

/// Facts of the verified connection.
ConnectionInfo connectionInfoOf(const QSslConfiguration &connection, const Endpoint &endpoint, bool byPinOnly);

QString protocolName(QSsl::SslProtocol protocol);

}  // namespace lw::net
