// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

AllowedNetwork net(const char *network, const QDateTime &until = {})
{
    return {QString::fromLatin1(network), QStringLiteral("label"), QStringLiteral("owner"), until};
}

QList<AllowedNetwork> nets(const QStringList &texts)
{
    QList<AllowedNetwork> list;
    for (const QString &text : texts)
        list.append({text, {}, {}, {}});
    return list;
}

/// "shadowed 1>0" of every finding: name, entry, other; "=text" where it was read as something.
QStringList told(const AllowlistVerdict &verdict)
{
    QStringList list;
    for (const AllowlistFinding &finding : verdict.findings) {
        QString text = allowlistProblemName(finding.problem);
        if (finding.entry >= 0) text += QStringLiteral(" %1").arg(finding.entry);
        if (finding.other >= 0) text += QStringLiteral(">%1").arg(finding.other);
        list.append(text);
    }
    return list;
}

}  // namespace

class TestAllowlist : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void oneEntry_data();
    void oneEntry();
    void wholeLists_data();
    void wholeLists();
    void canonicalListKeepsOrderAndTexts();
    void aDuplicateIsKeptOnceWithTheLaterEnd();
    void expiryDecidesWhatShadows();
    void everyProblemHasNameWeightFieldAndSentence();
    void matches_data();
    void matches();
    void anEndIsExclusive();
    void theLongestLivedEntryCounts();
    void matcherAgreesWithEveryEntry();
    void nobodyByDefault();
    void tooMany();
    void revertDue_data();
    void revertDue();
};

void TestAllowlist::oneEntry_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");  // empty: refused
    QTest::addColumn<QString>("problem");    // its refusal, or the note
    const auto row = [](const char *text, const char *canonical, const char *problem) {
        QTest::newRow(*text ? text : "(empty)")
            << QString::fromUtf8(text) << QString::fromLatin1(canonical) << QString::fromLatin1(problem);
    };
    row("192.0.2.1", "192.0.2.1", "");
    row("192.0.2.0/24", "192.0.2.0/24", "");
    row("192.0.2.7/24", "192.0.2.0/24", "host_bits_cleared");
    row("192.0.2.1/32", "192.0.2.1", "");
    row("2001:DB8::/32", "2001:db8::/32", "");
    row("2001:db8::1/64", "2001:db8::/64", "host_bits_cleared");
    row("::ffff:192.0.2.1", "192.0.2.1", "mapped_to_ipv4");
    row("::ffff:192.0.2.0/120", "192.0.2.0/24", "mapped_to_ipv4");
    row("0.0.0.0/0", "", "everything");
    row("10.1.2.3/0", "", "everything");
    row("::/0", "", "everything");
    row("2001:db8::/0", "", "everything");
    row("::ffff:0.0.0.0/96", "", "everything");
    row("0.0.0.0/1", "0.0.0.0/1", "");
    row("fe80::1%eth0", "", "zone");
    row("fe80::1%eth0/64", "", "zone");
    row("192.0.2.1%eth0", "", "zone");
    row("010.0.0.1", "", "leading_zeros");
    row("192.0.02.0/24", "", "leading_zeros");
    row("192.0.2.0/33", "", "prefix_out_of_range");
    row("192.0.2.0/", "", "prefix_out_of_range");
    row("192.0.2.0/08", "", "prefix_out_of_range");
    row("2001:db8::/129", "", "prefix_out_of_range");
    row("192.0.2.0/-1", "", "malformed");
    row("192.0.2.0/24/24", "", "malformed");
    row("192.0.2.0/255.255.255.0", "", "netmask");
    row("office.example.com", "", "host_name");
    row("localhost", "", "host_name");
    row("192.0.2.1-192.0.2.9", "", "malformed");
    row("192.0.2.256", "", "malformed");
    row(" 192.0.2.1", "", "malformed");
    row("192.0.2", "", "malformed");
    row("2001:db8:::1", "", "malformed");
    row("１９２.0.2.1", "", "malformed");
    row("", "", "malformed");
}

void TestAllowlist::oneEntry()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QFETCH(QString, problem);
    const NetworkVerdict verdict = judgeNetworkText(text);
    QCOMPARE(verdict.canonical, canonical);
    if (canonical.isEmpty()) {
        QVERIFY(verdict.refusal);
        QCOMPARE(QString(allowlistProblemName(*verdict.refusal)), problem);
        QVERIFY(verdict.notes.empty());
    } else {
        QVERIFY(!verdict.refusal);
        QCOMPARE(verdict.notes.size(), size_t(problem.isEmpty() ? 0 : 1));
        if (!problem.isEmpty()) QCOMPARE(QString(allowlistProblemName(verdict.notes.front())), problem);
    }
    // A list of it says the same.
    const AllowlistVerdict list = judgeAllowlist({false, {}, nets({text})}, now);
    QCOMPARE(list.accepted(), !canonical.isEmpty());
    QCOMPARE(list.networks.size(), canonical.isEmpty() ? 0 : 1);
}

void TestAllowlist::wholeLists_data()
{
    QTest::addColumn<bool>("enforced");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, bool enforced, const char *texts, const char *expected) {
        const auto list = [](const char *text, QChar at) {
            return QString::fromLatin1(text).split(at, Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << enforced << list(texts, QLatin1Char(' ')) << list(expected, QLatin1Char(','));
    };
    row("empty", false, "", "");
    row("empty while enforced", true, "", "empty_while_enforced");
    row("nothing readable while enforced", true, "nonsense!", "host_name 0");
    row("apart", true, "192.0.2.0/24 198.51.100.0/24", "");
    row("twice", true, "192.0.2.0/24 192.0.2.0/24", "duplicate 1>0");
    row("twice in other words", true, "192.0.2.0/24 192.0.2.9/24", "duplicate 1>0,host_bits_cleared 1");
    row("inside, after", true, "192.0.2.0/24 192.0.2.7", "shadowed 1>0");
    row("inside, before", true, "192.0.2.7 192.0.2.0/24", "shadowed 0>1");
    row("inside of the nearest", true, "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24", "shadowed 1>0,shadowed 2>1");
    row("two halves", true, "192.0.2.0/25 192.0.2.128/25", "mergeable 1>0");
    row("two halves, the other way", true, "192.0.2.128/25 192.0.2.0/25", "mergeable 1>0");
    row("neighbours, no halves", true, "192.0.2.128/25 192.0.3.0/25", "");
    row("two single addresses", true, "192.0.2.4 192.0.2.5", "mergeable 1>0");
    row("halves of IPv6", true, "2001:db8::/33 2001:db8:8000::/33", "mergeable 1>0");
    row("wide", true, "64.0.0.0/7 2001::/15", "very_wide 0,very_wide 1,host_bits_cleared 1");
    row("as wide as may be", true, "10.0.0.0/8 2001::/16", "");
    row("everything by halves", true, "0.0.0.0/1 128.0.0.0/1", "everything,very_wide 0,very_wide 1");
    row("everything of IPv6 by halves", true, "::/1 8000::/1", "everything,very_wide 0,very_wide 1");
    row("almost everything", true, "0.0.0.0/1 128.0.0.0/2 192.0.0.0/3", "very_wide 0,very_wide 1,very_wide 2");
    row("IPv6 around the mapped ones holds no IPv4", true, "::/80 192.0.2.1", "");
    row("refusals first", false, "192.0.2.7/24 nonsense! 192.0.2.0/24",
        "host_name 1,duplicate 2>0,host_bits_cleared 0");
}

void TestAllowlist::wholeLists()
{
    QFETCH(bool, enforced);
    QFETCH(QStringList, texts);
    QFETCH(QStringList, expected);
    QCOMPARE(told(judgeAllowlist({enforced, {}, nets(texts)}, now)), expected);
}

void TestAllowlist::canonicalListKeepsOrderAndTexts()
{
    const AllowlistVerdict verdict =
        judgeAllowlist({true, {}, {net("198.51.100.9/24"), net("192.0.2.1"), net("198.51.100.0/24")}}, now);
    QVERIFY(verdict.accepted());
    QCOMPARE(verdict.networks, (QList<AllowedNetwork>{net("198.51.100.0/24"), net("192.0.2.1")}));
}

void TestAllowlist::aDuplicateIsKeptOnceWithTheLaterEnd()
{
    const auto end = [](const QDateTime &first, const QDateTime &second) {
        return judgeAllowlist({true, {}, {net("192.0.2.1", first), net("192.0.2.1", second)}}, now)
            .networks.first()
            .until;
    };
    QCOMPARE(end(now.addDays(1), now.addDays(2)), now.addDays(2));
    QCOMPARE(end(now.addDays(2), now.addDays(1)), now.addDays(2));
    QCOMPARE(end(now.addDays(2), {}), QDateTime());
    QCOMPARE(end({}, now.addDays(2)), QDateTime());
}

void TestAllowlist::expiryDecidesWhatShadows()
{
    const auto judged = [](const QDateTime &wide, const QDateTime &narrow) {
        return told(judgeAllowlist({true, {}, {net("192.0.2.0/24", wide), net("192.0.2.7", narrow)}}, now));
    };
    QCOMPARE(judged({}, now.addDays(1)), QStringList{QStringLiteral("shadowed 1>0")});
    QCOMPARE(judged(now.addDays(1), now.addDays(1)), QStringList{QStringLiteral("shadowed 1>0")});
    QCOMPARE(judged(now.addDays(1), {}), QStringList{QStringLiteral("overlap 1>0")});
    QCOMPARE(judged(now.addDays(1), now.addDays(2)), QStringList{QStringLiteral("overlap 1>0")});
    // The end is exclusive: at that very instant it is over.
    QCOMPARE(judged(now, {}), QStringList{QStringLiteral("expired 0")});
    QCOMPARE(judged(now.addMSecs(1), {}), QStringList{QStringLiteral("overlap 1>0")});
    QCOMPARE(judged(now, now), (QStringList{QStringLiteral("expired_while_enforced"), QStringLiteral("expired 0"),
                                            QStringLiteral("expired 1")}));
    const AllowlistVerdict halves =
        judgeAllowlist({true, {}, {net("192.0.2.0/25"), net("192.0.2.128/25", now.addDays(1))}}, now);
    QVERIFY(halves.findings.empty());
}

void TestAllowlist::everyProblemHasNameWeightFieldAndSentence()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(AllowlistProblem::MappedToIpv4); ++i) {
        const auto problem = static_cast<AllowlistProblem>(i);
        names.append(allowlistProblemName(problem));
        AllowlistFinding finding{problem,
                                 3,
                                 1,
                                 QStringLiteral("192.0.2.7/24"),
                                 QStringLiteral("192.0.2.0/24"),
                                 QStringLiteral("192.0.2.0/23")};
        QVERIFY(findingSentence(finding).endsWith(QLatin1Char('.')));
        QVERIFY2(!findingSentence(finding).contains(QLatin1String("%1")), qPrintable(findingSentence(finding)));
        QCOMPARE(findingField(finding), QStringLiteral("networks[3].network"));
        finding.entry = -1;
        QCOMPARE(findingField(finding), QStringLiteral("networks"));
    }
    names.removeDuplicates();
    QCOMPARE(names.size(), 18);
    QCOMPARE(weightOf(AllowlistProblem::TooMany), FindingWeight::Refused);
    QCOMPARE(weightOf(AllowlistProblem::Duplicate), FindingWeight::Warning);
    QCOMPARE(weightOf(AllowlistProblem::VeryWide), FindingWeight::Warning);
    QCOMPARE(weightOf(AllowlistProblem::HostBitsCleared), FindingWeight::Note);
    const AllowlistFinding cleared{AllowlistProblem::HostBitsCleared, 0, -1, QStringLiteral("192.0.2.7/24"),
                                   QStringLiteral("192.0.2.0/24"),    {}};
    QCOMPARE(findingSentence(cleared), QStringLiteral("“192.0.2.7/24” was read as 192.0.2.0/24."));
    const AllowlistFinding percent{AllowlistProblem::Zone, 0, -1, QStringLiteral("fe80::1%2"), {}, {}};
    QVERIFY(findingSentence(percent).contains(QStringLiteral("“fe80::1%2”")));
}

void TestAllowlist::matches_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *texts, const char *address, bool allowed) {
        QTest::addRow("%s in %s", address, texts)
            << QString::fromLatin1(texts).split(QLatin1Char(' '), Qt::SkipEmptyParts) << QString::fromLatin1(address)
            << allowed;
    };
    row("192.0.2.0/24", "192.0.2.0", true);
    row("192.0.2.0/24", "192.0.2.255", true);
    row("192.0.2.0/24", "192.0.1.255", false);
    row("192.0.2.0/24", "192.0.3.0", false);
    row("192.0.2.0/24", "::ffff:192.0.2.9", true);
    row("::ffff:192.0.2.0/120", "192.0.2.9", true);
    row("192.0.2.0/24", "192.0.2.9%eth0", false);
    row("192.0.2.0/24", "192.0.2.09", false);
    row("192.0.2.0/24", "", false);
    row("192.0.2.0/24", "host.example", false);
    row("0.0.0.0/1", "0.0.0.0", true);
    row("0.0.0.0/1", "127.255.255.255", true);
    row("0.0.0.0/1", "128.0.0.0", false);
    row("128.0.0.0/1", "255.255.255.255", true);
    row("255.255.255.255", "255.255.255.255", true);
    row("255.255.255.255", "255.255.255.254", false);
    row("0.0.0.0", "0.0.0.0", true);
    row("2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true);
    row("2001:db8::/32", "2001:db9::", false);
    row("2001:db8::/32", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", false);
    row("2001:db8:0:0:8000::/65", "2001:db8:0:0:8000::", true);
    row("2001:db8:0:0:8000::/65", "2001:db8:0:0:7fff:ffff:ffff:ffff", false);
    row("ffff::/16", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true);
    row("::/80", "::1", true);
    row("::/64", "192.0.2.1", false);
    row("::/1", "192.0.2.1", false);
    row("fe80::/10", "fe80::1%eth0", true);
    row("10.0.0.0/8 10.1.0.0/16 10.1.2.3", "10.1.2.4", true);
    row("10.1.2.3 10.1.2.5", "10.1.2.4", false);
    row("nonsense 10.1.2.3", "10.1.2.3", true);
}

void TestAllowlist::matches()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    QCOMPARE(AllowlistMatcher(nets(texts)).allows(address, now), allowed);
}

void TestAllowlist::anEndIsExclusive()
{
    const AllowlistMatcher matcher({net("192.0.2.0/24", now)});
    QVERIFY(matcher.allows(u"192.0.2.1", now.addMSecs(-1)));
    QVERIFY(!matcher.allows(u"192.0.2.1", now));
    QCOMPARE(matcher.allowedUntil(u"192.0.2.1", now.addMSecs(-1)), std::optional(now));
    QCOMPARE(matcher.allowedUntil(u"192.0.2.1", now), std::nullopt);
    QCOMPARE(AllowlistMatcher({net("192.0.2.0/24")}).allowedUntil(u"192.0.2.1", now), std::optional(QDateTime()));
}

void TestAllowlist::theLongestLivedEntryCounts()
{
    const AllowlistMatcher matcher({net("10.0.0.0/8", now.addDays(1)), net("10.1.0.0/16"),
                                    net("10.1.2.0/24", now.addDays(-1)), net("10.2.0.0/16", now.addDays(2))});
    QVERIFY(matcher.allows(u"10.1.2.3", now.addDays(100)));
    QCOMPARE(matcher.allowedUntil(u"10.9.9.9", now), std::optional(now.addDays(1)));
    QCOMPARE(matcher.allowedUntil(u"10.2.9.9", now), std::optional(now.addDays(2)));
    QVERIFY(!matcher.allows(u"10.9.9.9", now.addDays(1)));
    QVERIFY(!matcher.coversEverything(now));
    QCOMPARE(matcher.spans(), 5);  // 10.0, 10.1, 10.2, 10.3 and the end: 10.1.2 changes nothing
}

void TestAllowlist::matcherAgreesWithEveryEntry()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        QList<AllowedNetwork> list;
        std::vector<Network> parsed;
        for (int i = 0; i < 60; ++i) {
            const bool v6 = random.bounded(2) == 1;
            const QString base = v6 ? QStringLiteral("2001:db8:%1::%2/%3")
                                          .arg(random.bounded(4), 0, 16)
                                          .arg(random.bounded(8), 0, 16)
                                          .arg(random.bounded(30, 129))
                                    : QStringLiteral("10.%1.%2.%3/%4")
                                          .arg(random.bounded(3))
                                          .arg(random.bounded(3))
                                          .arg(random.bounded(256))
                                          .arg(random.bounded(8, 33));
            const QDateTime until = random.bounded(3) == 0 ? now.addDays(random.bounded(-2, 3)) : QDateTime();
            list.append({base, {}, {}, until});
            parsed.push_back(*parseNetwork(base));
        }
        const AllowlistMatcher matcher(list);
        for (int i = 0; i < 300; ++i) {
            const QString address =
                random.bounded(2) == 1
                    ? QStringLiteral("2001:db8:%1::%2").arg(random.bounded(5), 0, 16).arg(random.bounded(9), 0, 16)
                    : QStringLiteral("10.%1.%2.%3")
                          .arg(random.bounded(4))
                          .arg(random.bounded(4))
                          .arg(random.bounded(256));
            bool expected = false;
            for (qsizetype entry = 0; entry < list.size(); ++entry)
                expected |= parsed[static_cast<size_t>(entry)].contains(address) &&
                            (!list[entry].until.isValid() || now < list[entry].until);
            QCOMPARE(matcher.allows(address, now), expected);
        }
    }
}

void TestAllowlist::nobodyByDefault()
{
    QVERIFY(!AllowlistMatcher().allows(u"192.0.2.1", now));
    QVERIFY(!AllowlistMatcher().allows(u"::1", now));
    QVERIFY(!AllowlistMatcher().coversEverything(now));
    QCOMPARE(AllowlistMatcher().spans(), 0);
}

void TestAllowlist::tooMany()
{
    QList<AllowedNetwork> list;
    for (qsizetype i = 0; i <= allowlistCeiling; ++i)
        list.append({QStringLiteral("10.%1.%2.%3").arg(i >> 15 & 255).arg(i >> 7 & 255).arg(i << 1 & 255), {}, {}, {}});
    const AllowlistVerdict verdict = judgeAllowlist({true, {}, list}, now);
    QCOMPARE(verdict.findings.front().problem, AllowlistProblem::TooMany);
    list.removeLast();
    QVERIFY(judgeAllowlist({true, {}, list}, now).findings.empty());
}

void TestAllowlist::revertDue_data()
{
    QTest::addColumn<qint64>("ms");  // from the instant it was applied; it reverts after ten minutes
    QTest::addColumn<bool>("due");
    QTest::newRow("at once") << qint64(0) << false;
    QTest::newRow("just before") << qint64(599'999) << false;
    QTest::newRow("at its end") << qint64(600'000) << true;
    QTest::newRow("long after") << qint64(10) * 86'400'000 << true;
    QTest::newRow("clock went back a little") << qint64(-60'000) << false;
    QTest::newRow("clock went back") << qint64(-60'001) << true;
}

void TestAllowlist::revertDue()
{
    QFETCH(qint64, ms);
    QFETCH(bool, due);
    QCOMPARE(revertIsDue({{}, {}, now, now.addSecs(600), {}}, now.addMSecs(ms)), due);
}

QTEST_GUILESS_MAIN(TestAllowlist)
#include "tst_allowlist.moc"
