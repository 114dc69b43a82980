// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/revocation.h"
#include "core/util/time.h"

#include <QTest>
#include <QTimeZone>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime now = fromRfc3339(u"2026-11-18T12:00:00.000Z");
constexpr qint64 second = 1000;
constexpr qint64 hour = 3600 * second;
constexpr qint64 day = 24 * hour;

DepartureFacts facts(const QStringList &roles = {QStringLiteral("user")})
{
    DepartureFacts facts;
    facts.user.id = QStringLiteral("usr_1");
    facts.user.login = QStringLiteral("ann");
    facts.user.roles = roles;
    facts.knownRoles = {QStringLiteral("owner"), QStringLiteral("auditor"), QStringLiteral("user")};
    return facts;
}

Departure executed(qint64 departedMs, qint64 executedMs, DepartureState state = DepartureState::Proved)
{
    Departure departure;
    departure.departedAt = now.addMSecs(departedMs);
    departure.effectiveAt = departure.departedAt;
    departure.executedAt = now.addMSecs(executedMs);
    departure.state = state;
    return departure;
}

}  // namespace

class TestRevocation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void deadline();
    void whenItTakesEffect_data();
    void whenItTakesEffect();
    void refusals_data();
    void refusals();
    void lastOwner_data();
    void lastOwner();
    void clock_data();
    void clock();
    void summary();
    void emptySummary();
};

void TestRevocation::deadline()
{
    QCOMPARE(revocationDeadline(now), now.addMSecs(day));
    // 24 hours are 24 hours, also in the night in which the clocks change.
    const QTimeZone london("Europe/London");
    const QDateTime local(QDate(2026, 3, 28), QTime(17, 0), london);
    QCOMPARE(revocationDeadline(local), fromRfc3339(u"2026-03-29T17:00:00.000Z"));
}

void TestRevocation::whenItTakesEffect_data()
{
    QTest::addColumn<qint64>("departed");   // ms from now
    QTest::addColumn<qint64>("effective");  // ms from now; -1: not named
    QTest::addColumn<qint64>("expected");
    QTest::addColumn<bool>("breach");
    constexpr qint64 none = -1;
    QTest::newRow("future, not named") << 3 * day << none << 3 * day << false;
    QTest::newRow("now, not named") << qint64(0) << none << qint64(0) << false;
    QTest::newRow("past, not named: at once") << -hour << none << qint64(0) << false;
    QTest::newRow("named, before the deadline") << -hour << hour << hour << false;
    QTest::newRow("named, before the departure") << 3 * day << day << day << false;
    QTest::newRow("named in the past: at once") << -2 * hour << -hour << qint64(0) << false;
    QTest::newRow("at the deadline") << -hour << 23 * hour << 23 * hour << false;
    QTest::newRow("deadline is this instant") << -day << qint64(0) << qint64(0) << false;
    QTest::newRow("deadline 1 ms ago") << -day - 1 << none << qint64(0) << true;
    QTest::newRow("deadline long ago, whatever is wished") << -9 * day << 5 * day << qint64(0) << true;
}

void TestRevocation::whenItTakesEffect()
{
    QFETCH(qint64, departed);
    QFETCH(qint64, effective);
    QFETCH(qint64, expected);
    QFETCH(bool, breach);
    DepartureWish wish;
    wish.departedAt = now.addMSecs(departed);
    if (effective != -1) wish.effectiveAt = now.addMSecs(effective);
    const auto verdict = judgeNewDeparture(wish, facts(), now);
    QVERIFY2(verdict.ok(), qUtf8Printable(verdict.ok() ? QString() : verdict.error().message));
    QCOMPARE(*verdict, (NewDepartureVerdict{now.addMSecs(expected), breach}));
}

void TestRevocation::refusals_data()
{
    QTest::addColumn<DepartureKind>("kind");
    QTest::addColumn<QDateTime>("departedAt");
    QTest::addColumn<QDateTime>("effectiveAt");
    QTest::addColumn<QStringList>("newRoles");
    QTest::addColumn<bool>("openCase");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, DepartureKind kind, const QDateTime &departed, const QDateTime &effective,
                        const QStringList &roles, bool open, Errc code, const char *field) {
        QTest::newRow(name) << kind << departed << effective << roles << open << int(code)
                            << QString(QLatin1String(field));
    };
    constexpr auto departure = DepartureKind::Departure;
    constexpr auto reassignment = DepartureKind::Reassignment;
    const QStringList auditor{QStringLiteral("auditor")};
    row("no moment", departure, {}, {}, {}, false, Errc::InvalidInput, "departedAt");
    row("five years ahead and 1 ms", departure, now.addYears(5).addMSecs(1), {}, {}, false, Errc::InvalidInput,
        "departedAt");
    row("five years ago and 1 ms", departure, now.addYears(-5).addMSecs(-1), {}, {}, false, Errc::InvalidInput,
        "departedAt");
    row("1 ms after the deadline", departure, now, now.addMSecs(day + 1), {}, false, Errc::InvalidInput, "effectiveAt");
    row("roles for somebody who leaves", departure, now, {}, auditor, false, Errc::InvalidInput, "newRoles");
    row("no roles", reassignment, now, {}, {}, false, Errc::InvalidInput, "newRoles");
    row("unknown role", reassignment, now, {}, {QStringLiteral("king")}, false, Errc::InvalidInput, "newRoles");
    row("the present roles", reassignment, now, {}, {QStringLiteral("user")}, false, Errc::InvalidInput, "newRoles");
    row("twice the same role", reassignment, now, {}, auditor + auditor, false, Errc::InvalidInput, "newRoles");
    row("open case", departure, now, {}, {}, true, Errc::Conflict, "userId");
}

void TestRevocation::refusals()
{
    QFETCH(DepartureKind, kind);
    QFETCH(QDateTime, departedAt);
    QFETCH(QDateTime, effectiveAt);
    QFETCH(QStringList, newRoles);
    QFETCH(bool, openCase);
    QFETCH(int, code);
    QFETCH(QString, field);
    DepartureFacts known = facts();
    known.openCase = openCase;
    const auto verdict = judgeNewDeparture({kind, departedAt, effectiveAt, newRoles}, known, now);
    QVERIFY(!verdict.ok());
    QCOMPARE(int(verdict.error().code), code);
    QCOMPARE(verdict.error().field, field);
    QVERIFY(!verdict.error().message.isEmpty());
}

void TestRevocation::lastOwner_data()
{
    QTest::addColumn<DepartureKind>("kind");
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QStringList>("newRoles");
    QTest::addColumn<bool>("refused");
    const QStringList owner{QStringLiteral("owner")}, user{QStringLiteral("user")};
    QTest::newRow("departs") << DepartureKind::Departure << owner << QStringList() << true;
    QTest::newRow("loses the role") << DepartureKind::Reassignment << owner << user << true;
    QTest::newRow("keeps the role") << DepartureKind::Reassignment << owner << owner + user << false;
    QTest::newRow("is none") << DepartureKind::Departure << user << QStringList() << false;
}

void TestRevocation::lastOwner()
{
    QFETCH(DepartureKind, kind);
    QFETCH(QStringList, roles);
    QFETCH(QStringList, newRoles);
    QFETCH(bool, refused);
    DepartureFacts known = facts(roles);
    known.lastOwner = roles.contains(QLatin1String("owner"));
    const auto verdict = judgeNewDeparture({kind, now, {}, newRoles}, known, now);
    QCOMPARE(!verdict.ok(), refused);
    if (refused) QCOMPARE(verdict.error().code, Errc::Conflict);
    known.lastOwner = false;
    QVERIFY(judgeNewDeparture({kind, now, {}, newRoles}, known, now).ok());
}

void TestRevocation::clock_data()
{
    QTest::addColumn<Departure>("departure");
    QTest::addColumn<RevocationVerdict>("expected");
    const auto open = [](qint64 departedMs) {
        Departure departure;
        departure.departedAt = now.addMSecs(departedMs);
        departure.effectiveAt = departure.departedAt;
        return departure;
    };
    const auto verdict = [](RevocationState state, qint64 departedMs, qint64 left, qint64 took, bool breach) {
        return RevocationVerdict{state, now.addMSecs(departedMs + day), left, took, breach};
    };
    using S = RevocationState;
    QTest::newRow("1 ms to go") << open(1) << verdict(S::Waiting, 1, 86401, 0, false);
    QTest::newRow("departs now") << open(0) << verdict(S::Running, 0, 86400, 0, false);
    QTest::newRow("1 ms left") << open(-day + 1) << verdict(S::Running, -day + 1, 1, 0, false);
    QTest::newRow("the last instant") << open(-day) << verdict(S::Running, -day, 0, 0, false);
    QTest::newRow("1 ms over") << open(-day - 1) << verdict(S::Overdue, -day - 1, 0, 0, true);
    QTest::newRow("an hour over") << open(-day - hour) << verdict(S::Overdue, -day - hour, -3600, 0, true);
    QTest::newRow("ended beforehand") << executed(0, -hour) << verdict(S::InTime, 0, 0, 0, false);
    QTest::newRow("ended 1 ms after") << executed(-hour, -hour + 1) << verdict(S::InTime, -hour, 0, 1, false);
    QTest::newRow("ended at the deadline") << executed(-2 * day, -day) << verdict(S::InTime, -2 * day, 0, 86400, false);
    QTest::newRow("ended 1 ms late") << executed(-2 * day, -day + 1) << verdict(S::Late, -2 * day, 0, 86401, true);
    QTest::newRow("proof failed, in time")
        << executed(-hour, 0, DepartureState::ProofFailed) << verdict(S::InTime, -hour, 0, 3600, false);
    Departure withdrawn = open(-9 * day);
    withdrawn.state = DepartureState::Cancelled;
    QTest::newRow("withdrawn") << withdrawn << verdict(S::Withdrawn, -9 * day, 0, 0, false);
}

void TestRevocation::clock()
{
    QFETCH(Departure, departure);
    QFETCH(RevocationVerdict, expected);
    const RevocationVerdict verdict = revocationVerdict(departure, now);
    QCOMPARE(revocationStateName(verdict.state), revocationStateName(expected.state));
    QCOMPARE(verdict.secondsLeft, expected.secondsLeft);
    QCOMPARE(verdict, expected);
}

void TestRevocation::summary()
{
    Departure open;
    open.departedAt = now.addMSecs(-day - 1);
    Departure withdrawn = open;
    withdrawn.state = DepartureState::Cancelled;
    const QList<Departure> odd{executed(-10 * second, -9 * second), executed(-3 * day, -day),
                               executed(-hour, 0, DepartureState::Executed), open, withdrawn};
    const RevocationSummary said = revocationSummary(odd, now);
    QCOMPARE(said.cases, 4);
    QCOMPARE(said.open, 1);
    QCOMPARE(said.proved, 2);
    QCOMPARE(said.breaches, 2);
    QCOMPARE(said.medianSeconds, std::optional<qint64>(3600));
    QCOMPARE(said.worstSeconds, std::optional<qint64>(2 * 86400));
    QCOMPARE(revocationSummary(odd.first(2), now).medianSeconds, std::optional<qint64>((1 + 2 * 86400) / 2));
}

void TestRevocation::emptySummary()
{
    QCOMPARE(revocationSummary({}, now), RevocationSummary{});
    Departure open;
    open.departedAt = now;
    QCOMPARE(revocationSummary({open}, now).medianSeconds, std::nullopt);
}

QTEST_GUILESS_MAIN(TestRevocation)
#include "tst_revocation.moc"
