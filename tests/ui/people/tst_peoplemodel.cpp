// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/common/roles.h"
#include "ui/common/tokens.h"
#include "ui/people/peoplemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lw;
using ui::PeopleModel;

class TestPeopleModel : public QObject {
    Q_OBJECT

    static people::PeopleList sample()
    {
        return people::judgePeople(test::OpenProfile::samplePeople(), test::OpenProfile::customer(),
                                   test::OpenProfile::now());
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void saysWhatItKnows_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::newRow("name") << 0 << int(PeopleModel::Name) << QStringLiteral("Ann Lee");
        QTest::newRow("department") << 0 << int(PeopleModel::Department) << QStringLiteral("Sales");
        QTest::newRow("age") << 0 << int(PeopleModel::PasswordAge) << QStringLiteral("104 d");
        QTest::newRow("overdue") << 0 << int(PeopleModel::Due) << QStringLiteral("14 days overdue");
        QTest::newRow("in two days") << 1 << int(PeopleModel::Due) << QStringLiteral("in 2 days");
        QTest::newRow("fresh") << 2 << int(PeopleModel::PasswordAge) << QStringLiteral("0 d");
        QTest::newRow("never") << 4 << int(PeopleModel::PasswordAge) << QStringLiteral("never set");
        QTest::newRow("locked") << 5 << int(PeopleModel::Due) << QStringLiteral("locked");
    }
    void saysWhatItKnows()
    {
        PeopleModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPeople(sample());
        QCOMPARE(model.rowCount(), 6);
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        QCOMPARE(model.index(row, column).data().toString(), text);
    }

    void everyColumnHasAHeading()
    {
        const PeopleModel model;
        for (int column = 0; column < PeopleModel::NUM_COLUMNS; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void barIsFullWhenDueOrNeverSet()
    {
        PeopleModel model;
        model.setPeople(sample());
        QCOMPARE(model.index(0, PeopleModel::PasswordAge).data(ui::FractionRole).toDouble(), 1.0);
        QCOMPARE(model.index(2, PeopleModel::PasswordAge).data(ui::FractionRole).toDouble(), 0.0);
        QCOMPARE(model.index(4, PeopleModel::PasswordAge).data(ui::FractionRole).toDouble(), 1.0);
        QCOMPARE(model.index(0, PeopleModel::Due).data(ui::ToneRole).toInt(), int(ui::Tone::Bad));
    }

    void sortsByMeaningNotByText()
    {
        PeopleModel model;
        ui::PeopleProxy proxy;
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        model.setPeople(sample());
        proxy.sort(PeopleModel::PasswordAge, Qt::AscendingOrder);
        QStringList ages;
        for (int row = 0; row < proxy.rowCount(); ++row)
            ages << proxy.index(row, PeopleModel::PasswordAge).data().toString();
        QCOMPARE(ages, (QStringList{QStringLiteral("0 d"), QStringLiteral("9 d"), QStringLiteral("88 d"),
                                    QStringLiteral("104 d"), QStringLiteral("120 d"), QStringLiteral("never set")}));
    }

    void findsRows()
    {
        PeopleModel model;
        model.setPeople(sample());
        QCOMPARE(model.rowOfUser(model.person(3)->user.id), 3);
        QCOMPARE(model.rowOfUser(QStringLiteral("usr_nobody")), -1);
        QCOMPARE(model.person(6), nullptr);
        QCOMPARE(model.person(-1), nullptr);
        QCOMPARE(model.departments(), (QStringList{QStringLiteral("Board"), QStringLiteral("Finance"),
                                                   QStringLiteral("Sales"), QStringLiteral("Support")}));
    }
};

QTEST_MAIN(TestPeopleModel)
#include "tst_peoplemodel.moc"
