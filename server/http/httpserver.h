// SPDX-License-Identifier: GPL-3.0-or-later
// The back end's listener: HTTPS only, its own I/O threads for the connections, and workers on which handlers may
// block. Nothing of Asio is seen here, so that routes and tests compile quickly.
#pragma once

#include "core/util/result.h"
#include "server/http/authenticator.h"
#include "server/http/config.h"
#include "server/http/log.h"
#include "server/http/router.h"

#include <chrono>
#include <memory>

namespace lw::server {

class HttpServer {
  public:
    /// All three must outlive the server; the router does not change any more.
    HttpServer(const Router &router, Authenticator &authenticator, Log &log);
    /// Stops at once if nobody has stopped it.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens, and gives the port. Errc::InvalidInput: no address; Errc::Io: in use or not ours; Errc::Tls.
    Result<quint16> start(const HttpConfig &config);

    /// Takes no more connections, ends idle ones, lets requests in flight finish within `grace`, then cuts what is
    /// left. Returns when no thread of the server runs any more; handlers are always waited for.
    void stop(std::chrono::milliseconds grace);

    /// New connections get this certificate; open ones keep theirs.
    Result<void> useTls(const TlsMaterial &material);

    /// Open connections.
    int connectionCount() const;

  private:
    class Running;
    const Router &m_router;
    Authenticator &m_authenticator;
    Log &m_log;
    std::unique_ptr<Running> m_running;
};

}  // namespace lw::server
