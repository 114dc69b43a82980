// SPDX-License-Identifier: GPL-3.0-or-later
// One connection from handshake to close, as one coroutine on its own strand: read a request within the limits, have a
// worker answer it, write the answer at the client's pace, again. A watchdog holds every step to its time.
#pragma once

#include "server/http/authenticator.h"
#include "server/http/channel.h"
#include "server/http/config.h"
#include "server/http/log.h"
#include "server/http/ratelimit.h"
#include "server/http/registry.h"
#include "server/http/requestparser.h"
#include "server/http/responsewriter.h"
#include "server/http/router.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <chrono>
#include <memory>

namespace lw::server {

/// What all connections of a server share; outlives them.
struct ServerContext {
    const HttpConfig config;
    const Router &router;
    Authenticator &authenticator;
    Log &log;
    Registry registry;
    boost::asio::thread_pool workers;
    std::atomic<bool> stopping = false;
    RateLimiter handshakeLog{1, 10};  ///< port scans must not fill the log
};

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(boost::asio::ip::tcp::socket socket, std::shared_ptr<boost::asio::ssl::context> tls,
               ServerContext &context, Registry::Admission admission, QString address, quint16 port);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    boost::asio::awaitable<void> run();
    /// Ends the connection at once when it is between requests, else after the answer. From any thread.
    void finish();
    /// Ends it whatever it is doing. From any thread.
    void cut();

  private:
    enum class Next { Again, Close, Cut };
    struct Answer {
        Response response;
        bool keepAlive = false;
        bool headOnly = false;
        bool http10 = false;
    };

    boost::asio::awaitable<Next> serveOne();
    /// False: there is nobody to answer any more.
    boost::asio::awaitable<bool> readHead(RequestParser &parser, std::optional<Refusal> &refusal);
    /// Holds the body to what its route and its caller may send; an answer when the caller may not call the route.
    boost::asio::awaitable<std::optional<Response>> admitBody(RequestParser &parser, std::optional<Refusal> &refusal);
    boost::asio::awaitable<bool> readBody(RequestParser &parser, std::optional<Refusal> &refusal);
    /// Answers what never reaches a handler.
    boost::asio::awaitable<Next> refuse(Refusal refusal, Request &request);
    boost::asio::awaitable<Next> send(Answer &answer, const Request &request, QByteArray acceptEncoding);
    boost::asio::awaitable<bool> writeStream(Answer &answer, const Request &request);
    boost::asio::awaitable<bool> writePieces(Answer &answer, const Request &request);
    /// Until there may be more to tell.
    boost::asio::awaitable<void> waitForBell(Response &response);
    Framing framingOf(const Answer &answer) const;
    /// Whose request it is, when a trusted proxy sent it.
    std::optional<Refusal> takeClientAddress(Request &request) const;
    void logRequest(const Request &request, int status, bool complete);

    /// A handler that throws becomes "internal", and a line of the log.
    std::optional<Response> guarded(const Request &request, const std::function<std::optional<Response>()> &ask);

    // These run on a worker, while the connection's coroutine waits for them.
    boost::asio::awaitable<std::optional<Response>> refuseOnWorker(RequestParser &parser);
    boost::asio::awaitable<Response> answerOnWorker(RequestParser &parser);
    boost::asio::awaitable<void> pullOnWorker(const ChunkSource &source, QByteArray &chunk, Result<bool> &more);

    ServerContext &m_context;
    std::shared_ptr<boost::asio::ssl::context> m_tls;  ///< stays while newer connections use a newer certificate
    boost::asio::any_io_executor m_executor;
    Channel m_channel;
    boost::asio::steady_timer m_bell;
    const Registry::Admission m_admission;
    const QString m_address;
    const quint16 m_port;
    QByteArray m_clientFingerprint;
    boost::beast::flat_buffer m_in;
    bool m_betweenRequests = false;
    qint64 m_bytesOut = 0;
    std::chrono::steady_clock::time_point m_startedAt;
};

}  // namespace lw::server
