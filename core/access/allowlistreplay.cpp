// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/allowlistreplay.h"

#include "core/cache/eventreader.h"
#include "core/cache/persontable.h"
#include "core/cache/snapshottable.h"
#include "core/domain/role.h"
#include "core/policy/allowlist.h"
#include "core/policy/network.h"
#include "core/protocol/role.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lw::access {

namespace {

/// A network as a key: its bytes and its length.
using NetworkKey = QByteArray;

NetworkKey keyOf(const policy::Network &network)
{
    NetworkKey key(reinterpret_cast<const char *>(network.bytes.data()), static_cast<qsizetype>(network.bytes.size()));
    key.append(static_cast<char>(static_cast<quint8>(network.prefix)));
    return key;
}

policy::Network cutTo(policy::Network network, int prefix)
{
    for (int bit = prefix; bit < network.prefix; ++bit)
        network.bytes[static_cast<size_t>(bit / 8)] &= static_cast<quint8>(~(0x80 >> (bit % 8)));
    network.prefix = prefix;
    return network;
}

/// The most specific network of a list for an address, in as many look-ups as there are different lengths.
class NetworkFinder {
  public:
    Result<void> add(const QString &text)
    {
        const std::optional<policy::Network> network = policy::parseNetwork(text);
        if (!network)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("\u201c%1\u201d is no address and no network.").arg(text),
                             QStringLiteral("network"));
        const NetworkKey key = keyOf(*network);
        m_listed.append(key);
        m_keys.insert(key);
        const auto place = std::lower_bound(m_prefixes.begin(), m_prefixes.end(), network->prefix, std::greater<>());
        if (place == m_prefixes.end() || *place != network->prefix) m_prefixes.insert(place, network->prefix);
        return {};
    }
    std::optional<NetworkKey> find(policy::Network address) const
    {
        for (const int prefix : m_prefixes) {
            address = cutTo(address, prefix);
            const NetworkKey key = keyOf(address);
            if (m_keys.contains(key)) return key;
        }
        return std::nullopt;
    }
    const QList<NetworkKey> &listed() const { return m_listed; }  ///< in the list's order

  private:
    QList<NetworkKey> m_listed;
    QSet<NetworkKey> m_keys;
    std::vector<int> m_prefixes;  ///< longest first
};

struct Use {
    quint64 logins = 0;
    QSet<QString> people;
    qint64 lastMs = 0;
};

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

Result<QList<Role>> customRoles(cache::Connection &connection)
{
    const Result<std::optional<cache::Snapshot>> kept =
        cache::SnapshotTable(connection).find(cache::snapshotname::roles);
    if (!kept) return kept.error();
    if (!*kept) return QList<Role>();
    const Result<QList<Role>> roles = protocol::rolesFromJson((*kept)->body);
    return roles ? *roles : QList<Role>();
}

/// Who could sign in today, by case-folded login name.
Result<QHash<QString, User>> enabledPeople(cache::Connection &connection)
{
    const Result<QList<User>> users = cache::PersonTable(connection).all();
    if (!users) return users.error();
    QHash<QString, User> people;
    for (const User &user : *users)
        if (user.status != UserStatus::Disabled) people.insert(user.login.toCaseFolded(), user);
    return people;
}

class Replay {
  public:
    Replay(const Allowlist &list, NetworkFinder finder, QHash<QString, User> enabled, const QDateTime &now)
        : m_matcher(list.networks),
          m_finder(std::move(finder)),
          m_enabled(std::move(enabled)),
          m_nowMs(now.toMSecsSinceEpoch())
    {
    }

    void take(const cache::LoginTally &tally)
    {
        const std::optional<QString> canonical = policy::canonicalAddress(tally.address);
        const std::optional<policy::Network> address =
            canonical ? policy::parseNetwork(*canonical) : std::optional<policy::Network>();
        if (!address) return;  // a host name: the list cannot judge it
        const QString person = tally.person.toCaseFolded();
        // Extensions, other hosts' accounts and people who left: the list refuses none of them a sign-in.
        if (!m_enabled.contains(person)) return;
        m_logins += tally.logins;
        if (const std::optional<NetworkKey> key = m_finder.find(*address)) {
            Use &use = m_uses[*key];
            use.logins += tally.logins;
            use.people.insert(person);
            use.lastMs = qMax(use.lastMs, tally.lastMs);
        }
        ReplayedPerson &traces = m_people[person];
        traces.logins += tally.logins;
        if (m_matcher.allows(address->bytes, m_nowMs)) return;
        m_refused += tally.logins;
        traces.refused += tally.logins;
        if (const QDateTime last = utc(tally.lastMs); !traces.last.isValid() || traces.last < last) {
            traces.last = last;
            traces.lastAddress = *canonical;
        }
    }

    ReplayResult result(const QList<AllowedNetwork> &networks, const QList<Role> &roles) const
    {
        ReplayResult result;
        result.logins = m_logins;
        result.refusedLogins = m_refused;
        for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
            if (it->refused == 0) continue;
            ReplayedPerson person = *it;
            const User user = m_enabled.value(it.key());
            person.login = user.login;
            person.displayName = user.displayName;
            person.administrator = permissionsOf(user.roles, roles).contains(Permission::NetworkWrite);
            result.people.append(person);
        }
        std::sort(result.people.begin(), result.people.end(), [](const ReplayedPerson &a, const ReplayedPerson &b) {
            return a.refused != b.refused ? a.refused > b.refused : a.login < b.login;
        });
        for (qsizetype i = 0; i < networks.size(); ++i) {
            const Use use = m_uses.value(m_finder.listed().at(i));
            result.networks.append({networks.at(i).network, use.logins, static_cast<int>(use.people.size()),
                                    use.logins > 0 ? utc(use.lastMs) : QDateTime()});
        }
        return result;
    }

  private:
    policy::AllowlistMatcher m_matcher;
    NetworkFinder m_finder;
    QHash<QString, User> m_enabled;  ///< by case-folded login name
    qint64 m_nowMs;
    quint64 m_logins = 0;
    quint64 m_refused = 0;
    QHash<NetworkKey, Use> m_uses;
    QHash<QString, ReplayedPerson> m_people;  ///< by case-folded login name
};

Error cancelled()
{
    return makeError(Errc::Cancelled, QStringLiteral("Cancelled."));
}

}  // namespace

Result<ReplayResult> replayAllowlist(cache::Connection &connection, const Allowlist &proposed, const QDateTime &now,
                                     int days, const cache::CancelToken &cancel)
{
    NetworkFinder finder;
    for (const AllowedNetwork &network : proposed.networks)
        if (const Result<void> added = finder.add(network.network); !added) return added.error();
    const QDateTime from = now.toUTC().addDays(-days);
    const Result<QList<cache::LoginTally>> logins = cache::EventReader(connection).logins(from, now, cancel);
    if (!logins) return logins.error();
    Result<QHash<QString, User>> enabled = enabledPeople(connection);
    if (!enabled) return enabled.error();
    const Result<QList<Role>> roles = customRoles(connection);
    if (!roles) return roles.error();
    Replay replay(proposed, std::move(finder), std::move(*enabled), now);
    for (const cache::LoginTally &tally : *logins) {
        if (cancel.cancelled()) return cancelled();
        replay.take(tally);
    }
    ReplayResult result = replay.result(proposed.networks, *roles);
    result.from = from;
    result.to = now.toUTC();
    return result;
}

AllowlistReplay::AllowlistReplay(std::shared_ptr<cache::Vault> vault)
    : m_vault(std::move(vault)), m_worker(std::make_unique<Worker>())
{
}

AllowlistReplay::~AllowlistReplay()
{
    cancel();
}

void AllowlistReplay::replay(Allowlist proposed, QDateTime now, int days, QObject *context, Callback<ReplayResult> done)
{
    cancel();
    m_running = cache::CancelToken();
    const Answer<ReplayResult> answer(context,
                                      [token = m_running, done = std::move(done)](Result<ReplayResult> result) {
                                          if (!token.cancelled()) done(std::move(result));
                                      });
    m_worker->post([vault = m_vault, proposed = std::move(proposed), now, days, answer, token = m_running] {
        if (token.cancelled()) return;
        const Result<std::unique_ptr<cache::Connection>> connection = vault->connect();
        if (!connection) return answer.give(connection.error());
        answer.give(replayAllowlist(**connection, proposed, now, days, token));
    });
}

void AllowlistReplay::cancel()
{
    m_running.cancel();
}

}  // namespace lw::access
