// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of events: which ones, how many, in which order, and what they say.
#include "core/cache/eventreader.h"

#include "core/cache/eventscan.h"
#include "core/cache/staterow.h"
#include "core/cache/textcache.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Reading the login log");

/// What events are sorted by: a rank (0 when only time counts), then time, then index.
struct SortItem {
    quint32 rank;
    quint32 index;
    qint64 timeMs;
    bool operator<(const SortItem &other) const
    {
        if (rank != other.rank) return rank < other.rank;
        return timeMs != other.timeMs ? timeMs < other.timeMs : index < other.index;
    }
};

/// Turns the text ids in `rank` into their places in the alphabet; equal letters of another case keep together.
Result<void> rankByText(Connection &connection, std::vector<SortItem> &items)
{
    auto byId = connection.statement(TextCache::byIdSql, what);
    if (!byId) return byId.error();
    std::unordered_map<quint32, quint32> places;
    std::vector<std::pair<QString, quint32>> texts;
    for (const SortItem &item : items) {
        if (!places.emplace(item.rank, 0).second) continue;
        const auto text = connection.texts().utf8(item.rank, **byId);
        if (!text) return text.error();
        texts.emplace_back(QString::fromUtf8(*text), item.rank);
    }
    std::sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) {
        const int folded = a.first.compare(b.first, Qt::CaseInsensitive);
        return folded != 0 ? folded < 0 : a.first < b.first;
    });
    // The same text under two ids (see Interner::maxRemembered) has one place.
    quint32 place = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        if (i > 0 && texts[i].first != texts[i - 1].first) ++place;
        places[texts[i].second] = place;
    }
    for (SortItem &item : items)
        item.rank = places[item.rank];
    return {};
}

Result<std::vector<quint32>> sortedIndices(Connection &connection, const EventQuery &query, SortKey key,
                                           Qt::SortOrder order)
{
    std::vector<SortItem> items;
    const bool byText = key == SortKey::Person || key == SortKey::Address;
    const auto scanned = scanEvents(connection, query, byText, [&](const EventIds &event) {
        quint32 rank = 0;
        switch (key) {
            case SortKey::Time: break;
            case SortKey::Kind: rank = static_cast<quint32>(event.kind); break;
            case SortKey::Person: rank = static_cast<quint32>(event.person); break;
            case SortKey::Address: rank = static_cast<quint32>(event.address); break;
        }
        items.push_back({rank, event.index, event.timeMs});
        return true;
    });
    if (!scanned) return scanned.error();
    if (byText)
        if (auto ranked = rankByText(connection, items); !ranked) return ranked.error();
    if (!std::is_sorted(items.begin(), items.end())) std::sort(items.begin(), items.end());
    std::vector<quint32> indices;
    indices.reserve(items.size());
    if (order == Qt::AscendingOrder)
        for (const SortItem &item : items)
            indices.push_back(item.index);
    else
        for (auto item = items.rbegin(); item != items.rend(); ++item)
            indices.push_back(item->index);
    return indices;
}

Result<Statement *> selectByIndex(Connection &connection)
{
    static const std::string sql = std::string("SELECT ") + EventDecoder::columns + " FROM event AS e WHERE e.idx = ?1";
    return connection.statement(sql, what);
}

}  // namespace

Result<std::vector<quint32>> EventReader::indices(const EventFilter &filter, SortKey key, Qt::SortOrder order,
                                                  const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    return sortedIndices(m_connection, *query, key, order);
}

Result<quint64> EventReader::count(const EventFilter &filter, const CancelToken &cancel)
{
    const auto use = m_connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto query = compileFilter(m_connection, filter);
    if (!query) return query.error();
    quint64 found = 0;
    const auto scanned = scanEvents(m_connection, *query, false, [&](const EventIds &) {
        ++found;
        return true;
    });
    if (!scanned) return scanned.error();
    return found;
}

Result<QList<EventRow>> EventReader::rows(std::span<const quint32> indices)
{
    const auto use = m_connection.use();
    if (!use) return use.error();
    const auto scope = ReadScope::open(m_connection);
    if (!scope) return scope.error();
    const auto visible = stateInteger(m_connection, statename::visibleSize, 0);
    if (!visible) return visible.error();
    auto select = selectByIndex(m_connection);
    if (!select) return select.error();
    auto decoder = EventDecoder::make(m_connection);
    if (!decoder) return decoder.error();
    QList<EventRow> rows;
    rows.reserve(static_cast<qsizetype>(indices.size()));
    for (const quint32 index : indices) {
        if (index >= *visible)
            return makeError(Errc::NotFound, QStringLiteral("There is no verified event %1 in the cache.").arg(index));
        (*select)->bind(1, index);
        const int code = (*select)->step();
        if (code != SQLITE_ROW) {
            (*select)->reset();
            return sqliteError(m_connection.handle(), code == SQLITE_DONE ? SQLITE_CORRUPT : code, what);
        }
        auto row = decoder->row(**select);
        (*select)->reset();
        if (!row) return row.error();
        rows << *row;
    }
    return rows;
}

namespace {

/// The callback's answer, or an error.
using GiveEvent = std::function<Result<bool>(EventDecoder &, const Statement &)>;

// Along the time index: nothing is kept but the page at hand.
Result<quint64> streamByTime(Connection &connection, const EventQuery &query, Qt::SortOrder order, bool mayTrim,
                             const GiveEvent &give)
{
    const std::string direction = order == Qt::AscendingOrder ? "" : " DESC";
    const std::string sql =
        std::string("SELECT ") + EventDecoder::columns +
        " FROM event_time AS t CROSS JOIN event AS e ON e.idx = t.idx WHERE t.idx < ?1 AND "
        "t.time_ms >= ?2 AND t.time_ms < ?3 AND ((?4 >> t.kind) & 1) AND (?5 = 0 OR t.outcome = ?5) "
        "ORDER BY t.time_ms" +
        direction + ", t.idx" + direction;
    auto select = Statement::prepare(connection.handle(), sql, what);
    if (!select) return select.error();
    select->bind(1, query.visible);
    select->bind(2, query.fromMs);
    select->bind(3, query.toMs);
    select->bind(4, static_cast<qint64>(query.kinds));
    select->bind(5, query.outcome);
    auto decoder = EventDecoder::make(connection);
    if (!decoder) return decoder.error();
    const bool simple = query.simple();
    quint64 given = 0;
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step()) {
        if (!simple && !query.accepts(EventDecoder::ids(*select))) continue;
        auto more = give(*decoder, *select);
        if (!more) return more.error();
        ++given;
        if (!*more) return given;
        if (mayTrim) connection.texts().trim();
    }
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return given;
}

Result<quint64> streamByIndices(Connection &connection, const std::vector<quint32> &indices, bool mayTrim,
                                const GiveEvent &give)
{
    static const std::string sql = std::string("SELECT ") + EventDecoder::columns + " FROM event AS e WHERE e.idx = ?1";
    auto select = Statement::prepare(connection.handle(), sql, what);
    if (!select) return select.error();
    auto decoder = EventDecoder::make(connection);
    if (!decoder) return decoder.error();
    quint64 given = 0;
    for (const quint32 index : indices) {
        select->bind(1, index);
        const int code = select->step();
        if (code != SQLITE_ROW)
            return sqliteError(connection.handle(), code == SQLITE_DONE ? SQLITE_CORRUPT : code, what);
        auto more = give(*decoder, *select);
        select->reset();
        if (!more) return more.error();
        ++given;
        if (!*more) return given;
        if (mayTrim) connection.texts().trim();
    }
    return given;
}

Result<quint64> stream(Connection &connection, const EventFilter &filter, const EventOrder &order,
                       const CancelToken &cancel, const GiveEvent &give)
{
    const auto use = connection.use(cancel);
    if (!use) return use.error();
    const auto scope = ReadScope::open(connection);
    if (!scope) return scope.error();
    const auto query = compileFilter(connection, filter);
    if (!query) return query.error();
    if (query->nothing) return quint64(0);
    // A person or an address is found by its index; what it has done is then few enough to sort.
    const bool selective = query->byPerson || query->byAddress;
    if (order.key == SortKey::Time && !selective)
        return streamByTime(connection, *query, order.order, scope->outermost(), give);
    const auto indices = sortedIndices(connection, *query, order.key, order.order);
    if (!indices) return indices.error();
    return streamByIndices(connection, *indices, scope->outermost(), give);
}

}  // namespace

Result<quint64> EventReader::forEachUtf8(const EventFilter &filter, const EventOrder &order,
                                         const std::function<bool(const EventView &)> &callback,
                                         const CancelToken &cancel)
{
    return stream(m_connection, filter, order, cancel,
                  [&](EventDecoder &decoder, const Statement &row) -> Result<bool> {
                      const auto view = decoder.view(row);
                      if (!view) return view.error();
                      return callback(*view);
                  });
}

Result<quint64> EventReader::forEach(const EventFilter &filter, const EventOrder &order,
                                     const std::function<bool(const EventRow &)> &callback, const CancelToken &cancel)
{
    return stream(m_connection, filter, order, cancel,
                  [&](EventDecoder &decoder, const Statement &row) -> Result<bool> {
                      const auto event = decoder.row(row);
                      if (!event) return event.error();
                      return callback(*event);
                  });
}

}  // namespace lw::cache
