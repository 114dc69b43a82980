// SPDX-License-Identifier: GPL-3.0-or-later
// What the transport needs to know. Every limit of the contract (core/protocol/limits.h) is the default here and can be
// set by whoever runs the back end.
#pragma once

#include "core/policy/network.h"
#include "core/protocol/limits.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace lw::server {

struct TlsMaterial {
    QByteArray certificateChainPem;  ///< the server's certificate first
    Secret privateKeyPem;            ///< PKCS#8 without a passphrase
};

struct HttpLimits {
    qint64 headBytes =
        protocol::limits::requestHeadBytes;  ///< request line and headers, with the empty line: 431 beyond
    qint64 bodyBytes = protocol::limits::requestBodyBytes;  ///< 413 beyond
    int headerFields = 100;                                 ///< 431 beyond
    std::chrono::milliseconds handshake = protocol::limits::handshakeTimeout;
    std::chrono::milliseconds head = protocol::limits::headTimeout;  ///< from the first byte of a request: 408 after
    std::chrono::milliseconds body = protocol::limits::bodyTimeout;  ///< for the whole body: 408 after
    std::chrono::milliseconds idle = protocol::limits::idleTimeout;  ///< between requests
    std::chrono::milliseconds write{30'000};  ///< for each piece of an answer; a reader slower than that is cut off
    int connections = protocol::limits::connections;
    int connectionsPerAddress = protocol::limits::connections / 2;  ///< so that one address cannot hold them all
    int turnedAway = 32;  ///< how many beyond `connections` are told 503 with Retry-After; the rest are just closed
};

struct HttpConfig {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;  ///< 0: the system chooses
    TlsMaterial tls;
    HttpLimits limits;
    QList<policy::Network> trustedProxies;  ///< whose X-Forwarded-For is believed, see forwarded.h
    int ioThreads = 2;
    int workers = 4;
};

}  // namespace lw::server
