// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessions/sessionsamples.h"
#include "ui/common/roles.h"
#include "ui/sessions/sessionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lw;
using ui::SessionModel;

class TestSessionModel : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void saysWhatItKnows_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::newRow("person") << 1 << int(SessionModel::Person) << QStringLiteral("Ann Lee");
        QTest::newRow("only a login name") << 3 << int(SessionModel::Person) << QStringLiteral("eva.varga");
        QTest::newRow("own") << 0 << int(SessionModel::Own) << QStringLiteral("this one");
        QTest::newRow("not own") << 1 << int(SessionModel::Own) << QString();
        QTest::newRow("since") << 1 << int(SessionModel::Since) << QStringLiteral("22 Nov 12:02:00");
        QTest::newRow("seen now") << 0 << int(SessionModel::LastSeen) << QStringLiteral("just now");
        QTest::newRow("seen before") << 2 << int(SessionModel::LastSeen) << QStringLiteral("40 min ago");
        QTest::newRow("address") << 2 << int(SessionModel::Address) << QStringLiteral("2001:db8:7::21");
    }
    void saysWhatItKnows()
    {
        SessionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSessions(test::sampleSessions(), test::OpenProfile::now());
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        QCOMPARE(model.index(row, column).data().toString(), text);
    }

    void counts()
    {
        SessionModel model;
        model.setSessions(test::sampleSessions(), test::OpenProfile::now());
        QCOMPARE(model.people(), 3);
        QCOMPARE(model.countOf(model.session(1)->userId), 2);
        QCOMPARE(model.rowOf(model.session(2)->id), 2);
        QCOMPARE(model.rowOf(QStringLiteral("ses_gone")), -1);
        QCOMPARE(model.session(4), nullptr);
    }

    void everyColumnHasAHeading()
    {
        const SessionModel model;
        for (int column = 0; column < SessionModel::NUM_COLUMNS; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void sortsByTimeAndFiltersByWords()
    {
        SessionModel model;
        ui::SessionProxy proxy;
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        model.setSessions(test::sampleSessions(), test::OpenProfile::now());
        proxy.sort(SessionModel::LastSeen, Qt::AscendingOrder);
        QCOMPARE(proxy.index(0, SessionModel::LastSeen).data().toString(), QStringLiteral("40 min ago"));
        proxy.setWords(QStringLiteral("ann 203.0"));
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setWords(QStringLiteral("own"));
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setWords(QStringLiteral("person:ann.lee"));
        QCOMPARE(proxy.rowCount(), 2);
        proxy.setWords(QStringLiteral("nobody"));
        QCOMPARE(proxy.rowCount(), 0);
    }
};

QTEST_MAIN(TestSessionModel)
#include "tst_sessionmodel.moc"
