// SPDX-License-Identifier: GPL-3.0-or-later
// Log files of other systems become events, in one pass and constant memory, whatever the length of the file.
// Source: the login log of a telephony system must hold every change of login status (seed), also those that other
// parts of the installation wrote down; lines are evidence, so what cannot be read is reported and never guessed.
#pragma once

#include "core/domain/event.h"
#include "core/domain/proof.h"
#include "core/import/logformat.h"
#include "core/util/result.h"

#include <QIODevice>
#include <QList>

#include <functional>

namespace lw::import {

struct Refusal {
    quint64 line = 0;  ///< counted from 1; of a CSV record the line it begins on
    QString reason;    ///< a sentence without the line's content
    bool operator==(const Refusal &) const = default;
};

struct ImportSummary {
    static constexpr qsizetype keptRefusals = 100;

    quint64 linesRead = 0;  ///< a CSV header counts, a blank last line does not
    quint64 eventsMade = 0;
    quint64 notLoginEvents = 0;  ///< read and understood, or of no interest
    quint64 refused = 0;
    QList<Refusal> refusals;  ///< the first keptRefusals of them
};

/// Takes one event and the fingerprint of its line. Equal fingerprints are the same event: a sink that has one already
/// drops the newcomer, so that reading a file twice, or reading it again after it grew, adds nothing twice. A
/// fingerprint is SHA-256 over format, line, the ordinal among identical lines near each other and the repetition.
/// An error ends the import.
using EventSink = std::function<Result<void>(const AuditEvent &, const Hash &fingerprint)>;
using RefusalSink = std::function<void(const Refusal &)>;

/// Reads the open device to its end. A last line without an end may be cut off and is refused, except where its form
/// shows that it is whole: a JSON object, a CSV record with all its fields (RFC 4180 2.2). Errors: Io (the device),
/// InvalidInput (a CSV header without the needed columns), whatever the sink returns. Events have no id (the back end
/// assigns it) and appear in the order of the lines.
Result<ImportSummary> importLog(QIODevice &device, const ImportOptions &options, const EventSink &sink,
                                const RefusalSink &refused = {});

}  // namespace lw::import
