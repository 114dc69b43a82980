// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventindex.h"

#include "core/cache/schema.h"
#include "core/cache/staterow.h"

#include <algorithm>
#include <future>
#include <string>
#include <vector>

namespace lw::cache {

namespace {

const QString what = QStringLiteral("Indexing events");

// 16 bytes an entry, three lists: 200 MB at the most, for logs of millions.
constexpr quint64 sliceEvents = 4'000'000;

struct Entry {
    qint64 key;
    quint32 index;
    quint8 kind, outcome;
    bool operator<(const Entry &other) const { return key != other.key ? key < other.key : index < other.index; }
};

struct Slice {
    std::vector<Entry> byTime, byPerson, byAddress;
};

void sortEntries(std::vector<Entry> &entries)
{
    if (!std::is_sorted(entries.begin(), entries.end())) std::sort(entries.begin(), entries.end());
}

// Leaves that came purged have no row.
Result<Slice> collect(Connection &connection, quint64 from, quint64 to)
{
    auto select = Statement::prepare(connection.handle(),
                                     "SELECT idx, time_ms, kind, outcome, person_id, address_id FROM event "
                                     "WHERE idx >= ?1 AND idx < ?2",
                                     what);
    if (!select) return select.error();
    select->bind(1, static_cast<qint64>(from));
    select->bind(2, static_cast<qint64>(to));
    Slice slice;
    for (auto *list : {&slice.byTime, &slice.byPerson, &slice.byAddress})
        list->reserve(to - from);
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step()) {
        const auto index = static_cast<quint32>(select->integer(0));
        const qint64 time = select->integer(1);
        slice.byTime.push_back(
            {time, index, static_cast<quint8>(select->integer(2)), static_cast<quint8>(select->integer(3))});
        slice.byPerson.push_back({keyOf(select->integer(4), time), index, 0, 0});
        slice.byAddress.push_back({keyOf(select->integer(5), time), index, 0, 0});
    }
    if (code != SQLITE_DONE) return sqliteError(connection.handle(), code, what);
    return slice;
}

// In the order of the table: each row goes behind the one before it, which is what makes this fast.
Result<void> insertSorted(Connection &connection, const char *sql, bool withFacts, const std::vector<Entry> &entries)
{
    auto insert = connection.statement(sql, what);
    if (!insert) return insert.error();
    sqlite3_stmt *raw = (*insert)->get();
    for (const Entry &entry : entries) {
        sqlite3_bind_int64(raw, 1, entry.key);
        sqlite3_bind_int64(raw, 2, entry.index);
        if (withFacts) {
            sqlite3_bind_int(raw, 3, entry.kind);
            sqlite3_bind_int(raw, 4, entry.outcome);
        }
        const int code = sqlite3_step(raw);
        if (code != SQLITE_DONE) {
            const Error error = sqliteError(connection.handle(), code, what);
            sqlite3_reset(raw);
            return error;
        }
        sqlite3_reset(raw);
    }
    return {};
}

Result<void> indexSlice(Connection &connection, quint64 from, quint64 to)
{
    auto slice = collect(connection, from, to);
    if (!slice) return slice.error();
    // Two lists are sorted on the machine's other core while the first one, mostly in order already, is written.
    const auto others = std::async(std::launch::async, [&slice] {
        sortEntries(slice->byPerson);
        sortEntries(slice->byAddress);
    });
    sortEntries(slice->byTime);
    auto transaction = Transaction::write(connection.handle(), what);
    if (!transaction) return transaction.error();
    if (auto done = insertSorted(connection, "INSERT INTO event_time VALUES(?1, ?2, ?3, ?4)", true, slice->byTime);
        !done)
        return done;
    others.wait();
    if (auto done = insertSorted(connection, "INSERT INTO event_person VALUES(?1, ?2)", false, slice->byPerson); !done)
        return done;
    if (auto done = insertSorted(connection, "INSERT INTO event_address VALUES(?1, ?2)", false, slice->byAddress);
        !done)
        return done;
    if (auto set = setState(connection, statename::indexedSize, static_cast<qint64>(to)); !set) return set;
    return transaction->commit();
}

}  // namespace

Result<void> indexEvents(Connection &connection, quint64 size)
{
    const auto indexed = stateInteger(connection, statename::indexedSize, 0);
    if (!indexed) return indexed.error();
    for (auto from = static_cast<quint64>(*indexed); from < size;) {
        const quint64 to = qMin(size, from + sliceEvents);
        if (auto done = indexSlice(connection, from, to); !done) return done;
        from = to;
    }
    return {};
}

Result<void> removeEvents(Connection &connection, quint64 from)
{
    for (const char *table : {"event", "event_time", "event_person", "event_address"}) {
        // Without a condition SQLite drops the pages whole instead of row after row.
        std::string sql = std::string("DELETE FROM ") + table;
        if (from > 0) sql += " WHERE idx >= " + std::to_string(from);
        if (auto done = execute(connection.handle(), sql.c_str(), QStringLiteral("Removing unverified events")); !done)
            return done;
    }
    const auto indexed = stateInteger(connection, statename::indexedSize, 0);
    if (!indexed) return indexed.error();
    return setState(connection, statename::indexedSize, qMin(*indexed, static_cast<qint64>(from)));
}

}  // namespace lw::cache
