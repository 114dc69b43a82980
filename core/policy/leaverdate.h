// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of a leavers' list, as personnel departments write them. What has two readings is refused, never guessed.
#pragma once

#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

namespace lw::policy {

struct LeaverDate {
    enum class State : quint8 {
        None,  ///< nothing stands there
        Ok,
        NoSuch,     ///< 31 June, 25:00, or an hour that the clock skips
        Ambiguous,  ///< "03/04/2026", or an hour that the clock has twice
        Unreadable
    };
    State state = State::None;
    QDateTime at;  ///< UTC
    bool operator==(const LeaverDate &) const = default;
};

/// "2026-11-30", "2026-11-30 17:00", RFC 3339, "30.11.2026", "30 Nov 2026", "30 November 2026", "Nov 30, 2026", and
/// slashed dates that have one reading only ("30/11/2026"); years have four digits. A date without a time is the
/// person's last day, and the departure is the midnight that ends it in `zone`.
LeaverDate readLeaverDate(QStringView text, const QTimeZone &zone);

}  // namespace lw::policy
