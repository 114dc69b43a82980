// SPDX-License-Identifier: GPL-3.0-or-later
// The half of BackendClient that lives in the network thread: one call at a time to many calls, retries, the session's
// token.
#pragma once

#include "core/net/backendclient.h"
#include "core/net/changefeed.h"
#include "core/net/streamdecoder.h"
#include "core/net/transport.h"

#include <QSet>

#include <atomic>
#include <mutex>

namespace lw::net {

/// What both halves see.
struct ClientShared {
    std::atomic_bool hasSession = false;
    std::mutex mutex;
    ConnectionInfo info;  ///< under the mutex
};

class ClientCore : public QObject {
    Q_OBJECT
  public:
    struct Call {
        QByteArray method = "GET";
        QString path;
        Headers headers;
        QByteArray body;
        QByteArray contentType = "application/json";  ///< of a body that is not empty
        bool withSession = true;
        qint64 maxReplyBytes = 0;
    };
    struct Reply {
        int status = 0;
        Headers headers;
        QByteArray body;
    };
    using Done = std::function<void(Result<Reply>)>;

    ClientCore(Endpoint endpoint, BackendClient::TransportFactory factory, std::shared_ptr<ClientShared> shared);
    ~ClientCore() override;

    /// `done` gets an error for every status of 400 and more. GETs are repeated twice when the connection breaks.
    void call(Call call, Done done, int attempt = 0);
    void stream(const Call &call, quint64 from, quint64 to, LeafSink sink, Answer<StreamSummary> answer);
    void resumeStream();
    void cancelStream();
    /// Until stopFollowing(), or until the back end refuses it for good.
    void followChanges();
    void stopFollowing();
    void cancelAll();

    void setToken(const Secret &token);
    void forgetToken();
    void setIdentity(const ClientIdentity &identity);
    void disconnectFromPeer();

  Q_SIGNALS:
    void connectionInfoChanged(const lw::net::ConnectionInfo &info);
    void sessionLost();
    void logChanged(const lw::net::LogChange &change);

  private:
    struct Stream;
    Transport &transport();
    TransportRequest requestFor(const Call &call);
    void judge(const Call &call, Result<Reply> reply, const Done &done);
    void pullStream();
    void openStream();
    void concludeStream();
    void endStream(Result<StreamSummary> result);
    Error problemOf(const QByteArray &body, int status, bool withSession);

    const Endpoint m_endpoint;
    BackendClient::TransportFactory m_factory;
    std::unique_ptr<Transport> m_transport;
    std::shared_ptr<ClientShared> m_shared;
    Secret m_token;
    ClientIdentity m_identity;
    QSet<Exchange *> m_running;
    std::unique_ptr<Stream> m_stream;
    std::unique_ptr<ChangeFeed> m_feed;
    int m_generation = 0;  ///< raised by cancelAll(), so that a waiting retry does not start
};

}  // namespace lw::net
