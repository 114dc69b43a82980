// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/spend/replay: what would have become of the calls of the last days with these settings. Nothing is changed.
#pragma once

#include "core/domain/callreplay.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lw::protocol {

struct ReplayWish {
    std::optional<GuardSettings> guard;  ///< absent: as they are
    std::optional<SpendSettings> spend;
    int days = 90;
    bool operator==(const ReplayWish &) const = default;
};
QByteArray toJson(const ReplayWish &wish);
Result<ReplayWish> replayWishFromJson(QByteArrayView body);

struct ReplayAnswer {
    QDateTime from;  ///< UTC
    QString currency;
    CallReplayVerdict verdict;
    bool operator==(const ReplayAnswer &) const = default;
};
QByteArray toJson(const ReplayAnswer &answer);
Result<ReplayAnswer> replayAnswerFromJson(QByteArrayView body);

}  // namespace lw::protocol
