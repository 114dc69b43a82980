// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/common/roles.h"
#include "ui/common/tokens.h"
#include "ui/loginlog/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using ui::EventModel;

class TestEventModel : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::OpenProfile> m_profile;

    void list(EventModel &model, cache::SortKey key = cache::SortKey::Time, Qt::SortOrder order = Qt::DescendingOrder)
    {
        bool listed = false;
        m_profile->session().events()->list({}, key, order, this, [&](Result<loginlog::EventListing> listing) {
            QVERIFY(listing.ok());
            model.setListing(*listing, test::OpenProfile::now());
            listed = true;
        });
        QTRY_VERIFY(listed);
    }

  private Q_SLOTS:
    void initTestCase()
    {
        m_profile = std::make_unique<test::OpenProfile>();
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
    }

    void isAWellBehavedModel()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQueries(m_profile->session().events());
        list(model);
        QCOMPARE(model.rowCount(), 400);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void fetchesOnlyTheRowsThatAreLookedAt()
    {
        EventModel model;
        model.setQueries(m_profile->session().events());
        list(model);
        QVERIFY(!model.eventAt(0));
        QVERIFY(!model.index(0, EventModel::Time).data().isValid());
        QTRY_VERIFY(model.eventAt(0));
        QVERIFY(!model.isFetching());
        QVERIFY(model.eventAt(EventModel::pageRows - 1));
        QVERIFY(!model.eventAt(EventModel::pageRows));
        QCOMPARE(model.index(0, EventModel::Time).data().toString(), QStringLiteral("22 Nov 14:01:00"));
        QVERIFY(model.index(399, EventModel::Person).data().isNull());
        QTRY_VERIFY(model.eventAt(399));
    }

    void staleAnswersAreDropped()
    {
        EventModel model;
        model.setQueries(m_profile->session().events());
        list(model);
        QSignalSpy loaded(&model, &EventModel::pageLoaded);
        model.index(0, 0).data();
        model.clear();
        list(model);
        model.index(200, 0).data();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(!model.eventAt(0));
        QVERIFY(model.eventAt(200));
    }

    void orderIsTheCachesWork_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("sortable");
        QTest::newRow("time") << int(EventModel::Time) << true;
        QTest::newRow("person") << int(EventModel::Person) << true;
        QTest::newRow("event") << int(EventModel::Event) << true;
        QTest::newRow("from") << int(EventModel::From) << true;
        QTest::newRow("agent") << int(EventModel::Agent) << false;
        QTest::newRow("detail") << int(EventModel::Detail) << false;
    }
    void orderIsTheCachesWork()
    {
        QFETCH(int, column);
        QFETCH(bool, sortable);
        EventModel model;
        QSignalSpy asked(&model, &EventModel::sortRequested);
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(asked.count(), sortable ? 1 : 0);
    }

    void failuresStandOut()
    {
        EventModel model;
        model.setQueries(m_profile->session().events());
        list(model, cache::SortKey::Kind, Qt::AscendingOrder);
        model.index(0, 0).data();
        QTRY_VERIFY(model.eventAt(0));
        for (int row = 0; row < EventModel::pageRows; ++row) {
            const bool failed = model.eventAt(row)->outcome == Outcome::Failure;
            const int tone = model.index(row, EventModel::Event).data(ui::ToneRole).toInt();
            QCOMPARE(tone == int(ui::Tone::Bad), failed);
        }
    }
};

QTEST_MAIN(TestEventModel)
#include "tst_eventmodel.moc"
