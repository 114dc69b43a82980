// SPDX-License-Identifier: GPL-3.0-or-later
// A filter in the terms of the cache: integers, and sets of text ids. Strings are compared once for each distinct value
// and never for each event. Internal to EventReader; all calls under a Use.
#pragma once

#include "core/cache/connection.h"
#include "core/domain/eventfilter.h"
#include "core/util/result.h"

#include <limits>
#include <optional>
#include <vector>

namespace lw::cache {

class IdSet {
  public:
    void add(qint64 id);
    bool contains(qint64 id) const
    {
        return static_cast<size_t>(id) < m_bits.size() && m_bits[static_cast<size_t>(id)];
    }
    const std::vector<qint64> &ids() const { return m_ids; }
    bool empty() const { return m_ids.empty(); }

  private:
    std::vector<qint64> m_ids;  ///< in the order of adding
    std::vector<bool> m_bits;
};

/// Integer columns of one event; which are filled depends on the scan.
struct EventIds {
    quint32 index = 0;
    qint64 timeMs = 0;
    int kind = 0;
    int outcome = 0;
    qint64 person = 0, personId = 0, address = 0, agent = 0, reason = 0, detail = 0, host = 0;
};

struct EventQuery {
    qint64 visible = 0;
    qint64 fromMs = std::numeric_limits<qint64>::min();  ///< inclusive
    qint64 toMs = std::numeric_limits<qint64>::max();    ///< exclusive
    quint64 kinds = 0;                                   ///< bit n: the kind of number n
    bool everyKind = false;
    int outcome = 0;  ///< 0: any
    bool byPerson = false;
    IdSet persons;    ///< login names that match
    IdSet personIds;  ///< unique IDs that match
    bool byAddress = false;
    IdSet addresses;
    std::vector<IdSet> words;
    bool nothing = false;  ///< no event can match

    /// Whether time, kind and outcome say it all.
    bool simple() const { return !byPerson && !byAddress && words.empty(); }
    bool bounded() const
    {
        return fromMs != std::numeric_limits<qint64>::min() || toMs != std::numeric_limits<qint64>::max();
    }
    /// The part of the filter that SQL leaves to us.
    bool accepts(const EventIds &event) const;
};

/// Inside the caller's read transaction. Errc::InvalidInput: see EventReader.
Result<EventQuery> compileFilter(Connection &connection, const EventFilter &filter);

}  // namespace lw::cache
