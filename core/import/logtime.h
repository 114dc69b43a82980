// SPDX-License-Identifier: GPL-3.0-or-later
// Time stamps of log lines as instants: years that are not written, zones that are not written, clocks that change.
// The rules are those of ImportOptions.
#pragma once

#include "core/import/logformat.h"

#include <string_view>

namespace lw::import {

class LogTime {
  public:
    LogTime(const QTimeZone &zone, const QDateTime &now);

    struct Stamp {
        enum class State : quint8 {
            None,    ///< no time stamp stands here
            NoSuch,  ///< one that does not exist (30 February, 25:00)
            Ok
        };
        State state = State::None;
        qint64 ms = 0;      ///< since 1970 UTC
        size_t length = 0;  ///< bytes taken
        bool ownOffset = false;
        bool ok() const { return state == State::Ok; }
    };

    /// The stamp that `text` begins with: "Jun 21 16:47:48", "Jun  1 2004 16:47:48", "2012-02-13 17:21:54.123",
    /// "2015-04-16T18:02:50.321974+00:00".
    Stamp read(std::string_view text);

    /// Asterisk's EventTV: "1368439853-500975" (seconds and microseconds) or ISO 8601 with an offset.
    Stamp readEventTv(std::string_view text);

  private:
    struct Fields;
    Stamp readNamedMonth(std::string_view text);
    Stamp readIso(std::string_view text);
    Stamp finish(Stamp stamp, qint64 ms);
    qint64 utcOf(qint64 localMs);

    QTimeZone m_zone;
    qint64 m_limitMs;         ///< no line without a year lies after this
    int m_lastYear;           ///< local year of the limit
    qint64 m_previousMs;      ///< of the line before, for times that occur twice
    qint64 m_plainHour = -1;  ///< a local hour with one offset, and that offset: most lines need no look at the zone
    qint64 m_plainOffset = 0;
};

}  // namespace lw::import
