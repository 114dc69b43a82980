// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a log of any format: no crash, the counts add up, and no event holds a control character.
#include "core/import/importlog.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>

using namespace lw;
using namespace lw::import;
using lw::fuzz::promise;

namespace {

bool shows(const QString &text)
{
    for (QChar c : text)
        if (c.category() == QChar::Other_Control) return false;
    return text.isValidUtf16();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    ImportOptions options;
    options.format = allFormats()[data[0] % 4];
    options.zone = data[0] & 4 ? QTimeZone("Europe/Berlin") : QTimeZone::utc();
    options.now = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    options.maxLineBytes = 4096;
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (options.format == Format::Csv) bytes.prepend("time,kind,outcome,user,address,port,reason,detail,host\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);

    quint64 events = 0;
    const auto result = importLog(buffer, options, [&](const AuditEvent &event, const Hash &) -> Result<void> {
        if (++events > 50000) return makeError(Errc::TooLarge, QString());
        promise(event.time.isValid() && event.time.timeSpec() == Qt::UTC && isLoginKind(event.kind));
        for (const QString &text :
             {event.actor.name, event.origin.address, event.origin.service, event.origin.agent, event.object.name,
              event.object.type, event.reason, event.detail, event.source.host})
            promise(shows(text) && text.size() <= 1100);
        return {};
    });
    if (!result) return 0;
    promise(result->eventsMade == events);
    promise(result->refusals.size() ==
            static_cast<qsizetype>(std::min<quint64>(result->refused, ImportSummary::keptRefusals)));
    return 0;
}
