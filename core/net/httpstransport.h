// SPDX-License-Identifier: GPL-3.0-or-later
// HTTPS by QNetworkAccessManager: TLS 1.2 at least, chain and host name always verified, no redirect followed, no
// cookie, no cache, no plaintext. A pinned leaf must match even where its chain is trusted; it excuses only an unknown
// chain end, never a wrong host, a date or a revoked, weak or blacklisted certificate.
#pragma once

#include "core/net/endpoint.h"
#include "core/net/transport.h"

#include <memory>

namespace lw::net {

class HttpsTransport final : public Transport {
    Q_OBJECT
  public:
    explicit HttpsTransport(Endpoint endpoint, QObject *parent = nullptr);
    ~HttpsTransport() override;

    Exchange *start(TransportRequest request) override;
    ConnectionInfo connectionInfo() const override;
    void setIdentity(const ClientIdentity &identity) override;
    void disconnectFromPeer() override;

  private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace lw::net
