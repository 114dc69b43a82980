// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importlog.h"

#include "core/import/asteriskparser.h"
#include "core/import/csvreader.h"
#include "core/import/fieldmap.h"
#include "core/import/fingerprint.h"
#include "core/import/opensshparser.h"

namespace lw::import {

namespace {

const QString cutOff =
    QStringLiteral("is the last line and has no end: it may be cut off, and is read once it is complete");

/// What both readers share: counting, fingerprints, refusals.
class Tally {
  public:
    Tally(const ImportOptions &options, const EventSink &sink, const RefusalSink &refused)
        : m_sink(sink), m_refused(refused), m_fingerprints(options.format)
    {
    }

    void refuse(quint64 line, const QString &reason)
    {
        ++summary.refused;
        const Refusal refusal{line, reason};
        if (summary.refusals.size() < ImportSummary::keptRefusals) summary.refusals << refusal;
        if (m_refused) m_refused(refusal);
    }

    Result<void> take(quint64 number, std::string_view raw, LineVerdict verdict)
    {
        switch (verdict.state) {
            case LineVerdict::State::NotLogin: ++summary.notLoginEvents; return {};
            case LineVerdict::State::Refused: refuse(number, verdict.reason); return {};
            case LineVerdict::State::Event: break;
        }
        m_fingerprints.line(raw);
        for (quint32 i = 0; i < verdict.count; ++i) {
            if (auto taken = m_sink(verdict.event, m_fingerprints.of(i)); !taken) return taken;
            ++summary.eventsMade;
        }
        return {};
    }

    ImportSummary summary;

  private:
    const EventSink &m_sink;
    const RefusalSink &m_refused;
    Fingerprinter m_fingerprints;
};

QString overLong(qint64 limit)
{
    return QStringLiteral("is longer than %1 bytes").arg(limit);
}

Error readFailed(const QIODevice &device)
{
    return makeError(Errc::Io, QStringLiteral("The log could not be read to its end: %1.").arg(device.errorString()));
}

Result<ImportSummary> importLines(QIODevice &device, const ImportOptions &options, Tally &tally)
{
    const auto parser = makeParser(options);
    LineReader reader(device, options.maxLineBytes);
    for (RawLine line; reader.next(line);) {
        std::string_view text = line.text;
        // what a crash leaves at the place where the machine stopped writing
        while (!text.empty() && text.front() == '\0')
            text.remove_prefix(1);
        if (!line.complete && text.empty() && !line.overLong) continue;
        ++tally.summary.linesRead;
        if (line.overLong) {
            tally.refuse(line.number, overLong(options.maxLineBytes));
            continue;
        }
        // a JSON object shows by itself that it is whole
        if (!line.complete && options.format != Format::NdJson) {
            tally.refuse(line.number, cutOff);
            continue;
        }
        if (auto taken = tally.take(line.number, text, parser->feed(text)); !taken) return taken.error();
    }
    if (reader.failed()) return readFailed(device);
    return std::move(tally.summary);
}

/// Which field each column is; nullopt where it is none.
using Columns = QList<std::optional<Field>>;

Result<Columns> columnsOf(const CsvRecord &header)
{
    Columns columns;
    const auto has = [&](Field field) { return columns.contains(std::optional(field)); };
    for (const QByteArray &name : header.fields) {
        const auto field = fieldFromName(QString::fromUtf8(name).trimmed());
        if (field && has(*field))
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The CSV header names the column %1 twice.").arg(fieldName(*field)),
                             QString(fieldName(*field)));
        columns << field;
    }
    if (header.state != CsvRecord::State::Ok || !has(Field::Time) || (!has(Field::Kind) && !has(Field::Outcome)))
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("The first line of the CSV file must be a header with the columns time, user, address and "
                           "kind or outcome; time and one of kind and outcome are needed."),
            QStringLiteral("time"));
    return columns;
}

LineVerdict readRecord(const CsvRecord &record, const Columns &columns, LogTime &time)
{
    if (record.fields.size() != columns.size())
        return LineVerdict::refuse(
            QStringLiteral("has %1 fields where the header has %2").arg(record.fields.size()).arg(columns.size()));
    FieldValues values;
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns[i]) at(values, *columns[i]) = QString::fromUtf8(record.fields[i]);
    return eventFromFields(values, Format::Csv, time);
}

Result<ImportSummary> importCsv(QIODevice &device, const ImportOptions &options, Tally &tally)
{
    LogTime time(options.zone, options.now);
    CsvReader reader(device, options.maxLineBytes);
    CsvRecord record;
    const bool any = reader.next(record);
    if (reader.failed()) return readFailed(device);
    if (!any) return std::move(tally.summary);
    const auto columns = columnsOf(record);
    if (!columns) return columns.error();
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) {
            ++tally.summary.notLoginEvents;
        } else if (record.state == CsvRecord::State::TooLong) {
            tally.refuse(record.line, overLong(options.maxLineBytes));
        } else if (record.state == CsvRecord::State::Malformed) {
            tally.refuse(record.line, QStringLiteral("has a quote that does not end, or text beside quotes"));
        } else {
            const std::string_view raw(record.raw.constData(), static_cast<size_t>(record.raw.size()));
            if (auto taken = tally.take(record.line, raw, readRecord(record, *columns, time)); !taken)
                return taken.error();
        }
    }
    tally.summary.linesRead = reader.linesRead();
    if (reader.failed()) return readFailed(device);
    return std::move(tally.summary);
}

}  // namespace

std::unique_ptr<LogParser> makeParser(const ImportOptions &options)
{
    switch (options.format) {
        case Format::Asterisk: return std::make_unique<AsteriskParser>(options);
        case Format::OpenSsh: return std::make_unique<OpenSshParser>(options);
        case Format::NdJson: return std::make_unique<NdJsonParser>(options);
        case Format::Csv: break;
    }
    return nullptr;
}

Result<ImportSummary> importLog(QIODevice &device, const ImportOptions &options, const EventSink &sink,
                                const RefusalSink &refused)
{
    Tally tally(options, sink, refused);
    return options.format == Format::Csv ? importCsv(device, options, tally) : importLines(device, options, tally);
}

}  // namespace lw::import
