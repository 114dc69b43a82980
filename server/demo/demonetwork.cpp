// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/blocking.h"
#include "server/auth/authevents.h"
#include "server/demo/demoaccess.h"
#include "server/network/networkevents.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

namespace {

constexpr int firstDaysAgo = 40;
constexpr int slipDaysAgo = 18;
constexpr int auditorsDaysAgo = 11;
constexpr int stuffingDaysAgo = 9;  // as in demoincidents.cpp
constexpr int confirmMinutes = 10;

AllowedNetwork listed(const char *network, const char *label, const char *owner, const QDateTime &until = {})
{
    return {QLatin1String(network), QString::fromUtf8(label), QLatin1String(owner), until};
}

/// In the order in which the table gives them back.
Allowlist sorted(Allowlist list)
{
    std::sort(list.networks.begin(), list.networks.end(),
              [](const AllowedNetwork &a, const AllowedNetwork &b) { return a.network < b.network; });
    return list;
}

/// Not enforced for people, so that the demo can show whom that would shut out; the PBX servers are held to it all the
/// same. The console of the demo comes from this very machine and is listed, so that whoever switches the list on is
/// not locked out.
Allowlist listOf(const DemoHistory &history, bool withAuditors)
{
    const QDateTime now = history.now();
    Allowlist list;
    list.networks = {listed("192.0.2.0/25", "Head office London, people", "kwame.mensah"),
                     listed("192.0.2.192/28", "PBX London", "katarzyna.nowak"),
                     listed("192.0.2.208/28", "PBX Leeds", "katarzyna.nowak"),
                     listed("198.51.100.0/26", "Staff VPN", "kwame.mensah"),
                     listed("2001:db8:1000::/40", "Staff broadband, IPv6", "kwame.mensah"),
                     listed("203.0.113.160/28", "Office fit-out contractor", "rohan.deshpande", now.addDays(-6)),
                     listed("127.0.0.1", "This computer (demo)", "ann.lee"),
                     listed("::1", "This computer (demo)", "ann.lee")};
    if (withAuditors)
        list.networks.append(listed("203.0.113.192/28", "Auditors, year-end", "piotr.zielinski", now.addDays(24)));
    return sorted(list);
}

struct Keeper {
    DemoHistory &history;
    const DemoPerson &person;

    Actor actor() const { return DemoHistory::actorOf(person); }
    Origin origin() const { return DemoHistory::console(person, person.officeAddress, history.random()); }
    void comes(const QDateTime &at) { history.addSession(person, at.addSecs(-150), 40, person.officeAddress); }

    void change(const QDateTime &at, const Allowlist &before, const Allowlist &after, bool confirmed)
    {
        comes(at);
        const QString id = identifierFrom("chg", at, history.random().seedBytes());
        const QDateTime reverts = at.addSecs(confirmMinutes * 60);
        AuditEvent event = allowlistEvent(EventKind::NetworkChanged, actor(), origin(), id, before, after);
        event.detail = QStringLiteral("Reverts at %1 unless it is confirmed.").arg(reverts.toString(Qt::ISODateWithMs));
        history.addExactly(at, std::move(event));
        if (confirmed)
            history.addExactly(at.addSecs(history.random().between(70, 300)),
                               allowlistEvent(EventKind::NetworkConfirmed, actor(), origin(), id, before, after));
        else
            history.addExactly(reverts, allowlistEvent(EventKind::NetworkReverted, backEndItself(), Origin(), id, after,
                                                       before, QStringLiteral("not_confirmed")));
    }
};

/// A block by itself: the failures that led to it, and its beginning.
BlockedAddress blockAfterFailures(DemoHistory &history, DemoAccess &access, const QString &address, int nth,
                                  const QDateTime &since)
{
    const BlockingPolicy policy;
    DemoRandom &random = history.random();
    const std::vector<QString> names{QStringLiteral("admin"),   QStringLiteral("a.lee"),    QStringLiteral("ann"),
                                     QStringLiteral("support"), QStringLiteral("k.mensah"), QStringLiteral("reception"),
                                     QStringLiteral("finance")};
    QList<OffenceRow> evidence;
    QSet<QString> accounts;
    for (int i = 0; i < policy.failures; ++i) {
        const QDateTime at = since.addSecs(-(policy.failures - 1 - i) * 24);
        const QString &name = names[static_cast<size_t>(i) % names.size()];
        const Origin origin{address, static_cast<quint16>(random.between(20'000, 65'000)), QStringLiteral("console"),
                            QStringLiteral("curl/8.5.0")};
        history.addExactly(at, DemoHistory::event(EventKind::LoginFailed, Outcome::Failure, claimedBy(name), origin,
                                                  accountNamed(name), "no_such_user"));
        evidence.prepend({at, loginKey(name)});
        accounts.insert(name);
    }
    const QString key = policy::blockingKey(address).value_or(address);
    const BlockedAddress block{
        key,   since, since.addSecs(60 * policy::blockMinutes(nth, policy)), nth, policy.failures, int(accounts.size()),
        false, {}};
    history.addExactly(since.addMSecs(1),
                       blockBegan(block, Origin{address, 0, QStringLiteral("console"), QStringLiteral("curl/8.5.0")},
                                  policy, evidence));
    for (const OffenceRow &row : evidence)
        if (row.at > history.now().addDays(-1)) access.offences.append({key, row});
    return block;
}

/// Blocked for the third time just now.
void addGrowingBlock(DemoHistory &history, DemoAccess &access)
{
    const QString address = QStringLiteral("203.0.113.141");
    const QDateTime third = history.now().addSecs(-17 * 60);
    const QList<QDateTime> begins{third.addSecs(-5 * 3600), third.addSecs(-2 * 3600), third};
    for (int nth = 1; nth <= begins.size(); ++nth) {
        const BlockedAddress block = blockAfterFailures(history, access, address, nth, begins[nth - 1]);
        if (nth == begins.size()) {
            access.blocks.append({QString(), block, BlockRow::State::Running});
            continue;
        }
        AuditEvent ended = blockEvent(EventKind::AddressUnblocked, backEndItself(), Origin(), block.address,
                                      QStringLiteral("block_ended"));
        ended.before = blockJson(block);
        history.addExactly(block.until.addSecs(2), std::move(ended));
    }
}

/// Pinned by a person after the credential stuffing.
void addPinnedBlock(DemoHistory &history, const Keeper &keeper, DemoAccess &access)
{
    const QString address = QStringLiteral("203.0.113.142");
    const QDateTime since = history.at(history.days() - 1 - stuffingDaysAgo, 3 * 60 + 4, 11);
    const BlockedAddress first = blockAfterFailures(history, access, address, 1, since);
    AuditEvent ended = blockEvent(EventKind::AddressUnblocked, backEndItself(), Origin(), first.address,
                                  QStringLiteral("block_ended"));
    ended.before = blockJson(first);
    history.addExactly(first.until.addSecs(2), std::move(ended));
    BlockedAddress pinned = first;
    pinned.since = history.at(history.days() - 1 - stuffingDaysAgo, 9 * 60 + 12, 40);
    pinned.until = {};
    pinned.pinned = true;
    pinned.reason = QStringLiteral("Behind the credential stuffing of this night; reported to its provider");
    history.addSession(keeper.person, pinned.since.addSecs(-300), 50, keeper.person.officeAddress);
    AuditEvent event = blockEvent(EventKind::AddressBlocked, keeper.actor(), keeper.origin(), pinned.address,
                                  QStringLiteral("by_hand"));
    event.after = blockJson(pinned);
    history.addExactly(pinned.since, std::move(event));
    access.blocks.append({QString(), pinned, BlockRow::State::Running});
}

}  // namespace

void addNetwork(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access)
{
    const auto officer = std::find_if(people.begin(), people.end(), [](const DemoPerson &person) {
        return person.user.login == QLatin1String("rohan.deshpande");
    });
    Keeper keeper{history, *officer};
    const auto at = [&](int daysAgo, int minute) { return history.at(history.days() - 1 - daysAgo, minute, 21); };
    const Allowlist first = listOf(history, false);
    const Allowlist second = listOf(history, true);
    keeper.change(at(firstDaysAgo, 11 * 60 + 5), Allowlist(), first, true);
    // Nobody confirmed this one: it went back by itself.
    Allowlist slip = first;
    slip.networks.removeIf(
        [](const AllowedNetwork &entry) { return entry.network == QLatin1String("198.51.100.0/26"); });
    keeper.change(at(slipDaysAgo, 16 * 60 + 40), first, slip, false);
    keeper.change(at(auditorsDaysAgo, 10 * 60 + 15), first, second, true);
    access.allowlist = second;
    addGrowingBlock(history, access);
    addPinnedBlock(history, keeper, access);
}

}  // namespace lw::server
