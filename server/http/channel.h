// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS stream with a watchdog: every operation happens within the time that was set last, or fails. Used on one strand
// only.
#pragma once

#include <QByteArray>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <string>

namespace lw::server {

class Channel {
  public:
    using Milliseconds = std::chrono::milliseconds;
    using Buffers = std::array<boost::asio::const_buffer, 3>;

    Channel(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &tls);
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// Everything from now on must happen within `time`. A read that is too late fails, and timedOut() is true; after
    /// another allow() an answer can still be written. What goes on nevertheless is cut shortly after.
    void allow(Milliseconds time);
    /// No limit, as while a worker is busy.
    void allowAnyTime();
    bool timedOut() const { return m_timedOut; }

    boost::asio::awaitable<bool> handshake();
    /// Of the certificate that the client showed in it, see peercertificate.h.
    QByteArray peerFingerprint();
    /// Appends up to `most` bytes that arrive to `in`; false on end of stream, failure or time-out.
    boost::asio::awaitable<bool> readSome(boost::beast::flat_buffer &in, std::size_t most);
    boost::asio::awaitable<bool> write(Buffers buffers);
    /// Says goodbye, and lets the client read our last answer even while it is still sending.
    boost::asio::awaitable<void> close();

    /// Makes a pending read fail.
    void cancel();
    void cut();
    /// Why the last operation failed.
    const std::string &lastError() const { return m_lastError; }

  private:
    void watch(Milliseconds time, bool warned);

    boost::asio::ssl::stream<boost::asio::ip::tcp::socket> m_stream;
    boost::asio::steady_timer m_timer;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);  ///< a late timer finds it gone
    unsigned m_generation = 0;
    bool m_timedOut = false;
    std::string m_lastError;
};

}  // namespace lw::server
