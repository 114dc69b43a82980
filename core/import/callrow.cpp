// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/callrow.h"

#include "core/import/csvcell.h"
#include "core/import/displaytext.h"
#include "core/import/textview.h"
#include "core/policy/numberclass.h"
#include "core/protocol/limits.h"

#include <algorithm>

namespace lw::import {

namespace {

using State = CallVerdict::State;
namespace limits = protocol::limits;

constexpr qint64 secondMs = 1'000;
/// A channel begins with its call; what a queue or a menu took lies in between.
constexpr qint64 uniqueidToleranceMs = 20 * 60 * secondMs;

CallVerdict refuse(QLatin1String field, const QString &reason)
{
    CallVerdict verdict;
    verdict.field = field;
    verdict.reason = field.isEmpty() ? reason : field + u' ' + reason;
    return verdict;
}

CallVerdict skip(CallSkip why)
{
    CallVerdict verdict;
    verdict.state = State::Skipped;
    verdict.skip = why;
    return verdict;
}

/// What the three formats call the parts of a call.
struct Names {
    QLatin1String callId, caller, destination, start, answer, end, duration, seconds;
};

/// The cells of a record that say what the call was.
struct Cells {
    QByteArray callId, caller, destination, start, answer, end, duration, seconds;
    bool answered = true;
    bool hasLegs = true;        ///< start, end and duration are there beside answer and seconds
    CallInstant channelBegins;  ///< as an Asterisk uniqueid says
};

/// In the order of Names.
Cells cellsAt(const QList<QByteArray> &fields, const std::array<qsizetype, 8> &places)
{
    Cells cells;
    const std::array<QByteArray *, 8> all{&cells.callId, &cells.caller, &cells.destination, &cells.start,
                                          &cells.answer, &cells.end,    &cells.duration,    &cells.seconds};
    for (size_t i = 0; i < all.size(); ++i)
        *all[i] = fields[places[i]];
    return cells;
}

/// Whole seconds, or h:mm:ss.
std::optional<int> secondsOf(const QByteArray &cell)
{
    const QByteArray trimmedCell = cell.trimmed();
    std::string_view text(trimmedCell.constData(), static_cast<size_t>(trimmedCell.size()));
    auto value = takeNumber(text, limits::callSecondsMost);
    if (!value) return std::nullopt;
    if (eat(text, ":")) {
        constexpr quint64 lastOfSixty = 59;
        constexpr size_t minuteAndSecond = 5;
        if (text.size() != minuteAndSecond) return std::nullopt;
        const auto minutes = takeNumber(text, lastOfSixty);
        if (!minutes || !eat(text, ":")) return std::nullopt;
        const auto seconds = takeNumber(text, lastOfSixty);
        if (!seconds) return std::nullopt;
        value = (*value * 60 + *minutes) * 60 + *seconds;
    }
    if (!text.empty() || *value > static_cast<quint64>(limits::callSecondsMost)) return std::nullopt;
    return static_cast<int>(*value);
}

QString secondsProblem()
{
    return QStringLiteral("must be whole seconds from 0 to %1, or h:mm:ss. Correct the record, or leave it out.")
        .arg(limits::callSecondsMost);
}

QString timeProblem(CallInstant::State state)
{
    switch (state) {
        case CallInstant::State::NoSuch: return QStringLiteral("is a time that does not exist. Correct the record.");
        case CallInstant::State::Skipped:
            return QStringLiteral(
                "lies in the hour that the clocks of the zone leave out in spring. Give the zone in "
                "which the record was written with --zone; it may be UTC.");
        default: return QStringLiteral("is no time of the expected form. Correct the record.");
    }
}

/// The text of a cell that names something; nullopt: `verdict` says why not.
std::optional<QString> nameOf(const QByteArray &cell, QLatin1String field, int longest, CallVerdict &verdict)
{
    const std::optional<QString> text = unshieldedCellText(cell);
    if (!text)
        verdict = refuse(field, QStringLiteral("is no UTF-8 text. Save the file in UTF-8."));
    else if (text->size() > longest)
        verdict = refuse(field, QStringLiteral("has more than %1 characters. Correct the record.").arg(longest));
    else
        return text;
    return std::nullopt;
}

CallVerdict judge(const Cells &cells, const Names &names, const CallTime &time)
{
    CallVerdict verdict;
    const std::optional<QString> destination =
        nameOf(cells.destination, names.destination, limits::numberLength, verdict);
    if (!destination) return verdict;
    const std::optional<QString> caller = nameOf(cells.caller, names.caller, limits::numberLength, verdict);
    if (!caller) return verdict;
    const std::optional<int> seconds = secondsOf(cells.seconds);
    if (!seconds) return refuse(names.seconds, secondsProblem());
    const std::optional<int> duration = cells.hasLegs ? secondsOf(cells.duration) : seconds;
    if (!duration) return refuse(names.duration, secondsProblem());

    if (!cells.answered || *seconds == 0) return skip(CallSkip::Unanswered);
    if (isDialPlanName(*destination)) return skip(CallSkip::Internal);
    const policy::Classification number = policy::classify(*destination);
    if (number.canonical.isEmpty())
        return refuse(names.destination, QStringLiteral("cannot be read: ") + number.problem);
    const bool noService = number.callClass == CallClass::Extension || number.callClass == CallClass::Invalid;
    if (noService && !number.canonical.startsWith(u'+')) return skip(CallSkip::Internal);

    const std::optional<QString> callId = nameOf(cells.callId, names.callId, limits::callIdLength, verdict);
    if (!callId) return verdict;
    if (callId->isEmpty() || displayText(*callId) != *callId)
        return refuse(names.callId,
                      QStringLiteral("must be a printable name of the call, and none is there. Let the switch write "
                                     "it: without one a call could be counted twice."));
    const CallInstant answer = time.read(cells.answer.trimmed());
    if (!answer.ok()) return refuse(names.answer, timeProblem(answer.state));
    const qint64 spoken = *seconds * secondMs;
    const qint64 rang = (*duration - *seconds) * secondMs;
    std::array<CallClue, 3> clues{};
    if (cells.hasLegs && answer.state == CallInstant::State::Twice)
        clues = {CallClue{time.read(cells.end.trimmed()), spoken}, CallClue{time.read(cells.start.trimmed()), -rang},
                 CallClue{cells.channelBegins, -rang, uniqueidToleranceMs}};
    verdict.call = {*callId, *caller, *destination,
                    QDateTime::fromMSecsSinceEpoch(CallTime::decide(answer, clues, verdict.guessedHour), Qt::UTC),
                    *seconds};
    verdict.state = State::Call;
    return verdict;
}

/// "1732629785.17", perhaps with a system's name and a dash in front; nullopt: another form.
std::optional<qint64> channelSeconds(const QByteArray &uniqueid)
{
    const qsizetype dash = uniqueid.lastIndexOf('-');
    const QByteArray tail = uniqueid.mid(dash + 1).trimmed();
    std::string_view text(tail.constData(), static_cast<size_t>(tail.size()));
    constexpr quint64 farthest = 99'999'999'999ULL;
    const auto seconds = takeNumber(text, farthest);
    if (!seconds || !eat(text, ".") || !takeNumber(text, farthest) || !text.empty()) return std::nullopt;
    return static_cast<qint64>(*seconds);
}

/// What is wrong with the record before anybody looks at its fields; nullopt: nothing.
std::optional<CallVerdict> brokenRecord(const CsvRecord &record)
{
    if (record.state == CsvRecord::State::TooLong)
        return refuse({}, QStringLiteral("The record is too long. Correct it, or leave it out."));
    if (record.state == CsvRecord::State::Malformed)
        return refuse({}, QStringLiteral("A quote does not end, or text stands beside quotes. Correct the record."));
    // Where the number of a call is cut off, the whole record would be counted as another call next time.
    if (!record.complete && !record.raw.endsWith('"'))
        return refuse({}, QStringLiteral("The last record has no end of line and may be cut off. Read the file again "
                                         "when it is complete, or end it with a line break."));
    return std::nullopt;
}

}  // namespace

bool isDialPlanName(QStringView text)
{
    if (text.isEmpty()) return true;
    const char16_t first = text.front().unicode();
    if (first == u'*' || first == u'#') return true;
    const bool letter = (first >= u'a' && first <= u'z') || (first >= u'A' && first <= u'Z');
    return letter && !text.startsWith(u"tel:", Qt::CaseInsensitive) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

CallVerdict asteriskCall(const CsvRecord &record, const CallTime &time)
{
    enum Place { Src = 1, Dst = 2, Start = 9, Answer, End, Duration, Billsec, Disposition, Uniqueid = 16 };
    constexpr qsizetype plain = 16;      // up to amaflags
    constexpr qsizetype newColumns = 3;  // peeraccount, linkedid, sequence
    constexpr qsizetype optional = 2;    // uniqueid, userfield
    static constexpr Names names{QLatin1String("uniqueid"), QLatin1String("src"),    QLatin1String("dst"),
                                 QLatin1String("start"),    QLatin1String("answer"), QLatin1String("end"),
                                 QLatin1String("duration"), QLatin1String("billsec")};
    if (const auto broken = brokenRecord(record)) return *broken;
    const qsizetype count = record.fields.size();
    if (count < plain || count > plain + optional + newColumns)
        return refuse({}, QStringLiteral("The record has %1 fields where cdr_csv writes 17 to 21. Name the format that "
                                         "the file has with --format.")
                              .arg(count));
    const QList<QByteArray> &fields = record.fields;
    const std::optional<qint64> begins =
        count == plain || count == plain + newColumns ? std::nullopt : channelSeconds(fields[Uniqueid]);
    // Of one field more nobody says which it is: a userfield would make one call of many.
    const bool sure = count == plain + optional || count == plain + optional + newColumns;
    if (!sure && !begins)
        return refuse(names.callId, QStringLiteral("is missing. Set loguniqueid = yes in the [csv] section of "
                                                   "cdr.conf: without it a call could be counted twice."));
    Cells cells = cellsAt(fields, {Uniqueid, Src, Dst, Start, Answer, End, Duration, Billsec});
    cells.answered = fields[Disposition].trimmed().compare("ANSWERED", Qt::CaseInsensitive) == 0;
    if (begins) cells.channelBegins = {CallInstant::State::Once, *begins * secondMs, *begins * secondMs};
    return judge(cells, names, time);
}

CallVerdict freeSwitchCall(const CsvRecord &record, const CallTime &time)
{
    enum Place { Caller = 1, Destination, Start = 4, Answer, End, Duration, Billsec, Uuid = 10 };
    constexpr qsizetype least = 11;
    constexpr qsizetype most = 64;
    static constexpr Names names{
        QLatin1String("uuid"),        QLatin1String("caller_id_number"), QLatin1String("destination_number"),
        QLatin1String("start_stamp"), QLatin1String("answer_stamp"),     QLatin1String("end_stamp"),
        QLatin1String("duration"),    QLatin1String("billsec")};
    if (const auto broken = brokenRecord(record)) return *broken;
    const QList<QByteArray> &fields = record.fields;
    if (fields.size() < least || fields.size() > most)
        return refuse({}, QStringLiteral("The record has %1 fields where the example template of mod_cdr_csv writes 11 "
                                         "or more. Name the format that the file has with --format.")
                              .arg(fields.size()));
    return judge(cellsAt(fields, {Uuid, Caller, Destination, Start, Answer, End, Duration, Billsec}), names, time);
}

Result<CallPlaces> callPlaces(const CsvRecord &header, const CallColumns &columns)
{
    const auto wrong = [](const QString &sentence) {
        return makeError(Errc::InvalidInput, sentence, QStringLiteral("header"));
    };
    if (header.state != CsvRecord::State::Ok)
        return wrong(QStringLiteral("The first line of the file is no header. Name the columns there."));
    CallPlaces places{};
    places.fill(-1);
    for (qsizetype at = 0; at < header.fields.size(); ++at) {
        const QString name = unshieldedCellText(header.fields[at]).value_or(QString());
        for (size_t i = 0; i < columns.size(); ++i) {
            if (name.compare(columns[i], Qt::CaseInsensitive) != 0) continue;
            if (places[i] >= 0)
                return wrong(QStringLiteral("The header has the column “%1” twice. Rename one.").arg(columns[i]));
            places[i] = at;
        }
    }
    for (size_t i = 0; i < columns.size(); ++i)
        if (places[i] < 0)
            return wrong(QStringLiteral("The header has no column “%1” (%2). Say which it is with \"--column "
                                        "%2=NAME\".")
                             .arg(columns[i], callFieldName(static_cast<CallField>(i))));
    return places;
}

CallVerdict csvCall(const CsvRecord &record, const CallPlaces &places, qsizetype columns, const CallTime &time)
{
    static const Names names{callFieldName(CallField::CallId),      callFieldName(CallField::Caller),
                             callFieldName(CallField::Destination), callFieldName(CallField::Start),
                             callFieldName(CallField::Start),       QLatin1String(),
                             callFieldName(CallField::Seconds),     callFieldName(CallField::Seconds)};
    if (const auto broken = brokenRecord(record)) return *broken;
    if (record.fields.size() != columns)
        return refuse({}, QStringLiteral("The record has %1 fields where the header has %2. Correct it.")
                              .arg(record.fields.size())
                              .arg(columns));
    const auto cell = [&](CallField field) { return record.fields[places[static_cast<size_t>(field)]]; };
    Cells cells;
    cells.callId = cell(CallField::CallId);
    cells.caller = cell(CallField::Caller);
    cells.destination = cell(CallField::Destination);
    cells.answer = cell(CallField::Start);
    cells.seconds = cell(CallField::Seconds);
    cells.hasLegs = false;
    return judge(cells, names, time);
}

}  // namespace lw::import
