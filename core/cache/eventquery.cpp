// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventquery.h"

#include "core/cache/packedaddress.h"
#include "core/cache/sqlite.h"
#include "core/cache/staterow.h"

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Searching the login log");

// Ids of everything that is called like this, in one pass over the distinct strings.
Result<void> matchTexts(Connection &connection, const EventFilter &filter, bool addressByName, EventQuery &query)
{
    auto select = connection.statement("SELECT id, value FROM text", what);
    if (!select) return select.error();
    Statement &texts = **select;
    int code = texts.step();
    for (; code == SQLITE_ROW; code = texts.step()) {
        const qint64 id = texts.integer(0);
        const QString value = QString::fromUtf8(texts.bytes(1));
        if (query.byPerson) {
            if (value.compare(filter.person, Qt::CaseInsensitive) == 0) query.persons.add(id);
            if (value == filter.person) query.personIds.add(id);
        }
        if (addressByName && value.compare(filter.address, Qt::CaseInsensitive) == 0) query.addresses.add(id);
        for (size_t i = 0; i < query.words.size(); ++i)
            if (value.contains(filter.words[static_cast<qsizetype>(i)], Qt::CaseInsensitive)) query.words[i].add(id);
    }
    texts.reset();
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return {};
}

Result<void> matchRange(Connection &connection, const AddressRange &range, IdSet &ids)
{
    auto select = connection.statement("SELECT text_id FROM address WHERE packed BETWEEN ?1 AND ?2", what);
    if (!select) return select.error();
    Statement &addresses = **select;
    addresses.bindBlob(1, QByteArrayView(range.first.data(), static_cast<qsizetype>(range.first.size())));
    addresses.bindBlob(2, QByteArrayView(range.last.data(), static_cast<qsizetype>(range.last.size())));
    int code = addresses.step();
    for (; code == SQLITE_ROW; code = addresses.step())
        ids.add(addresses.integer(0));
    addresses.reset();
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return {};
}

void compileKinds(const EventFilter &filter, EventQuery &query)
{
    query.everyKind = true;
    for (const EventKind kind : allEventKinds()) {
        const bool wanted =
            (!filter.loginOnly || isLoginKind(kind)) && (filter.kinds.isEmpty() || filter.kinds.contains(kind));
        if (wanted)
            query.kinds |= 1ULL << static_cast<unsigned>(kind);
        else
            query.everyKind = false;
    }
}

}  // namespace

void IdSet::add(qint64 id)
{
    const auto at = static_cast<size_t>(id);
    if (at >= m_bits.size()) m_bits.resize(at + 1);
    if (m_bits[at]) return;
    m_bits[at] = true;
    m_ids.push_back(id);
}

bool EventQuery::accepts(const EventIds &event) const
{
    if (byPerson && !persons.contains(event.person) && !personIds.contains(event.personId)) return false;
    if (byAddress && !addresses.contains(event.address)) return false;
    for (const IdSet &word : words)
        if (!word.contains(event.person) && !word.contains(event.address) && !word.contains(event.agent) &&
            !word.contains(event.reason) && !word.contains(event.detail) && !word.contains(event.host))
            return false;
    return true;
}

Result<EventQuery> compileFilter(Connection &connection, const EventFilter &filter)
{
    EventQuery query;
    const auto visible = stateInteger(connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    query.visible = *visible;
    if (filter.from.isValid()) query.fromMs = filter.from.toMSecsSinceEpoch();
    if (filter.to.isValid()) query.toMs = filter.to.toMSecsSinceEpoch();
    compileKinds(filter, query);
    if (filter.outcome) query.outcome = static_cast<int>(*filter.outcome);
    query.byPerson = !filter.person.isEmpty();
    query.byAddress = !filter.address.isEmpty();
    const auto range = query.byAddress ? packRange(filter.address) : std::nullopt;
    if (query.byAddress && !range && filter.address.contains(u'/'))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("%1 is not a network. Write an address, a slash and the prefix length, such as "
                                        "203.0.113.0/24.")
                             .arg(filter.address),
                         QStringLiteral("address"));
    query.words.resize(static_cast<size_t>(filter.words.size()));
    const bool byName = query.byAddress && !range;
    if (query.visible == 0 || query.kinds == 0 || query.fromMs >= query.toMs) {
        query.nothing = true;
        return query;
    }
    if (query.byPerson || byName || !query.words.empty())
        if (auto matched = matchTexts(connection, filter, byName, query); !matched) return matched.error();
    if (range)
        if (auto matched = matchRange(connection, *range, query.addresses); !matched) return matched.error();
    // An empty word occurs everywhere, also where all of an event's texts are missing.
    for (qsizetype i = filter.words.size(); i-- > 0;)
        if (filter.words[i].isEmpty()) query.words.erase(query.words.begin() + i);
    query.nothing = (query.byPerson && query.persons.empty() && query.personIds.empty()) ||
                    (query.byAddress && query.addresses.empty());
    for (const IdSet &word : query.words)
        query.nothing = query.nothing || word.empty();
    return query;
}

}  // namespace lw::cache
