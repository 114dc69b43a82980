// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/exitcode.h"
#include "app/linewardenctl/terminal.h"
#include "core/util/secret.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

constexpr char help[] =
    "Usage: linewardenctl COMMAND [options]\n"
    "\n"
    "  connect ADDRESS       look at the certificate, sign in, make the encrypted cache and a profile\n"
    "  sync                  fetch what is new, verified, into the cache\n"
    "  log query [FILTER]    search the log in the cache, offline\n"
    "  log export            write events, signed head and key as files for other verifiers\n"
    "  report KIND           write a report as PDF or CSV: login-activity, password-rotation\n"
    "  numbers               the customer's telephone numbers, opted in or out of Call Guard\n"
    "  callguard             what is barred for all numbers, and whether a call would pass\n"
    "  calls list            finished calls with what they cost, as a table, JSON or CSV\n"
    "  spend                 limits, what calls cost, raises and resets\n"
    "  rates                 the rate deck that prices calls\n"
    "  retention ACTION      how long data is kept, legal holds, purges\n"
    "  classify              say what kind of number something is; needs no back end\n"
    "  verify                check a cache or exported files against the signed head, offline\n"
    "  profiles list         the back ends this machine knows\n"
    "  people ACTION         list, show, create, change, disable, expire, reset-password, import, data, erase … "
    "people\n"
    "  roles ACTION          list, create, change, remove roles\n"
    "  sessions ACTION       list and end live sessions\n"
    "  departures ACTION     list, open, withdraw, probe, import departures and reassignments\n"
    "  network ACTION        show, set, add, remove … allowed networks; block and lift addresses\n"
    "\n"
    "  --help, --version; COMMAND --help says more. Every command has --json.\n"
    "\n"
    "Secrets are asked for at the terminal or read from file descriptors (--password-fd 3 3<FILE), never from "
    "arguments.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 back end out of reach, 4 certificate not trusted, 5 sign-in or\n"
    "permission refused, 6 audit log tampered with, 7 cache does not open, 8 cancelled, 9 stored data damaged,\n"
    "10 cannot write, 11 changed by somebody else meanwhile.\n";

int usage(const QString &problem)
{
    const QByteArray text = QStringLiteral("linewardenctl: %1 See \"linewardenctl --help\".\n").arg(problem).toUtf8();
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
    return static_cast<int>(lw::ctl::ExitCode::Usage);
}

void onlyFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg && type != QtCriticalMsg) return;
    const QByteArray text = message.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
}

}  // namespace

int main(int argc, char **argv)
{
    // Standard error is for this program's own sentences, which scripts read.
    qInstallMessageHandler(onlyFatal);
    // PDFs need fonts, never a display; everything else starts faster without.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool pdf = std::any_of(argv, argv + argc,
                                 [](const char *argument) { return QByteArray(argument).toLower().contains("pdf"); });
    std::unique_ptr<QCoreApplication> application;
    if (pdf)
        application = std::make_unique<QGuiApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("linewardenctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LW_VERSION));
    const lw::SecretMemory memory;
    lw::ctl::catchInterrupts();

    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) return usage(QStringLiteral("A command is missing."));
    const QString command = arguments.takeFirst();
    if (command == QLatin1String("--help") || command == QLatin1String("-h") || command == QLatin1String("help")) {
        std::fputs(help, stdout);
        return 0;
    }
    if (command == QLatin1String("--version")) {
        std::puts("linewardenctl " LW_VERSION);
        return 0;
    }
    using Run = int (*)(const QStringList &);
    const std::pair<const char *, Run> commands[] = {
        {"connect", lw::ctl::connectCommand},   {"sync", lw::ctl::syncCommand},
        {"log", lw::ctl::logCommand},           {"report", lw::ctl::reportCommand},
        {"numbers", lw::ctl::numbersCommand},   {"callguard", lw::ctl::callGuardCommand},
        {"calls", lw::ctl::callsCommand},       {"spend", lw::ctl::spendCommand},
        {"rates", lw::ctl::ratesCommand},       {"classify", lw::ctl::classifyCommand},
        {"verify", lw::ctl::verifyCommand},     {"profiles", lw::ctl::profilesCommand},
        {"people", lw::ctl::peopleCommand},     {"roles", lw::ctl::rolesCommand},
        {"sessions", lw::ctl::sessionsCommand}, {"departures", lw::ctl::departuresCommand},
        {"network", lw::ctl::networkCommand},   {"retention", lw::ctl::retentionCommand}};
    for (const auto &[name, run] : commands)
        if (command == QLatin1String(name)) return run(arguments);
    return usage(QStringLiteral("There is no command \"%1\".").arg(command.left(80)));
}
