// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as call records of any format: no crash, the counts add up, each refusal says why, and what is given on is
// a call that can be counted.
#include "core/import/callfile.h"
#include "core/policy/numberclass.h"
#include "core/protocol/limits.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>

using namespace lw;
using namespace lw::import;
using lw::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    constexpr std::array formats{CallFormat::AsteriskCdr, CallFormat::FreeSwitchCdr, CallFormat::CsvCdr};
    const std::array forms{QString(), QStringLiteral("unix"), QStringLiteral("dd/MM/yyyy HH:mm:ss"),
                           QStringLiteral("M/d/yyyy h:mm AP")};
    CallFileOptions options;
    options.format = formats[data[0] % formats.size()];
    options.zone = data[0] & 4 ? QTimeZone("Europe/London") : QTimeZone::utc();
    options.timeForm = forms[data[0] / 8 % forms.size()];
    options.maxRecordBytes = 4096;
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (options.format == CallFormat::CsvCdr && data[0] & 128)
        bytes.prepend("call_id,caller,destination,start,seconds\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);

    quint64 calls = 0;
    const auto result = readCalls(buffer, options, [&](const protocol::FinishedCall &call, quint64 line) {
        ++calls;
        promise(line > 0);
        promise(call.startedAt.isValid() && call.startedAt.timeSpec() == Qt::UTC);
        promise(call.seconds > 0 && call.seconds <= protocol::limits::callSecondsMost);
        promise(!call.callId.isEmpty() && call.callId.size() <= protocol::limits::callIdLength);
        promise(call.caller.size() <= protocol::limits::numberLength);
        promise(!policy::classify(call.destination).canonical.isEmpty());
        // The contract takes what a file gives.
        promise(protocol::finishedCallsFromJson(protocol::toJson(QList{call})).ok() || call.caller.isEmpty());
        return Result<void>();
    });
    if (!result) {
        promise(!result.error().message.isEmpty() && result.error().field == QLatin1String("header"));
        return 0;
    }
    promise(result->calls == calls);
    promise(result->records == result->calls + result->unanswered + result->internal + result->refused);
    promise(result->refusals.size() ==
            static_cast<qsizetype>(std::min<quint64>(result->refused, CallSummary::keptRefusals)));
    for (const CallRefusal &refusal : result->refusals)
        promise(refusal.line > 0 && !refusal.reason.isEmpty());
    return 0;
}
