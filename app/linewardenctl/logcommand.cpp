// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/filteroptions.h"
#include "app/linewardenctl/logexport.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "core/cache/eventreader.h"
#include "core/util/time.h"

namespace lw::ctl {

namespace {

QJsonObject toJson(const cache::EventRow &row)
{
    QJsonObject object{{QStringLiteral("index"), static_cast<qint64>(row.index)},
                       {QStringLiteral("time"), toRfc3339(QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC))},
                       {QStringLiteral("kind"), QString(kindName(row.kind))},
                       {QStringLiteral("outcome"), QString(outcomeName(row.outcome))},
                       {QStringLiteral("actorType"), QString(actorTypeName(row.actorType))}};
    const std::pair<const char *, const QString *> texts[] = {
        {"person", &row.person},        {"personId", &row.personId}, {"address", &row.address},
        {"service", &row.service},      {"agent", &row.agent},       {"reason", &row.reason},
        {"detail", &row.detail},        {"host", &row.host},         {"objectType", &row.objectType},
        {"objectName", &row.objectName}};
    for (const auto &[name, text] : texts)
        if (!text->isEmpty()) object.insert(QLatin1String(name), *text);
    if (row.port != 0) object.insert(QStringLiteral("port"), row.port);
    return object;
}

QString toLine(const cache::EventRow &row)
{
    const auto cell = [](const QString &text, int width) {
        return printable(text.isEmpty() ? QStringLiteral("-") : text).leftJustified(width);
    };
    QString detail = row.reason;
    if (!row.detail.isEmpty()) detail += (detail.isEmpty() ? QString() : QStringLiteral("; ")) + row.detail;
    return toRfc3339(QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC)) + QStringLiteral("  ") +
           QString(outcomeName(row.outcome)).leftJustified(7) + QStringLiteral("  ") +
           QString(kindName(row.kind)).leftJustified(16) + QStringLiteral("  ") + cell(row.person, 20) +
           QStringLiteral("  ") + cell(row.address, 15) + QStringLiteral("  ") + cell(row.service, 8) +
           QStringLiteral("  ") + printable(detail);
}

int query(cache::Connection &connection, const EventFilter &filter, const Arguments &arguments, const Output &output)
{
    cache::EventReader reader(connection);
    if (arguments.has(QStringLiteral("count"))) {
        const Result<quint64> count = reader.count(filter);
        if (!count) return output.fail(count.error());
        output.result({{QStringLiteral("count"), static_cast<qint64>(*count)}}, QString::number(*count));
        return 0;
    }
    qint64 limit = 0;
    if (arguments.has(QStringLiteral("limit"))) {
        bool number = false;
        limit = arguments.value(QStringLiteral("limit")).toLongLong(&number);
        if (!number || limit < 1)
            return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--limit takes a number from 1 up."),
                                         QStringLiteral("limit")));
    }
    const QString order = arguments.value(QStringLiteral("order"));
    if (!order.isEmpty() && order != QLatin1String("newest") && order != QLatin1String("oldest"))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--order takes newest or oldest."), QStringLiteral("order")));
    qint64 given = 0;
    const Result<quint64> read = reader.forEach(
        filter, {cache::SortKey::Time, order == QLatin1String("newest") ? Qt::DescendingOrder : Qt::AscendingOrder},
        [&](const cache::EventRow &row) {
            if (output.json())
                output.line(toJson(row));
            else
                output.line(toLine(row));
            ++given;
            return (limit == 0 || given < limit) && !interrupted();
        });
    if (!read) return output.fail(read.error());
    if (interrupted()) return static_cast<int>(ExitCode::Cancelled);
    output.note(QStringLiteral("%1 events").arg(given));
    return 0;
}

int run(const Arguments &arguments, const Output &output)
{
    QStringList words = arguments.positional();
    const QString action = words.takeFirst();
    const bool exporting = action == QLatin1String("export");
    if (!exporting && action != QLatin1String("query"))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("There are \"log query\" and \"log export\".")));
    if (exporting && (!words.isEmpty() || !arguments.has(QStringLiteral("output"))))
        return output.fail(makeError(
            Errc::InvalidInput,
            QStringLiteral("\"log export\" takes the whole log: it has no filter, and needs --output FOLDER.")));
    const Result<QTimeZone> zone = chosenZone(arguments);
    if (!zone) return output.fail(zone.error());
    const Result<EventFilter> filter = filterOf(words.join(QLatin1Char(' ')), *zone);
    if (!filter) return output.fail(filter.error());
    const Result<session::Profile> profile = chosenProfile(arguments);
    if (!profile) return output.fail(profile.error());
    session::ConsoleSession session(*profile);
    if (const Result<void> open = unlock(session, arguments); !open) return output.fail(open.error());
    Result<std::unique_ptr<cache::Connection>> connection = session.connectForReading();
    if (!connection) return output.fail(connection.error());
    return exporting ? exportLog(session, **connection, arguments.value(QStringLiteral("output")), output)
                     : query(**connection, *filter, arguments, output);
}

}  // namespace

int logCommand(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("log query [FILTER…] [options] | log export --output FOLDER"),
        QStringLiteral(
            "Reads the log in the encrypted cache, offline.\n\nFILTER is the console's filter line, for example:\n"
            "  outcome:failure since:7d ip:203.0.113.0/24 person:ann.lee kind:login.failed yealink\n"
            "Keys: outcome: kind: person: ip: since: until: on: in:(login|all). Everything else is words that must "
            "occur.\n\n"
            "\"log export\" writes leaves.ndjson, checkpoint.txt and key.txt, which \"verify\" and other verifiers "
            "read."));
    parsed.profileOptions();
    filterOptions(parsed);
    parsed.option(QStringLiteral("limit"), QStringLiteral("At most so many events."), QStringLiteral("n"));
    parsed.option(QStringLiteral("order"), QStringLiteral("oldest (default) or newest first."),
                  QStringLiteral("order"));
    parsed.option(QStringLiteral("count"), QStringLiteral("Only count them."));
    parsed.option(QStringLiteral("output"), QStringLiteral("Where \"log export\" writes its three files."),
                  QStringLiteral("folder"));
    if (const auto done = parsed.parse(arguments, 1, 1000)) return *done;
    return run(parsed, Output(parsed.has(QStringLiteral("json"))));
}

}  // namespace lw::ctl
