// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "core/policy/network.h"
#include "server/http/connection.h"
#include "server/http/tls.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <thread>
#include <vector>

namespace lw::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class HttpServer::Running {
  public:
    Running(const HttpConfig &config, const Router &router, Authenticator &authenticator, Log &log)
        : m_context{config,
                    router,
                    authenticator,
                    log,
                    Registry(config.limits),
                    asio::thread_pool(static_cast<std::size_t>(std::max(1, config.workers)))},
          m_acceptor(asio::make_strand(m_io))
    {
    }
    // A thread that cannot be joined is a defect; ending the program is the right answer to it.
    ~Running() { stop(std::chrono::milliseconds(0)); }  // NOLINT(bugprone-exception-escape)
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    Result<quint16> listen();
    void stop(std::chrono::milliseconds grace);
    Result<void> useTls(const TlsMaterial &material);
    int connectionCount() const { return m_context.registry.count(); }

  private:
    asio::awaitable<void> accept();
    void serve(tcp::socket socket);

    ServerContext m_context;  // outlives the coroutines that m_io destroys
    asio::io_context m_io;
    tcp::acceptor m_acceptor;
    asio::executor_work_guard<asio::io_context::executor_type> m_work = asio::make_work_guard(m_io);
    std::mutex m_tlsMutex;
    std::shared_ptr<asio::ssl::context> m_tls;
    std::vector<std::thread> m_threads;
};

Result<quint16> HttpServer::Running::listen()
{
    const HttpConfig &config = m_context.config;
    if (const Result<void> tls = useTls(config.tls); !tls) return tls.error();
    error_code error;
    const asio::ip::address address = asio::ip::make_address(config.address.toStdString(), error);
    if (error)
        return makeError(Errc::InvalidInput, QStringLiteral("%1 is no address to listen on.").arg(config.address),
                         QStringLiteral("listen"));
    const tcp::endpoint endpoint(address, config.port);
    m_acceptor.open(endpoint.protocol(), error);
#ifndef Q_OS_WIN
    // There it would let two programs share the port.
    if (!error) m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error && address.is_v6()) m_acceptor.set_option(asio::ip::v6_only(!address.is_unspecified()), error);
    if (!error) m_acceptor.bind(endpoint, error);
    if (!error) m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return makeError(Errc::Io,
                         QStringLiteral("The back end cannot listen on %1 port %2: %3. Choose another port, or end the "
                                        "program that uses it.")
                             .arg(config.address)
                             .arg(config.port)
                             .arg(QString::fromStdString(error.message())),
                         QStringLiteral("listen"));
    const quint16 port = m_acceptor.local_endpoint(error).port();
    asio::co_spawn(m_acceptor.get_executor(), accept(), asio::detached);
    for (int i = 0; i < std::max(1, config.ioThreads); ++i)
        m_threads.emplace_back([this] { m_io.run(); });
    return port;
}

asio::awaitable<void> HttpServer::Running::accept()
{
    constexpr auto yield = asio::as_tuple(asio::use_awaitable);
    while (!m_context.stopping) {
        const asio::any_io_executor strand = asio::make_strand(m_io);
        auto [error, socket] = co_await m_acceptor.async_accept(strand, yield);
        if (!m_acceptor.is_open()) break;
        if (error) {
            // Out of descriptors, as a rule: those in use come back, and trying at once would only burn the processor.
            asio::steady_timer pause(m_acceptor.get_executor(), std::chrono::milliseconds(50));
            co_await pause.async_wait(yield);
            continue;
        }
        serve(std::move(socket));
    }
}

void HttpServer::Running::serve(tcp::socket socket)
{
    error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) return;
    socket.set_option(tcp::no_delay(true), error);
    const QString raw = QString::fromStdString(peer.address().to_string());
    const QString address = policy::canonicalAddress(raw).value_or(raw);
    const Registry::Admission admission = m_context.registry.enter(address);
    if (admission == Registry::Admission::Close) return;  // the socket's destructor closes it
    std::shared_ptr<asio::ssl::context> tls;
    {
        const std::lock_guard lock(m_tlsMutex);
        tls = m_tls;
    }
    const asio::any_io_executor strand = socket.get_executor();
    auto connection =
        std::make_shared<Connection>(std::move(socket), std::move(tls), m_context, admission, address, peer.port());
    m_context.registry.add(connection);
    asio::co_spawn(
        strand, [connection]() { return connection->run(); },
        [connection, &log = m_context.log](std::exception_ptr failure) {
            if (!failure) return;
            connection->cut();
            try {
                std::rethrow_exception(failure);
            } catch (const std::exception &exception) {
                log.error(QStringLiteral("connection failed"),
                          {{QStringLiteral("reason"), QString::fromUtf8(exception.what())}});
            }
        });
}

void HttpServer::Running::stop(std::chrono::milliseconds grace)
{
    if (m_threads.empty()) return;
    m_context.stopping = true;
    asio::post(m_acceptor.get_executor(), [this] {
        error_code ignored;
        m_acceptor.close(ignored);
    });
    for (const auto &connection : m_context.registry.open())
        connection->finish();
    bool empty = m_context.registry.waitUntilEmpty(grace);
    while (!empty) {
        for (const auto &connection : m_context.registry.open())
            connection->cut();
        empty = m_context.registry.waitUntilEmpty(std::chrono::milliseconds(100));
    }
    m_context.workers.join();
    m_work.reset();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

Result<void> HttpServer::Running::useTls(const TlsMaterial &material)
{
    auto context = makeTlsContext(material);
    if (!context) return context.error();
    const std::lock_guard lock(m_tlsMutex);
    m_tls = std::move(context).value();
    return {};
}

HttpServer::HttpServer(const Router &router, Authenticator &authenticator, Log &log)
    : m_router(router), m_authenticator(authenticator), m_log(log)
{
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::start(const HttpConfig &config)
{
    auto running = std::make_unique<Running>(config, m_router, m_authenticator, m_log);
    Result<quint16> port = running->listen();
    if (port) m_running = std::move(running);
    return port;
}

void HttpServer::stop(std::chrono::milliseconds grace)
{
    if (m_running) m_running->stop(grace);
    m_running.reset();
}

Result<void> HttpServer::useTls(const TlsMaterial &material)
{
    if (!m_running) return makeError(Errc::Internal, QStringLiteral("The server is not running."));
    return m_running->useTls(material);
}

int HttpServer::connectionCount() const
{
    return m_running ? m_running->connectionCount() : 0;
}

}  // namespace lw::server
