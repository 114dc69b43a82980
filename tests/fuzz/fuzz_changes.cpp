// SPDX-License-Identifier: GPL-3.0-or-later
// The feed of changes from hostile bytes: however the stream is cut, the same events come out of it; none is larger
// than the limit, and what an event tells is read or refused with a reason.
#include "core/net/changefeed.h"
#include "core/net/ssereader.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using namespace lw::net;
using lw::fuzz::promise;

namespace {

struct Outcome {
    QList<SseEvent> events;
    bool refused = false;
};

Outcome readInPieces(QByteArrayView stream, qsizetype piece)
{
    SseReader reader;
    Outcome outcome;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        const auto events = reader.feed(stream.sliced(at, std::min(piece, stream.size() - at)));
        if (!events) {
            promise(!events.error().message.isEmpty());
            outcome.refused = true;
            return outcome;
        }
        outcome.events += *events;
    }
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    if (size == 0) return 0;
    const QByteArrayView stream(bytes + 1, static_cast<qsizetype>(size) - 1);
    const Outcome whole = readInPieces(stream, std::max<qsizetype>(stream.size(), 1));
    const Outcome cut = readInPieces(stream, 1 + bytes[0] % 64);
    promise(whole.refused == cut.refused);
    if (!whole.refused) promise(whole.events == cut.events);
    for (const SseEvent &event : cut.events) {
        promise(event.data.size() <= SseReader::eventMost && !event.name.contains('\n'));
        const auto change = logChangeOf(event);
        if (!change) promise(!change.error().message.isEmpty());
    }
    return 0;
}
