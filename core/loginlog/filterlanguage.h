// SPDX-License-Identifier: GPL-3.0-or-later
// The one line in which people say which events they want, and back:
//   outcome:failure since:7d ip:203.0.113.0/24 person:ann.lee kind:login.failed "mailbox full" yealink
// Keys: outcome: kind: person: ip: since: until: on: in:(login|all). Everything else is words, all of which must occur.
// since/until take 90m, 24h, 7d, 4w (back from now), today, yesterday, 2026-11-22, 2026-11-22T14:00 or an RFC 3339
// instant; dates and times without an offset are in the context's zone. since is inclusive, until exclusive, until:DATE
// includes that day.
#pragma once

#include "core/domain/eventfilter.h"
#include "core/util/result.h"

#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

namespace lw::loginlog {

struct FilterContext {
    QDateTime now;  ///< UTC
    QTimeZone zone = QTimeZone::utc();
};

struct FilterProblem {
    qsizetype position = 0;  ///< of the token in the text
    qsizetype length = 0;
    QString message;  ///< names the token and the remedy
};

struct FilterParse {
    EventFilter filter;             ///< of the tokens that are right
    QList<FilterProblem> problems;  ///< in order of position; empty: the whole text was understood
};

FilterParse parseFilter(QStringView text, const FilterContext &context);

/// As parseFilter(), but the first problem is the error (InvalidInput, field: the token).
Result<EventFilter> filterFromText(QStringView text, const FilterContext &context);

/// Text that parses to the same filter in any context: instants are written in full. Empty for the default filter.
QString filterText(const EventFilter &filter);

struct Completion {
    QString text;        ///< replaces the token at the cursor: "outcome:" or "outcome:failure"
    bool isKey = false;  ///< a key that still needs its value
};

/// Names that the cache knows, for person: and ip:.
struct CompletionValues {
    QStringList persons;
    QStringList addresses;
};

struct Completions {
    qsizetype position = 0;  ///< of the token that a choice replaces
    qsizetype length = 0;
    QList<Completion> choices;
};

Completions completeFilter(QStringView text, qsizetype cursor, const CompletionValues &values = {});

}  // namespace lw::loginlog
