// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/commandline.h"

#include "core/import/calltime.h"
#include "core/util/time.h"

#include <QCommandLineParser>
#include <QDir>

#include <limits>

namespace lw::app {

namespace {

const char description[] =
    "The reference back end of Linewarden.\n\n"
    "  linewardend serve  --data DIR [options]                          serve consoles over HTTPS\n"
    "  linewardend ingest --data DIR --customer C --format F FILE|-     turn log files into events,\n"
    "                                                                   count the calls of call records\n\n"
    "The first start makes a certificate authority, a server certificate, a log-signing key, a customer and an owner\n"
    "account whose one-time password is printed once. Settings come from the config file, then from the options.";

Error wrong(const QString &message, const QString &field)
{
    return makeError(Errc::InvalidInput, message, field);
}

struct Options {
    QCommandLineOption config{QStringLiteral("config"), QStringLiteral("Read settings from this JSON file."),
                              QStringLiteral("FILE")};
    QCommandLineOption data{QStringLiteral("data"), QStringLiteral("Folder of store and keys."), QStringLiteral("DIR")};
    QCommandLineOption listen{QStringLiteral("listen"),
                              QStringLiteral("Address to listen on (default 127.0.0.1:8443)."),
                              QStringLiteral("ADDR:PORT")};
    QCommandLineOption hostName{QStringLiteral("host-name"),
                                QStringLiteral("A name for the server certificate; may be repeated."),
                                QStringLiteral("NAME")};
    QCommandLineOption trustedProxies{QStringLiteral("trusted-proxies"),
                                      QStringLiteral("serve: a network or address of reverse proxies whose "
                                                     "X-Forwarded-For is believed; may be repeated."),
                                      QStringLiteral("NETWORK")};
    QCommandLineOption logLevel{QStringLiteral("log-level"), QStringLiteral("debug, info, warning or error."),
                                QStringLiteral("LEVEL")};
    QCommandLineOption smtpHost{QStringLiteral("smtp-host"),
                                QStringLiteral("serve: mail server for notices to people; without one none are sent."),
                                QStringLiteral("HOST")};
    QCommandLineOption smtpPort{QStringLiteral("smtp-port"),
                                QStringLiteral("serve: its port (default 587, with tls 465, with none 25)."),
                                QStringLiteral("PORT")};
    QCommandLineOption smtpTls{
        QStringLiteral("smtp-tls"),
        QStringLiteral("serve: starttls (default), tls, or none for a mail server on this machine."),
        QStringLiteral("MODE")};
    QCommandLineOption smtpUser{QStringLiteral("smtp-user"), QStringLiteral("serve: sign in to the mail server."),
                                QStringLiteral("USER")};
    QCommandLineOption smtpPasswordFile{
        QStringLiteral("smtp-password-file"),
        QStringLiteral("serve: with the password in this file, which only its owner can read."),
        QStringLiteral("FILE")};
    QCommandLineOption smtpFrom{QStringLiteral("smtp-from"), QStringLiteral("serve: address that notices come from."),
                                QStringLiteral("ADDRESS")};
    QCommandLineOption smtpCaFile{
        QStringLiteral("smtp-ca-file"),
        QStringLiteral("serve: certificates (PEM) of the authorities to believe about the mail server."),
        QStringLiteral("FILE")};
    QCommandLineOption check{QStringLiteral("check-config"), QStringLiteral("Check the settings and end.")};
    QCommandLineOption demo{QStringLiteral("demo"),
                            QStringLiteral("serve: make up a customer with people and history; the ready line, with a "
                                           "way to sign in, goes to standard output.")};
    QCommandLineOption readyFd{QStringLiteral("ready-fd"),
                               QStringLiteral("serve: write one JSON line to this descriptor when ready."),
                               QStringLiteral("N")};
    QCommandLineOption readyFile{QStringLiteral("ready-file"),
                                 QStringLiteral("serve: write the same line to this file, readable by its owner only."),
                                 QStringLiteral("FILE")};
    QCommandLineOption withStdin{QStringLiteral("exit-with-stdin"),
                                 QStringLiteral("serve: end when standard input ends.")};
    QCommandLineOption customer{QStringLiteral("customer"), QStringLiteral("ingest: short name of the customer."),
                                QStringLiteral("C")};
    QCommandLineOption format{QStringLiteral("format"),
                              QStringLiteral("ingest: asterisk, openssh, csv or ndjson for a log; asterisk-cdr, "
                                             "freeswitch-cdr or csv-cdr for call records."),
                              QStringLiteral("F")};
    QCommandLineOption column{QStringLiteral("column"),
                              QStringLiteral("ingest csv-cdr: which column of the header is call_id, caller, "
                                             "destination, start or seconds; may be repeated."),
                              QStringLiteral("FIELD=NAME")};
    QCommandLineOption timeFormat{QStringLiteral("time-format"),
                                  QStringLiteral("ingest csv-cdr: how start is written, as dd/MM/yyyy HH:mm:ss, or "
                                                 "unix or unix-ms (default: 2026-11-26 14:03:05, or RFC 3339)."),
                                  QStringLiteral("PATTERN")};
    QCommandLineOption callerNumber{QStringLiteral("caller-number"),
                                    QStringLiteral("ingest of call records: the number under which extensions call."),
                                    QStringLiteral("NUMBER")};
    QCommandLineOption zone{QStringLiteral("zone"), QStringLiteral("ingest: zone of times without one (default UTC)."),
                            QStringLiteral("ZONE")};
    QCommandLineOption now{
        QStringLiteral("now"),
        QStringLiteral("ingest: the instant by which lines without a year are dated (default: now)."),
        QStringLiteral("TIME")};
    QCommandLineOption json{QStringLiteral("json"), QStringLiteral("ingest: print the summary as JSON.")};
};

Result<void> readMail(const QCommandLineParser &parser, const Options &options, DaemonConfig &config)
{
    server::SmtpSettings &smtp = config.smtp;
    if (parser.isSet(options.smtpHost)) smtp.host = parser.value(options.smtpHost);
    if (parser.isSet(options.smtpUser)) smtp.user = parser.value(options.smtpUser);
    if (parser.isSet(options.smtpFrom)) smtp.from = parser.value(options.smtpFrom);
    if (parser.isSet(options.smtpCaFile)) smtp.caFile = parser.value(options.smtpCaFile);
    if (parser.isSet(options.smtpPort)) {
        bool number = false;
        smtp.port = parser.value(options.smtpPort).toUShort(&number);
        if (!number || smtp.port == 0)
            return wrong(QStringLiteral("--smtp-port takes a number from 1 to 65535."), QStringLiteral("smtp-port"));
    }
    if (parser.isSet(options.smtpTls)) {
        const auto tls = server::smtpTlsFromName(parser.value(options.smtpTls));
        if (!tls) return wrong(QStringLiteral("--smtp-tls takes starttls, tls or none."), QStringLiteral("smtp-tls"));
        smtp.tls = *tls;
    }
    if (parser.isSet(options.smtpPasswordFile))
        return applySmtpPassword(config, parser.value(options.smtpPasswordFile));
    return {};
}

Result<void> readSettings(const QCommandLineParser &parser, const Options &options, DaemonConfig &config)
{
    if (parser.isSet(options.config))
        if (auto applied = applyConfigFile(config, parser.value(options.config)); !applied) return applied;
    if (parser.isSet(options.data)) config.dataDir = parser.value(options.data);
    if (!config.dataDir.isEmpty()) config.dataDir = QDir::current().absoluteFilePath(config.dataDir);
    if (parser.isSet(options.listen))
        if (auto applied = applyListen(config, parser.value(options.listen)); !applied) return applied;
    if (parser.isSet(options.hostName)) config.hostNames = parser.values(options.hostName);
    if (parser.isSet(options.trustedProxies))
        if (auto applied = applyTrustedProxies(config, parser.values(options.trustedProxies)); !applied) return applied;
    if (auto applied = readMail(parser, options, config); !applied) return applied;
    if (parser.isSet(options.logLevel) && !server::Log::levelFromName(parser.value(options.logLevel), config.logLevel))
        return wrong(QStringLiteral("--log-level takes debug, info, warning or error."), QStringLiteral("log-level"));
    return checkConfig(config);
}

/// What only some formats take must not be there for others: whoever gave it meant something by it.
Result<void> refuseFor(const QCommandLineParser &parser, const QCommandLineOption &option, const QString &meant)
{
    const QString name = option.names().constFirst();
    if (!parser.isSet(option)) return {};
    return wrong(QStringLiteral("--%1 is for %2. Leave it out, or name another --format.").arg(name, meant), name);
}

Result<void> readCallOptions(const QCommandLineParser &parser, const Options &options, DaemonCommandLine &line)
{
    line.callerNumber = parser.value(options.callerNumber);
    if (auto fine = refuseFor(parser, options.now, QStringLiteral("logs")); !fine) return fine;
    if (line.calls->format != import::CallFormat::CsvCdr) {
        const auto csvOnly = QStringLiteral("csv-cdr");
        if (auto fine = refuseFor(parser, options.column, csvOnly); !fine) return fine;
        return refuseFor(parser, options.timeFormat, csvOnly);
    }
    auto columns = import::callColumnsFrom(parser.values(options.column));
    if (!columns) return columns.error();
    line.calls->columns = *columns;
    line.calls->timeForm = parser.value(options.timeFormat);
    return import::CallTime::judgeForm(line.calls->timeForm);
}

Result<void> readFormat(const QCommandLineParser &parser, const Options &options, DaemonCommandLine &line)
{
    const QString name = parser.value(options.format);
    if (const auto calls = import::callFormatFromName(name)) {
        line.calls.emplace().format = *calls;
        return readCallOptions(parser, options, line);
    }
    const auto format = import::formatFromName(name);
    if (!format)
        return wrong(QStringLiteral("--format takes asterisk, openssh, csv or ndjson for a log, or asterisk-cdr, "
                                    "freeswitch-cdr or csv-cdr for call records."),
                     QStringLiteral("format"));
    line.import.format = *format;
    for (const QCommandLineOption &option : {options.column, options.timeFormat, options.callerNumber})
        if (auto fine = refuseFor(parser, option, QStringLiteral("call records")); !fine) return fine;
    return {};
}

Result<void> readIngest(const QCommandLineParser &parser, const Options &options, const QStringList &files,
                        DaemonCommandLine &line)
{
    line.customer = parser.value(options.customer);
    if (line.customer.isEmpty())
        return wrong(QStringLiteral("Say whose events or calls these are: --customer SHORT-NAME."),
                     QStringLiteral("customer"));
    if (auto format = readFormat(parser, options, line); !format) return format;
    if (parser.isSet(options.zone)) {
        line.import.zone = QTimeZone(parser.value(options.zone).toUtf8());
        if (!line.import.zone.isValid())
            return wrong(
                QStringLiteral("“%1” is not a time zone. Write it as Europe/London.").arg(parser.value(options.zone)),
                QStringLiteral("zone"));
        if (line.calls) line.calls->zone = line.import.zone;
    }
    if (parser.isSet(options.now)) {
        line.import.now = fromRfc3339(parser.value(options.now));
        if (!line.import.now.isValid())
            return wrong(QStringLiteral("--now takes an instant as 2026-11-22T14:00:00Z."), QStringLiteral("now"));
    }
    if (files.size() != 1)
        return wrong(QStringLiteral("Name one file to read, or - for standard input."), QStringLiteral("FILE"));
    line.input = files.first();
    line.json = parser.isSet(options.json);
    return {};
}

Result<void> readServe(const QCommandLineParser &parser, const Options &options, const QStringList &rest,
                       DaemonCommandLine &line)
{
    if (!rest.isEmpty())
        return wrong(QStringLiteral("“%1” is not an argument of serve.").arg(rest.first()),
                     QStringLiteral("arguments"));
    line.demo = parser.isSet(options.demo);
    line.readyFile = parser.value(options.readyFile);
    line.exitWithStdin = parser.isSet(options.withStdin);
    if (parser.isSet(options.readyFd)) {
        bool number = false;
        line.readyFd = parser.value(options.readyFd).toInt(&number);
        if (!number || line.readyFd < 1)
            return wrong(QStringLiteral("--ready-fd takes the number of an open descriptor."),
                         QStringLiteral("ready-fd"));
    }
    return {};
}

}  // namespace

Result<DaemonCommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QString::fromLatin1(description));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("serve or ingest."));
    const Options options;
    parser.addOptions({options.config,         options.data,        options.listen,    options.hostName,
                       options.trustedProxies, options.logLevel,    options.check,     options.demo,
                       options.readyFd,        options.readyFile,   options.withStdin, options.smtpHost,
                       options.smtpPort,       options.smtpTls,     options.smtpUser,  options.smtpPasswordFile,
                       options.smtpFrom,       options.smtpCaFile,  options.customer,  options.format,
                       options.zone,           options.now,         options.json,      options.column,
                       options.timeFormat,     options.callerNumber});
    if (!parser.parse(arguments))
        return wrong(parser.errorText() + QStringLiteral(". 'linewardend --help' lists the options."),
                     QStringLiteral("arguments"));
    if (parser.isSet(QStringLiteral("help"))) parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version"))) parser.showVersion();

    DaemonCommandLine line;
    QStringList rest = parser.positionalArguments();
    const QString command = rest.isEmpty() ? QString() : rest.takeFirst();
    if (command != QLatin1String("serve") && command != QLatin1String("ingest"))
        return wrong(QStringLiteral("Say what to do: serve or ingest. 'linewardend --help' explains both."),
                     QStringLiteral("command"));
    if (auto read = readSettings(parser, options, line.config); !read) return read.error();
    line.checkOnly = parser.isSet(options.check);
    line.command = command == QLatin1String("serve") ? DaemonCommand::Serve : DaemonCommand::Ingest;
    if (line.checkOnly) return line;
    const auto read = line.command == DaemonCommand::Serve ? readServe(parser, options, rest, line)
                                                           : readIngest(parser, options, rest, line);
    if (!read) return read.error();
    return line;
}

}  // namespace lw::app
