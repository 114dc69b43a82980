// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpstransport.h"

#include "core/net/certificates.h"
#include "core/net/httpsexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QPointer>

namespace lw::net {

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
    return {};
}

class HttpsTransport::Private {
  public:
    explicit Private(Endpoint where) : endpoint(std::move(where)), tls(tlsConfiguration(endpoint))
    {
        manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager.setAutoDeleteReplies(false);
        manager.setTransferTimeout(0);  // our own are finer: a held stream is not a silent one
    }

    Endpoint endpoint;
    QSslConfiguration tls;
    QNetworkAccessManager manager;
    ConnectionInfo info;
};

HttpsTransport::HttpsTransport(Endpoint endpoint, QObject *parent)
    : Transport(parent), d(std::make_unique<Private>(std::move(endpoint)))
{
}

HttpsTransport::~HttpsTransport() = default;

Exchange *HttpsTransport::start(TransportRequest request)
{
    QUrl url = d->endpoint.base;
    if (url.scheme() != QLatin1String("https") || !request.path.startsWith(QLatin1Char('/')))
        return new HttpsExchange(makeError(Errc::Tls, QStringLiteral("Linewarden connects by https:// only.")));
    const qsizetype query = request.path.indexOf(QLatin1Char('?'));
    url.setPath(url.path(QUrl::FullyEncoded) + request.path.left(query), QUrl::StrictMode);
    if (query >= 0) url.setQuery(request.path.mid(query + 1), QUrl::StrictMode);

    QNetworkRequest head(url);
    head.setSslConfiguration(d->tls);
    head.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    head.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    head.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    head.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    head.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    head.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    head.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    head.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Linewarden/" LW_VERSION));
    // Set by hand, always: otherwise Qt would unpack by itself, without our limits.
    if (headerValue(request.headers, "Accept-Encoding").isEmpty()) head.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers)
        head.setRawHeader(name, value);

    QNetworkReply *reply = request.method == "GET" ? d->manager.get(head)
                                                   : d->manager.sendCustomRequest(head, request.method, request.body);
    return new HttpsExchange(reply, d->endpoint, std::move(request),
                             [self = QPointer<HttpsTransport>(this)](const ConnectionInfo &info) {
                                 if (!self) return;
                                 self->d->info = info;
                                 Q_EMIT self->connectionInfoChanged(info);
                             });
}

ConnectionInfo HttpsTransport::connectionInfo() const
{
    return d->info;
}

void HttpsTransport::setIdentity(const ClientIdentity &identity)
{
    d->tls.setLocalCertificateChain(identity.isNull() ? QList<QSslCertificate>()
                                                      : QList<QSslCertificate>{identity.leaf} + identity.chain);
    d->tls.setPrivateKey(identity.isNull() ? QSslKey() : identity.key);
    disconnectFromPeer();
}

void HttpsTransport::disconnectFromPeer()
{
    d->manager.clearConnectionCache();
}

}  // namespace lw::net
