// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as a CSV file: number, label, owner, department, guard. Only read here; the back end says what
// becomes of each line.
#pragma once

#include "core/domain/callguard.h"
#include "core/import/importlog.h"

#include <QHash>

#include <optional>

namespace lw::import {

/// What a column says; one that is not there says nothing.
struct NumberLine {
    quint64 line = 0;  ///< in the file, from 1
    QString number;    ///< canonical
    std::optional<QString> label;
    std::optional<QString> owner;  ///< a login name; empty: nobody
    std::optional<QString> department;
    std::optional<GuardState> guard;
    bool operator==(const NumberLine &) const = default;
};

struct NumbersFile {
    QList<NumberLine> lines;
    QList<Refusal> refusals;  ///< each with the line it is about
};

/// The first line is a header that names number (or phone, e164, did) and perhaps label (or name), owner (or login),
/// department and guard, in any order; other columns are skipped. guard is inherit, on or off; empty: inherit. A number
/// that stands twice is refused. Errc::InvalidInput: an empty file, a header without numbers, a column twice, or too
/// many lines; Errc::Io: the device.
Result<NumbersFile> readNumbersFile(QIODevice &device);

/// The same as a file that readNumbersFile() reads back. `logins`: of the owners, by their unique IDs.
QByteArray numbersCsv(const QList<GuardedNumber> &numbers, const QHash<QString, QString> &logins);

}  // namespace lw::import
