// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "app/linewardenctl/wait.h"

namespace lw::ctl {

namespace {

QString percent(const loginlog::SyncProgress &progress)
{
    if (progress.total == 0) return QStringLiteral("Syncing …");
    return QStringLiteral("%1 of %2 events (%3 %), %4 a second")
        .arg(progress.done)
        .arg(progress.total)
        .arg(100 * progress.done / progress.total)
        .arg(static_cast<quint64>(progress.eventsPerSecond));
}

int run(const Arguments &arguments, const Output &output)
{
    const Result<session::Profile> profile = chosenProfile(arguments);
    if (!profile) return output.fail(profile.error());
    session::ConsoleSession session(*profile);
    if (const Result<void> open = unlock(session, arguments); !open) return output.fail(open.error());
    if (const Result<void> signedIn = signIn(session, arguments, output); !signedIn)
        return output.fail(signedIn.error());

    QObject::connect(&session, &session::ConsoleSession::syncProgress, &session,
                     [&](const loginlog::SyncProgress &progress) {
                         output.progress(percent(progress));
                         if (interrupted()) session.cancelSync();
                     });
    // Unlike other waits this one goes on after Ctrl-C, until what was fetched is stored.
    std::optional<Result<loginlog::SyncReport>> result;
    QEventLoop loop;
    QObject::connect(&session, &session::ConsoleSession::syncFinished, &loop,
                     [&](const Result<loginlog::SyncReport> &report) {
                         result = report;
                         loop.quit();
                     });
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (interrupted()) session.cancelSync();
    });
    watch.start(100);
    session.startSync();
    if (!result) loop.exec();
    output.progress({});
    (void)await<void>([&](QObject *context, Callback<void> done) { session.signOut(context, std::move(done)); });
    if (!*result) return output.fail(result->error());
    const loginlog::SyncReport &report = **result;
    output.result({{QStringLiteral("newEvents"), static_cast<qint64>(report.newEvents)},
                   {QStringLiteral("totalEvents"), static_cast<qint64>(report.totalEvents)},
                   {QStringLiteral("people"), report.people},
                   {QStringLiteral("exportsDelivered"), report.exportsDelivered},
                   {QStringLiteral("origin"), report.checkpoint.origin},
                   {QStringLiteral("elapsedMs"), report.elapsedMs}},
                  QStringLiteral("%1 new events, %2 in all, verified against the signed head of %3; %4 people.")
                      .arg(report.newEvents)
                      .arg(report.totalEvents)
                      .arg(report.checkpoint.origin)
                      .arg(report.people));
    return 0;
}

}  // namespace

int syncCommand(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("sync [options]"),
                     QStringLiteral("Signs in and fetches what is new of people and log into the encrypted cache, "
                                    "verified. Goes on where an earlier "
                                    "sync stopped."));
    parsed.profileOptions();
    parsed.signInOptions();
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    return run(parsed, Output(parsed.has(QStringLiteral("json"))));
}

}  // namespace lw::ctl
