// SPDX-License-Identifier: GPL-3.0-or-later
// Walking over the events of a compiled filter along the cheapest path. Internal to EventReader; all calls under a Use
// and inside a read transaction.
#pragma once

#include "core/cache/eventquery.h"
#include "core/cache/eventrow.h"
#include "core/cache/sqlite.h"

#include <functional>
#include <span>

namespace lw::cache {

/// In no particular order; false from the callback ends the scan. With `withIds` every member of EventIds is filled,
/// otherwise index, time, kind and outcome are.
Result<void> scanEvents(Connection &connection, const EventQuery &query, bool withIds,
                        const std::function<bool(const EventIds &)> &callback);

/// A whole event from the columns of eventColumns().
class EventDecoder {
  public:
    static constexpr const char *columns =
        "e.idx, e.time_ms, e.kind, e.outcome, e.actor_type, e.person_id, "
        "e.actor_uid_id, e.address_id, e.port, e.service_id, e.agent_id, e.reason_id, "
        "e.detail_id, e.host_id, e.object_type_id, e.object_name_id";

    static Result<EventDecoder> make(Connection &connection);
    static EventIds ids(const Statement &row);
    /// Views stay valid until the interned strings are trimmed.
    Result<EventView> view(const Statement &row);
    Result<EventRow> row(const Statement &row);

  private:
    EventDecoder(Connection &connection, Statement *byId) : m_connection(&connection), m_byId(byId) {}
    Connection *m_connection;
    Statement *m_byId;
};

/// Begins a read transaction unless one is open already (a call from inside a callback).
class ReadScope {
  public:
    static Result<ReadScope> open(Connection &connection);
    /// Only then may interned strings be dropped: nobody holds views of them.
    bool outermost() const { return m_transaction.has_value(); }

  private:
    explicit ReadScope(std::optional<Transaction> transaction) : m_transaction(std::move(transaction)) {}
    std::optional<Transaction> m_transaction;
};

}  // namespace lw::cache
