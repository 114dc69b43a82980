// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo customer has besides people: that it agrees with its own history, and with what the services make of
// it.
#include "core/policy/allowlist.h"
#include "core/policy/idle.h"
#include "core/policy/passwordage.h"
#include "core/policy/revocation.h"
#include "server/demo/demo.h"
#include "server/notices/noticejob.h"
#include "server/store/allowlisttable.h"
#include "server/store/blocktable.h"
#include "server/store/departuretable.h"
#include "server/store/devicetable.h"
#include "server/store/roletable.h"
#include "tests/server/auth/testbackend.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

class NoSender final : public MailSender {
  public:
    SendResult send(const QByteArray &, const QByteArray &to, const QByteArray &) override
    {
        sent.append(to);
        return {SendResult::Outcome::Sent, {}};
    }
    void cancel() override {}
    QByteArrayList sent;
};

}  // namespace

class TestDemoAccess : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestBackEnd> m_backEnd;
    DemoResult m_demo;
    std::vector<AuditEvent> m_events;

    bool m_goesOn = false;

    void leave()
    {
        m_goesOn = false;
        m_demo = {};  // holds a secret, whose memory goes with the back end
        m_backEnd.reset();
    }
    Services &services() { return *m_backEnd->services; }
    QSqlDatabase connection() { return must(services().database->connection()); }
    const Customer &customer() const { return m_demo.customer; }
    QList<User> people() { return must(UserTable(connection()).all(customer().id)); }
    User person(const char *login) { return m_backEnd->user(customer(), QLatin1String(login)); }
    QList<Departure> departures() { return must(DepartureTable(connection()).ofCustomer(customer().id, 100)); }

    /// The event of this kind about this object, at this very instant or a few milliseconds later.
    bool told(EventKind kind, const QString &objectId, const QDateTime &at) const
    {
        return std::any_of(m_events.begin(), m_events.end(), [&](const AuditEvent &event) {
            return event.kind == kind && event.object.id == objectId && event.time >= at && at.msecsTo(event.time) <= 5;
        });
    }

  private Q_SLOTS:
    // Tests that go on in the customer's life take it over; the next one gets a new customer.
    void init()
    {
        if (m_backEnd) return;
        m_backEnd = std::make_unique<TestBackEnd>();
        DemoWish wish;
        wish.backEndName = services().backEndName;
        wish.now = noon;
        m_demo = must(fillDemo(*services().database, services().audit, services().hasher, wish));
        m_events = m_backEnd->events(customer());
    }
    void cleanup()
    {
        if (m_goesOn) leave();
    }
    void cleanupTestCase() { leave(); }

    void devicesAgreeWithTheLog()
    {
        const QList<Device> devices = must(DeviceTable(connection()).ofCustomer(customer().id, noon));
        QCOMPARE(devices.size(), 63);
        int pbx = 0, live = 0, overdue = 0, revoked = 0;
        const QDateTime start = m_events.front().time;
        for (const Device &device : devices) {
            pbx += device.kind == DeviceKind::Pbx;
            live += device.registrations > 0;
            overdue += policy::deviceSecretAge(device, customer().passwordPolicy, noon).state ==
                       policy::PasswordState::Overdue;
            revoked += device.revokedAt.isValid();
            QVERIFY(device.sipUser.startsWith(QStringLiteral("acme-")));
            if (device.createdAt >= start) QVERIFY(told(EventKind::DeviceCreated, device.id, device.createdAt));
            if (device.secretChangedAt >= start && device.secretChangedAt != device.createdAt)
                QVERIFY(told(EventKind::DeviceChanged, device.id, device.secretChangedAt));
            if (device.revokedAt.isValid()) {
                QVERIFY(told(EventKind::DeviceRevoked, device.id, device.revokedAt));
                QCOMPARE(device.registrations, 0);
            }
            for (const RegistrationRow &row : must(DeviceTable(connection()).registrations(device.id, noon))) {
                QVERIFY(row.registeredAt <= noon);
                QVERIFY(std::any_of(m_events.begin(), m_events.end(), [&](const AuditEvent &event) {
                    return event.kind == EventKind::DeviceRegistered && event.object.id == device.id &&
                           event.origin.address == row.address && event.detail.contains(row.contact);
                }));
            }
        }
        QCOMPARE(pbx, 2);
        QVERIFY(live >= 10);
        QVERIFY(overdue >= 2);
        QCOMPARE(revoked, 4);
    }

    void departuresAreThoseOfTheStory()
    {
        const policy::RevocationSummary summary = policy::revocationSummary(departures(), noon);
        QCOMPARE(summary.cases, 6);
        QCOMPARE(summary.open, 2);
        QCOMPARE(summary.proved, 4);
        QCOMPARE(summary.breaches, 1);
        QMap<QString, int> states;
        for (const Departure &departure : departures()) {
            ++states[policy::revocationStateName(policy::revocationVerdict(departure, noon).state)];
            QVERIFY(departure.effectiveAt >= departure.departedAt);
            QVERIFY(told(EventKind::DepartureOpened, departure.id, departure.createdAt));
            if (departure.state != DepartureState::Proved) continue;
            QVERIFY(told(EventKind::AccessRevoked, departure.userId, departure.executedAt));
            QVERIFY(told(EventKind::RevocationProved, departure.id, departure.provedAt));
            QVERIFY(departure.createdAt <= departure.executedAt && departure.executedAt < departure.provedAt);
        }
        QCOMPARE(states, (QMap<QString, int>{{QStringLiteral("in_time"), 3},
                                             {QStringLiteral("late"), 1},
                                             {QStringLiteral("running"), 1},
                                             {QStringLiteral("waiting"), 1}}));
    }

    void whoLeftIsOut()
    {
        for (const Departure &departure : departures()) {
            if (departure.state != DepartureState::Proved) continue;
            int sessions = 0;
            for (const AuditEvent &event : m_events) {
                sessions += event.kind == EventKind::SessionRevoked && event.object.name == departure.login;
                const bool in = event.kind == EventKind::LoginSucceeded || event.kind == EventKind::DeviceRegistered;
                if (in && departure.kind == DepartureKind::Departure && event.time > departure.executedAt)
                    QVERIFY(event.actor.id != departure.userId);
            }
            QCOMPARE(departure.sessionsEnded, sessions);
            const User user = person(departure.login.toLatin1().constData());
            if (departure.kind == DepartureKind::Departure) {
                QCOMPARE(user.status, UserStatus::Disabled);
                QCOMPARE(user.disabledAt, departure.executedAt);
            } else {
                QCOMPARE(user.roles, departure.newRoles);
            }
        }
        QCOMPARE(person("joseph.abara").status, UserStatus::Disabled);
        QVERIFY(std::any_of(m_events.begin(), m_events.end(), [](const AuditEvent &event) {
            return event.kind == EventKind::LoginRefused && event.reason == QLatin1String("account_disabled");
        }));
    }

    void theBackEndFindsTheSameProofs()
    {
        m_goesOn = true;
        for (const Departure &before : departures()) {
            if (before.state != DepartureState::Proved) continue;
            const Departure after =
                must(services().revocation.prove(customer().id, before.id, backEndItself(), Origin()));
            QCOMPARE(after.state, DepartureState::Proved);
            QCOMPARE(after.probes.size(), before.probes.size());
            for (qsizetype i = 0; i < after.probes.size(); ++i) {
                QCOMPARE(after.probes[i].what, before.probes[i].what);
                // The tokens that were tried were forgotten with the proof.
                if (after.probes[i].what != QLatin1String("tokens"))
                    QCOMPARE(after.probes[i].detail, before.probes[i].detail);
            }
        }
    }

    void theCaseOfThisAfternoonIsCarriedOut()
    {
        m_goesOn = true;
        QCOMPARE(must(services().revocation.runDue()), (RevocationService::Round{0, 0, 0}));
        m_backEnd->clock.set(noon.addSecs(2 * 3600));
        QCOMPARE(must(services().revocation.runDue()), (RevocationService::Round{1, 1, 0}));
        QCOMPARE(person("william.trevanion").status, UserStatus::Disabled);
        m_backEnd->clock.set(noon.addDays(10));
        QCOMPARE(must(services().revocation.runDue()), (RevocationService::Round{1, 1, 0}));
        QCOMPARE(person("keiko.arakawa").status, UserStatus::Disabled);
    }

    void theAllowlistIsInOrder()
    {
        const Allowlist list = must(AllowlistTable(connection()).of(customer().id));
        QVERIFY(!list.enforced);
        const policy::AllowlistVerdict verdict = policy::judgeAllowlist(list, noon);
        QVERIFY(verdict.accepted());
        QCOMPARE(verdict.networks, list.networks);
        QVERIFY(list.networks.size() >= 8);
        QVERIFY(must(services().network.mayRegister(customer().id, DeviceKind::Pbx, QStringLiteral("192.0.2.200"))));
        QVERIFY(!must(services().network.mayRegister(customer().id, DeviceKind::Pbx, QStringLiteral("203.0.113.99"))));
        // Whoever switches it on in the demo is not locked out, on this machine.
        Allowlist enforced = list;
        enforced.enforced = true;
        const std::vector<policy::AdministratorSeen> nobody;
        for (const char *address : {"127.0.0.1", "::1"})
            QVERIFY(!policy::strands(enforced, QString(QLatin1String(address)), nobody, noon).author);
        // And it would shut somebody out, so that there is something to see before.
        std::vector<policy::ReplayLogin> logins;
        for (const AuditEvent &event : m_events)
            if (event.kind == EventKind::LoginSucceeded && event.actor.type == ActorType::User)
                logins.push_back({event.actor.name, event.origin.address, false});
        const policy::ReplayVerdict replay = policy::replay(enforced, logins, noon);
        QVERIFY(replay.refusedLogins > 0);
        QVERIFY(replay.refusedLogins < replay.logins / 4);
    }

    void blocksHoldAndGrow()
    {
        m_goesOn = true;
        const QList<BlockedAddress> running = must(BlockTable(connection()).running(customer().id, 10));
        QCOMPARE(running.size(), 2);
        QCOMPARE(running[0].address, QStringLiteral("203.0.113.141"));
        QCOMPARE(running[0].nth, 3);
        QVERIFY(running[0].until > noon);
        QVERIFY(running[1].pinned && !running[1].until.isValid() && !running[1].reason.isEmpty());
        QMap<QString, int> told;
        for (const AuditEvent &event : m_events)
            if (event.kind == EventKind::AddressBlocked) ++told[event.object.name];
        QCOMPARE(told.value(running[0].address), 3);
        QCOMPARE(told.value(running[1].address), 2);
        const auto state = [&](const char *address) {
            return must(services().blocking.verdict(customer().id, QLatin1String(address))).state;
        };
        QVERIFY(state("203.0.113.141") == AddressGate::State::Blocked);
        QVERIFY(state("203.0.113.142") == AddressGate::State::Blocked);
        QVERIFY(state("127.0.0.1") != AddressGate::State::Blocked);
        m_backEnd->clock.set(running[0].until);
        QCOMPARE(must(services().blocking.sweep()), 1);
    }

    void theOwnerComesFromThisMachine()
    {
        m_goesOn = true;
        const SignIn::Outcome outcome = m_backEnd->signIn(customer().slug, m_demo.login, m_demo.password.toByteArray(),
                                                          {}, QStringLiteral("127.0.0.1"));
        QVERIFY(std::holds_alternative<SignIn::Granted>(outcome));
        const Principal principal = must(
            services().sessions.authenticate(std::get<SignIn::Granted>(outcome).session.token, m_backEnd->request()));
        QVERIFY(!principal.mustEnrolMfa && !principal.mustChangePassword);
    }

    void dataIsKeptAsTheRulesSayAndThePurgesAreReal()
    {
        m_goesOn = true;
        const QList<LegalHold> holds = must(services().retention.holds(customer().id));
        QCOMPARE(holds.size(), 3);
        for (const LegalHold &hold : holds) {
            QVERIFY(policy::judgeHold(hold).ok());
            QVERIFY(told(EventKind::HoldPlaced, hold.id, hold.createdAt));
            if (!hold.inForce()) QVERIFY(told(EventKind::HoldReleased, hold.id, hold.releasedAt));
        }
        const protocol::RetentionState state = must(services().retention.state(customer().id));
        QVERIFY(!state.rules.allPermanent() && !state.lastRun && state.nextRunAt <= noon);
        must(services().purger.round(std::chrono::hours(1)));
        const PurgeRun run = must(services().retention.runs(customer().id)).value(0);
        QVERIFY(run.finished());
        QVERIFY(run.removed() > 0);
        for (const PurgeCount &count : run.counts)
            QCOMPARE(count.removed > 0, count.dataClass == DataClass::Reports);
    }

    void administratorsHaveASecondFactor()
    {
        QCOMPARE(customer().mfaRequiredRoles.size(), 2);
        int bound = 0;
        for (const User &user : people())
            for (const QString &role : customer().mfaRequiredRoles) {
                if (!user.roles.contains(role)) continue;
                ++bound;
                QCOMPARE(user.mfa, MfaKind::Totp);
            }
        QVERIFY(bound >= 4);
    }

    void someNeverCome()
    {
        int idle = 0;
        for (const User &user : people())
            idle += policy::isIdle(user, noon);
        QCOMPARE(idle, 3);
    }

    void theHelpdeskIsARoleOfItsOwn()
    {
        const QList<Role> roles = must(RoleTable(connection()).all(customer().id));
        QCOMPARE(roles.size(), 1);
        int members = 0;
        for (const User &user : people())
            members += user.roles.contains(roles.first().name);
        QCOMPARE(members, 2);
        QVERIFY(told(EventKind::RoleCreated, roles.first().name,
                     std::find_if(m_events.begin(), m_events.end(), [](const AuditEvent &event) {
                         return event.kind == EventKind::RoleCreated;
                     })->time));
    }

    void peopleAreSignedInAtAnyHour_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::newRow("noon") << noon;
        QTest::newRow("night") << QDateTime(QDate(2026, 11, 22), QTime(2, 49), Qt::UTC);
        QTest::newRow("just after midnight") << QDateTime(QDate(2026, 3, 2), QTime(0, 0, 1), Qt::UTC);
        QTest::newRow("clocks go forward") << QDateTime(QDate(2026, 3, 29), QTime(1, 30), Qt::UTC);
    }
    void peopleAreSignedInAtAnyHour()
    {
        QFETCH(QDateTime, now);
        TestBackEnd other;
        other.clock.set(now);
        DemoWish wish;
        wish.backEndName = other.services->backEndName;
        wish.now = now;
        const DemoResult demo =
            must(fillDemo(*other.services->database, other.services->audit, other.services->hasher, wish));
        QSet<QString> live;
        for (const Sessions::Live &session : must(other.services->sessions.live(demo.customer.id, 100)))
            live.insert(session.row.userId);
        QVERIFY(live.size() >= 5);
        const std::vector<AuditEvent> events = other.events(demo.customer);
        for (size_t i = 1; i < events.size(); ++i)
            QVERIFY(events[i - 1].time <= events[i].time);
        QVERIFY(events.back().time <= now);
        const policy::RevocationSummary summary = policy::revocationSummary(
            must(DepartureTable(must(other.services->database->connection())).ofCustomer(demo.customer.id, 100)), now);
        QCOMPARE(summary.breaches, 1);
        QCOMPARE(summary.open, 2);
    }

    void nobodyIsWrittenToTwice()
    {
        m_goesOn = true;
        NoSender sender;
        Log log(Log::Level::Error);
        NoticeJob job(*services().database, m_backEnd->clock, services().audit, sender, log, "lw@acme.example");
        const NoticeJob::Done done = must(job.runOnce());
        // Those who became overdue, or whose device did, in the last days; all warnings were sent before.
        for (const QString &told : m_backEnd->story(customer(), m_events.size()))
            QVERIFY2(
                !told.endsWith(QLatin1String("password_warning")) || sender.sent.contains("chloe.lambert@acme.example"),
                qPrintable(told));
        QVERIFY2(done.sent <= 6, qPrintable(QString::number(done.sent)));
    }
};

QTEST_GUILESS_MAIN(TestDemoAccess)
#include "tst_demoaccess.moc"
