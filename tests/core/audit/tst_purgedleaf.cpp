// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/eventcodec.h"
#include "core/audit/leafview.h"
#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"

#include <QTest>

using namespace lw;

class TestPurgedLeaf : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPurgedLeafCountsAsTheOneThatItWas()
    {
        const QByteArray leaf = R"({"what":"it was"})";
        const QByteArray line = audit::purgedLeaf(audit::leafHash(leaf));
        QCOMPARE(line.size(), qsizetype(77));
        QVERIFY(audit::purgedHash(line) == audit::leafHash(leaf));
        QVERIFY(audit::lineHash(line) == audit::leafHash(leaf));
        QVERIFY(audit::lineHash(leaf) == audit::leafHash(leaf));
    }

    void onlyTheExactFormIsOne_data()
    {
        const QByteArray right = audit::purgedLeaf(audit::leafHash("anything"));
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("a digit short") << QByteArray(right).remove(20, 1);
        QTest::newRow("a digit more") << QByteArray(right).insert(20, '0');
        QTest::newRow("a letter beyond f") << QByteArray(right).replace(20, 1, "g");
        QTest::newRow("capital digits") << QByteArray(right).replace(20, 1, "A");
        QTest::newRow("a blank in it") << QByteArray(right).replace(20, 1, " ");
        QTest::newRow("a blank in front") << (" " + right).chopped(1);
        QTest::newRow("another member") << QByteArray(right).replace("purged", "purgeD");
        QTest::newRow("a newline behind") << right + '\n';
        QTest::newRow("another end") << right.chopped(1) + ']';
    }
    void onlyTheExactFormIsOne()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!audit::purgedHash(line));
        QVERIFY(audit::lineHash(line) == audit::leafHash(line));
    }

    void noReaderTakesItForAnEvent()
    {
        const QByteArray line = audit::purgedLeaf(audit::leafHash("anything"));
        QVERIFY(!audit::eventFromLeaf(line));
        audit::LeafParser parser;
        audit::LeafView view;
        QVERIFY(!parser.parse(std::string_view(line.data(), size_t(line.size())), view));
    }
};

QTEST_GUILESS_MAIN(TestPurgedLeaf)
#include "tst_purgedleaf.moc"
