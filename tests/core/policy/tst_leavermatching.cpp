// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/leaverdate.h"
#include "core/policy/leavers.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QTimeZone london("Europe/London");

User person(const char *id, const char *login, const char *name, const char *email = "")
{
    User user;
    user.id = QLatin1String(id);
    user.login = QString::fromUtf8(login);
    user.displayName = QString::fromUtf8(name);
    user.email = QString::fromUtf8(email);
    return user;
}

const QList<User> &people()
{
    static const QList<User> all{
        person("usr_1", "ann.lee", "Ann Lee", "ann@acme.example"),
        person("usr_2", "bob", "Bob Stone", "bob@acme.example"),
        person("usr_3", "bob2", "Bob Stone", "bob.stone@acme.example"),
        person("usr_4", "paul", "Paul Grün", "team@acme.example"),
        person("usr_5", "zoe", "Zoë Miller", "team@acme.example"),
    };
    return all;
}

LeaverLine line(const char *login, const char *email = "", const char *name = "", const char *date = "")
{
    return {7, QString::fromUtf8(login), QString::fromUtf8(email), QString::fromUtf8(name), QString::fromUtf8(date)};
}

QStringList idsOf(const LeaverVerdict &verdict)
{
    QStringList ids;
    for (const LeaverCandidate &candidate : verdict.candidates)
        ids.append(candidate.userId);
    return ids;
}

}  // namespace

class TestLeaverMatching : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void matches_data();
    void matches();
    void twiceTheSamePerson();
    void dates_data();
    void dates();
    void refusedDates_data();
    void refusedDates();
    void readingKeys_data();
    void readingKeys();
    void ofNobody();
};

void TestLeaverMatching::matches_data()
{
    QTest::addColumn<LeaverLine>("line");
    QTest::addColumn<int>("match");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QStringList>("candidates");
    QTest::addColumn<QString>("problem");
    const auto sure = [](const char *name, const LeaverLine &line, const char *id) {
        QTest::newRow(name) << line << int(LeaverMatch::Sure) << QString(QLatin1String(id)) << QStringList()
                            << QString();
    };
    const auto doubt = [](const char *name, const LeaverLine &line, const QStringList &ids, const char *problem) {
        QTest::newRow(name) << line << int(LeaverMatch::Doubt) << QString() << ids << QString(QLatin1String(problem));
    };
    const QString ann = QStringLiteral("usr_1"), bob = QStringLiteral("usr_2"), bob2 = QStringLiteral("usr_3"),
                  paul = QStringLiteral("usr_4"), zoe = QStringLiteral("usr_5");
    sure("login", line("ann.lee"), "usr_1");
    sure("login in capitals, with space", line("  ANN.LEE "), "usr_1");
    sure("full-width login", line("\uff41nn.lee"), "usr_1");
    sure("e-mail", line("", "Ann@ACME.example"), "usr_1");
    sure("login and e-mail", line("bob", "bob@acme.example"), "usr_2");
    sure("login and name", line("ann.lee", "", "Ann Lee"), "usr_1");
    sure("login and the name she had before", line("ann.lee", "", "Ann Lee-Jones"), "usr_1");
    sure("login decides between two of a name", line("bob2", "", "Bob Stone"), "usr_3");
    doubt("login and another's e-mail", line("ann.lee", "bob@acme.example"), {ann, bob}, "contradiction");
    doubt("login and nobody's e-mail", line("ann.lee", "gone@acme.example"), {ann}, "contradiction");
    doubt("login and another's name", line("ann.lee", "", "Bob Stone"), {ann, bob, bob2}, "contradiction");
    doubt("shared e-mail", line("", "team@acme.example"), {paul, zoe}, "several");
    doubt("name only", line("", "", "ann  lee"), {ann}, "only_name");
    doubt("a name of two", line("", "", "Bob Stone"), {bob, bob2}, "several");
    doubt("Cyrillic look-alike of a login", line("\u0440\u0430ul"), {paul}, "only_alike");
    doubt("digit for a letter", line("pau1"), {paul}, "only_alike");
    doubt("name without its marks", line("", "", "Zoe Miller"), {zoe}, "only_alike");
    doubt("punctuation in a login", line("ann-lee"), {ann}, "only_alike");
    QTest::newRow("nobody") << line("carl") << int(LeaverMatch::Nobody) << QString() << QStringList() << QString();
    QTest::newRow("nothing named") << line("", " ", "", "2026-11-30") << int(LeaverMatch::Refused) << QString()
                                   << QStringList() << QStringLiteral("nothing_named");
    QTest::newRow("ambiguous date") << line("ann.lee", "", "", "03/04/2026") << int(LeaverMatch::Refused) << QString()
                                    << QStringList() << QStringLiteral("ambiguous_date");
    QTest::newRow("no such date") << line("ann.lee", "", "", "2026-02-30") << int(LeaverMatch::Refused) << QString()
                                  << QStringList() << QStringLiteral("no_such_date");
    QTest::newRow("unreadable date") << line("ann.lee", "", "", "soon") << int(LeaverMatch::Refused) << QString()
                                     << QStringList() << QStringLiteral("unreadable_date");
}

void TestLeaverMatching::matches()
{
    QFETCH(LeaverLine, line);
    QFETCH(int, match);
    QFETCH(QString, userId);
    QFETCH(QStringList, candidates);
    QFETCH(QString, problem);
    const QList<LeaverVerdict> verdicts = matchLeavers({line}, people(), london);
    QCOMPARE(verdicts.size(), 1);
    QCOMPARE(verdicts.first().line, quint64(7));
    QCOMPARE(int(verdicts.first().match), match);
    QCOMPARE(verdicts.first().userId, userId);
    QCOMPARE(idsOf(verdicts.first()), candidates);
    QCOMPARE(verdicts.first().problem, problem);
}

void TestLeaverMatching::twiceTheSamePerson()
{
    const QList<LeaverVerdict> verdicts =
        matchLeavers({line("ann.lee"), line("", "ann@acme.example"), line("bob")}, people(), london);
    QCOMPARE(verdicts[0].match, LeaverMatch::Sure);
    QCOMPARE(verdicts[1].match, LeaverMatch::Doubt);
    QCOMPARE(verdicts[1].problem, QStringLiteral("named_before"));
    QVERIFY(verdicts[1].userId.isEmpty());
    QCOMPARE(verdicts[2].match, LeaverMatch::Sure);
}

void TestLeaverMatching::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *text, const char *utc) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString(QLatin1String(utc));
    };
    // The midnight that ends the last day there.
    row("2026-11-30", "2026-12-01T00:00:00.000Z");
    row("2026-06-30", "2026-06-30T23:00:00.000Z");
    row(" 2026-06-30 ", "2026-06-30T23:00:00.000Z");
    row("2026-12-31", "2027-01-01T00:00:00.000Z");
    row("2028-02-29", "2028-03-01T00:00:00.000Z");
    row("30.11.2026", "2026-12-01T00:00:00.000Z");
    row("3.4.2026", "2026-04-03T23:00:00.000Z");
    row("30 Nov 2026", "2026-12-01T00:00:00.000Z");
    row("30 November 2026", "2026-12-01T00:00:00.000Z");
    row("Nov 30, 2026", "2026-12-01T00:00:00.000Z");
    row("november 30 2026", "2026-12-01T00:00:00.000Z");
    row("30/11/2026", "2026-12-01T00:00:00.000Z");
    row("11/30/2026", "2026-12-01T00:00:00.000Z");
    row("04/04/2026", "2026-04-04T23:00:00.000Z");
    // With a time it is that instant.
    row("2026-11-30 17:00", "2026-11-30T17:00:00.000Z");
    row("2026-06-30 17:00", "2026-06-30T16:00:00.000Z");
    row("2026-06-30T17:00:30", "2026-06-30T16:00:30.000Z");
    row("2026-06-30T17:00:00+02:00", "2026-06-30T15:00:00.000Z");
    row("2026-06-30T17:00:00Z", "2026-06-30T17:00:00.000Z");
}

void TestLeaverMatching::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const LeaverDate date = readLeaverDate(text, london);
    QCOMPARE(int(date.state), int(LeaverDate::State::Ok));
    QCOMPARE(toRfc3339(date.at), utc);
}

void TestLeaverMatching::refusedDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("state");
    using S = LeaverDate::State;
    const auto row = [](const char *text, S state) { QTest::newRow(text) << QString::fromUtf8(text) << int(state); };
    row("", S::None);
    row("   ", S::None);
    row("2026-02-29", S::NoSuch);
    row("2026-13-01", S::NoSuch);
    row("31.06.2026", S::NoSuch);
    row("31 Jun 2026", S::NoSuch);
    row("0.1.2026", S::NoSuch);
    row("13/13/2026", S::NoSuch);
    row("2026-11-30 24:00", S::NoSuch);
    row("2026-11-30T10:00:61Z", S::NoSuch);
    row("2026-03-29 01:30", S::NoSuch);     // the hour that the clock skips
    row("2026-10-25 01:30", S::Ambiguous);  // the hour that it has twice
    row("03/04/2026", S::Ambiguous);
    row("12/11/2026", S::Ambiguous);
    row("30.11.26", S::Unreadable);
    row("26-11-30", S::Unreadable);
    row("30 Brumaire 2026", S::Unreadable);
    row("tomorrow", S::Unreadable);
    row("20261130", S::Unreadable);
    row("2026-11-30x", S::Unreadable);
    row("\u0663\u0660.11.2026", S::Unreadable);
}

void TestLeaverMatching::refusedDates()
{
    QFETCH(QString, text);
    QFETCH(int, state);
    const LeaverDate date = readLeaverDate(text, london);
    QCOMPARE(int(date.state), state);
    QVERIFY(!date.at.isValid());
}

void TestLeaverMatching::readingKeys_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("alike");
    const auto row = [](const char *one, const char *other, bool alike) {
        QTest::addRow("%s and %s", one, other) << QString::fromUtf8(one) << QString::fromUtf8(other) << alike;
    };
    row("paul", "Paul", true);
    row("paul", "pau1", true);
    row("paul", "\u0440\u0430ul", true);
    row("o'brien", "OBrien", true);
    row("bo0", "boO", true);
    row("Grün", "Grun", true);
    row("rnary", "mary", true);
    row("paul", "paula", false);
    row("", "a", false);
}

void TestLeaverMatching::readingKeys()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, alike);
    QCOMPARE(readingKey(one) == readingKey(other), alike);
}

void TestLeaverMatching::ofNobody()
{
    QCOMPARE(matchLeavers({}, people(), london), QList<LeaverVerdict>());
    QCOMPARE(matchLeavers({line("ann.lee")}, {}, london).first().match, LeaverMatch::Nobody);
}

QTEST_GUILESS_MAIN(TestLeaverMatching)
#include "tst_leavermatching.moc"
