// SPDX-License-Identifier: GPL-3.0-or-later
// What every target says when a promise of the module is broken, and the one that all messages keep.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdlib>

namespace lw::fuzz {

inline void promise(bool kept)
{
    if (!kept) std::abort();
}

/// What is read and written again is read as the same; what is refused says why. `write`: the message's toJson.
template <typename T, typename Write>
void roundTrip(QByteArrayView data, Result<T> (*read)(QByteArrayView), Write write)
{
    const Result<T> first = read(data);
    if (!first) {
        promise(!first.error().message.isEmpty());
        return;
    }
    const QByteArray once = write(*first);
    const Result<T> second = read(once);
    promise(second.ok() && write(*second) == once);
}

}  // namespace lw::fuzz
