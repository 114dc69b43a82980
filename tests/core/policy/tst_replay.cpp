// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

Allowlist listOf(std::initializer_list<const char *> networks, bool enforced = true)
{
    Allowlist list{enforced, {}, {}};
    for (const char *network : networks)
        list.networks.append({QString::fromLatin1(network), {}, {}, {}});
    return list;
}

AdministratorSeen seen(const char *login, const char *address)
{
    return {QString::fromLatin1(login), QString::fromLatin1(address)};
}

ReplayLogin login(const char *name, const char *address, bool administrator = false)
{
    return {QString::fromUtf8(name), QString::fromLatin1(address), administrator};
}

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void stranding_data();
    void stranding();
    void anExpiredEntryStrands();
    void peopleAndLoginsAreCounted();
    void namesAreFolded();
    void addressesAreTold();
    void emptyHistory();
};

void TestReplay::stranding_data()
{
    QTest::addColumn<bool>("enforced");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("strandsAuthor");
    QTest::addColumn<bool>("strandsAll");
    QTest::addColumn<int>("out");
    const auto row = [](const char *name, bool enforced, const char *author, const char *other, bool strandsAuthor,
                        bool strandsAll, int out) {
        QTest::newRow(name) << enforced << QString::fromLatin1(author) << QString::fromLatin1(other) << strandsAuthor
                            << strandsAll << out;
    };
    row("both inside", true, "192.0.2.1", "192.0.2.2", false, false, 0);
    row("author outside", true, "198.51.100.1", "192.0.2.2", true, false, 1);
    row("the other outside", true, "192.0.2.1", "198.51.100.2", false, false, 1);
    row("all outside", true, "198.51.100.1", "198.51.100.2", true, true, 2);
    row("the other unknown", true, "192.0.2.1", "", false, false, 0);
    row("the other unknown, author outside", true, "198.51.100.1", "", true, true, 1);
    row("not enforced", false, "198.51.100.1", "198.51.100.2", false, false, 0);
    row("an author without an address", true, "", "192.0.2.2", true, false, 0);
    row("IPv6", true, "2001:db8::7", "198.51.100.2", false, false, 1);
}

void TestReplay::stranding()
{
    QFETCH(bool, enforced);
    QFETCH(QString, author);
    QFETCH(QString, other);
    QFETCH(bool, strandsAuthor);
    QFETCH(bool, strandsAll);
    QFETCH(int, out);
    const std::vector<AdministratorSeen> people{{QStringLiteral("author"), author}, {QStringLiteral("other"), other}};
    const StrandingVerdict verdict = strands(listOf({"192.0.2.0/24", "2001:db8::/64"}, enforced), author, people, now);
    QCOMPARE(verdict.author, strandsAuthor);
    QCOMPARE(verdict.everyAdministrator, strandsAll);
    QCOMPARE(verdict.lockedOut.size(), out);
    QCOMPARE(verdict.strands(), strandsAuthor || strandsAll);
}

void TestReplay::anExpiredEntryStrands()
{
    Allowlist list = listOf({"192.0.2.0/24"});
    list.networks.first().until = now;
    const std::vector<AdministratorSeen> people{seen("author", "192.0.2.1")};
    QVERIFY(strands(list, u"192.0.2.1", people, now).author);
    QVERIFY(!strands(list, u"192.0.2.1", people, now.addMSecs(-1)).author);
}

void TestReplay::peopleAndLoginsAreCounted()
{
    const std::vector<ReplayLogin> history{login("anna", "192.0.2.1"),       login("anna", "198.51.100.1"),
                                           login("ben", "198.51.100.2"),     login("ben", "198.51.100.2"),
                                           login("ben", "203.0.113.9"),      login("chris", "192.0.2.77"),
                                           login("dora", "pbx.example.com"), login("dora", ""),
                                           login("eve", "2001:db8::1", true)};
    const ReplayVerdict verdict = replay(listOf({"192.0.2.0/24"}, false), history, now);
    QCOMPARE(verdict.logins, 7);
    QCOMPARE(verdict.refusedLogins, 5);
    QCOMPARE(verdict.unknown, 2);
    QCOMPARE(verdict.refused.size(), 3);
    QCOMPARE(verdict.refused[0],
             (ReplayedPerson{
                 QStringLiteral("ben"), 3, 3, false, {QStringLiteral("198.51.100.2"), QStringLiteral("203.0.113.9")}}));
    QCOMPARE(verdict.refused[1].login, QStringLiteral("anna"));
    QCOMPARE(verdict.refused[1].logins, 2);
    QCOMPARE(verdict.refused[2].login, QStringLiteral("eve"));
    QVERIFY(verdict.refused[2].isAdministrator);
    QVERIFY(verdict.everyAdministrator);
    QVERIFY(!replay(listOf({"2001:db8::/32"}), history, now).everyAdministrator);
}

void TestReplay::namesAreFolded()
{
    const std::vector<ReplayLogin> history{login("Anna", "198.51.100.1"), login("ANNA", "198.51.100.1"),
                                           login("ｂｅｎ", "198.51.100.1"), login("Ben", "198.51.100.1")};
    const ReplayVerdict verdict = replay(listOf({"192.0.2.0/24"}), history, now);
    QCOMPARE(verdict.refused.size(), 2);
    QCOMPARE(verdict.refused[0].login, QStringLiteral("Anna"));
    QCOMPARE(verdict.refused[0].refusedLogins, 2);
}

void TestReplay::addressesAreTold()
{
    std::vector<ReplayLogin> history;
    for (int i = 0; i < 30; ++i)
        history.push_back({QStringLiteral("anna"), QStringLiteral("198.51.100.%1").arg(i / 2), false});
    const ReplayVerdict verdict = replay(listOf({"192.0.2.0/24"}), history, now);
    QCOMPARE(verdict.refusedLogins, 30);
    QCOMPARE(verdict.refused.first().addresses.size(), 10);
    QCOMPARE(verdict.refused.first().addresses.last(), QStringLiteral("198.51.100.9"));
}

void TestReplay::emptyHistory()
{
    QCOMPARE(replay(listOf({"192.0.2.0/24"}), {}, now), ReplayVerdict());
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
