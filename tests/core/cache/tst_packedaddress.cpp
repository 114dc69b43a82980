// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/packedaddress.h"

#include <QTest>

using namespace lw::cache;

namespace {

QByteArray hex(const PackedAddress &address)
{
    return QByteArray(reinterpret_cast<const char *>(address.data()), static_cast<qsizetype>(address.size())).toHex();
}

}  // namespace

class TestPackedAddress : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("packed");
        const auto row = [](const char *text, const char *packed) {
            QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(packed);
        };
        row("203.0.113.7", "00000000000000000000ffffcb007107");
        row("0.0.0.0", "00000000000000000000ffff00000000");
        row("255.255.255.255", "00000000000000000000ffffffffffff");
        row("::", "00000000000000000000000000000000");
        row("::1", "00000000000000000000000000000001");
        row("1::", "00010000000000000000000000000000");
        row("2001:db8::7", "20010db8000000000000000000000007");
        row("2001:DB8::7", "20010db8000000000000000000000007");
        row("1:2:3:4:5:6:7:8", "00010002000300040005000600070008");
        row("1:2:3:4:5:6:7::", "00010002000300040005000600070000");
        row("::ffff:203.0.113.7", "00000000000000000000ffffcb007107");
        row("1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304");
        for (const char *bad : {"",
                                "1.2.3",
                                "1.2.3.4.5",
                                "1.2.3.256",
                                "01.2.3.4",
                                "1.2.3.a",
                                "1.2.3.-4",
                                "1..2.3",
                                " 1.2.3.4",
                                ":",
                                ":::",
                                "1::2::3",
                                "1:2:3:4:5:6:7",
                                "1:2:3:4:5:6:7:8:9",
                                "1:2:3:4:5:6:7:8::",
                                "12345::",
                                "g::",
                                "1:",
                                ":1",
                                "fe80::1%eth0",
                                "[::1]",
                                "1.2.3.4::",
                                "::1.2.3",
                                "desk-7.example"})
            row(bad, "");
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, packed);
        const auto got = packAddress(text);
        QCOMPARE(got ? hex(*got) : QByteArray(), packed);
    }

    void networks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        const auto row = [](const char *text, const char *first, const char *last) {
            QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(first) << QByteArray(last);
        };
        row("203.0.113.7", "00000000000000000000ffffcb007107", "00000000000000000000ffffcb007107");
        row("203.0.113.7/32", "00000000000000000000ffffcb007107", "00000000000000000000ffffcb007107");
        row("203.0.113.7/24", "00000000000000000000ffffcb007100", "00000000000000000000ffffcb0071ff");
        row("203.0.113.7/31", "00000000000000000000ffffcb007106", "00000000000000000000ffffcb007107");
        row("1.2.3.4/0", "00000000000000000000ffff00000000", "00000000000000000000ffffffffffff");
        row("2001:db8::/32", "20010db8000000000000000000000000", "20010db8ffffffffffffffffffffffff");
        row("2001:db8::/33", "20010db8000000000000000000000000", "20010db87fffffffffffffffffffffff");
        row("::/0", "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff");
        for (const char *bad : {"", "/", "/8", "1.2.3.4/", "1.2.3.4/33", "::/129", "1.2.3.4/-1", "1.2.3.4/+8",
                                "1.2.3.4/8/8", "1.2.3.4/a", "x/8", "1.2.3.4/0008"})
            row(bad, "", "");
    }
    void networks()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, last);
        const auto range = packRange(text);
        QCOMPARE(range ? hex(range->first) : QByteArray(), first);
        QCOMPARE(range ? hex(range->last) : QByteArray(), last);
    }
};

QTEST_GUILESS_MAIN(TestPackedAddress)
#include "tst_packedaddress.moc"
