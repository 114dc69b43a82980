// SPDX-License-Identifier: GPL-3.0-or-later
// The transport's twin: a back end in memory that speaks the contract's own JSON and notes, keeps a real Merkle log,
// and fails, hangs, cuts or lies when told to. Safe to use from the test and the network thread at once.
#pragma once

#include "core/audit/note.h"
#include "core/domain/customer.h"
#include "core/domain/event.h"
#include "core/domain/retention.h"
#include "core/net/backendclient.h"
#include "core/net/transport.h"

#include <QUrlQuery>

#include <mutex>

namespace lw::test {

struct FakeReply {
    int status = 200;
    QByteArray body;
    net::Headers headers;
    qsizetype cutAfter = -1;     ///< the connection breaks after so many bytes of the body
    bool hang = false;           ///< no answer ever
    std::optional<Errc> broken;  ///< no answer but this error
};

struct FakeRequest {
    QByteArray method;
    QString path;
    QUrlQuery query;
    net::Headers headers;
    QByteArray body;
};

class FakeBackend {
  public:
    using Interceptor = std::function<std::optional<FakeReply>(const FakeRequest &)>;

    FakeBackend();

    /// For BackendClient and ConsoleSession; the back end must outlive them.
    net::BackendClient::TransportFactory transport();
    FakeReply answer(const FakeRequest &request);
    /// What the back end itself says, for interceptors that only spoil it.
    FakeReply honest(const FakeRequest &request);

    void append(const AuditEvent &event);
    /// `count` plausible login events, one a minute.
    void appendLogins(int count);
    void replaceLeaf(qsizetype index, const QByteArray &leaf);
    /// Both ends included.
    void purge(quint64 first, quint64 last);
    void truncate(qsizetype size);
    void rekey();
    qsizetype size() const;
    QByteArray leaf(qsizetype index) const;
    QByteArray note() const;
    QString logKey() const;

    /// Asked before the back end itself; nullopt leaves the answer to it.
    void intercept(Interceptor interceptor);
    QList<FakeRequest> seen() const;
    int count(const QByteArray &method, const QString &path) const;
    QList<QByteArray> exportKeys() const;
    void setPassword(const QByteArray &password);
    void revokeSessions();
    void setMustChangePassword(bool must);
    void setMustEnrolMfa(bool must);

    Customer customer;
    QList<User> users;

  private:
    FakeReply route(const FakeRequest &request);
    FakeReply events(const FakeRequest &request) const;
    FakeReply usersPage(const FakeRequest &request) const;
    Result<Hash> nodeAt(unsigned level, quint64 index) const;
    QByteArray signedHead() const;

    mutable std::recursive_mutex m_mutex;
    Interceptor m_interceptor;
    audit::Signer m_signer;
    QList<QByteArray> m_leaves;
    QList<FakeRequest> m_seen;
    QList<PurgedRange> m_purged;
    QByteArray m_password = "correct horse";
    QByteArray m_token;
    QList<QByteArray> m_exportKeys;
    int m_sessions = 0;
    bool m_mustChange = false;
    bool m_mustEnrol = false;
};

}  // namespace lw::test
