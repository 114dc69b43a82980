// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/networkaccess.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldEnforced("enforced");
constexpr QLatin1String fieldEnforcedSince("enforcedSince");
constexpr QLatin1String fieldNetworks("networks");
constexpr QLatin1String fieldNetwork("network");
constexpr QLatin1String fieldLabel("label");
constexpr QLatin1String fieldOwner("owner");
constexpr QLatin1String fieldUntil("until");
constexpr QLatin1String fieldAllowlist("allowlist");
constexpr QLatin1String fieldPending("pending");
constexpr QLatin1String fieldYourAddress("yourAddress");
constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldAuthor("author");
constexpr QLatin1String fieldAppliedAt("appliedAt");
constexpr QLatin1String fieldRevertsAt("revertsAt");
constexpr QLatin1String fieldBefore("before");
constexpr QLatin1String fieldConfirmMinutes("confirmMinutes");
constexpr QLatin1String fieldStrandingConfirmed("strandingConfirmed");
constexpr QLatin1String fieldPolicy("policy");
constexpr QLatin1String fieldBlocked("blocked");
constexpr QLatin1String fieldAddress("address");
constexpr QLatin1String fieldSince("since");
constexpr QLatin1String fieldNth("nth");
constexpr QLatin1String fieldFailures("failures");
constexpr QLatin1String fieldAccounts("accounts");
constexpr QLatin1String fieldPinned("pinned");
constexpr QLatin1String fieldReason("reason");
constexpr QLatin1String fieldEnabled("enabled");
constexpr QLatin1String fieldWindowMinutes("windowMinutes");
constexpr QLatin1String fieldBlockMinutes("blockMinutes");
constexpr QLatin1String fieldMostMinutes("mostMinutes");
constexpr QLatin1String fieldExemptAllowlist("exemptAllowlist");

constexpr int idLength = 64;
constexpr int addressLength = 128;  // the longest network has 49; what is longer is quoted back in an error
constexpr int dayMinutes = 24 * 60;
constexpr int blockMinutesMost = 30 * dayMinutes;
constexpr int countMost = 1'000'000'000;

QJsonArray networksJson(const QList<AllowedNetwork> &networks)
{
    QJsonArray array;
    for (const AllowedNetwork &entry : networks) {
        QJsonObject object{{fieldNetwork, entry.network}};
        if (!entry.label.isEmpty()) object.insert(fieldLabel, entry.label);
        if (!entry.owner.isEmpty()) object.insert(fieldOwner, entry.owner);
        insertInstant(object, fieldUntil, entry.until);
        array.append(object);
    }
    return array;
}

QList<AllowedNetwork> readNetworks(JsonReader &reader)
{
    QList<AllowedNetwork> networks;
    for (JsonReader &entry : reader.objects(fieldNetworks, limits::networksPerCustomer))
        networks.append({entry.text(fieldNetwork, addressLength),
                         entry.text(fieldLabel, limits::nameLength, Need::Optional, Empty::Allowed),
                         entry.text(fieldOwner, limits::nameLength, Need::Optional, Empty::Allowed),
                         entry.instant(fieldUntil, Need::Optional)});
    return networks;
}

int readNumber(JsonReader &reader, QLatin1String name, int least, int most)
{
    return static_cast<int>(reader.integer(name, least, most));
}

PendingAllowlist readPending(JsonReader reader)
{
    PendingAllowlist pending;
    pending.id = reader.text(fieldId, idLength);
    pending.author = reader.text(fieldAuthor, limits::loginLength);
    pending.appliedAt = reader.instant(fieldAppliedAt);
    pending.revertsAt = reader.instant(fieldRevertsAt);
    pending.before = readAllowlist(reader.object(fieldBefore));
    return pending;
}

BlockingPolicy readPolicy(JsonReader reader)
{
    BlockingPolicy policy;
    policy.enabled = reader.boolean(fieldEnabled);
    policy.failures = readNumber(reader, fieldFailures, limits::blockFailuresLeast, limits::blockFailuresMost);
    policy.windowMinutes = readNumber(reader, fieldWindowMinutes, 1, dayMinutes);
    policy.blockMinutes = readNumber(reader, fieldBlockMinutes, 1, blockMinutesMost);
    policy.mostMinutes = readNumber(reader, fieldMostMinutes, 1, blockMinutesMost);
    policy.exemptAllowlist = reader.boolean(fieldExemptAllowlist);
    if (reader.ok() && policy.mostMinutes < policy.blockMinutes)
        reader.refuse(fieldMostMinutes, QStringLiteral("must not be shorter than the first block"));
    return policy;
}

QJsonObject toJsonObject(const BlockedAddress &blocked)
{
    QJsonObject object{{fieldAddress, blocked.address},   {fieldSince, toRfc3339(blocked.since)},
                       {fieldNth, blocked.nth},           {fieldFailures, blocked.failures},
                       {fieldAccounts, blocked.accounts}, {fieldPinned, blocked.pinned}};
    insertInstant(object, fieldUntil, blocked.until);
    if (!blocked.reason.isEmpty()) object.insert(fieldReason, blocked.reason);
    return object;
}

BlockedAddress readBlocked(JsonReader reader)
{
    BlockedAddress blocked;
    blocked.address = reader.text(fieldAddress, addressLength);
    blocked.since = reader.instant(fieldSince);
    blocked.until = reader.instant(fieldUntil, Need::Optional);
    blocked.nth = readNumber(reader, fieldNth, 0, countMost);
    blocked.failures = readNumber(reader, fieldFailures, 0, countMost);
    blocked.accounts = readNumber(reader, fieldAccounts, 0, countMost);
    blocked.pinned = reader.boolean(fieldPinned);
    blocked.reason = reader.text(fieldReason, limits::nameLength, Need::Optional, Empty::Allowed);
    return blocked;
}

}  // namespace

QJsonObject toJsonObject(const Allowlist &list)
{
    QJsonObject object{{fieldEnforced, list.enforced}, {fieldNetworks, networksJson(list.networks)}};
    insertInstant(object, fieldEnforcedSince, list.enforcedSince);
    return object;
}

Allowlist readAllowlist(JsonReader reader)
{
    Allowlist list;
    list.enforced = reader.boolean(fieldEnforced);
    list.enforcedSince = reader.instant(fieldEnforcedSince, Need::Optional);
    list.networks = readNetworks(reader);
    return list;
}

QByteArray toJson(const Allowlist &list)
{
    return compact(toJsonObject(list));
}

Result<Allowlist> allowlistFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::networkReplyBytes, Errc::Protocol);
    return reader.finish(readAllowlist(reader));
}

QByteArray toJson(const NetworkAccess &access)
{
    QJsonObject object{{fieldAllowlist, toJsonObject(access.allowlist)}, {fieldYourAddress, access.yourAddress}};
    if (access.pending) {
        QJsonObject pending{{fieldId, access.pending->id},
                            {fieldAuthor, access.pending->author},
                            {fieldBefore, toJsonObject(access.pending->before)}};
        insertInstant(pending, fieldAppliedAt, access.pending->appliedAt);
        insertInstant(pending, fieldRevertsAt, access.pending->revertsAt);
        object.insert(fieldPending, pending);
    }
    return compact(object);
}

Result<NetworkAccess> networkAccessFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::networkReplyBytes, Errc::Protocol);
    NetworkAccess access;
    access.allowlist = readAllowlist(reader.object(fieldAllowlist));
    if (const std::optional<JsonReader> pending = reader.optionalObject(fieldPending))
        access.pending = readPending(*pending);
    access.yourAddress = reader.text(fieldYourAddress, addressLength, Need::Required, Empty::Allowed);
    return reader.finish(access);
}

QByteArray toJson(const AllowlistChange &change)
{
    QJsonObject object{{fieldEnforced, change.enforced},
                       {fieldNetworks, networksJson(change.networks)},
                       {fieldConfirmMinutes, change.confirmMinutes}};
    if (!change.strandingConfirmed.isEmpty()) object.insert(fieldStrandingConfirmed, change.strandingConfirmed);
    return compact(object);
}

Result<AllowlistChange> allowlistChangeFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::networkBodyBytes, Errc::InvalidInput);
    AllowlistChange change;
    change.enforced = reader.boolean(fieldEnforced);
    change.networks = readNetworks(reader);
    change.confirmMinutes = readNumber(reader, fieldConfirmMinutes, 1, limits::confirmMinutesMost);
    change.strandingConfirmed =
        reader.text(fieldStrandingConfirmed, limits::loginLength, Need::Optional, Empty::Allowed);
    return reader.finish(change);
}

QJsonObject toJsonObject(const BlockingPolicy &policy)
{
    return {{fieldEnabled, policy.enabled},
            {fieldFailures, policy.failures},
            {fieldWindowMinutes, policy.windowMinutes},
            {fieldBlockMinutes, policy.blockMinutes},
            {fieldMostMinutes, policy.mostMinutes},
            {fieldExemptAllowlist, policy.exemptAllowlist}};
}

QByteArray toJson(const BlockList &list)
{
    QJsonArray blocked;
    for (const BlockedAddress &entry : list.blocked)
        blocked.append(toJsonObject(entry));
    return compact({{fieldPolicy, toJsonObject(list.policy)}, {fieldBlocked, blocked}});
}

Result<BlockList> blockListFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::blocksBodyBytes, Errc::Protocol);
    BlockList list;
    list.policy = readPolicy(reader.object(fieldPolicy));
    for (const JsonReader &entry : reader.objects(fieldBlocked, limits::blocksListed))
        list.blocked.append(readBlocked(entry));
    return reader.finish(list);
}

QByteArray toJson(const BlockingPolicy &policy)
{
    return compact(toJsonObject(policy));
}

Result<BlockingPolicy> blockingPolicyFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    return reader.finish(readPolicy(reader));
}

QByteArray toJson(const NewBlock &block)
{
    QJsonObject object{{fieldAddress, block.address}};
    insertInstant(object, fieldUntil, block.until);
    if (!block.reason.isEmpty()) object.insert(fieldReason, block.reason);
    return compact(object);
}

Result<NewBlock> newBlockFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    NewBlock block;
    block.address = reader.text(fieldAddress, addressLength);
    block.until = reader.instant(fieldUntil, Need::Optional);
    block.reason = reader.text(fieldReason, limits::nameLength, Need::Optional, Empty::Allowed);
    return reader.finish(block);
}

QString blockPathParameter(const QString &address)
{
    return address.section(QLatin1Char('/'), 0, 0);
}

}  // namespace lw::protocol
