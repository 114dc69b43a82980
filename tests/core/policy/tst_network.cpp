// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/network.h"

#include <QTest>

using namespace lw::policy;

class TestNetwork : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void canonical_data();
    void canonical();
    void networks_data();
    void networks();
    void contains_data();
    void contains();
    void canonicalIsStable();
};

void TestNetwork::canonical_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");  // empty: refused
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("192.0.2.1", "192.0.2.1");
    row("0.0.0.0", "0.0.0.0");
    row("255.255.255.255", "255.255.255.255");
    row("256.0.0.1", "");
    row("192.030.0.6", "");
    row("010.0.0.1", "");
    row("00.0.0.1", "");
    row("1.2.3", "");
    row("1.2.3.4.5", "");
    row("1.2.3.", "");
    row(".1.2.3", "");
    row("1..2.3", "");
    row("0x7f.0.0.1", "");
    row("2130706433", "");
    row("+1.2.3.4", "");
    row(" 1.2.3.4", "");
    row("1.2.3.4 ", "");
    row("1.2.3.4:80", "");
    row("1.2.3.4%eth0", "");
    row("", "");
    row("example.com", "");
    row("::", "::");
    row("::1", "::1");
    row("1::", "1::");
    row("2001:DB8::1", "2001:db8::1");
    row("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
    row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
    row("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
    row("aaaa:bbbb:cccc:1234::1:1", "aaaa:bbbb:cccc:1234::1:1");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("::FFFF:C000:0201", "192.0.2.1");
    row("0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1");
    row("::192.0.2.1", "::c000:201");
    row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
    row("fe80::1%eth0", "fe80::1");
    row("fe80::1%", "");
    row("1:2:3:4:5:6:7:8:9", "");
    row("1:2:3:4:5:6:7", "");
    row("1:2:3:4:5:6:7::8:9", "");
    row("1::2::3", "");
    row(":::", "");
    row(":", "");
    row(":1:2:3:4:5:6:7:8", "");
    row("1:2:3:4:5:6:7:8:", "");
    row("12345::", "");
    row("g::1", "");
    row("::1.2.3", "");
    row("::01.2.3.4", "");
    row("1.2.3.4::", "");
    row("::1.2.3.4:5", "");
    row("[::1]", "");
    row("::1/128", "");
}

void TestNetwork::canonical()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(canonicalAddress(text).value_or(QString()), expected);
}

void TestNetwork::networks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("192.0.2.0/24", "192.0.2.0/24");
    row("192.0.2.77/24", "192.0.2.0/24");
    row("192.0.2.77/32", "192.0.2.77");
    row("192.0.2.77", "192.0.2.77");
    row("192.0.2.255/25", "192.0.2.128/25");
    row("192.0.2.129/31", "192.0.2.128/31");
    row("10.255.255.255/8", "10.0.0.0/8");
    row("1.2.3.4/0", "0.0.0.0/0");
    row("::/0", "::/0");
    row("2001:db8:ffff::1/33", "2001:db8:8000::/33");
    row("2001:db8::1/128", "2001:db8::1");
    row("::ffff:192.0.2.77/120", "192.0.2.0/24");
    row("::ffff:192.0.2.77/96", "0.0.0.0/0");
    row("::ffff:192.0.2.77/95", "::fffe:0:0/95");
    row("192.0.2.0/33", "");
    row("192.0.2.0/-1", "");
    row("192.0.2.0/024", "");
    row("192.0.2.0/", "");
    row("192.0.2.0/24/24", "");
    row("192.0.2.0/255.255.255.0", "");
    row("2001:db8::/129", "");
    row("fe80::1%eth0/64", "");
    row("010.0.0.0/8", "");
    row("/24", "");
}

void TestNetwork::networks()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto network = parseNetwork(text);
    QCOMPARE(network ? network->toString() : QString(), expected);
}

void TestNetwork::contains_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *network, const char *address, bool inside) {
        QTest::addRow("%s in %s", address, network)
            << QString::fromLatin1(network) << QString::fromLatin1(address) << inside;
    };
    row("192.0.2.0/24", "192.0.2.0", true);
    row("192.0.2.0/24", "192.0.2.255", true);
    row("192.0.2.0/24", "192.0.3.0", false);
    row("192.0.2.0/24", "192.0.1.255", false);
    row("192.0.2.128/25", "192.0.2.127", false);
    row("192.0.2.128/25", "192.0.2.128", true);
    row("192.0.2.4", "192.0.2.4", true);
    row("192.0.2.4", "192.0.2.5", false);
    row("192.0.2.0/24", "::ffff:192.0.2.9", true);
    row("0.0.0.0/0", "203.0.113.9", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("::/0", "2001:db8::1", true);
    row("::/0", "192.0.2.1", false);
    row("2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true);
    row("2001:db8::/32", "2001:db9::", false);
    row("fe80::/10", "fe80::1%eth0", true);
    row("192.0.2.0/24", "192.0.2.0/25", false);
    row("192.0.2.0/24", "example.com", false);
    row("192.0.2.0/24", "192.030.0.6", false);
    row("192.0.2.0/24", "", false);
}

void TestNetwork::contains()
{
    QFETCH(QString, network);
    QFETCH(QString, address);
    const auto parsed = parseNetwork(network);
    QVERIFY(parsed);
    QTEST(parsed->contains(address), "inside");
}

void TestNetwork::canonicalIsStable()
{
    for (const char16_t *text : {u"2001:DB8:0:0:8:800:200C:417A", u"::ffff:10.1.2.3", u"FF01::101", u"10.0.0.1"}) {
        const auto once = canonicalAddress(QStringView(text));
        QVERIFY(once);
        QCOMPARE(canonicalAddress(*once), once);
    }
    const auto wide = parseNetwork(u"10.0.0.0/8"), narrow = parseNetwork(u"10.1.0.0/16");
    QVERIFY(wide->contains(*narrow));
    QVERIFY(!narrow->contains(*wide));
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
