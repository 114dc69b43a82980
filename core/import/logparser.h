// SPDX-License-Identifier: GPL-3.0-or-later
// What one line of a log turned out to be. A parser keeps what later lines need (bounded) and is fed lines in order.
#pragma once

#include "core/domain/event.h"
#include "core/import/logformat.h"

#include <memory>
#include <string_view>

namespace lw::import {

struct LineVerdict {
    enum class State : quint8 { Event, NotLogin, Refused };
    State state = State::NotLogin;
    AuditEvent event;   ///< Event
    quint32 count = 1;  ///< Event: how often it happened ("message repeated 5 times")
    QString reason;     ///< Refused

    static LineVerdict notLogin() { return {}; }
    static LineVerdict refuse(const QString &reason) { return {State::Refused, {}, 0, reason}; }
    static LineVerdict of(AuditEvent event, quint32 count = 1) { return {State::Event, std::move(event), count, {}}; }
};

/// A line that claims more repetitions is refused: one line must not fill the log.
inline constexpr quint32 mostRepetitions = 10000;

class LogParser {
  public:
    virtual ~LogParser() = default;
    /// The line's bytes without its end; valid only during the call.
    virtual LineVerdict feed(std::string_view line) = 0;
};

/// For the formats of one line an event; null for Csv, whose records span lines.
std::unique_ptr<LogParser> makeParser(const ImportOptions &options);

}  // namespace lw::import
