// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/networkevents.h"

#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/network/allowlistcache.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

constexpr qsizetype bytesASide = 24 * 1024;  // two of them and the rest fit into a leaf
constexpr qsizetype evidenceRows = 20;

QJsonObject entryJson(const AllowedNetwork &entry)
{
    QJsonObject object{{QStringLiteral("network"), entry.network}};
    if (!entry.label.isEmpty()) object.insert(QStringLiteral("label"), entry.label);
    if (!entry.owner.isEmpty()) object.insert(QStringLiteral("owner"), entry.owner);
    if (entry.until.isValid()) object.insert(QStringLiteral("until"), toRfc3339(entry.until));
    return object;
}

/// The entries of `list` that `other` has not, or has otherwise.
QJsonObject sideJson(const Allowlist &list, const Allowlist &other, const QString &name)
{
    QHash<QString, const AllowedNetwork *> theirs;
    theirs.reserve(other.networks.size());
    for (const AllowedNetwork &entry : other.networks)
        theirs.insert(entry.network, &entry);
    QJsonArray shown;
    qsizetype bytes = 0;
    qint64 more = 0;
    for (const AllowedNetwork &entry : list.networks) {
        const AllowedNetwork *same = theirs.value(entry.network);
        if (same && *same == entry) continue;
        if (bytes > bytesASide) {
            ++more;
            continue;
        }
        const QJsonObject object = entryJson(entry);
        bytes += QJsonDocument(object).toJson(QJsonDocument::Compact).size();
        shown.append(object);
    }
    QJsonObject side{{QStringLiteral("enforced"), list.enforced},
                     {QStringLiteral("entries"), list.networks.size()},
                     {QStringLiteral("sha256"), QString::fromLatin1(allowlistDigest(list))},
                     {name, shown}};
    if (more > 0) side.insert(QStringLiteral("more"), more);
    return side;
}

}  // namespace

AuditEvent allowlistEvent(EventKind kind, const Actor &actor, const Origin &origin, const QString &changeId,
                          const Allowlist &before, const Allowlist &after, const QString &reason)
{
    AuditEvent event =
        authEvent(kind, Outcome::Success, actor, origin, ObjectRef{QStringLiteral("allowlist"), changeId, {}}, reason);
    event.before = sideJson(before, after, QStringLiteral("removed"));
    event.after = sideJson(after, before, QStringLiteral("added"));
    return event;
}

QJsonObject blockJson(const BlockedAddress &block)
{
    QJsonObject object{{QStringLiteral("address"), block.address},   {QStringLiteral("since"), toRfc3339(block.since)},
                       {QStringLiteral("nth"), block.nth},           {QStringLiteral("failures"), block.failures},
                       {QStringLiteral("accounts"), block.accounts}, {QStringLiteral("pinned"), block.pinned}};
    if (block.until.isValid()) object.insert(QStringLiteral("until"), toRfc3339(block.until));
    if (!block.reason.isEmpty()) object.insert(QStringLiteral("reason"), block.reason);
    return object;
}

AuditEvent blockEvent(EventKind kind, const Actor &actor, const Origin &origin, const QString &key,
                      const QString &reason)
{
    return authEvent(kind, Outcome::Success, actor, origin, ObjectRef{QStringLiteral("address"), {}, key}, reason);
}

AuditEvent blockBegan(const BlockedAddress &block, const Origin &origin, const BlockingPolicy &policy,
                      const QList<OffenceRow> &evidence)
{
    QJsonArray rows;
    for (const OffenceRow &row : evidence.first(std::min(evidence.size(), evidenceRows)))
        rows.append(QJsonObject{{QStringLiteral("at"), toRfc3339(row.at)}, {QStringLiteral("login"), row.loginKey}});
    QJsonObject after = blockJson(block);
    after.insert(QStringLiteral("windowMinutes"), policy.windowMinutes);
    after.insert(QStringLiteral("evidence"), rows);
    AuditEvent event = blockEvent(EventKind::AddressBlocked, backEndItself(), origin, block.address,
                                  QStringLiteral("too_many_failures"));
    event.after = after;
    return event;
}

}  // namespace lw::server
