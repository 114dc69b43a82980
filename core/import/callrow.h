// SPDX-License-Identifier: GPL-3.0-or-later
// One record of a file of call records: an outgoing call that somebody answered, nothing that costs, or nothing that
// can be read. Pure functions of the record.
#pragma once

#include "core/import/callformat.h"
#include "core/import/calltime.h"
#include "core/import/csvreader.h"
#include "core/protocol/spend.h"

namespace lw::import {

/// Why a record is no call that costs.
enum class CallSkip : quint8 {
    Unanswered,  ///< nobody answered, or nothing was billed
    Internal     ///< it went to an extension or to a name of the dial plan
};

struct CallVerdict {
    enum class State : quint8 { Call, Skipped, Refused };
    State state = State::Refused;
    protocol::FinishedCall call;  ///< Call: numbers as the record has them
    CallSkip skip = CallSkip::Unanswered;
    bool guessedHour = false;  ///< Call: it began in the hour that clocks repeat, and nothing says in which
    QString field;             ///< Refused: as the format names it; empty: the whole record
    QString reason;            ///< Refused: a sentence with the remedy and without the record's content
};

/// accountcode, src, dst, dcontext, clid, channel, dstchannel, lastapp, lastdata, start, answer, end, duration,
/// billsec, disposition, amaflags, uniqueid; then perhaps userfield, and peeraccount, linkedid and sequence.
CallVerdict asteriskCall(const CsvRecord &record, const CallTime &time);

/// caller_id_name, caller_id_number, destination_number, context, start_stamp, answer_stamp, end_stamp, duration,
/// billsec, hangup_cause, uuid; then whatever the template adds.
CallVerdict freeSwitchCall(const CsvRecord &record, const CallTime &time);

/// Where each CallField stands.
using CallPlaces = std::array<qsizetype, 5>;
/// Errc::InvalidInput, field "header": no header, or one that lacks a column or has one twice.
Result<CallPlaces> callPlaces(const CsvRecord &header, const CallColumns &columns);
/// `columns`: how many the header has.
CallVerdict csvCall(const CsvRecord &record, const CallPlaces &places, qsizetype columns, const CallTime &time);

/// A name of the dial plan or a feature code ("s", "*97", "queue-1") and no number that somebody mistyped.
bool isDialPlanName(QStringView text);

}  // namespace lw::import
