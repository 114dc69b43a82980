// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange of HttpsTransport: watches trust, time-outs and sizes of a QNetworkReply.
#pragma once

#include "core/net/endpoint.h"
#include "core/net/transport.h"

#include <QNetworkReply>
#include <QTimer>

#include <functional>
#include <optional>

namespace lw::net {

class HttpsExchange final : public Exchange {
    Q_OBJECT
  public:
    using Verified = std::function<void(const ConnectionInfo &)>;

    /// `reply` becomes the exchange's; so does the body, which is overwritten with it.
    HttpsExchange(QNetworkReply *reply, const Endpoint &endpoint, TransportRequest request, Verified verified);
    /// An exchange that fails with `error` as soon as the event loop runs.
    explicit HttpsExchange(Error error);
    ~HttpsExchange() override;

    int status() const override;
    Headers headers() const override;
    qint64 available() const override;
    QByteArray read(qint64 most) override;
    void cancel() override;

  private:
    void onEncrypted();
    void onSslErrors(const QList<QSslError> &errors);
    void onHead();
    void onReadable();
    void onInactive();
    void onReplyFinished();
    void fail(Error error);
    void conclude();
    Result<void> outcome() const;

    QNetworkReply *m_reply = nullptr;
    Endpoint m_endpoint;
    Verified m_verified;
    QByteArray m_body;
    std::optional<Error> m_error;  ///< the first of our own; it outranks what Qt says afterwards
    QTimer m_overall;
    QTimer m_inactive;
    qint64 m_maxReplyBytes = 0;
    qint64 m_received = 0;  ///< read() so far
    bool m_streamed = false;
    bool m_byPin = false;
    bool m_replyDone = false;
    bool m_concluded = false;
};

}  // namespace lw::net
