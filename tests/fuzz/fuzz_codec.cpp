// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves and canonical JSON from hostile bytes: what is accepted has exactly one byte form, and both readers agree on
// it.
#include "core/audit/canonical.h"
#include "core/audit/eventcodec.h"
#include "core/audit/leafview.h"
#include "core/audit/merkle.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using namespace lw::audit;
using lw::fuzz::promise;

namespace {

void canonicalForm(QByteArrayView data)
{
    const Result<QByteArray> once = canonicalise(data);
    if (!once) return;
    const Result<QByteArray> twice = canonicalise(*once);
    // Canonical form may be longer than its source (numbers written out) and then go over the size limit.
    promise(once->size() > maxJsonBytes || (twice.ok() && *twice == *once));
}

void leaf(QByteArrayView data)
{
    static LeafParser parser;
    LeafView seen;
    const bool fast = parser.parse({data.data(), static_cast<size_t>(data.size())}, seen);
    const Result<AuditEvent> event = eventFromLeaf(data);
    if (!event) return;
    promise(fast);
    promise(QByteArrayView(leafBytes(*event)) == data);
    promise(checkEvent(*event).ok());
    promise(seen.timeMs == event->time.toMSecsSinceEpoch() && seen.kind == event->kind);
    promise(QByteArrayView(seen.actorName.data(), static_cast<qsizetype>(seen.actorName.size())) ==
            QByteArrayView(event->actor.name.toUtf8()));
}

// Free text in an event must never give a leaf that the readers refuse.
void anyText(QByteArrayView data)
{
    AuditEvent event;
    event.id = QStringLiteral("evt_1");
    event.time = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    event.source.format = QStringLiteral("ndjson");
    const qsizetype units = std::min<qsizetype>(data.size() / 2, 2000);
    event.actor.name = QString(reinterpret_cast<const QChar *>(QByteArray(data.data(), units * 2).constData()), units);
    event.detail = QString::fromUtf8(data.first(std::min<qsizetype>(data.size(), 4000)));
    const Result<QByteArray> checked = checkedLeaf(event);
    promise(checked.ok() && eventFromLeaf(*checked).ok());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    const QByteArrayView data(bytes, static_cast<qsizetype>(size));
    canonicalForm(data);
    leaf(data);
    anyText(data);
    const Result<CompactRange> range = CompactRange::restore(data);
    if (range) promise(QByteArrayView(range->serialise()) == data);
    return 0;
}
