// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange with the back end as an interface: HttpsTransport speaks TLS, tests put replies that fail, hang or come
// late.
#pragma once

#include "core/net/clientidentity.h"
#include "core/net/tlsfacts.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>

namespace lw::net {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The value of a header, compared without case; empty when absent.
QByteArray headerValue(const Headers &headers, QByteArrayView name);

struct TransportRequest {
    QByteArray method = "GET";
    QString path;  ///< "/v1/me?x=y": percent-encoded, below the endpoint's base
    Headers headers;
    QByteArray body;            ///< wiped by the transport once it was handed on
    qint64 maxReplyBytes = 0;   ///< of the body as it travels; a longer one ends the exchange with Errc::TooLarge
    int overallMs = 30'000;     ///< 0: none (streams have the inactivity limit only)
    int inactivityMs = 15'000;  ///< without a byte from the peer
    bool streamed = false;      ///< the body is pulled with read() and never gathered
    qint64 readBuffer = 0;      ///< streamed: at most so many bytes wait unread before the peer is held back
};

/// One running exchange. Deleting it cancels it. Signals come in the transport's thread, `finished` exactly once unless
/// deleted.
class Exchange : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    virtual int status() const = 0;  ///< 0 before the head came
    virtual Headers headers() const = 0;
    virtual qint64 available() const = 0;
    /// At most `most` bytes of the body; empty when nothing waits.
    virtual QByteArray read(qint64 most) = 0;
    /// Ends the exchange with Errc::Cancelled.
    virtual void cancel() = 0;

  Q_SIGNALS:
    void headReceived();
    void readable();
    /// The body is complete (ok), or the exchange broke: Tls, Network, Timeout, TooLarge, Protocol, Cancelled. An HTTP
    /// status of 400 and more is not an error here.
    void finished(const lw::Result<void> &result);
};

class Transport : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    /// Never null; the caller owns the exchange and connects before the event loop runs again.
    virtual Exchange *start(TransportRequest request) = 0;
    /// Facts of the latest verified connection; protocol empty before the first.
    virtual ConnectionInfo connectionInfo() const = 0;
    /// Shown to a peer that asks for a certificate; a null one shows none. Ends kept-alive connections, so that the
    /// next request is made with it.
    virtual void setIdentity(const ClientIdentity &identity) { Q_UNUSED(identity) }
    /// Ends kept-alive connections.
    virtual void disconnectFromPeer() = 0;

  Q_SIGNALS:
    void connectionInfoChanged(const lw::net::ConnectionInfo &info);
};

}  // namespace lw::net
