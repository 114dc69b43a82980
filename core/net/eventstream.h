// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves in bulk, cut from the back end's compressed NDJSON, handed on in batches of whole lines.
#pragma once

#include <QByteArray>

#include <functional>
#include <vector>

namespace lw::net {

/// Whole lines without their newlines. The views point into `bytes`, which moves with the batch and must not be
/// changed.
struct LeafBatch {
    quint64 firstIndex = 0;
    QByteArray bytes;
    std::vector<QByteArrayView> lines;
};

/// Called in the client's thread with each batch. False holds the stream back until BackendClient::resumeStream().
using LeafSink = std::function<bool(LeafBatch &&batch)>;

struct StreamSummary {
    quint64 events = 0;
    quint64 wireBytes = 0;  ///< compressed, as it travelled
    quint64 plainBytes = 0;
};

}  // namespace lw::net
