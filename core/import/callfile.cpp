// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/callfile.h"

namespace lw::import {

namespace {

Error readFailed(const QIODevice &device)
{
    return makeError(Errc::Io,
                     QStringLiteral("The call records could not be read to their end: %1.").arg(device.errorString()));
}

}  // namespace

void CallSummary::refuse(CallRefusal refusal)
{
    ++refused;
    if (refusals.size() < keptRefusals) refusals.append(std::move(refusal));
}

Result<CallSummary> readCalls(QIODevice &device, const CallFileOptions &options, const CallSink &sink)
{
    const CallTime time(options.zone, options.format == CallFormat::CsvCdr ? options.timeForm : QString());
    CsvReader reader(device, options.maxRecordBytes);
    CsvRecord record;
    CallSummary summary;
    CallPlaces places{};
    qsizetype columns = 0;
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        CallVerdict verdict;
        switch (options.format) {
            case CallFormat::AsteriskCdr: verdict = asteriskCall(record, time); break;
            case CallFormat::FreeSwitchCdr: verdict = freeSwitchCall(record, time); break;
            case CallFormat::CsvCdr:
                if (columns == 0) {
                    const Result<CallPlaces> found = callPlaces(record, options.columns);
                    if (!found) return found.error();
                    places = *found;
                    columns = record.fields.size();
                    continue;
                }
                verdict = csvCall(record, places, columns, time);
                break;
        }
        ++summary.records;
        switch (verdict.state) {
            case CallVerdict::State::Skipped:
                ++(verdict.skip == CallSkip::Unanswered ? summary.unanswered : summary.internal);
                break;
            case CallVerdict::State::Refused: summary.refuse({record.line, verdict.field, verdict.reason}); break;
            case CallVerdict::State::Call:
                ++summary.calls;
                summary.guessedHours += verdict.guessedHour;
                if (Result<void> taken = sink(verdict.call, record.line); !taken) return taken.error();
                break;
        }
    }
    summary.linesRead = reader.linesRead();
    if (reader.failed()) return readFailed(device);
    return summary;
}

}  // namespace lw::import
