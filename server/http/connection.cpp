// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/forwarded.h"
#include "server/http/responsewriter.h"

#include <QRandomGenerator>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <openssl/crypto.h>

#include <chrono>

namespace lw::server {

namespace asio = boost::asio;

namespace {

constexpr std::size_t readBytes = 16 * 1024;        // one TLS record
constexpr std::size_t longestChunkHead = 8 * 1024;  // chunk size with extensions, trailers
constexpr int retryAfterSeconds = 5;

QByteArrayView viewOf(const boost::beast::flat_buffer &buffer)
{
    return QByteArrayView(static_cast<const char *>(buffer.cdata().data()), static_cast<qsizetype>(buffer.size()));
}

/// What was parsed may hold a token or a password: it does not stay in the read buffer.
void consumeWiped(boost::beast::flat_buffer &buffer, qsizetype count)
{
    OPENSSL_cleanse(buffer.data().data(), static_cast<std::size_t>(count));
    buffer.consume(static_cast<std::size_t>(count));
}

QString newRequestId()
{
    QRandomGenerator *random = QRandomGenerator::system();
    return QStringLiteral("req_%1%2")
        .arg(random->generate64(), 16, 16, QLatin1Char('0'))
        .arg(random->generate64(), 16, 16, QLatin1Char('0'));
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls, ServerContext &context,
                       Registry::Admission admission, QString address, quint16 port)
    : m_context(context),
      m_tls(std::move(tls)),
      m_executor(socket.get_executor()),
      m_channel(std::move(socket), *m_tls),
      m_bell(m_executor),
      m_admission(admission),
      m_address(std::move(address)),
      m_port(port)
{
}

Connection::~Connection()
{
    m_context.registry.leave(m_address, m_admission);
    m_context.registry.remove(this);
}

void Connection::finish()
{
    asio::post(m_executor, [self = shared_from_this()] {
        if (self->m_betweenRequests) self->m_channel.cancel();
        self->m_bell.cancel();
    });
}

void Connection::cut()
{
    asio::post(m_executor, [self = shared_from_this()] {
        self->m_channel.cut();
        self->m_bell.cancel();
    });
}

asio::awaitable<void> Connection::run()
{
    m_channel.allow(m_context.config.limits.handshake);
    if (!co_await m_channel.handshake()) {
        if (m_context.handshakeLog.take(QString(), QDateTime::currentDateTimeUtc()).allowed)
            m_context.log.info(
                QStringLiteral("handshake failed"),
                {{QStringLiteral("peer"), m_address},
                 {QStringLiteral("reason"),
                  m_channel.timedOut() ? QStringLiteral("timeout") : QString::fromStdString(m_channel.lastError())}});
        m_channel.cut();
        co_return;
    }
    m_clientFingerprint = m_channel.peerFingerprint();
    Next next = Next::Again;
    while (next == Next::Again)
        next = co_await serveOne();
    if (next == Next::Close)
        co_await m_channel.close();
    else
        m_channel.cut();
}

asio::awaitable<Connection::Next> Connection::serveOne()
{
    const HttpLimits &limits = m_context.config.limits;
    if (m_in.size() == 0) {
        if (m_context.stopping) co_return Next::Close;
        m_channel.allow(limits.idle);
        m_betweenRequests = true;
        const bool arrived = co_await m_channel.readSome(m_in, readBytes);
        m_betweenRequests = false;
        if (!arrived) co_return Next::Close;
    }
    m_channel.allow(limits.head);
    RequestParser parser(limits);
    Request &request = parser.request();
    request.peerAddress = m_address;
    request.peerPort = m_port;
    request.clientFingerprint = m_clientFingerprint;
    request.requestId = newRequestId();
    m_startedAt = std::chrono::steady_clock::now();
    m_bytesOut = 0;

    std::optional<Refusal> refusal;
    if (!co_await readHead(parser, refusal)) co_return Next::Close;
    m_startedAt = std::chrono::steady_clock::now();
    if (m_admission == Registry::Admission::TurnAway && !refusal)
        refusal = Refusal{503, QStringLiteral("The back end serves as many connections as it may. Try again soon.")};
    if (!refusal) refusal = takeClientAddress(request);
    if (!refusal) {
        if (std::optional<Response> refused = co_await admitBody(parser, refusal)) {
            Answer early;
            early.response = *std::move(refused);  // the body stays unread, so that the connection ends
            early.headOnly = request.method == "HEAD";
            co_return co_await send(early, request, {});
        }
    }
    if (!refusal && !co_await readBody(parser, refusal)) co_return Next::Close;
    if (refusal) co_return co_await refuse(*refusal, request);

    m_channel.allowAnyTime();
    Answer answer;
    answer.headOnly = request.method == "HEAD";
    answer.http10 = parser.isHttp10();
    const QByteArray accepted = request.headers.joined("Accept-Encoding");
    answer.response = co_await asio::co_spawn(m_context.workers, answerOnWorker(parser), asio::use_awaitable);
    answer.keepAlive = parser.keepAlive() && !answer.response.close && !m_context.stopping;
    co_return co_await send(answer, request, accepted);
}

std::optional<Refusal> Connection::takeClientAddress(Request &request) const
{
    const Result<QString> client = clientAddress(m_address, request.headers, m_context.config.trustedProxies);
    if (!client) return Refusal{400, client.error().message};
    if (*client == m_address) return std::nullopt;
    request.peerAddress = *client;
    request.peerPort = 0;  // the proxy's own port says nothing of the client
    return std::nullopt;
}

asio::awaitable<Connection::Next> Connection::send(Answer &answer, const Request &request, QByteArray accepted)
{
    prepareBody(answer.response, accepted, answer.headOnly);
    bool complete = true;
    if (answer.response.stream && !answer.headOnly) {
        complete = co_await writeStream(answer, request);
    } else {
        m_channel.allow(m_context.config.limits.write);
        const QByteArray head = headOf(answer.response, request.requestId, framingOf(answer));
        const QByteArrayView body = answer.headOnly ? QByteArrayView() : QByteArrayView(answer.response.body);
        const Channel::Buffers buffers{asio::buffer(head.constData(), static_cast<std::size_t>(head.size())),
                                       asio::buffer(body.data(), static_cast<std::size_t>(body.size())),
                                       {}};
        complete = co_await m_channel.write(buffers);
        m_bytesOut = body.size();
    }
    wipe(answer.response.body);  // it may have granted a token
    logRequest(request, answer.response.status, complete);
    if (!complete) co_return Next::Cut;
    co_return answer.keepAlive ? Next::Again : Next::Close;
}

asio::awaitable<bool> Connection::readHead(RequestParser &parser, std::optional<Refusal> &refusal)
{
    const qint64 most = m_context.config.limits.headBytes;
    qsizetype seen = 0;
    for (;;) {
        const QByteArrayView bytes = viewOf(m_in);
        const qsizetype length = RequestParser::headLength(bytes, seen);
        if (length > most || (length < 0 && bytes.size() >= most)) {
            refusal = Refusal{431, QStringLiteral("The head is larger than the limit of %1 bytes.").arg(most)};
            co_return true;
        }
        if (length > 0) {
            refusal = parser.takeHead(bytes.first(length));
            consumeWiped(m_in, length);
            co_return true;
        }
        seen = bytes.size();
        if (!co_await m_channel.readSome(m_in, readBytes)) {
            if (!m_channel.timedOut()) co_return false;
            refusal = Refusal{408, QStringLiteral("The head of the request did not arrive in time.")};
            co_return true;
        }
    }
}

asio::awaitable<std::optional<Response>> Connection::admitBody(RequestParser &parser, std::optional<Refusal> &refusal)
{
    const qint64 usual = m_context.config.limits.bodyBytes;
    const qint64 own = parser.mayExceed(0) ? m_context.router.bodyBytes(parser.request()) : 0;
    if (own > usual && parser.mayExceed(usual)) {
        m_channel.allowAnyTime();
        std::optional<Response> refused =
            co_await asio::co_spawn(m_context.workers, refuseOnWorker(parser), asio::use_awaitable);
        if (refused) co_return refused;
    }
    refusal = parser.limitBody(own > 0 ? own : usual);
    co_return std::nullopt;
}

asio::awaitable<bool> Connection::readBody(RequestParser &parser, std::optional<Refusal> &refusal)
{
    if (parser.is_done()) co_return true;
    m_channel.allow(m_context.config.limits.body);
    if (parser.expectsContinue() && m_in.size() == 0) {
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        const Channel::Buffers buffers{asio::buffer(goOn), {}, {}};
        if (!co_await m_channel.write(buffers)) co_return false;
    }
    while (!parser.is_done()) {
        qsizetype used = 0;
        if (m_in.size() > 0) {
            refusal = parser.takeBody(viewOf(m_in), used);
            consumeWiped(m_in, used);
            if (refusal || parser.is_done()) co_return true;
        }
        if (used > 0) continue;
        if (m_in.size() > longestChunkHead) {
            refusal = Refusal{400, QStringLiteral("A chunk's size line or the trailers are too long.")};
            co_return true;
        }
        if (!co_await m_channel.readSome(m_in, readBytes)) {
            if (!m_channel.timedOut()) co_return false;
            refusal = Refusal{408, QStringLiteral("The body of the request did not arrive in time.")};
            co_return true;
        }
    }
    co_return true;
}

asio::awaitable<Connection::Next> Connection::refuse(Refusal refusal, Request &request)
{
    Answer answer;
    answer.response = refusalResponse(refusal.status, refusal.detail, retryAfterSeconds);
    answer.headOnly = request.method == "HEAD";
    co_return co_await send(answer, request, {});
}

asio::awaitable<std::optional<Response>> Connection::refuseOnWorker(RequestParser &parser)
{
    co_return guarded(parser.request(), [&] {
        return m_context.router.refuse(parser.request(), parser.token(), m_context.authenticator);
    });
}

asio::awaitable<Response> Connection::answerOnWorker(RequestParser &parser)
{
    Request &request = parser.request();
    std::optional<Response> response = guarded(request, [&] {
        return std::optional(m_context.router.dispatch(request, parser.token(), m_context.authenticator));
    });
    wipe(request.body);
    co_return *std::move(response);
}

std::optional<Response> Connection::guarded(const Request &request, const std::function<std::optional<Response>()> &ask)
{
    std::optional<Response> response;
    QString defect;
    try {
        response = ask();
    } catch (const std::exception &exception) {
        defect = QString::fromUtf8(exception.what());
    } catch (...) {
        defect = QStringLiteral("unknown exception");
    }
    if (!defect.isNull()) {
        m_context.log.error(QStringLiteral("handler failed"), {{QStringLiteral("id"), request.requestId},
                                                               {QStringLiteral("operation"), request.operationId},
                                                               {QStringLiteral("reason"), defect}});
        response = problem(
            makeError(Errc::Internal, QStringLiteral("The back end failed on this request. Its log says why, under the "
                                                     "request id of this answer.")));
    }
    return response;
}

asio::awaitable<void> Connection::pullOnWorker(const ChunkSource &source, QByteArray &chunk, Result<bool> &more)
{
    QString defect;
    try {
        more = source(chunk);
        co_return;
    } catch (const std::exception &exception) {
        defect = QString::fromUtf8(exception.what());
    } catch (...) {
        defect = QStringLiteral("unknown exception");
    }
    more = makeError(Errc::Internal, defect);
}

asio::awaitable<bool> Connection::writeStream(Answer &answer, const Request &request)
{
    // Both may outlive the connection: what they call looks whether it is still there.
    const std::shared_ptr<Lifeline> lifeline = answer.response.lifeline;
    const std::shared_ptr<Doorbell> doorbell = answer.response.doorbell;
    const std::weak_ptr<Connection> weak = weak_from_this();
    int listener = 0;
    if (lifeline)
        listener = lifeline->listen([weak] {
            if (const auto self = weak.lock()) self->cut();
        });
    if (doorbell)
        doorbell->wake([weak] {
            if (const auto self = weak.lock()) asio::post(self->m_executor, [self] { self->m_bell.cancel(); });
        });
    const bool complete = co_await writePieces(answer, request);
    if (lifeline) lifeline->forget(listener);
    if (doorbell) doorbell->wake({});
    co_return complete;
}

asio::awaitable<void> Connection::waitForBell(Response &response)
{
    // A ring between this question and the wait comes as a call on this strand, and finds the wait begun.
    if (response.doorbell->rang() || m_context.stopping) co_return;
    m_bell.expires_after(response.waitAtMost);
    co_await m_bell.async_wait(asio::as_tuple(asio::use_awaitable));
    (void)response.doorbell->rang();
}

asio::awaitable<bool> Connection::writePieces(Answer &answer, const Request &request)
{
    const std::shared_ptr<Lifeline> lifeline = answer.response.lifeline;
    QByteArray chunk;
    bool first = true;
    const bool chunked = !answer.http10;
    if (!chunked) answer.keepAlive = false;
    for (;;) {
        m_channel.allowAnyTime();
        if (answer.response.doorbell && !first) co_await waitForBell(answer.response);
        if (lifeline && lifeline->ended()) co_return false;
        Result<bool> more = false;
        const bool over = answer.response.doorbell && m_context.stopping;
        if (!over)
            co_await asio::co_spawn(m_context.workers, pullOnWorker(answer.response.stream, chunk, more),
                                    asio::use_awaitable);
        if (lifeline && lifeline->ended()) co_return false;
        if (!first && more && more.value() && chunk.isEmpty()) continue;
        if (!more) {
            m_context.log.error(QStringLiteral("answer cut short"), {{QStringLiteral("id"), request.requestId},
                                                                     {QStringLiteral("reason"), more.error().message}});
            if (!first) co_return false;
            answer.response = problem(more.error());
            answer.keepAlive = false;
        }
        QByteArray head;
        if (first) head = headOf(answer.response, request.requestId, framingOf(answer));
        first = false;
        const bool last = !more || !more.value();
        const QByteArrayView body = !more ? QByteArrayView(answer.response.body) : last ? QByteArrayView() : chunk;
        if (chunked && more && !body.isEmpty()) head += QByteArray::number(body.size(), 16) + "\r\n";
        const std::string_view tail = !chunked || !more ? "" : last ? "0\r\n\r\n" : body.isEmpty() ? "" : "\r\n";
        const Channel::Buffers buffers{asio::buffer(head.constData(), static_cast<std::size_t>(head.size())),
                                       asio::buffer(body.data(), static_cast<std::size_t>(body.size())),
                                       asio::buffer(tail)};
        m_channel.allow(m_context.config.limits.write);
        if (!co_await m_channel.write(buffers)) co_return false;
        m_bytesOut += body.size();
        if (last) co_return true;
    }
}

Framing Connection::framingOf(const Answer &answer) const
{
    const bool streamed = static_cast<bool>(answer.response.stream);
    return Framing{streamed && !answer.http10, streamed, answer.keepAlive};
}

void Connection::logRequest(const Request &request, int status, bool complete)
{
    const auto passed = std::chrono::steady_clock::now() - m_startedAt;
    QJsonObject fields{
        {QStringLiteral("id"), request.requestId},
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("path"), request.path},
        {QStringLiteral("status"), status},
        {QStringLiteral("ms"), std::chrono::duration_cast<std::chrono::microseconds>(passed).count() / 1000.0},
        {QStringLiteral("bytes"), m_bytesOut},
        {QStringLiteral("peer"), request.peerAddress}};
    if (request.peerAddress != m_address) fields.insert(QStringLiteral("proxy"), m_address);
    if (!complete) fields.insert(QStringLiteral("incomplete"), true);
    m_context.log.write(status >= 500 ? Log::Level::Warning : Log::Level::Info, QStringLiteral("request"), fields);
}

}  // namespace lw::server
