// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's calls (docs: resources' OpenAPI document), asynchronous. The client runs in a network thread of its
// own; every method may be called from any thread in which `context` lives, and answers there; an answer whose context
// is gone is dropped. The session's token never leaves the client.
#pragma once

#include "core/domain/proof.h"
#include "core/net/apicall.h"
#include "core/net/changefeed.h"
#include "core/net/endpoint.h"
#include "core/net/eventstream.h"
#include "core/net/tlsfacts.h"
#include "core/net/transport.h"
#include "core/protocol/customer.h"
#include "core/protocol/export.h"
#include "core/protocol/me.h"
#include "core/protocol/session.h"
#include "core/protocol/user.h"
#include "core/util/async.h"
#include "core/util/secret.h"

#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace lw::net {

class ClientCore;
struct ClientShared;

struct SignInRequest {
    QString customer;  ///< slug
    QString login;
    Secret password;
    QString totp;  ///< six digits, or empty
};

/// What a session promises, without its token.
struct SessionFacts {
    QDateTime expiresAt;  ///< UTC, absolute
    int idleSeconds = 0;
    bool mustChangePassword = false;  ///< until then only me, changePassword and signOut are allowed
    bool mustEnrolMfa = false;        ///< until then only me, the second factor and signOut are allowed
};

/// An answer that can be "unchanged": then `value` is empty.
template <typename T>
struct Tagged {
    std::optional<T> value;
    QByteArray etag;
};

class BackendClient : public QObject {
    Q_OBJECT
  public:
    using TransportFactory = std::function<std::unique_ptr<Transport>(const Endpoint &)>;

    /// `transport` is called in the network thread; the default makes an HttpsTransport.
    explicit BackendClient(Endpoint endpoint, TransportFactory transport = {});
    /// Ends all exchanges (their askers are not answered) and the network thread.
    ~BackendClient() override;

    const Endpoint &endpoint() const { return m_endpoint; }
    bool hasSession() const;
    /// The certificate that is shown from the next connection on; a null one: none.
    void setIdentity(ClientIdentity identity);
    ConnectionInfo connectionInfo() const;

    /// Unauthorized: wrong name, password or code, or a code is needed (field "totp"); AccountLocked; RateLimited; and
    /// what every call can end with: Network, Tls, Timeout, TooLarge, Protocol, Cancelled.
    void signIn(SignInRequest request, QObject *context, Callback<SessionFacts> done);
    /// Ends the session there and forgets the token here, whatever the answer.
    void signOut(QObject *context, Callback<void> done);
    /// Wipes the token without asking anybody.
    void forgetSession();
    void me(QObject *context, Callback<protocol::Me> done);
    void changePassword(Secret current, Secret next, QObject *context, Callback<void> done);

    void customer(QByteArray ifNoneMatch, QObject *context, Callback<Tagged<Customer>> done);
    /// All pages. Answers Protocol when a page repeats a cursor.
    void users(QByteArray ifNoneMatch, QObject *context, Callback<Tagged<QList<User>>> done);

    /// The signed note as it came, unverified.
    void checkpoint(QObject *context, Callback<QByteArray> done);
    void consistency(quint64 from, quint64 to, QObject *context, Callback<ConsistencyProof> done);
    void inclusion(quint64 index, quint64 size, QObject *context, Callback<InclusionProof> done);

    /// Leaves [from, to), one stream at a time. The sink runs in the network thread. Answers Protocol when the stream
    /// ends short, without its last newline or with a line over the contract's limit; nothing after the break reached
    /// the sink except whole lines.
    void streamEvents(quint64 from, quint64 to, LeafSink sink, QObject *context, Callback<StreamSummary> done);
    void resumeStream();
    void cancelStream();

    /// `idempotencyKey` makes a repeated notice count once.
    void reportExport(protocol::ExportNotice notice, QByteArray idempotencyKey, QObject *context, Callback<void> done);

    /// Any other call of the contract. Stale: the object changed meanwhile (If-Match).
    void call(ApiCall call, QObject *context, Callback<ApiReply> done);

    /// logChanged() as the back end tells of it, until stopFollowing(), the end of the session, or a refusal.
    void followChanges();
    void stopFollowing();

    void health(QObject *context, Callback<void> done);
    /// Ends every running call with Errc::Cancelled.
    void cancelAll();

  Q_SIGNALS:
    void connectionInfoChanged(const lw::net::ConnectionInfo &info);
    /// A call with a session was refused as Unauthorized: the session expired or was revoked. The token is gone.
    void sessionLost();
    void logChanged(const lw::net::LogChange &change);

  private:
    template <typename Work>
    void hop(Work work);

    Endpoint m_endpoint;
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<ClientShared> m_shared;
    ClientCore *m_core = nullptr;  ///< lives and ends in the thread
};

}  // namespace lw::net
