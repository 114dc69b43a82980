// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS client that does exactly what a test says: any bytes, any pace, any protocol version. Every call ends within
// its time.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <chrono>
#include <memory>
#include <optional>

namespace lw::test {

struct Reply {
    int status = 0;                         ///< 0: no complete answer came
    QHash<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body;                        ///< without the chunked framing, content coding still on
    bool complete = false;
    QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
};

class TlsClient {
  public:
    struct Options {
        int minVersion = 0;  ///< OpenSSL's TLS1_2_VERSION and so on; 0: the library's own
        int maxVersion = 0;
        QByteArray ciphers;  ///< for TLS 1.2 and below
        QByteArray alpn;     ///< one protocol name
        QByteArray caPem;    ///< verify against it; empty: take any certificate
        QByteArray hostName = "localhost";
        int receiveBuffer = 0;      ///< bytes; a reader with little room
        QByteArray certificatePem;  ///< the client's own, with what signed it; empty: none
        QByteArray keyPem;
    };

    TlsClient() = default;
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    /// TCP and TLS.
    bool connect(quint16 port, const Options &options);
    bool connect(quint16 port) { return connect(port, Options()); }
    /// TCP only.
    bool connectPlain(quint16 port);

    bool send(const QByteArray &bytes);
    bool sendPlain(const QByteArray &bytes);
    /// The next answer. `headRequest`: no body follows whatever its length says.
    Reply read(bool headRequest = false);
    /// send() and read().
    Reply ask(const QByteArray &bytes, bool headRequest = false);
    /// GET with the usual headers.
    Reply get(const QByteArray &target, const QByteArray &extraHeaders = {});

    /// True when the server has ended the connection, within `time`. What arrives meanwhile is thrown away.
    bool waitForEnd(std::chrono::milliseconds time = std::chrono::seconds(10));
    /// Up to `most` bytes as they come, without looking at them.
    QByteArray readRaw(std::size_t most);
    void drop();

    int version() const;
    QByteArray cipher() const;
    QByteArray alpn() const;
    QByteArray peerCertificateDer() const;
    /// The server asked for a certificate in the handshake.
    bool wasAskedForCertificate() const { return m_asked; }
    QString error() const { return m_error; }
    /// Nothing came within the client's patience: the request may be at work still, so do not send it again.
    bool timedOut() const { return m_error == QLatin1String("timeout"); }

  private:
    using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
    template <typename Start>
    bool complete(Start start, std::size_t *count = nullptr);
    bool fill();
    bool readChunked(Reply &reply);
    std::optional<QByteArray> takeLine();

    boost::asio::io_context m_io;
    std::unique_ptr<boost::asio::ssl::context> m_context;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_in;
    QString m_error;
    bool m_ended = false;
    bool m_plain = false;
    bool m_asked = false;
};

}  // namespace lw::test
