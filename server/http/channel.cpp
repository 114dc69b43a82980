// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/channel.h"

#include "server/http/peercertificate.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace lw::server {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr auto yield = asio::as_tuple(asio::use_awaitable);
constexpr Channel::Milliseconds farewell{2'000};
constexpr std::size_t farewellBytes = 4 * 1024 * 1024;

}  // namespace

Channel::Channel(asio::ip::tcp::socket socket, asio::ssl::context &tls)
    : m_stream(std::move(socket), tls), m_timer(m_stream.get_executor())
{
}

void Channel::allow(Milliseconds time)
{
    m_timedOut = false;
    watch(time, false);
}

void Channel::allowAnyTime()
{
    ++m_generation;
    m_timedOut = false;
    m_timer.cancel();
}

void Channel::watch(Milliseconds time, bool warned)
{
    m_timer.expires_after(time);
    m_timer.async_wait([this, warned, alive = std::weak_ptr(m_alive), generation = ++m_generation](error_code error) {
        if (error || alive.expired() || generation != m_generation) return;
        m_timedOut = true;
        if (warned) return cut();
        cancel();
        // The cancellation is lost on an operation that is just between two of its steps.
        watch(Milliseconds(200), true);
    });
}

asio::awaitable<bool> Channel::handshake()
{
    auto [error] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, yield);
    if (error) m_lastError = error.message();
    co_return !error;
}

QByteArray Channel::peerFingerprint()
{
    return server::peerFingerprint(m_stream.native_handle());
}

asio::awaitable<bool> Channel::readSome(boost::beast::flat_buffer &in, std::size_t most)
{
    if (m_timedOut) co_return false;
    const auto room = in.prepare(most);
    auto [error, count] = co_await m_stream.async_read_some(room, yield);
    in.commit(count);
    if (error) m_lastError = error.message();
    co_return !error && !m_timedOut;
}

asio::awaitable<bool> Channel::write(Buffers buffers)
{
    auto [error, count] = co_await asio::async_write(m_stream, buffers, yield);
    if (error) m_lastError = error.message();
    co_return !error;
}

asio::awaitable<void> Channel::close()
{
    allow(farewell);
    co_await m_stream.async_shutdown(yield);
    // Closing a socket with unread data resets the connection, and the reset would overtake our answer on its way.
    error_code ignored;
    m_stream.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    auto waste = std::make_unique<std::array<char, 16 * 1024>>();
    for (std::size_t total = 0; total < farewellBytes && !m_timedOut;) {
        auto [error, count] = co_await m_stream.next_layer().async_read_some(asio::buffer(*waste), yield);
        if (error) break;
        total += count;
    }
    cut();
}

void Channel::cancel()
{
    error_code ignored;
    m_stream.next_layer().cancel(ignored);
}

void Channel::cut()
{
    ++m_generation;
    m_timer.cancel();
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

}  // namespace lw::server
