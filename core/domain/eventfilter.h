// SPDX-License-Identifier: GPL-3.0-or-later
// Which events a page, a search or a report is about. A plain value: made by the filter language, run by the cache.
#pragma once

#include "core/domain/event.h"

#include <QList>

namespace lw {

struct EventFilter {
    QDateTime from;          ///< inclusive, UTC; invalid: from the beginning
    QDateTime to;            ///< exclusive, UTC; invalid: to the end
    QList<EventKind> kinds;  ///< empty: every kind
    std::optional<Outcome> outcome;
    QString person;         ///< exact login name (case-insensitive) or unique ID; empty: everybody
    QString address;        ///< an address or a CIDR network in canonical text; empty: from anywhere
    QStringList words;      ///< every word occurs (case-insensitive) in name, address, agent, reason, detail or host
    bool loginOnly = true;  ///< only kinds for which isLoginKind() holds
    bool operator==(const EventFilter &) const = default;
};

}  // namespace lw
