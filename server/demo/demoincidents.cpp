// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoincidents.h"

#include "core/policy/lockout.h"

namespace lw::server {

namespace {

constexpr auto stuffingAgent = "python-requests/2.31.0";
constexpr int stuffingAttempts = 640;
constexpr int stuffingDaysAgo = 9;

Actor backEnd()
{
    return Actor{ActorType::System, {}, QStringLiteral("linewardend")};
}

/// Fails until the account locks, minding the growing delay; the instant of the lock.
QDateTime failUntilLocked(DemoHistory &history, const DemoPerson &person, QDateTime time, const QString &address)
{
    const PasswordPolicy policy;
    for (int failures = 1;; ++failures) {
        history.addFailure(person, time, address);
        const policy::LockoutVerdict verdict = policy::lockout(failures, time, policy, time);
        if (policy::locksAt(failures, policy)) {
            history.add(time.addSecs(1), DemoHistory::event(EventKind::AccountLocked, Outcome::Success, backEnd(),
                                                            Origin{address, 0, QStringLiteral("console"), person.agent},
                                                            DemoHistory::accountOf(person), "too_many_failures"));
            return time.addSecs(1);
        }
        time = time.addSecs(verdict.retryAfter + history.random().between(4, 15));
    }
}

void addRefusal(DemoHistory &history, const DemoPerson &person, const QDateTime &time, const Origin &origin)
{
    history.add(time, DemoHistory::event(EventKind::LoginRefused, Outcome::Failure, DemoHistory::actorOf(person),
                                         origin, DemoHistory::accountOf(person), "account_locked"));
}

void addUnlock(DemoHistory &history, const DemoPerson &person, const QDateTime &locked)
{
    const PasswordPolicy policy;
    const QDateTime until = policy::lockout(policy.lockAfterFailures, locked, policy, locked).until;
    history.add(until.addSecs(2), DemoHistory::event(EventKind::AccountUnlocked, Outcome::Success, backEnd(), Origin(),
                                                     DemoHistory::accountOf(person), "lock_ended"));
}

void addLockouts(DemoHistory &history, std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    for (const char *login : {"arjun.malhotra", "ingrid.solheim", "samuel.boateng", "florence.birtwistle"}) {
        const DemoPerson &person = personNamed(people, login);
        int day = random.between(5, history.days() - 12);
        while (history.isWeekend(day))
            ++day;
        const QDateTime begin = history.at(day, person.startMinute - 55);
        const QDateTime locked = failUntilLocked(history, person, begin, person.officeAddress);
        addRefusal(history, person, locked.addSecs(random.between(40, 200)),
                   DemoHistory::console(person, person.officeAddress, random));
        addUnlock(history, person, locked);
        history.addSession(person, locked.addSecs(33 * 60), random.between(20, 90), person.officeAddress);
    }
    // And one right now, so that the overview has something to point at.
    DemoPerson &person = personNamed(people, "daniel.fairclough");
    const QDateTime locked = failUntilLocked(history, person, history.now().addSecs(-13 * 60), person.homeAddress);
    addRefusal(history, person, locked.addSecs(70), DemoHistory::console(person, person.homeAddress, random));
    const PasswordPolicy policy;
    person.user.status = UserStatus::Locked;
    person.user.lockedUntil = policy::lockout(policy.lockAfterFailures, locked, policy, locked).until;
}

void addCredentialStuffing(DemoHistory &history, std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    const std::vector<QString> guesses{
        QStringLiteral("admin"),    QStringLiteral("administrator"), QStringLiteral("root"),
        QStringLiteral("support"),  QStringLiteral("info"),          QStringLiteral("sales"),
        QStringLiteral("test"),     QStringLiteral("pbx"),           QStringLiteral("voip"),
        QStringLiteral("helpdesk"), QStringLiteral("guest"),         QStringLiteral("operator"),
        QStringLiteral("office"),   QStringLiteral("reception"),     QStringLiteral("j.smith"),
        QStringLiteral("d.jones")};
    const QDateTime begin = history.at(history.days() - 1 - stuffingDaysAgo, 2 * 60 + 14);
    const auto origin = [&random] {
        return Origin{QStringLiteral("203.0.113.%1").arg(random.between(5, 58)),
                      static_cast<quint16>(random.between(20000, 65000)), QStringLiteral("console"),
                      QLatin1String(stuffingAgent)};
    };
    for (int i = 0; i < stuffingAttempts; ++i) {
        const QDateTime time = begin.addMSecs(qint64(i) * 3500 + random.below(3000));
        const QString &guess = random.oneOf(guesses);
        history.add(time,
                    DemoHistory::event(EventKind::LoginFailed, Outcome::Failure, Actor{ActorType::Unknown, {}, guess},
                                       origin(), ObjectRef{QStringLiteral("account"), {}, guess}, "no_such_user"));
    }
    // Leaked passwords of real names: nobody got in, two accounts locked.
    for (int i = 0; i < 90; ++i) {
        const DemoPerson &person = people[static_cast<size_t>(i * 7 % 60)];
        if (person.password == DemoPassword::NeverSet) continue;  // not even there yet
        history.add(begin.addSecs(i * 24 + random.below(20)),
                    DemoHistory::event(EventKind::LoginFailed, Outcome::Failure, DemoHistory::actorOf(person), origin(),
                                       DemoHistory::accountOf(person), "wrong_password"));
    }
    for (const char *login : {"isabella.romano", "callum.macintyre"}) {
        DemoPerson person = personNamed(people, login);
        person.agent = QLatin1String(stuffingAgent);
        const QString address = origin().address;
        const QDateTime locked = failUntilLocked(history, person, begin.addSecs(random.between(300, 900)), address);
        for (int i = 1; i <= 6; ++i)
            addRefusal(history, person, locked.addSecs(i * 45 + random.below(30)), origin());
        addUnlock(history, person, locked);
    }
}

void addScanners(DemoHistory &history)
{
    DemoRandom &random = history.random();
    const std::vector<QString> agents{QStringLiteral("friendly-scanner"), QStringLiteral("pplsip"),
                                      QStringLiteral("sipcli/v1.8")};
    for (int day = 0; day < history.days(); ++day) {
        const QString network = random.percent(25)
                                    ? QStringLiteral("2001:db8:dead:beef::%1").arg(random.between(1, 0xfff), 0, 16)
                                    : QStringLiteral("198.51.100.%1").arg(random.between(200, 250));
        for (int i = random.between(3, 11); i > 0; --i) {
            const QString extension = QString::number(random.between(100, 9999));
            const Origin origin{network, static_cast<quint16>(random.between(5060, 5099)), QStringLiteral("SIP/UDP"),
                                random.oneOf(agents)};
            const Actor actor{ActorType::Unknown, {}, extension};
            const ObjectRef object{QStringLiteral("extension"), {}, extension};
            const int dice = random.below(10);
            AuditEvent event = dice < 5   ? DemoHistory::event(EventKind::CallRejected, Outcome::Failure, actor, origin,
                                                               object, "no_such_extension")
                               : dice < 8 ? DemoHistory::event(EventKind::LoginFailed, Outcome::Failure, actor, origin,
                                                               object, "no_such_user")
                                          : DemoHistory::event(EventKind::ConnectionProbe, Outcome::Failure, actor,
                                                               origin, object, "no_authentication");
            event.source = EventSource{QStringLiteral("asterisk"), QStringLiteral("pbx1.acme.example")};
            history.add(history.at(day, random.between(0, 1439), random.below(60)), std::move(event));
        }
    }
}

void addReaders(DemoHistory &history, std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    const auto look = [&](const char *login, int day, int minute, const char *report, const char *format) {
        const DemoPerson &person = personNamed(people, login);
        const QDateTime time = history.at(day, minute, random.below(60));
        const Origin origin = DemoHistory::console(person, person.officeAddress, random);
        history.addSession(person, time, 35, person.officeAddress);
        history.add(time.addSecs(20),
                    DemoHistory::event(EventKind::LogViewed, Outcome::Success, DemoHistory::actorOf(person), origin,
                                       ObjectRef{QStringLiteral("log"), {}, QStringLiteral("acme")}));
        AuditEvent exported =
            DemoHistory::event(EventKind::ReportExported, Outcome::Success, DemoHistory::actorOf(person), origin,
                               ObjectRef{QStringLiteral("report"), {}, QLatin1String(report)});
        exported.detail = QStringLiteral("%1 rows as %2").arg(random.between(180, 1500)).arg(QLatin1String(format));
        history.add(time.addSecs(random.between(300, 1500)), std::move(exported));
    };
    for (int day = 0; day < history.days(); ++day) {
        if (!history.isMonday(day)) continue;
        look("grace.adeyemi", day, 9 * 60 + 40, "login-activity", "pdf");
        if (day % 28 < 7) look("piotr.zielinski", day, 14 * 60 + 5, "password-rotation", "csv");
    }
    for (const char *login : {"nadia.rahman", "owen.pritchard", "sanjay.iyer", "linh.tran", "nadia.rahman"}) {
        const DemoPerson &person = personNamed(people, login);
        const int day = random.between(3, history.days() - 3);
        history.add(history.at(day, person.startMinute + 130),
                    DemoHistory::event(EventKind::AccessDenied, Outcome::Failure, DemoHistory::actorOf(person),
                                       DemoHistory::console(person, person.officeAddress, random),
                                       ObjectRef{QStringLiteral("operation"), {}, QStringLiteral("listAuditEvents")},
                                       "log.read"));
    }
}

void addStarters(DemoHistory &history, std::vector<DemoPerson> &people)
{
    const DemoPerson &administrator = personNamed(people, "kwame.mensah");
    const Origin origin = DemoHistory::console(administrator, administrator.officeAddress, history.random());
    for (const DemoPerson &person : people)
        if (person.password == DemoPassword::NeverSet)
            history.addExactly(person.user.createdAt, DemoHistory::event(EventKind::UserCreated, Outcome::Success,
                                                                         DemoHistory::actorOf(administrator), origin,
                                                                         DemoHistory::accountOf(person)));
}

}  // namespace

void chooseLeavers(DemoHistory &history, std::vector<DemoPerson> &people)
{
    const auto at = [&history](int daysAgo, int minute, int ms) {
        return history.at(history.days() - 1 - daysAgo, minute, 12).addMSecs(ms);
    };
    // By a job at the agreed time, by hand in the afternoon, and by hand when somebody noticed.
    personNamed(people, "joseph.abara").leftAt = at(31, 17 * 60 + 30, 318);
    personNamed(people, "mateusz.lewandowicz").leftAt = at(12, 17 * 60 + 34, 77);
    personNamed(people, "jamal.whitaker").leftAt = at(18, 9 * 60 + 20, 640);
    personNamed(people, "chinedu.obi").reassignedAt = at(8, 9 * 60, 402);
    for (DemoPerson &person : people)
        if (person.leftAt.isValid()) person.user.status = UserStatus::Disabled;
    for (const char *login : {"robert.ashdown", "noemie.girard", "jack.ollerenshaw"}) {
        DemoPerson &person = personNamed(people, login);
        person.idle = true;
        person.user.lastLoginAt =
            history.start().addDays(-history.random().between(3, 40)).addSecs(history.random().between(0, 30'000));
    }
}

void addLateSessions(DemoHistory &history, std::vector<DemoPerson> &people)
{
    DemoRandom &random = history.random();
    const auto open = [&](const char *login, bool home) {
        const DemoPerson &person = personNamed(people, login);
        history.addSession(person, history.now().addSecs(-random.between(150, 780)), 90,
                           home ? person.homeAddress : person.officeAddress);
    };
    open("kwame.mensah", false);
    open("rohan.deshpande", true);
    open("emily.thornton", false);
    open("priya.venkatesan", false);
    open("priya.venkatesan", true);
    open("stefan.ionescu", true);
    for (const char *login : {"joseph.abara", "mateusz.lewandowicz", "chinedu.obi"}) {
        const DemoPerson &person = personNamed(people, login);
        const QDateTime end = person.leftAt.isValid() ? person.leftAt : person.reassignedAt;
        history.addSession(person, end.addSecs(-random.between(900, 2400)), 90, person.officeAddress);
    }
    const DemoPerson &joseph = personNamed(people, "joseph.abara");
    history.addSession(joseph, joseph.leftAt.addSecs(-random.between(3000, 5000)), 120, joseph.homeAddress);
}

void addIncidents(DemoHistory &history, std::vector<DemoPerson> &people)
{
    addLockouts(history, people);
    addCredentialStuffing(history, people);
    addScanners(history);
    addReaders(history, people);
    addStarters(history, people);
}

}  // namespace lw::server
