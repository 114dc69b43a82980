// SPDX-License-Identifier: GPL-3.0-or-later
// The log files that can become events, and what a reader of them needs to be told.
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <array>
#include <optional>

namespace lw::import {

enum class Format : quint8 {
    Asterisk,  ///< messages, full or security log of Asterisk 1.8 to 22, plain or through syslog
    OpenSsh,   ///< auth.log, secure or journalctl output with sshd's lines
    Csv,       ///< RFC 4180 with a header, see fieldmap.h for the columns
    NdJson     ///< one JSON object a line, see fieldmap.h for the members
};

/// "asterisk", "openssh", "csv", "ndjson".
QLatin1String formatName(Format format);
std::optional<Format> formatFromName(QStringView name);
const std::array<Format, 4> &allFormats();

struct ImportOptions {
    Format format = Format::Asterisk;
    /// Zone of times without an offset. A time that the spring change of clocks skips is read with the offset before
    /// the change; of a time that the autumn change repeats, the first one counts unless that would go back behind the
    /// line before.
    QTimeZone zone = QTimeZone::utc();
    /// A line without a year gets the latest year that does not put it after `now` + 1 day; 29 February the latest
    /// leap year of these.
    QDateTime now = QDateTime::currentDateTimeUtc();
    qint64 maxLineBytes = 64 * 1024;  ///< longer lines (CSV: records) are refused and cost no memory
};

}  // namespace lw::import
