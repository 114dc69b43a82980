// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventscan.h"

#include "core/cache/schema.h"
#include "core/cache/textcache.h"

#include <string>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Reading the login log");

// Above this many people or addresses one pass over everything is cheaper than as many index ranges.
constexpr size_t maxRanges = 64;

constexpr const char *simpleColumns = "t.idx, t.time_ms, t.kind, t.outcome";
constexpr const char *idColumns =
    "e.idx, e.time_ms, e.kind, e.outcome, e.person_id, e.actor_uid_id, e.address_id, "
    "e.agent_id, e.reason_id, e.detail_id, e.host_id";

struct Path {
    std::string from;                           ///< the outer table first: CROSS JOIN keeps the order
    std::string facts;                          ///< alias of the table that has time, kind and outcome
    std::string place;                          ///< alias of the table that is walked
    const std::vector<qint64> *keys = nullptr;  ///< text ids whose ranges are walked, one after the other
};

Path choosePath(const EventQuery &query, bool withIds)
{
    if (query.byPerson && query.personIds.empty() && query.persons.ids().size() <= maxRanges)
        return {"event_person AS k CROSS JOIN event AS e ON e.idx = k.idx", "e", "k", &query.persons.ids()};
    if (query.byAddress && query.addresses.ids().size() <= maxRanges)
        return {"event_address AS k CROSS JOIN event AS e ON e.idx = k.idx", "e", "k", &query.addresses.ids()};
    // The time index holds kind and outcome as well: it alone answers what is about nothing else.
    if (!withIds) return {"event_time AS t", "t", "t", nullptr};
    if (query.bounded()) return {"event_time AS t CROSS JOIN event AS e ON e.idx = t.idx", "t", "t", nullptr};
    return {"event AS e", "e", "e", nullptr};
}

std::string conditions(const EventQuery &query, const Path &path)
{
    std::string sql = " WHERE " + path.place + ".idx < ?1";
    if (path.keys) sql += " AND k.key BETWEEN ?5 AND ?6";
    if (query.bounded()) sql += " AND " + path.facts + ".time_ms >= ?2 AND " + path.facts + ".time_ms < ?3";
    if (!query.everyKind) sql += " AND ((?4 >> " + path.facts + ".kind) & 1)";
    if (query.outcome != 0) sql += " AND " + path.facts + ".outcome = " + std::to_string(query.outcome);
    return sql;
}

Result<bool> scanOnce(Connection &connection, Statement &select, const EventQuery &query, bool withIds,
                      const std::function<bool(const EventIds &)> &callback)
{
    EventIds event;
    int code = select.step();
    for (; code == SQLITE_ROW; code = select.step()) {
        event.index = static_cast<quint32>(select.integer(0));
        event.timeMs = select.integer(1);
        event.kind = static_cast<int>(select.integer(2));
        event.outcome = static_cast<int>(select.integer(3));
        if (withIds) {
            event.person = select.integer(4);
            event.personId = select.integer(5);
            event.address = select.integer(6);
            event.agent = select.integer(7);
            event.reason = select.integer(8);
            event.detail = select.integer(9);
            event.host = select.integer(10);
            if (!query.accepts(event)) continue;
        }
        if (!callback(event)) {
            select.reset();
            return false;
        }
    }
    select.reset();
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return true;
}

}  // namespace

Result<void> scanEvents(Connection &connection, const EventQuery &query, bool withIds,
                        const std::function<bool(const EventIds &)> &callback)
{
    if (query.nothing) return {};
    withIds = withIds || !query.simple();
    const Path path = choosePath(query, withIds);
    const std::string sql =
        std::string("SELECT ") + (withIds ? idColumns : simpleColumns) + " FROM " + path.from + conditions(query, path);
    // Not a shared statement: the callback may ask this connection something else.
    auto select = Statement::prepare(connection.handle(), sql, what);
    if (!select) return select.error();
    select->bind(1, query.visible);
    select->bind(2, query.fromMs);
    select->bind(3, query.toMs);
    select->bind(4, static_cast<qint64>(query.kinds));
    if (!path.keys) {
        auto scanned = scanOnce(connection, *select, query, withIds, callback);
        return scanned ? Result<void>() : Result<void>(scanned.error());
    }
    for (const qint64 id : *path.keys) {
        select->bind(5, keyOf(id, query.fromMs));
        select->bind(6, keyOf(id, query.toMs));
        auto scanned = scanOnce(connection, *select, query, withIds, callback);
        if (!scanned) return scanned.error();
        if (!*scanned) return {};
    }
    return {};
}

Result<EventDecoder> EventDecoder::make(Connection &connection)
{
    auto byId = connection.statement(TextCache::byIdSql, what);
    if (!byId) return byId.error();
    return EventDecoder(connection, *byId);
}

EventIds EventDecoder::ids(const Statement &row)
{
    EventIds event;
    event.index = static_cast<quint32>(row.integer(0));
    event.timeMs = row.integer(1);
    event.kind = static_cast<int>(row.integer(2));
    event.outcome = static_cast<int>(row.integer(3));
    event.person = row.integer(5);
    event.personId = row.integer(6);
    event.address = row.integer(7);
    event.agent = row.integer(10);
    event.reason = row.integer(11);
    event.detail = row.integer(12);
    event.host = row.integer(13);
    return event;
}

Result<EventView> EventDecoder::view(const Statement &row)
{
    EventView event;
    event.index = static_cast<quint32>(row.integer(0));
    event.timeMs = row.integer(1);
    event.kind = static_cast<EventKind>(row.integer(2));
    event.outcome = static_cast<Outcome>(row.integer(3));
    event.actorType = static_cast<ActorType>(row.integer(4));
    event.port = static_cast<quint16>(row.integer(8));
    TextCache &texts = m_connection->texts();
    const struct {
        int column;
        QByteArrayView *into;
    } fields[] = {{5, &event.person},      {6, &event.personId},   {7, &event.address}, {9, &event.service},
                  {10, &event.agent},      {11, &event.reason},    {12, &event.detail}, {13, &event.host},
                  {14, &event.objectType}, {15, &event.objectName}};
    for (const auto &field : fields) {
        const qint64 id = row.integer(field.column);
        if (id == 0) continue;
        auto text = texts.utf8(id, *m_byId);
        if (!text) return text.error();
        *field.into = *text;
    }
    return event;
}

Result<EventRow> EventDecoder::row(const Statement &row)
{
    auto view = this->view(row);
    if (!view) return view.error();
    EventRow event;
    event.index = view->index;
    event.timeMs = view->timeMs;
    event.kind = view->kind;
    event.outcome = view->outcome;
    event.actorType = view->actorType;
    event.port = view->port;
    event.person = QString::fromUtf8(view->person);
    event.personId = QString::fromUtf8(view->personId);
    event.address = QString::fromUtf8(view->address);
    event.service = QString::fromUtf8(view->service);
    event.agent = QString::fromUtf8(view->agent);
    event.reason = QString::fromUtf8(view->reason);
    event.detail = QString::fromUtf8(view->detail);
    event.host = QString::fromUtf8(view->host);
    event.objectType = QString::fromUtf8(view->objectType);
    event.objectName = QString::fromUtf8(view->objectName);
    return event;
}

Result<ReadScope> ReadScope::open(Connection &connection)
{
    if (!sqlite3_get_autocommit(connection.handle())) return ReadScope(std::nullopt);
    auto transaction = Transaction::read(connection.handle(), what);
    if (!transaction) return transaction.error();
    connection.texts().trim();
    return ReadScope(std::move(*transaction));
}

}  // namespace lw::cache
