// SPDX-License-Identifier: GPL-3.0-or-later
// Content codings for long bodies: zstd at level 1 or gzip at level 1, chosen by Accept-Encoding, applied piece by
// piece, so that ten million events travel in constant memory.
#pragma once

#include "server/http/message.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lw::server {

enum class Coding { Identity, Gzip, Zstd };

/// The best coding that the header allows (RFC 9110 12.5.3): highest weight, zstd before gzip before none. A header
/// that allows nothing we have gives Identity: an answer in a coding not asked for helps more than none.
Coding chooseCoding(QByteArrayView acceptEncoding);
/// "zstd", "gzip"; empty for Identity.
QByteArray codingName(Coding coding);

/// Wraps a source. The pieces that come out hold about `pieceBytes`, whatever the sizes that go in.
ChunkSource encode(ChunkSource source, Coding coding, qsizetype pieceBytes = 128 * 1024);
/// A source over bytes in memory.
ChunkSource sourceOf(QByteArray body);

}  // namespace lw::server
