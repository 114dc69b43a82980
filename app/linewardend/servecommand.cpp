// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/servecommand.h"

#include "app/common/signalquit.h"
#include "app/linewardend/openfiles.h"
#include "app/linewardend/readyline.h"
#include "core/audit/note.h"
#include "server/auth/firststart.h"
#include "server/demo/demo.h"
#include "server/http/httpserver.h"
#include "server/http/router.h"
#include "server/identity/identity.h"
#include "server/jobs/housekeeping.h"
#include "server/jobs/revocationjob.h"
#include "server/notices/mailmessage.h"
#include "server/notices/noticejob.h"
#include "server/routes/allroutes.h"
#include "server/routes/services.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QTextStream>
#include <QTimer>

#include <cstdio>
#include <optional>
#include <thread>

namespace lw::app {

namespace {

using namespace std::chrono_literals;

constexpr auto stopGrace = 10s;
constexpr auto renewalCheck = 12h;

void tell(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

QString backEndName(const DaemonConfig &config)
{
    if (!config.backEndName.isEmpty()) return config.backEndName;
    return config.hostNames.isEmpty() ? QStringLiteral("localhost") : config.hostNames.first();
}

Result<server::Identity> loadIdentity(const DaemonConfig &config, const Clock &clock)
{
    QStringList names = config.hostNames;
    if (!names.contains(QStringLiteral("localhost"))) names << QStringLiteral("localhost");
    QStringList addresses{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    const QHostAddress listening(config.listenAddress);
    if (!listening.isLoopback() && listening != QHostAddress::AnyIPv4 && listening != QHostAddress::AnyIPv6 &&
        listening != QHostAddress::Any)
        addresses << config.listenAddress;
    return server::loadOrCreateIdentity(QDir(config.dataDir).filePath(QStringLiteral("identity")), names, addresses,
                                        clock);
}

server::HttpConfig httpConfig(const DaemonConfig &config, const server::Identity &identity)
{
    server::HttpConfig http;
    http.address = config.listenAddress;
    http.port = config.listenPort;
    http.tls = {identity.certificateChainPem, identity.serverKeyPem};
    http.limits = config.limits;
    http.trustedProxies = config.trustedProxies;
    http.ioThreads = config.ioThreads;
    http.workers = config.workers;
    return http;
}

/// The first customer, or the demo's; what the ready line says of it.
Result<void> makeCustomer(server::Services &services, const DaemonCommandLine &line, ReadyLine &ready)
{
    const auto has = server::hasCustomers(*services.database);
    if (!has) return has.error();
    if (line.demo && *has)
        return makeError(Errc::Conflict,
                         QStringLiteral("%1 holds a back end's data already, and --demo fills an empty folder. Start "
                                        "without --demo, or name another folder with --data.")
                             .arg(QDir::toNativeSeparators(line.config.dataDir)),
                         QStringLiteral("demo"));
    if (line.demo) {
        server::DemoWish wish;
        wish.backEndName = services.backEndName;
        wish.now = services.clock.nowUtc();
        auto demo = server::fillDemo(*services.database, services.audit, services.hasher, wish);
        if (!demo) return demo.error();
        ready.customer = demo->customer.slug;
        ready.login = demo->login;
        ready.password = demo->password;
        return {};
    }
    if (*has) return {};
    server::FirstStartWish wish;
    wish.backEndName = services.backEndName;
    wish.customerName = line.config.customerName;
    wish.customerSlug = line.config.customerSlug;
    wish.timeZone = line.config.customerTimeZone;
    auto first = server::firstStart(*services.database, services.audit, services.hasher, services.clock, wish);
    if (!first) return first.error();
    tell(QStringLiteral("First start: customer “%1”, owner account “%2”.").arg(first->customer.slug, first->login));
    tell(QStringLiteral("One-time password, shown this once; it must be changed at the first sign-in:"));
    QString password = QString::fromUtf8(first->oneTimePassword.constData(), first->oneTimePassword.size());
    tell(QStringLiteral("    ") + password);
    wipe(password);
    return {};
}

Result<void> announce(const DaemonCommandLine &line, const ReadyLine &ready)
{
    QByteArray json = readyJson(ready);
    Result<void> told;
    if (line.readyFd >= 0) told = writeToDescriptor(line.readyFd, json);
    if (told && !line.readyFile.isEmpty()) told = writeToFile(line.readyFile, json);
    if (line.demo && line.readyFd < 0 && line.readyFile.isEmpty()) {
        std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout);
        std::fflush(stdout);
    } else {
        tell(QStringLiteral("Serving at https://%1:%2; consoles trust %3")
                 .arg(ready.host)
                 .arg(ready.port)
                 .arg(ready.caFile));
    }
    wipe(json);
    return told;
}

/// The program that started us closes our input when it ends, however it ends.
void watchStandardInput()
{
    std::thread([] {
        while (std::getchar() != EOF) {
        }
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    }).detach();
}

/// Mail for people, while it lives. Nothing when no mail server is set.
struct Notices {
    Notices(server::Services &services, const DaemonConfig &config, server::Log &log)
    {
        const auto from = server::wireAddress(config.smtp.from);
        if (config.smtp.host.isEmpty() || !from) return;
        sender.emplace(config.smtp);
        job.emplace(*services.database, services.clock, services.audit, *sender, log, *from);
        job->start();
    }
    std::optional<server::SmtpSender> sender;
    std::optional<server::NoticeJob> job;
};

}  // namespace

Result<void> serve(const DaemonCommandLine &line)
{
    const SystemClock clock;
    server::Log log(line.config.logLevel);
    if (!QDir().mkpath(line.config.dataDir))
        return makeError(Errc::Io, QStringLiteral("The data folder %1 cannot be made.").arg(line.config.dataDir),
                         QStringLiteral("data"));
    auto identity = loadIdentity(line.config, clock);
    if (!identity) return identity.error();
    const auto logKey = audit::Signer::fromPem(backEndName(line.config), identity->logKeyPem);
    if (!logKey) return logKey.error();

    server::ServicesConfig settings;
    settings.databaseFile = QDir(line.config.dataDir).filePath(QStringLiteral("linewarden.db"));
    settings.backEndName = backEndName(line.config);
    settings.passwordCost = line.config.passwordCost;
    settings.sessions = line.config.sessions;
    settings.signIn = line.config.signIn;
    auto services = server::Services::open(settings, clock, *logKey);
    if (!services) return services.error();
    ReadyLine ready;
    if (auto made = makeCustomer(**services, line, ready); !made) return made;

    server::Router router;
    server::addAllRoutes(router, **services);
    // A descriptor for each connection, and room for the store, its threads' connections and the log.
    constexpr int besides = 256;
    const int wanted = line.config.limits.connections + line.config.limits.turnedAway + besides;
    if (const int most = allowOpenFiles(wanted); most < wanted)
        log.warning(QStringLiteral("fewer open files allowed than connections need"),
                    {{QStringLiteral("allowed"), most}, {QStringLiteral("wanted"), wanted}});
    server::HttpServer http(router, (*services)->sessions, log);
    const auto port = http.start(httpConfig(line.config, *identity));
    if (!port) return port.error();
    server::Housekeeping housekeeping(*(*services)->database, clock, (*services)->audit, (*services)->sessions, log);
    housekeeping.also([&network = (*services)->network]() -> Result<void> {
        const auto reverted = network.revertDue();
        return reverted ? Result<void>() : reverted.error();
    });
    housekeeping.also([&blocking = (*services)->blocking]() -> Result<void> {
        const auto ended = blocking.sweep();
        return ended ? Result<void>() : ended.error();
    });
    housekeeping.also([&desk = (*services)->callDesk]() -> Result<void> {
        const Result<int> gone = desk.expireReservations();
        return gone ? Result<void>() : gone.error();
    });
    housekeeping.also([&purger = (*services)->purger] { return purger.round(); });
    housekeeping.also([&registrations = (*services)->registrations]() -> Result<void> {
        const auto ended = registrations.sweep();
        return ended ? Result<void>() : ended.error();
    });
    housekeeping.start();
    server::RevocationJob revocations((*services)->revocation, clock, log);
    revocations.start();
    Notices notices(**services, line.config, log);

    QTimer renewal;
    QObject::connect(&renewal, &QTimer::timeout, qApp, [&] {
        auto fresh = loadIdentity(line.config, clock);
        if (!fresh)
            log.error(QStringLiteral("certificate not renewed"), {{QStringLiteral("reason"), fresh.error().message}});
        else if (fresh->renewed)
            (void)http.useTls({fresh->certificateChainPem, fresh->serverKeyPem});
    });
    renewal.start(renewalCheck);

    ready.host = line.config.listenAddress;
    ready.port = *port;
    ready.caPem = identity->caPem;
    ready.caFile = identity->caFile;
    ready.fingerprint = identity->certificateSha256;
    ready.pid = QCoreApplication::applicationPid();
    quitOnSignals();
    if (line.exitWithStdin) watchStandardInput();
    log.info(QStringLiteral("ready"), {{QStringLiteral("address"), ready.host}, {QStringLiteral("port"), ready.port}});
    if (auto told = announce(line, ready); !told) return told;
    ready.password.clear();

    QCoreApplication::exec();
    log.info(QStringLiteral("stopping"));
    (*services)->stopping = true;
    http.stop(stopGrace);
    housekeeping.stop();
    revocations.stop();
    if (notices.job) notices.job->stop();
    log.info(QStringLiteral("stopped"));
    return {};
}

}  // namespace lw::app
