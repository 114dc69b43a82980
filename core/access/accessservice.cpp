// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessservice.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/role.h"

#include <algorithm>

namespace lw::access {

namespace paths = protocol::paths;
namespace limits = protocol::limits;
using net::pathWith;

namespace {

constexpr Decode<int> endedFromJson = [](QByteArrayView body) -> Result<int> {
    const Result<protocol::SessionsEnded> answer = protocol::sessionsEndedFromJson(body);
    if (!answer) return answer.error();
    return answer->ended;
};

/// Lists of 100,000 entries are longer than other answers.
net::ApiCall longCall(net::ApiCall call)
{
    call.maxReplyBytes = std::max(limits::networkReplyBytes, limits::blocksBodyBytes);
    return call;
}

}  // namespace

void AccessService::roles(QObject *context, Callback<Seen<QList<Role>>> done)
{
    m_link.read(
        cache::snapshotname::roles, paths::roles, limits::replyBodyBytes, context,
        keptSeen<QList<Role>>(m_link, Answer<Seen<QList<Role>>>(context, std::move(done)), &protocol::rolesFromJson));
}

void AccessService::createRole(const Role &role, QObject *context, Callback<Role> done)
{
    change<Role>(m_link, callOf("POST", paths::roles, protocol::toJson(role)), context, std::move(done),
                 &protocol::roleFromJson);
}

void AccessService::changeRole(const Role &role, const QByteArray &etag, QObject *context, Callback<Role> done)
{
    change<Role>(m_link, callOf("PUT", pathWith(paths::role, role.name), protocol::toJson(role), etag), context,
                 std::move(done), &protocol::roleFromJson);
}

void AccessService::removeRole(const QString &name, const QByteArray &etag, QObject *context, Callback<void> done)
{
    change(m_link, callOf("DELETE", pathWith(paths::role, name), {}, etag), context, std::move(done));
}

void AccessService::sessions(QObject *context, Callback<Seen<QList<protocol::LiveSession>>> done)
{
    using List = QList<protocol::LiveSession>;
    net::ApiCall call = callOf("GET", paths::sessions);
    call.maxReplyBytes = limits::sessionsBodyBytes;
    m_link.call(
        std::move(call), context,
        decodedSeen<List>(m_link, Answer<Seen<List>>(context, std::move(done)), &protocol::liveSessionsFromJson));
}

void AccessService::endSession(const QString &sessionId, QObject *context, Callback<int> done)
{
    change<int>(m_link, callOf("DELETE", pathWith(paths::liveSession, sessionId)), context, std::move(done),
                endedFromJson);
}

void AccessService::endSessionsOf(const QString &userId, QObject *context, Callback<int> done)
{
    change<int>(m_link, callOf("DELETE", pathWith(paths::userSessions, userId)), context, std::move(done),
                endedFromJson);
}

void AccessService::network(QObject *context, Callback<Seen<protocol::NetworkAccess>> done)
{
    using Network = protocol::NetworkAccess;
    m_link.read(
        cache::snapshotname::network, paths::network, limits::networkReplyBytes, context,
        keptSeen<Network>(m_link, Answer<Seen<Network>>(context, std::move(done)), &protocol::networkAccessFromJson));
}

void AccessService::changeAllowlist(const protocol::AllowlistChange &change, const QByteArray &etag, QObject *context,
                                    Callback<Seen<protocol::NetworkAccess>> done)
{
    // 100,000 networks take a while to write down.
    const Answer<Seen<protocol::NetworkAccess>> answer(context, std::move(done));
    const Answer<QByteArray> written(m_link.context(), [link = &m_link, etag, answer](Result<QByteArray> body) {
        changeSeen<protocol::NetworkAccess>(
            *link, longCall(callOf("PUT", paths::network, std::move(*body), etag)), link->context(),
            [answer](Result<Seen<protocol::NetworkAccess>> seen) { answer.give(std::move(seen)); },
            &protocol::networkAccessFromJson);
    });
    m_link.onMessages([written, change] { written.give(protocol::toJson(change)); });
}

void AccessService::confirmAllowlist(QObject *context, Callback<Seen<protocol::NetworkAccess>> done)
{
    changeSeen<protocol::NetworkAccess>(m_link, longCall(callOf("POST", paths::networkConfirm)), context,
                                        std::move(done), &protocol::networkAccessFromJson);
}

void AccessService::revertAllowlist(QObject *context, Callback<Seen<protocol::NetworkAccess>> done)
{
    changeSeen<protocol::NetworkAccess>(m_link, longCall(callOf("POST", paths::networkRevert)), context,
                                        std::move(done), &protocol::networkAccessFromJson);
}

void AccessService::blocks(QObject *context, Callback<Seen<protocol::BlockList>> done)
{
    using Blocks = protocol::BlockList;
    m_link.read(cache::snapshotname::blocks, paths::networkBlocks, limits::blocksBodyBytes, context,
                keptSeen<Blocks>(m_link, Answer<Seen<Blocks>>(context, std::move(done)), &protocol::blockListFromJson));
}

void AccessService::changeBlocking(const BlockingPolicy &policy, const QByteArray &etag, QObject *context,
                                   Callback<Seen<protocol::BlockList>> done)
{
    changeSeen<protocol::BlockList>(m_link,
                                    longCall(callOf("PUT", paths::networkBlocking, protocol::toJson(policy), etag)),
                                    context, std::move(done), &protocol::blockListFromJson);
}

void AccessService::block(const protocol::NewBlock &block, QObject *context, Callback<Seen<protocol::BlockList>> done)
{
    changeSeen<protocol::BlockList>(m_link, longCall(callOf("POST", paths::networkBlocks, protocol::toJson(block))),
                                    context, std::move(done), &protocol::blockListFromJson);
}

void AccessService::liftBlock(const QString &address, QObject *context, Callback<Seen<protocol::BlockList>> done)
{
    // The answer says nothing: what is left is asked for.
    const Answer<Seen<protocol::BlockList>> answer(context, std::move(done));
    change(m_link, callOf("DELETE", pathWith(paths::networkBlock, address)), m_link.context(),
           [link = &m_link, answer](const Result<void> &lifted) {
               if (!lifted) return answer.give(lifted.error());
               AccessService(*link).blocks(
                   link->context(), [answer](Result<Seen<protocol::BlockList>> list) { answer.give(std::move(list)); });
           });
}

}  // namespace lw::access
