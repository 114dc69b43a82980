// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/accessbackend.h"

#include "core/protocol/accounts.h"
#include "core/protocol/device.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/problem.h"
#include "tests/ui/support/openprofile.h"

#include <QCryptographicHash>
#include <QUrl>

namespace lw::test {

namespace {

namespace paths = protocol::paths;

QByteArray tagOf(const QByteArray &body)
{
    return '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(16) + '"';
}

FakeReply json(int status, const QByteArray &body)
{
    return {status, body, {{"Content-Type", "application/json"}, {"ETag", tagOf(body)}}, -1, false, {}};
}

FakeReply refusal(const Error &error)
{
    const protocol::Problem problem = protocol::problemOf(error);
    return {problem.status, protocol::toJson(problem), {{"Content-Type", "application/problem+json"}}, -1, false, {}};
}

FakeReply stale()
{
    return refusal(makeError(Errc::Stale, QStringLiteral("It was changed meanwhile.")));
}

bool fits(const FakeRequest &request, const QByteArray &body)
{
    return net::headerValue(request.headers, "If-Match") == tagOf(body);
}

QString lastPart(const FakeRequest &request)
{
    return QUrl::fromPercentEncoding(request.path.section(QLatin1Char('/'), -1).toLatin1());
}

Departure makeCase(int number, const User &user, DepartureState state, const QDateTime &departedAt,
                   const QDateTime &effectiveAt)
{
    Departure departure;
    departure.id = QStringLiteral("dep_%1").arg(number, 26, 10, QLatin1Char('0'));
    departure.userId = user.id;
    departure.login = user.login;
    departure.displayName = user.displayName;
    departure.state = state;
    departure.departedAt = departedAt;
    departure.effectiveAt = effectiveAt;
    departure.reason = QStringLiteral("contract ended");
    departure.createdAt = departedAt.addSecs(-3600);
    departure.createdBy = QStringLiteral("sami.haddad");
    return departure;
}

ProbeResult probe(const char *what, bool passed, const char *detail, const QDateTime &at)
{
    return {QString::fromLatin1(what), passed, QString::fromLatin1(detail), at};
}

protocol::NetworkAccess sampleNetwork()
{
    const QDateTime now = OpenProfile::now();
    protocol::NetworkAccess network;
    network.allowlist.enforced = true;
    network.allowlist.enforcedSince = QDateTime(QDate(2026, 2, 2), QTime(9, 0), Qt::UTC);
    network.allowlist.networks = {
        {QStringLiteral("198.51.100.0/27"), QStringLiteral("Head office London"), QStringLiteral("Sami Haddad"), {}},
        {QStringLiteral("198.51.100.32/27"), QStringLiteral("Bristol VPN"), QStringLiteral("Eva Varga"),
         now.addDays(3).date().startOfDay(Qt::UTC)},
        {QStringLiteral("2001:db8:7::/48"), QStringLiteral("Leeds office"), QStringLiteral("Eva Varga"), {}},
        {QStringLiteral("192.0.2.40"), QStringLiteral("Auditor, fixed line"), QStringLiteral("Daniel Costa"),
         QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC)},
    };
    network.yourAddress = QStringLiteral("198.51.100.4");
    return network;
}

protocol::BlockList sampleBlocks()
{
    const QDateTime now = OpenProfile::now();
    protocol::BlockList blocks;
    BlockedAddress first;
    first.address = QStringLiteral("203.0.113.77");
    first.since = now.addSecs(-600);
    first.until = now.addSecs(3900);
    first.nth = 3;
    first.failures = 63;
    first.accounts = 41;
    BlockedAddress second;
    second.address = QStringLiteral("203.0.113.12");
    second.since = now.addSecs(-60);
    second.until = now.addSecs(840);
    second.failures = 20;
    second.accounts = 19;
    blocks.blocked = {first, second};
    return blocks;
}

}  // namespace

QList<Departure> AccessBackend::sampleDepartures()
{
    const QDateTime now = OpenProfile::now();
    const QList<User> people = OpenProfile::samplePeople();
    Departure future =
        makeCase(1, people[0], DepartureState::Scheduled, now.addDays(3).addSecs(1800), now.addDays(3).addSecs(1800));
    Departure running =
        makeCase(2, people[1], DepartureState::Scheduled, now.addSecs(-20 * 3600 - 48 * 60), now.addSecs(3 * 3600));
    running.kind = DepartureKind::Reassignment;
    running.newRoles = {QStringLiteral("auditor")};
    running.reason = QStringLiteral("moves to Finance");
    Departure proved = makeCase(3, people[2], DepartureState::Proved, now.addDays(-2), now.addDays(-2));
    proved.executedAt = proved.departedAt.addSecs(14 * 60);
    proved.provedAt = proved.executedAt.addSecs(2);
    proved.sessionsEnded = 3;
    proved.devicesRevoked = 2;
    proved.probes = {
        probe("login", true, "A sign-in is refused whatever the password: the account is disabled.", proved.provedAt),
        probe("sessions", true, "3 sessions were ended; none is left.", proved.provedAt),
        probe("tokens", true, "3 tokens were tried and refused.", proved.provedAt),
        probe("devices", true, "2 devices are revoked; a registration is refused, and none is left.", proved.provedAt)};
    Departure late = makeCase(4, people[3], DepartureState::ProofFailed, now.addDays(-4), now.addDays(-3));
    late.executedAt = late.departedAt.addSecs(26 * 3600 + 300);
    late.provedAt = late.executedAt.addSecs(2);
    late.probes = {probe("login", true, "A sign-in is refused.", late.provedAt),
                   probe("devices", false, "1 device is not revoked.", late.provedAt)};
    const Departure withdrawn = makeCase(5, people[4], DepartureState::Cancelled, now.addDays(-6), now.addDays(-6));
    return {future, running, proved, late, withdrawn};
}

AccessBackend::AccessBackend()
{
    m_state.network = sampleNetwork();
    m_state.blocks = sampleBlocks();
    m_state.departures = sampleDepartures();
    const QList<User> people = OpenProfile::samplePeople();
    for (int i = 0; i < 3; ++i) {
        protocol::LiveSession session;
        session.id = QStringLiteral("ses_%1").arg(i, 26, 10, QLatin1Char('0'));
        session.userId = people[4].id;
        session.login = people[4].login;
        session.displayName = people[4].displayName;
        session.createdAt = OpenProfile::now().addSecs(-3600);
        session.lastSeenAt = OpenProfile::now().addSecs(-60);
        session.expiresAt = OpenProfile::now().addSecs(3600);
        session.address = QStringLiteral("198.51.100.7");
        m_state.sessions << session;
    }
    for (int i = 0; i < 2; ++i) {
        Device device;
        device.id = QStringLiteral("dev_%1").arg(i, 26, 10, QLatin1Char('0'));
        device.userId = people[4].id;
        device.label = QStringLiteral("Desk phone");
        device.sipUser = QStringLiteral("sip%1").arg(i);
        device.createdAt = OpenProfile::now().addDays(-100);
        device.secretChangedAt = device.createdAt;
        m_state.devices << device;
    }
    m_fake.customer = OpenProfile::customer();
    m_fake.users = people;
    // The fake answers "me" with its first person: here the owner, whose profile OpenProfile opens.
    std::swap(m_fake.users[0], m_fake.users[5]);
    m_fake.users[0].status = UserStatus::Active;
    m_fake.users[0].lockedUntil = {};
    m_fake.intercept([this](const FakeRequest &request) { return answer(request); });
}

AccessBackend::State AccessBackend::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void AccessBackend::change(const std::function<void(State &)> &how)
{
    const std::lock_guard lock(m_mutex);
    how(m_state);
}

QList<FakeRequest> AccessBackend::changes() const
{
    QList<FakeRequest> changes;
    const QList<FakeRequest> seen = m_fake.seen();
    for (const FakeRequest &request : seen)
        if (request.method != "GET" && request.path != paths::session) changes << request;
    return changes;
}

std::optional<FakeReply> AccessBackend::answer(const FakeRequest &request)
{
    const std::lock_guard lock(m_mutex);
    const bool ours = request.path.startsWith(paths::network) || request.path.startsWith(paths::departures) ||
                      request.path.startsWith(QLatin1String("/v1/users/")) || request.path == paths::sessions;
    if (!ours) return std::nullopt;
    if (request.method == "GET" && m_state.forbid) return refusal(*m_state.forbid);
    if (request.method != "GET" && m_state.refuse) {
        const Error error = *m_state.refuse;
        m_state.refuse.reset();
        return refusal(error);
    }
    if (request.path.startsWith(QLatin1String("/v1/network/block"))) return answerBlocks(request);
    if (request.path.startsWith(paths::network)) return answerNetwork(request);
    if (request.path.startsWith(paths::departures)) return answerDepartures(request);
    return answerPeople(request);
}

std::optional<FakeReply> AccessBackend::answerNetwork(const FakeRequest &request)
{
    protocol::NetworkAccess &network = m_state.network;
    if (request.method == "PUT") {
        if (!fits(request, protocol::toJson(network))) return stale();
        const auto change = protocol::allowlistChangeFromJson(request.body);
        if (!change) return refusal(change.error());
        PendingAllowlist pending;
        pending.id = QStringLiteral("chg_00000000000000000000000001");
        pending.author = QStringLiteral("sami.haddad");
        pending.appliedAt = OpenProfile::now();
        pending.revertsAt = OpenProfile::now().addSecs(60 * change->confirmMinutes);
        pending.before = network.allowlist;
        if (!network.allowlist.enforced && change->enforced) network.allowlist.enforcedSince = OpenProfile::now();
        if (!change->enforced) network.allowlist.enforcedSince = {};
        network.allowlist.enforced = change->enforced;
        network.allowlist.networks = change->networks;
        network.pending = pending;
    } else if (request.path == paths::networkConfirm) {
        network.pending.reset();
    } else if (request.path == paths::networkRevert && network.pending) {
        network.allowlist = network.pending->before;
        network.pending.reset();
    }
    return json(200, protocol::toJson(network));
}

std::optional<FakeReply> AccessBackend::answerBlocks(const FakeRequest &request)
{
    protocol::BlockList &blocks = m_state.blocks;
    if (request.method == "PUT") {
        if (!fits(request, protocol::toJson(blocks))) return stale();
        const auto policy = protocol::blockingPolicyFromJson(request.body);
        if (!policy) return refusal(policy.error());
        blocks.policy = *policy;
    } else if (request.method == "POST") {
        const auto wanted = protocol::newBlockFromJson(request.body);
        if (!wanted) return refusal(wanted.error());
        BlockedAddress block;
        for (const BlockedAddress &one : std::as_const(blocks.blocked))
            if (one.address == wanted->address) block = one;
        blocks.blocked.removeIf([&](const BlockedAddress &one) { return one.address == wanted->address; });
        block.address = wanted->address;
        block.since = OpenProfile::now();
        block.until = wanted->until;
        block.pinned = !wanted->until.isValid();
        block.reason = wanted->reason;
        blocks.blocked.prepend(block);
    } else if (request.method == "DELETE") {
        const QString address =
            QUrl::fromPercentEncoding(request.path.mid(QLatin1String(paths::networkBlocks).size() + 1).toLatin1());
        blocks.blocked.removeIf([&](const BlockedAddress &one) { return one.address == address; });
    }
    return json(200, protocol::toJson(blocks));
}

std::optional<FakeReply> AccessBackend::answerDepartures(const FakeRequest &request)
{
    QList<Departure> &cases = m_state.departures;
    if (request.method == "GET") return json(200, protocol::toJson(cases));
    if (request.path == paths::departures) {
        const auto wishes = protocol::newDeparturesFromJson(request.body);
        if (!wishes) return refusal(wishes.error());
        QList<Departure> opened;
        const QList<User> people = OpenProfile::samplePeople();
        for (const protocol::NewDeparture &wish : *wishes)
            for (const User &user : people) {
                if (user.id != wish.userId) continue;
                Departure departure = makeCase(100 + static_cast<int>(cases.size()), user, DepartureState::Scheduled,
                                               wish.departedAt, wish.departedAt);
                departure.kind = wish.kind;
                if (wish.effectiveAt.isValid()) departure.effectiveAt = wish.effectiveAt;
                departure.newRoles = wish.newRoles;
                departure.reason = wish.reason;
                cases.prepend(departure);
                opened << departure;
            }
        return json(201, protocol::toJson(opened));
    }
    const bool probes = request.path.endsWith(QLatin1String("/probe"));
    const QString id = probes ? request.path.section(QLatin1Char('/'), -2, -2) : lastPart(request);
    for (Departure &departure : cases) {
        if (departure.id != id) continue;
        if (!probes) {
            departure.state = DepartureState::Cancelled;
            return FakeReply{204, {}, {}, -1, false, {}};
        }
        departure.state = m_state.probesPass ? DepartureState::Proved : DepartureState::ProofFailed;
        departure.provedAt = OpenProfile::now();
        departure.probes = {probe("login", m_state.probesPass, "Tried once more.", departure.provedAt)};
        return json(200, protocol::toJson(departure));
    }
    return refusal(makeError(Errc::NotFound, QStringLiteral("There is no such departure.")));
}

std::optional<FakeReply> AccessBackend::answerPeople(const FakeRequest &request)
{
    if (request.path == paths::sessions) return json(200, protocol::toJson(m_state.sessions));
    if (request.path == paths::usersDisable) {
        const auto selection = protocol::userSelectionFromJson(request.body);
        if (!selection) return refusal(selection.error());
        m_state.disabled = selection->userIds;
        return FakeReply{204, {}, {}, -1, false, {}};
    }
    if (request.path.endsWith(QLatin1String("/devices")) && request.method == "GET") {
        const QString user = request.path.section(QLatin1Char('/'), -2, -2);
        QList<Device> devices;
        for (const Device &device : std::as_const(m_state.devices))
            if (device.userId == user) devices << device;
        return json(200, protocol::toJson(devices));
    }
    return std::nullopt;
}

}  // namespace lw::test
