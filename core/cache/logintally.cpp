// SPDX-License-Identifier: GPL-3.0-or-later
// Who logged in from where, counted.
#include "core/cache/eventreader.h"
#include "core/cache/eventscan.h"
#include "core/cache/textcache.h"

#include <unordered_map>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Counting logins");

struct Pair {
    qint64 person;
    qint64 address;
    bool operator==(const Pair &) const = default;
};

struct HashPair {
    size_t operator()(const Pair &pair) const noexcept
    {
        // Ids are small and dense; the odd factor spreads the first over the bits that the second leaves alone.
        return static_cast<size_t>(pair.person) * 0x9E3779B97F4A7C15ULL ^ static_cast<size_t>(pair.address);
    }
};

struct Count {
    quint32 logins = 0;
    qint64 lastMs = 0;
};

}  // namespace

Result<QList<LoginTally>> EventReader::logins(const QDateTime &from, const QDateTime &to, const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    EventFilter filter;
    filter.from = from;
    filter.to = to;
    filter.kinds = {EventKind::LoginSucceeded};
    const auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    std::unordered_map<Pair, Count, HashPair> counts;
    const auto scanned = scanEvents(m_connection, *query, true, [&](const EventIds &event) {
        if (event.address == 0) return true;
        Count &count = counts[{event.person, event.address}];
        count.lastMs = count.logins++ == 0 ? event.timeMs : qMax(count.lastMs, event.timeMs);
        return true;
    });
    if (!scanned) return scanned.error();

    auto byId = m_connection.statement(TextCache::byIdSql, what);
    if (!byId) return byId.error();
    QList<LoginTally> tallies;
    tallies.reserve(static_cast<qsizetype>(counts.size()));
    for (const auto &[pair, count] : counts) {
        const auto person = m_connection.texts().utf8(pair.person, **byId);
        if (!person) return person.error();
        const QString name = QString::fromUtf8(*person);
        const auto address = m_connection.texts().utf8(pair.address, **byId);
        if (!address) return address.error();
        tallies << LoginTally{name, QString::fromUtf8(*address), count.logins, count.lastMs};
    }
    return tallies;
}

}  // namespace lw::cache
