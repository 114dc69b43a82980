// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/tlsclient.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/write.hpp>
#include <openssl/ssl.h>

namespace lw::test {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// Far beyond any answer, also under sanitizers on a busy machine: nothing passes because it waited less.
constexpr std::chrono::seconds patience{100};

}  // namespace

TlsClient::~TlsClient()
{
    drop();
}

template <typename Start>
bool TlsClient::complete(Start start, std::size_t *count)
{
    bool done = false;
    error_code outcome;
    m_io.restart();
    start([&](error_code error, std::size_t moved = 0) {
        done = true;
        outcome = error;
        if (count) *count = moved;
    });
    m_io.run_for(patience);
    if (!done) {
        drop();
        m_io.restart();
        m_io.run();
        m_error = QStringLiteral("timeout");
        return false;
    }
    if (outcome) m_error = QString::fromStdString(outcome.message());
    return !outcome;
}

bool TlsClient::connect(quint16 port, const Options &options)
{
    m_context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_client);
    SSL_CTX *native = m_context->native_handle();
    // The test decides what is weak, not the client's own policy.
    SSL_CTX_set_security_level(native, 0);
    SSL_CTX_set_min_proto_version(native, options.minVersion);
    SSL_CTX_set_max_proto_version(native, options.maxVersion);
    if (!options.ciphers.isEmpty() && SSL_CTX_set_cipher_list(native, options.ciphers.constData()) != 1) return false;
    if (!options.caPem.isEmpty()) {
        error_code error;
        m_context->add_certificate_authority(
            asio::buffer(options.caPem.constData(), static_cast<std::size_t>(options.caPem.size())), error);
        m_context->set_verify_mode(asio::ssl::verify_peer, error);
        m_context->set_verify_callback(asio::ssl::host_name_verification(options.hostName.toStdString()), error);
    }
    if (!options.certificatePem.isEmpty()) {
        error_code error;
        m_context->use_certificate_chain(
            asio::buffer(options.certificatePem.constData(), static_cast<std::size_t>(options.certificatePem.size())),
            error);
        m_context->use_private_key(
            asio::buffer(options.keyPem.constData(), static_cast<std::size_t>(options.keyPem.size())),
            asio::ssl::context::pem, error);
    }
    SSL_CTX_set_cert_cb(
        native,
        [](SSL *, void *asked) {
            *static_cast<bool *>(asked) = true;
            return 1;
        },
        &m_asked);
    m_stream = std::make_unique<Stream>(m_io, *m_context);
    SSL_set_tlsext_host_name(m_stream->native_handle(), options.hostName.constData());
    if (!options.alpn.isEmpty()) {
        const QByteArray wire = char(options.alpn.size()) + options.alpn;
        SSL_set_alpn_protos(m_stream->native_handle(), reinterpret_cast<const unsigned char *>(wire.constData()),
                            static_cast<unsigned int>(wire.size()));
    }
    auto &socket = m_stream->next_layer();
    error_code error;
    socket.open(asio::ip::tcp::v4(), error);
    if (options.receiveBuffer > 0)
        socket.set_option(asio::socket_base::receive_buffer_size(options.receiveBuffer), error);
    const asio::ip::tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    if (!complete([&](auto handler) { socket.async_connect(endpoint, handler); })) return false;
    return complete([&](auto handler) { m_stream->async_handshake(asio::ssl::stream_base::client, handler); });
}

bool TlsClient::connectPlain(quint16 port)
{
    m_plain = true;
    m_context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_client);
    m_stream = std::make_unique<Stream>(m_io, *m_context);
    const asio::ip::tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    return complete([&](auto handler) { m_stream->next_layer().async_connect(endpoint, handler); });
}

bool TlsClient::send(const QByteArray &bytes)
{
    if (!m_stream) return false;
    const auto buffer = asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return complete([&](auto handler) { asio::async_write(*m_stream, buffer, handler); });
}

bool TlsClient::sendPlain(const QByteArray &bytes)
{
    const auto buffer = asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return complete([&](auto handler) { asio::async_write(m_stream->next_layer(), buffer, handler); });
}

QByteArray TlsClient::readRaw(std::size_t most)
{
    if (!m_stream || m_ended) return {};
    QByteArray bytes(static_cast<qsizetype>(most), Qt::Uninitialized);
    const auto buffer = asio::buffer(bytes.data(), most);
    std::size_t count = 0;
    const bool ok = complete(
        [&](auto handler) {
            if (m_plain)
                m_stream->next_layer().async_read_some(buffer, handler);
            else
                m_stream->async_read_some(buffer, handler);
        },
        &count);
    if (!ok) m_ended = true;
    bytes.truncate(static_cast<qsizetype>(count));
    return bytes;
}

bool TlsClient::fill()
{
    const QByteArray more = readRaw(64 * 1024);
    m_in += more;
    return !more.isEmpty();
}

std::optional<QByteArray> TlsClient::takeLine()
{
    for (;;) {
        const qsizetype end = m_in.indexOf("\r\n");
        if (end >= 0) {
            const QByteArray line = m_in.first(end);
            m_in.remove(0, end + 2);
            return line;
        }
        if (!fill()) return std::nullopt;
    }
}

bool TlsClient::readChunked(Reply &reply)
{
    for (;;) {
        const auto size = takeLine();
        bool ok = false;
        const qsizetype length = size ? size->toLongLong(&ok, 16) : 0;
        if (!ok) return false;
        while (m_in.size() < length + 2)
            if (!fill()) return false;
        reply.body += m_in.first(length);
        if (m_in.mid(length, 2) != "\r\n") return false;
        m_in.remove(0, length + 2);
        if (length == 0) return true;
    }
}

Reply TlsClient::read(bool headRequest)
{
    Reply reply;
    const auto statusLine = takeLine();
    if (!statusLine || !statusLine->startsWith("HTTP/1.1 ")) return reply;
    reply.status = statusLine->mid(9, 3).toInt();
    for (;;) {
        const auto line = takeLine();
        if (!line) return reply;
        if (line->isEmpty()) break;
        const qsizetype colon = line->indexOf(':');
        reply.headers.insert(line->first(colon).toLower(), line->mid(colon + 1).trimmed());
    }
    if (headRequest || reply.status == 204 || reply.status == 304 || reply.status == 100) {
        reply.complete = true;
    } else if (reply.header("transfer-encoding") == "chunked") {
        reply.complete = readChunked(reply);
    } else if (reply.headers.contains("content-length")) {
        const qsizetype length = reply.header("content-length").toLongLong();
        while (m_in.size() < length)
            if (!fill()) return reply;
        reply.body = m_in.first(length);
        m_in.remove(0, length);
        reply.complete = true;
    } else {
        while (fill()) {
        }
        reply.body = std::exchange(m_in, QByteArray());
        reply.complete = m_error == QString::fromStdString(error_code(asio::error::eof).message());
    }
    return reply;
}

Reply TlsClient::ask(const QByteArray &bytes, bool headRequest)
{
    send(bytes);  // a server that refuses early may end the connection before all is sent
    return read(headRequest);
}

Reply TlsClient::get(const QByteArray &target, const QByteArray &extraHeaders)
{
    return ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extraHeaders + "\r\n");
}

bool TlsClient::waitForEnd(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!m_ended && std::chrono::steady_clock::now() < until)
        readRaw(64 * 1024);
    return m_ended && !timedOut();
}

void TlsClient::drop()
{
    if (!m_stream) return;
    error_code ignored;
    m_stream->next_layer().close(ignored);
}

int TlsClient::version() const
{
    return SSL_version(m_stream->native_handle());
}

QByteArray TlsClient::cipher() const
{
    return SSL_get_cipher_name(m_stream->native_handle());
}

QByteArray TlsClient::alpn() const
{
    const unsigned char *name = nullptr;
    unsigned int length = 0;
    SSL_get0_alpn_selected(m_stream->native_handle(), &name, &length);
    return QByteArray(reinterpret_cast<const char *>(name), static_cast<qsizetype>(length));
}

QByteArray TlsClient::peerCertificateDer() const
{
    X509 *certificate = SSL_get1_peer_certificate(m_stream->native_handle());
    if (!certificate) return {};
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &out);
    X509_free(certificate);
    return der;
}

}  // namespace lw::test
