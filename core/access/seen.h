// SPDX-License-Identifier: GPL-3.0-or-later
// Something of the back end as it was last seen: just now, or in the cache while offline.
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace lw::access {

template <typename T>
struct Seen {
    T value{};
    QByteArray etag;    ///< names this version in a change
    QDateTime asOf;     ///< UTC: when the back end gave it
    bool live = false;  ///< asked just now; false: from the cache, and not to be changed
};

}  // namespace lw::access
