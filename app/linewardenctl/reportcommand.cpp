// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/filteroptions.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "app/linewardenctl/wait.h"
#include "core/util/time.h"

#include <QFileInfo>

namespace lw::ctl {

namespace {

using loginlog::ReportFormat;
using loginlog::ReportKind;

Result<loginlog::ReportRequest> requestOf(const Arguments &arguments)
{
    loginlog::ReportRequest request;
    const QString kind = arguments.positional().constFirst();
    const std::optional<ReportKind> known = loginlog::reportFromName(kind);
    if (!known)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("There is no report \"%1\". Reports: login-activity, password-rotation, "
                                        "access-review, revocation, call-guard-spend, retention.")
                             .arg(kind));
    request.kind = *known;
    if (!arguments.has(QStringLiteral("output")))
        return makeError(Errc::InvalidInput, QStringLiteral("--output FILE is needed."), QStringLiteral("output"));
    const QFileInfo file(arguments.value(QStringLiteral("output")));
    request.path = file.absoluteFilePath();
    const QString format = arguments.has(QStringLiteral("format")) ? arguments.value(QStringLiteral("format")).toLower()
                                                                   : file.suffix().toLower();
    if (format == QLatin1String("pdf"))
        request.format = ReportFormat::Pdf;
    else if (format == QLatin1String("csv"))
        request.format = ReportFormat::Csv;
    else
        return makeError(Errc::InvalidInput, QStringLiteral("--format takes pdf or csv."), QStringLiteral("format"));
    const Result<QTimeZone> zone = chosenZone(arguments);
    if (!zone) return zone.error();
    request.zone = *zone;
    QStringList filter{arguments.value(QStringLiteral("filter"))};
    if (arguments.has(QStringLiteral("from")))
        filter.append(QStringLiteral("since:") + arguments.value(QStringLiteral("from")));
    if (arguments.has(QStringLiteral("to")))
        filter.append(QStringLiteral("until:") + arguments.value(QStringLiteral("to")));
    const Result<EventFilter> parsed = filterOf(filter.join(QLatin1Char(' ')), *zone);
    if (!parsed) return parsed.error();
    request.filter = *parsed;
    request.exportedAt = QDateTime::currentDateTimeUtc();
    if (arguments.has(QStringLiteral("at"))) {
        request.exportedAt = fromRfc3339(arguments.value(QStringLiteral("at")));
        if (!request.exportedAt.isValid())
            return makeError(Errc::InvalidInput, QStringLiteral("--at takes an instant such as 2026-11-22T14:00:00Z."),
                             QStringLiteral("at"));
    }
    return request;
}

int run(const Arguments &arguments, const Output &output)
{
    Result<loginlog::ReportRequest> request = requestOf(arguments);
    if (!request) return output.fail(request.error());
    const Result<session::Profile> profile = chosenProfile(arguments);
    if (!profile) return output.fail(profile.error());
    session::ConsoleSession session(*profile);
    if (const Result<void> open = unlock(session, arguments); !open) return output.fail(open.error());
    if (arguments.has(QStringLiteral("online")))
        if (const Result<void> signedIn = signIn(session, arguments, output); !signedIn)
            return output.fail(signedIn.error());
    request->exportedBy = profile->login;
    QObject::connect(
        session.exports(), &loginlog::ExportService::progress, session.exports(),
        [&](const loginlog::ExportProgress &progress) {
            output.progress(QStringLiteral("%1 of %2 rows").arg(progress.rowsDone).arg(progress.rowsTotal));
        });
    const Result<loginlog::ReportResult> result =
        await<loginlog::ReportResult>([&](QObject *context, Callback<loginlog::ReportResult> done) {
            session.exports()->start(*request, context, std::move(done));
        });
    output.progress({});
    if (!result) return output.fail(result.error());
    const bool delivered = result->notice == loginlog::NoticeState::Delivered;
    output.result({{QStringLiteral("path"), result->path},
                   {QStringLiteral("rows"), static_cast<qint64>(result->rows)},
                   {QStringLiteral("bytes"), result->bytes},
                   {QStringLiteral("sha256"), QString::fromLatin1(result->sha256.toHex())},
                   {QStringLiteral("notice"), delivered ? QStringLiteral("delivered") : QStringLiteral("queued")}},
                  QStringLiteral("%1: %2 rows, %3 bytes, SHA-256 %4. %5")
                      .arg(result->path)
                      .arg(result->rows)
                      .arg(result->bytes)
                      .arg(QString::fromLatin1(result->sha256.toHex()),
                           delivered ? QStringLiteral("The back end has logged the export.")
                                     : QStringLiteral("The export is logged by the back end at the next sync.")));
    if (arguments.has(QStringLiteral("online")))
        (void)await<void>([&](QObject *context, Callback<void> done) { session.signOut(context, std::move(done)); });
    return 0;
}

}  // namespace

int reportCommand(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("report login-activity|password-rotation|access-review|revocation|call-guard-spend|retention "
                       "--output FILE [options]"),
        QStringLiteral("Writes a report of what is in the cache, offline, as PDF or CSV. The export "
                       "itself becomes an audit event: at the "
                       "next sync, or at once with --online."));
    parsed.profileOptions();
    parsed.option(QStringLiteral("output"),
                  QStringLiteral("The file to write; replaced only when the new one is complete."),
                  QStringLiteral("file"));
    parsed.option(QStringLiteral("format"), QStringLiteral("pdf or csv (default: by the file's name)."),
                  QStringLiteral("format"));
    parsed.option(QStringLiteral("from"), QStringLiteral("First instant or day: 2026-10-01, 30d …"),
                  QStringLiteral("time"));
    parsed.option(QStringLiteral("to"), QStringLiteral("Last day, or end instant: 2026-10-31, today …"),
                  QStringLiteral("time"));
    parsed.option(QStringLiteral("filter"),
                  QStringLiteral("More of the filter language: \"outcome:failure ip:203.0.113.0/24\"."),
                  QStringLiteral("text"));
    parsed.option(QStringLiteral("at"),
                  QStringLiteral("The instant the report says it was made at, for reproducible files."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("online"), QStringLiteral("Sign in and have the export logged at once."));
    filterOptions(parsed);
    parsed.signInOptions();
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    return run(parsed, Output(parsed.has(QStringLiteral("json"))));
}

}  // namespace lw::ctl
