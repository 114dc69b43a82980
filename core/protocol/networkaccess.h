// SPDX-License-Identifier: GPL-3.0-or-later
// Network access of a customer: GET and PUT /v1/network, POST /v1/network/confirm and /v1/network/revert; blocked
// addresses: GET /v1/network/blocks, POST and DELETE of one, PUT /v1/network/blocking.
#pragma once

#include "core/domain/networkaccess.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const Allowlist &list);
Allowlist readAllowlist(JsonReader reader);
QByteArray toJson(const Allowlist &list);
Result<Allowlist> allowlistFromJson(QByteArrayView body);

/// 200 of GET and PUT, of confirm and of revert; up to limits::networkReplyBytes. The ETag stands for list and pending
/// change.
struct NetworkAccess {
    Allowlist allowlist;
    std::optional<PendingAllowlist> pending;
    QString yourAddress;  ///< from which this request came, as the back end sees it
    bool operator==(const NetworkAccess &) const = default;
};
QByteArray toJson(const NetworkAccess &access);
Result<NetworkAccess> networkAccessFromJson(QByteArrayView body);

/// PUT /v1/network with If-Match: the whole list. It is in force at once and reverts unless confirmed in time.
struct AllowlistChange {
    bool enforced = false;
    QList<AllowedNetwork> networks;
    int confirmMinutes = 10;  ///< 1 to 60
    /// A change that would strand its author or every administrator is refused (Conflict, field "stranding") unless
    /// this is the author's own login name.
    QString strandingConfirmed;
    bool operator==(const AllowlistChange &) const = default;
};
QByteArray toJson(const AllowlistChange &change);
Result<AllowlistChange> allowlistChangeFromJson(QByteArrayView body);

/// 200 of GET /v1/network/blocks.
struct BlockList {
    BlockingPolicy policy;
    QList<BlockedAddress> blocked;  ///< the latest first, at most limits::blocksListed
    bool operator==(const BlockList &) const = default;
};
QByteArray toJson(const BlockList &list);
Result<BlockList> blockListFromJson(QByteArrayView body);

/// PUT /v1/network/blocking with If-Match (the ETag of GET /v1/network/blocks); answers as that does.
QJsonObject toJsonObject(const BlockingPolicy &policy);
QByteArray toJson(const BlockingPolicy &policy);
Result<BlockingPolicy> blockingPolicyFromJson(QByteArrayView body);

/// POST /v1/network/blocks: a block by hand, or a pin of one that is there.
struct NewBlock {
    QString address;
    QDateTime until;  ///< UTC; invalid: pinned
    QString reason;
    bool operator==(const NewBlock &) const = default;
};
QByteArray toJson(const NewBlock &block);
Result<NewBlock> newBlockFromJson(QByteArrayView body);

/// What stands for {address} in /v1/network/blocks/{address}: a path has no encoded slash, so "2001:db8:0:1::/64" goes
/// there as "2001:db8:0:1::". Any address of the blocked /64 will do.
QString blockPathParameter(const QString &address);

}  // namespace lw::protocol
