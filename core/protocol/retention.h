// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept: /v1/retention with its preview, holds and runs, /v1/audit/purges, and the erasure of a person.
#pragma once

#include "core/domain/retention.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace lw::protocol {

/// PUT /v1/retention (with If-Match) and POST /v1/retention/preview: a class without days is kept permanently.
QJsonObject toJsonObject(const RetentionRules &rules);
QByteArray toJson(const RetentionRules &rules);
Result<RetentionRules> retentionRulesFromJson(QByteArrayView body);

/// GET /v1/retention, and what PUT answers. The ETag is over the rules alone.
struct RetentionState {
    RetentionRules rules;
    QDateTime nextRunAt;  ///< UTC; invalid: nothing is ever purged by schedule
    std::optional<PurgeRun> lastRun;
    bool operator==(const RetentionState &) const = default;
};
QByteArray toJson(const RetentionState &state);
Result<RetentionState> retentionStateFromJson(QByteArrayView body);

/// What POST /v1/retention/preview answers: one of each class.
QByteArray toJson(const QList<PurgeCount> &counts);
Result<QList<PurgeCount>> purgeCountsFromJson(QByteArrayView body);

/// POST /v1/retention/holds takes one (of it subject, value, from, until and reason), GET gives {"holds": […]}, the
/// newest first, released ones included.
QJsonObject toJsonObject(const LegalHold &hold);
QByteArray toJson(const LegalHold &hold);
Result<LegalHold> holdFromJson(QByteArrayView body);
QByteArray toJson(const QList<LegalHold> &holds);
Result<QList<LegalHold>> holdsFromJson(QByteArrayView body);

/// GET /v1/retention/runs: {"runs": […]}, the newest first. POST answers 202 with the one that began.
QJsonObject toJsonObject(const PurgeRun &run);
QByteArray toJson(const PurgeRun &run);
Result<PurgeRun> purgeRunFromJson(QByteArrayView body);
QByteArray toJson(const QList<PurgeRun> &runs);
Result<QList<PurgeRun>> purgeRunsFromJson(QByteArrayView body);

/// GET /v1/audit/purges?after=N: {"ranges": [number, first, last, number, …]}, those after N in their order; as many as
/// one page holds: ask again after the last until none comes.
QByteArray toJson(const QList<PurgedRange> &ranges);
/// Errc::Protocol: numbers that do not grow, or a range that ends before it begins.
Result<QList<PurgedRange>> purgedRangesFromJson(QByteArrayView body);

/// POST /v1/users/{userId}/erasure. 202 with the run.
struct ErasureWish {
    QString reason;
    bool operator==(const ErasureWish &) const = default;
};
QByteArray toJson(const ErasureWish &wish);
Result<ErasureWish> erasureWishFromJson(QByteArrayView body);

}  // namespace lw::protocol
