// SPDX-License-Identifier: GPL-3.0-or-later
// Files of call records become finished calls, in one pass and constant memory, whatever the length of the file.
// Source: what calls cost has to be known also where the switch cannot report each call as it ends.
#pragma once

#include "core/import/callrow.h"

#include <QIODevice>

#include <functional>

namespace lw::import {

struct CallRefusal {
    quint64 line = 0;  ///< the record begins on, from 1
    QString field;     ///< as the format names it; empty: the whole record
    QString reason;    ///< a sentence with the remedy
    bool operator==(const CallRefusal &) const = default;
};

struct CallSummary {
    static constexpr qsizetype keptRefusals = 100;

    quint64 linesRead = 0;     ///< a header counts
    quint64 records = 0;       ///< without header and blank lines; calls + unanswered + internal + refused
    quint64 calls = 0;         ///< given to the sink
    quint64 unanswered = 0;    ///< cost nothing
    quint64 internal = 0;      ///< went to an extension or to a name of the dial plan
    quint64 guessedHours = 0;  ///< calls whose hour the clocks repeated, taken as the first
    quint64 refused = 0;
    QList<CallRefusal> refusals;  ///< the first keptRefusals of them, by line

    void refuse(CallRefusal refusal);
};

/// Takes a call and the line it begins on. An error ends the reading.
using CallSink = std::function<Result<void>(const protocol::FinishedCall &call, quint64 line)>;

/// Reads the open device to its end. What a record lacks is refused and told, the others go on; a last record without
/// an end of line is refused unless it ends in a quote. Errors: Io (the device), InvalidInput (the header of CsvCdr),
/// whatever the sink returns.
Result<CallSummary> readCalls(QIODevice &device, const CallFileOptions &options, const CallSink &sink);

}  // namespace lw::import
