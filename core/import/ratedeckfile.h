// SPDX-License-Identifier: GPL-3.0-or-later
// A rate deck as a CSV file: prefix, name, price_per_minute, connection_fee, first_increment, next_increment, currency,
// valid_from.
#pragma once

#include "core/import/importlog.h"
#include "core/policy/ratedeck.h"
#include "core/util/result.h"

class QIODevice;

namespace lw::import {

struct DeckRefusal {
    quint64 line = 0;  ///< in the file, from 1
    QString field;     ///< "prefix", "price_per_minute" …; empty: the whole line
    QString reason;
    bool operator==(const DeckRefusal &) const = default;
};

struct DeckFile {
    QString currency;
    std::vector<Rate> rates;
    QList<DeckRefusal> refusals;  ///< the first refusalsMost; refused counts all
    int refused = 0;
    static constexpr int refusalsMost = 100;
};

/// The first line is a header; its columns may be in any order. prefix, price_per_minute and currency must be there;
/// the others may be missing: fee 0, increments of a second, valid always. A prefix is "+371", "00371",
/// "371", "09" or a short number ("118"); valid_from is a date (its start in UTC) or an RFC 3339 instant. Refused with
/// line and field: two rows of the same prefix and date, a second currency, amounts and increments that cannot be
/// meant. Errc::InvalidInput: an empty file, a header that lacks a column or has one twice, too many rows; Errc::Io:
/// the device.
Result<DeckFile> readDeckFile(QIODevice &device);

/// The same as a file that readDeckFile() reads back.
QByteArray deckCsv(const policy::RateDeck &deck);

}  // namespace lw::import
