// SPDX-License-Identifier: GPL-3.0-or-later
// The files of call records (CDR) that can be counted, and what a reader of them needs to be told.
#pragma once

#include "core/util/result.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <array>
#include <optional>

namespace lw::import {

enum class CallFormat : quint8 {
    AsteriskCdr,    ///< Master.csv of Asterisk's cdr_csv, without a header
    FreeSwitchCdr,  ///< files of FreeSWITCH's mod_cdr_csv in its example template, without a header
    CsvCdr          ///< RFC 4180 with a header whose columns are named in CallColumns
};

/// "asterisk-cdr", "freeswitch-cdr", "csv-cdr".
QLatin1String callFormatName(CallFormat format);
std::optional<CallFormat> callFormatFromName(QStringView name);

/// What a column of CsvCdr is.
enum class CallField : quint8 { CallId, Caller, Destination, Start, Seconds };
/// "call_id", "caller", "destination", "start" (of the conversation: when it was answered), "seconds" (of it; whole
/// ones or h:mm:ss).
QLatin1String callFieldName(CallField field);

/// How the header names each field; case does not matter.
using CallColumns = std::array<QString, 5>;
CallColumns usualCallColumns();  ///< the fields' own names

/// "caller=Calling number", each field at most once; what is not named keeps its own name. Errc::InvalidInput, field
/// "column".
Result<CallColumns> callColumnsFrom(const QStringList &assignments);

struct CallFileOptions {
    CallFormat format = CallFormat::AsteriskCdr;
    /// Zone of times without an offset. Of a time that the autumn change of clocks repeats, the record's start, end and
    /// lengths, and the seconds within Asterisk's uniqueid, say which one it is; where they do not, the first counts,
    /// and the summary tells how often. A time that the spring change skips is refused.
    QTimeZone zone = QTimeZone::utc();
    CallColumns columns = usualCallColumns();  ///< CsvCdr
    QString timeForm;                          ///< CsvCdr: as CallTime takes it
    qint64 maxRecordBytes = 64 * 1024;         ///< longer records are refused and cost no memory
};

}  // namespace lw::import
