// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpsexchange.h"

#include "core/net/certificates.h"
#include "core/util/secret.h"

#include <QSslConfiguration>

namespace lw::net {

namespace {

Error seconds(int ms, const QString &host, const QString &what)
{
    return makeError(Errc::Timeout, QStringLiteral("%1 %2 within %3 seconds. Check the network, then try again.")
                                        .arg(host, what)
                                        .arg((ms + 999) / 1000));
}

}  // namespace

HttpsExchange::HttpsExchange(QNetworkReply *reply, const Endpoint &endpoint, TransportRequest request,
                             Verified verified)
    : m_reply(reply),
      m_endpoint(endpoint),
      m_verified(std::move(verified)),
      m_body(std::move(request.body)),
      m_maxReplyBytes(request.maxReplyBytes),
      m_streamed(request.streamed)
{
    m_reply->setParent(this);
    if (m_streamed && request.readBuffer > 0) m_reply->setReadBufferSize(request.readBuffer);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpsExchange::onEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpsExchange::onSslErrors);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpsExchange::onHead);
    connect(m_reply, &QIODevice::readyRead, this, &HttpsExchange::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &HttpsExchange::onReplyFinished);

    m_overall.setSingleShot(true);
    connect(&m_overall, &QTimer::timeout, this, [this, ms = request.overallMs] {
        fail(seconds(ms, m_endpoint.base.host(), QStringLiteral("did not complete its answer")));
    });
    if (request.overallMs > 0) m_overall.start(request.overallMs);
    m_inactive.setSingleShot(true);
    m_inactive.setInterval(request.inactivityMs);
    connect(&m_inactive, &QTimer::timeout, this, &HttpsExchange::onInactive);
    if (request.inactivityMs > 0) m_inactive.start();
}

HttpsExchange::HttpsExchange(Error error) : m_error(std::move(error))
{
    QMetaObject::invokeMethod(
        this, [this] { conclude(); }, Qt::QueuedConnection);
}

HttpsExchange::~HttpsExchange()
{
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
    delete m_reply;
    if (m_body.isDetached()) wipe(m_body);  // ours is the last reference once the reply is gone
}

int HttpsExchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

Headers HttpsExchange::headers() const
{
    return m_reply ? m_reply->rawHeaderPairs() : Headers();
}

qint64 HttpsExchange::available() const
{
    return m_reply ? m_reply->bytesAvailable() : 0;
}

QByteArray HttpsExchange::read(qint64 most)
{
    if (!m_reply || m_error) return {};
    const QByteArray bytes = m_reply->read(most);
    m_received += bytes.size();
    // Room was made: from now on it is the peer's turn again.
    if (!bytes.isEmpty() && m_inactive.isActive()) m_inactive.start();
    if (m_maxReplyBytes > 0 && m_received > m_maxReplyBytes) {
        fail(makeError(
            Errc::TooLarge,
            QStringLiteral("The back end's answer is longer than the contract allows (%1 bytes). It was refused.")
                .arg(m_maxReplyBytes)));
        return {};
    }
    if (m_replyDone && m_reply->bytesAvailable() == 0)
        QMetaObject::invokeMethod(
            this, [this] { conclude(); }, Qt::QueuedConnection);
    return bytes;
}

void HttpsExchange::cancel()
{
    fail(makeError(Errc::Cancelled, QStringLiteral("Cancelled.")));
}

void HttpsExchange::onEncrypted()
{
    // Qt waits for this slot before it sends the request: the last moment at which nothing secret has left.
    const QSslConfiguration tls = m_reply->sslConfiguration();
    if (const Result<void> pin = checkPin(m_endpoint, leafFingerprint(tls)); !pin) {
        fail(pin.error());
        return;
    }
    m_verified(connectionInfoOf(tls, m_endpoint, m_byPin));
    m_inactive.start();
}

void HttpsExchange::onSslErrors(const QList<QSslError> &errors)
{
    const QByteArray leaf = leafFingerprint(m_reply->sslConfiguration());
    // Errors that nobody excuses end the handshake by themselves; the reason is noted for when that is reported.
    if (const Result<void> pin = checkPin(m_endpoint, leaf); !pin) {
        if (!m_error) m_error = pin.error();
        return;
    }
    bool excusable = !m_endpoint.pinnedSha256.isEmpty() && !errors.isEmpty();
    QStringList problems;
    for (const QSslError &error : errors) {
        const bool unknown = isUnknownAuthority(error);
        excusable = excusable && unknown;
        const QString text = inWords(error, m_endpoint.base.host());
        if ((!unknown || m_endpoint.pinnedSha256.isEmpty()) && !problems.contains(text)) problems.append(text);
    }
    if (excusable) {
        m_byPin = true;
        m_reply->ignoreSslErrors(errors);
        return;
    }
    if (m_error) return;
    m_error = makeError(Errc::Tls, QStringLiteral("The connection to %1 cannot be trusted. %2")
                                       .arg(m_endpoint.base.host(), problems.join(QLatin1Char(' '))));
}

void HttpsExchange::onHead()
{
    const int code = status();
    if (code == 0 || m_error) return;
    if (code >= 300 && code < 400 && code != 304) {
        fail(makeError(
            Errc::Protocol,
            QStringLiteral("The back end answered with a redirection (%1), which is never followed. Connect to the "
                           "address that serves the back end itself.")
                .arg(code)));
        return;
    }
    bool known = false;
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&known);
    if (known && m_maxReplyBytes > 0 && length > m_maxReplyBytes) {
        fail(makeError(Errc::TooLarge,
                       QStringLiteral("The back end announces an answer of %1 bytes; the contract allows %2.")
                           .arg(length)
                           .arg(m_maxReplyBytes)));
        return;
    }
    m_inactive.start();
    Q_EMIT headReceived();
}

void HttpsExchange::onReadable()
{
    if (m_error) return;
    m_inactive.start();
    Q_EMIT readable();
}

void HttpsExchange::onInactive()
{
    // A reader that holds the stream back is the silent one, not the peer.
    if (m_streamed && available() > 0) {
        m_inactive.start();
        return;
    }
    fail(seconds(m_inactive.interval(), m_endpoint.base.host(), QStringLiteral("was silent and sent nothing")));
}

void HttpsExchange::onReplyFinished()
{
    m_replyDone = true;
    m_overall.stop();
    m_inactive.stop();
    // A reader that is behind takes the rest first, so that the end is not seen before the last byte.
    if (!m_error && m_reply->bytesAvailable() > 0) {
        Q_EMIT readable();
        if (m_reply->bytesAvailable() > 0) return;
    }
    conclude();
}

void HttpsExchange::fail(Error error)
{
    if (m_error || m_concluded) return;
    m_error = std::move(error);
    m_overall.stop();
    m_inactive.stop();
    if (m_reply && !m_replyDone) m_reply->abort();  // ends in onReplyFinished()
    if (!m_concluded)
        QMetaObject::invokeMethod(
            this, [this] { conclude(); }, Qt::QueuedConnection);
}

void HttpsExchange::conclude()
{
    if (m_concluded) return;
    m_concluded = true;
    Q_EMIT finished(outcome());
}

Result<void> HttpsExchange::outcome() const
{
    if (m_error) return *m_error;
    const QNetworkReply::NetworkError error = m_reply->error();
    const QString host = m_endpoint.base.host();
    const int code = status();
    // Qt reports a status of 400 and more as an error of the reply, from the ranges of content, server and protocol;
    // the body with the problem is there all the same.
    const bool byStatus = code >= 400 && error > 200 && error != QNetworkReply::ProtocolFailure;
    if (error == QNetworkReply::NoError || byStatus) {
        if (code == 0)
            return makeError(Errc::Protocol, QStringLiteral("%1 closed the connection without an answer.").arg(host));
        return {};
    }
    switch (error) {
        case QNetworkReply::ConnectionRefusedError:
            return makeError(Errc::Network,
                             QStringLiteral("%1:%2 refuses connections. Check the port, and whether the back end runs.")
                                 .arg(host)
                                 .arg(m_endpoint.base.port(443)));
        case QNetworkReply::HostNotFoundError:
            return makeError(Errc::Network,
                             QStringLiteral("The host %1 is not known. Check the address and the network.").arg(host));
        case QNetworkReply::RemoteHostClosedError:
            return makeError(Errc::Network,
                             QStringLiteral("%1 closed the connection before its answer was complete.").arg(host));
        case QNetworkReply::SslHandshakeFailedError:
            return makeError(
                Errc::Tls, QStringLiteral("No secure connection to %1: %2. TLS 1.2 or later is needed on the back end.")
                               .arg(host, m_reply->errorString()));
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError:
            return makeError(Errc::Timeout, QStringLiteral("%1 did not answer in time.").arg(host));
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::ProtocolUnknownError:
            return makeError(
                Errc::Protocol,
                QStringLiteral("The answer of %1 is no valid HTTP: %2.").arg(host, m_reply->errorString()));
        default:
            return makeError(Errc::Network,
                             QStringLiteral("The connection to %1 failed: %2.").arg(host, m_reply->errorString()));
    }
}

}  // namespace lw::net
