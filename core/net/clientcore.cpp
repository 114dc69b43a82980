// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clientcore.h"

#include "core/net/httpstransport.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/problem.h"

#include <QTimer>

#include <array>

namespace lw::net {

namespace limits = protocol::limits;

namespace {

constexpr std::array<int, 2> retryAfterMs{250, 1'000};
constexpr int callMs = 30'000;
constexpr int silenceMs = 20'000;
constexpr qint64 streamBufferBytes = 4 * 1024 * 1024;
constexpr qint64 pieceBytes = 256 * 1024;
constexpr qint64 problemBytes = 64 * 1024;
/// Three of the feed's signs of life.
constexpr int feedSilenceMs = 3 * int(std::chrono::milliseconds(limits::feedHeartbeat).count());
constexpr qint64 feedBufferBytes = 256 * 1024;

Error cancelled()
{
    return makeError(Errc::Cancelled, QStringLiteral("Cancelled."));
}

}  // namespace

ClientCore::ClientCore(Endpoint endpoint, BackendClient::TransportFactory factory, std::shared_ptr<ClientShared> shared)
    : m_endpoint(std::move(endpoint)), m_factory(std::move(factory)), m_shared(std::move(shared))
{
}

Transport &ClientCore::transport()
{
    // Made on first use, so that it belongs to the network thread.
    if (!m_transport) {
        m_transport = m_factory ? m_factory(m_endpoint) : std::make_unique<HttpsTransport>(m_endpoint);
        if (!m_identity.isNull()) m_transport->setIdentity(m_identity);
        connect(m_transport.get(), &Transport::connectionInfoChanged, this, [this](const ConnectionInfo &info) {
            {
                const std::lock_guard lock(m_shared->mutex);
                if (m_shared->info == info) return;
                m_shared->info = info;
            }
            Q_EMIT connectionInfoChanged(info);
        });
    }
    return *m_transport;
}

TransportRequest ClientCore::requestFor(const Call &call)
{
    TransportRequest request;
    request.method = call.method;
    request.path = call.path;
    request.headers = call.headers;
    request.body = call.body;
    request.maxReplyBytes = call.maxReplyBytes > 0 ? call.maxReplyBytes : limits::replyBodyBytes;
    request.overallMs = callMs;
    request.inactivityMs = silenceMs;
    if (!call.body.isEmpty()) request.headers.emplaceBack("Content-Type", call.contentType);
    if (call.withSession && !m_token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + m_token.toByteArray());
    return request;
}

void ClientCore::call(Call call, Done done, int attempt)
{
    if (call.withSession && m_token.isEmpty()) {
        done(makeError(Errc::Unauthorized, QStringLiteral("You are not signed in. Sign in, then try again.")));
        return;
    }
    Exchange *exchange = transport().start(requestFor(call));
    m_running.insert(exchange);
    auto body = std::make_shared<QByteArray>();
    connect(exchange, &Exchange::readable, this,
            [exchange, body] { body->append(exchange->read(exchange->available())); });
    connect(exchange, &Exchange::finished, this,
            [this, exchange, body, call = std::move(call), done = std::move(done),
             attempt](const Result<void> &result) mutable {
                Reply reply{exchange->status(), exchange->headers(), std::move(*body)};
                m_running.remove(exchange);
                exchange->deleteLater();
                const bool again = !result && result.error().code == Errc::Network && call.method == "GET" &&
                                   static_cast<size_t>(attempt) < retryAfterMs.size();
                if (!again) {
                    wipe(call.body);
                    // Moved on: whoever wipes a secret in it must hold the only copy.
                    judge(call, result ? Result<Reply>(std::move(reply)) : Result<Reply>(result.error()), done);
                    return;
                }
                QTimer::singleShot(
                    retryAfterMs[static_cast<size_t>(attempt)], this,
                    [this, call = std::move(call), done = std::move(done), attempt, generation = m_generation] {
                        if (generation == m_generation)
                            this->call(call, done, attempt + 1);
                        else
                            done(cancelled());
                    });
            });
}

void ClientCore::judge(const Call &call, Result<Reply> reply, const Done &done)
{
    if (reply && reply->status >= 400)
        done(problemOf(reply->body, reply->status, call.withSession));
    else
        done(std::move(reply));
}

Error ClientCore::problemOf(const QByteArray &body, int status, bool withSession)
{
    const protocol::Problem problem = protocol::problemFromJson(body, status);
    Error error = protocol::errorOf(problem);
    // A field says that something in the request was wrong (a password, a code), not the session.
    if (withSession && error.code == Errc::Unauthorized && error.field.isEmpty()) {
        forgetToken();
        Q_EMIT sessionLost();
    }
    return error;
}

struct ClientCore::Stream {
    Exchange *exchange = nullptr;
    std::unique_ptr<StreamDecoder> decoder;
    LeafSink sink;
    Answer<StreamSummary> answer;
    quint64 from = 0;
    quint64 to = 0;
    std::optional<Result<void>> end;  ///< of the exchange; what the decoder still holds comes first
    quint64 wireBytes = 0;
    QByteArray problemBody;
    std::optional<Error> error;
};

ClientCore::~ClientCore()
{
    m_feed.reset();
    // Exchanges end before the transport they run on; nobody is answered any more.
    if (m_stream) delete m_stream->exchange;
    qDeleteAll(m_running);
}

void ClientCore::stream(const Call &call, quint64 from, quint64 to, LeafSink sink, Answer<StreamSummary> answer)
{
    if (m_stream) {
        answer.give(makeError(Errc::Conflict, QStringLiteral("A stream of events is running already.")));
        return;
    }
    if (m_token.isEmpty()) {
        answer.give(makeError(Errc::Unauthorized, QStringLiteral("You are not signed in. Sign in, then try again.")));
        return;
    }
    TransportRequest request = requestFor(call);
    request.headers.emplaceBack("Accept-Encoding", "zstd");
    request.headers.emplaceBack("Accept", "application/x-ndjson");
    request.maxReplyBytes = 0;  // constant memory, whatever the length; the decoder counts lines
    request.overallMs = 0;
    request.streamed = true;
    request.readBuffer = streamBufferBytes;
    m_stream = std::make_unique<Stream>(Stream{transport().start(std::move(request)),
                                               nullptr,
                                               std::move(sink),
                                               std::move(answer),
                                               from,
                                               to,
                                               std::nullopt,
                                               0,
                                               {},
                                               {}});
    Exchange *exchange = m_stream->exchange;
    connect(exchange, &Exchange::readable, this, &ClientCore::pullStream);
    connect(exchange, &Exchange::finished, this, [this](const Result<void> &result) {
        if (!m_stream) return;
        m_stream->end = result;
        concludeStream();
    });
}

void ClientCore::concludeStream()
{
    Stream &stream = *m_stream;
    if (stream.error) return endStream(*stream.error);
    if (!*stream.end) return endStream(stream.end->error());
    if (stream.exchange->status() >= 400)
        return endStream(problemOf(stream.problemBody, stream.exchange->status(), true));
    openStream();
    if (stream.error) return endStream(*stream.error);
    if (stream.decoder->held()) return;  // resumeStream() comes back here
    const Result<void> rest = stream.decoder->finish();
    if (!rest) return endStream(rest.error());
    endStream(StreamSummary{stream.decoder->lines(), stream.wireBytes, stream.decoder->plainBytes()});
}

void ClientCore::openStream()
{
    Stream &stream = *m_stream;
    if (stream.decoder) return;
    const QByteArray coding = headerValue(stream.exchange->headers(), "Content-Encoding").trimmed().toLower();
    if (!coding.isEmpty() && coding != "identity" && coding != "zstd") {
        stream.error =
            makeError(Errc::Protocol,
                      QStringLiteral("The back end compressed the events as \u201c%1\u201d, which was not asked for.")
                          .arg(QString::fromLatin1(coding.left(40))));
        return;
    }
    stream.decoder = std::make_unique<StreamDecoder>(
        coding == "zstd" ? StreamCoding::Zstd : StreamCoding::Identity, stream.from, stream.to, limits::leafBytes,
        [&stream](LeafBatch &&batch) { return stream.sink(std::move(batch)); });
}

void ClientCore::pullStream()
{
    if (!m_stream || m_stream->error) return;
    Stream &stream = *m_stream;
    const bool refused = stream.exchange->status() >= 400;
    if (!refused) openStream();
    while (!stream.error && !(stream.decoder && stream.decoder->held())) {
        QByteArray bytes = stream.exchange->read(pieceBytes);
        if (bytes.isEmpty()) break;
        stream.wireBytes += static_cast<quint64>(bytes.size());
        if (refused) {
            if (stream.problemBody.size() < problemBytes) stream.problemBody.append(bytes);
            continue;
        }
        const Result<void> fed = stream.decoder->feed(std::move(bytes));
        if (!fed) stream.error = fed.error();
    }
    if (stream.error) stream.exchange->cancel();
}

void ClientCore::resumeStream()
{
    if (!m_stream || !m_stream->decoder || !m_stream->decoder->held() || m_stream->error) return;
    const Result<void> resumed = m_stream->decoder->resume();
    if (!resumed) m_stream->error = resumed.error();
    if (m_stream->end)
        concludeStream();
    else if (m_stream->error)
        m_stream->exchange->cancel();
    else
        pullStream();
}

void ClientCore::cancelStream()
{
    if (!m_stream) return;
    if (!m_stream->error) m_stream->error = cancelled();
    if (m_stream->end)
        concludeStream();
    else
        m_stream->exchange->cancel();
}

void ClientCore::endStream(Result<StreamSummary> result)
{
    const std::unique_ptr<Stream> stream = std::move(m_stream);
    stream->exchange->disconnect(this);
    stream->exchange->deleteLater();
    stream->answer.give(std::move(result));
}

void ClientCore::followChanges()
{
    if (!m_feed) {
        m_feed = std::make_unique<ChangeFeed>(
            ChangeFeed::Ways{[this]() -> Exchange * {
                                 if (m_token.isEmpty()) return nullptr;
                                 Call call;
                                 call.path = protocol::paths::changes;
                                 TransportRequest request = requestFor(call);
                                 request.headers.emplaceBack("Accept", "text/event-stream");
                                 request.maxReplyBytes = 0;
                                 request.overallMs = 0;
                                 request.inactivityMs = feedSilenceMs;
                                 request.streamed = true;
                                 request.readBuffer = feedBufferBytes;
                                 return transport().start(std::move(request));
                             },
                             [this](int status, const QByteArray &body) { (void)problemOf(body, status, true); }});
        connect(m_feed.get(), &ChangeFeed::changed, this, &ClientCore::logChanged);
    }
    m_feed->start();
}

void ClientCore::stopFollowing()
{
    if (m_feed) m_feed->stop();
}

void ClientCore::cancelAll()
{
    ++m_generation;
    stopFollowing();
    cancelStream();
    const QSet<Exchange *> running = m_running;
    for (Exchange *exchange : running)
        exchange->cancel();
}

void ClientCore::setToken(const Secret &token)
{
    m_token = token;
    m_shared->hasSession = !m_token.isEmpty();
}

void ClientCore::forgetToken()
{
    stopFollowing();
    m_token = Secret();
    m_shared->hasSession = false;
}

void ClientCore::setIdentity(const ClientIdentity &identity)
{
    if (m_identity == identity) return;
    m_identity = identity;
    if (m_transport) m_transport->setIdentity(m_identity);
}

void ClientCore::disconnectFromPeer()
{
    if (m_transport) m_transport->disconnectFromPeer();
}

}  // namespace lw::net
