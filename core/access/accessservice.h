// SPDX-License-Identifier: GPL-3.0-or-later
// Roles, live sessions, allowlist and blocks of the open profile. Reads ask the back end while online and keep the
// answer in the cache; offline they give what the cache has. Changes need the back end: offline they end with
// Errc::Network. A change of something that others changed meanwhile ends with Errc::Stale: read again, show both, let
// the person merge.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/domain/networkaccess.h"
#include "core/domain/role.h"
#include "core/protocol/livesession.h"
#include "core/protocol/networkaccess.h"

namespace lw::access {

class AccessService {
  public:
    explicit AccessService(BackendLink &link) : m_link(link) {}

    /// Shipped ones first, then the customer's own by name. NotFound: offline and never seen.
    void roles(QObject *context, Callback<Seen<QList<Role>>> done);
    void createRole(const Role &role, QObject *context, Callback<Role> done);
    void changeRole(const Role &role, const QByteArray &etag, QObject *context, Callback<Role> done);
    void removeRole(const QString &name, const QByteArray &etag, QObject *context, Callback<void> done);

    /// Never from the cache: a session of yesterday is no live session.
    void sessions(QObject *context, Callback<Seen<QList<protocol::LiveSession>>> done);
    void endSession(const QString &sessionId, QObject *context, Callback<int> done);
    void endSessionsOf(const QString &userId, QObject *context, Callback<int> done);

    void network(QObject *context, Callback<Seen<protocol::NetworkAccess>> done);
    /// Conflict with field "stranding": it would lock out its author or every administrator, see AllowlistChange.
    void changeAllowlist(const protocol::AllowlistChange &change, const QByteArray &etag, QObject *context,
                         Callback<Seen<protocol::NetworkAccess>> done);
    void confirmAllowlist(QObject *context, Callback<Seen<protocol::NetworkAccess>> done);
    void revertAllowlist(QObject *context, Callback<Seen<protocol::NetworkAccess>> done);

    void blocks(QObject *context, Callback<Seen<protocol::BlockList>> done);
    void changeBlocking(const BlockingPolicy &policy, const QByteArray &etag, QObject *context,
                        Callback<Seen<protocol::BlockList>> done);
    void block(const protocol::NewBlock &block, QObject *context, Callback<Seen<protocol::BlockList>> done);
    void liftBlock(const QString &address, QObject *context, Callback<Seen<protocol::BlockList>> done);

  private:
    BackendLink &m_link;
};

}  // namespace lw::access
