// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/common/roles.h"
#include "ui/common/tokens.h"
#include "ui/network/networkmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using ui::NetworkModel;

class TestNetworkModel : public QObject {
    Q_OBJECT

    static QList<ui::DraftRow> sample()
    {
        Allowlist list;
        list.networks = {{QStringLiteral("198.51.100.0/24"), QStringLiteral("London"), QStringLiteral("Kei"), {}},
                         {QStringLiteral("2001:db8::/48"), QStringLiteral("Leeds"), QStringLiteral("Olof"), {}},
                         {QStringLiteral("20.0.0.1"), {}, {}, test::OpenProfile::now().addDays(-1)}};
        ui::AllowlistDraft draft(list);
        draft.remove(1);
        draft.add({QStringLiteral("192.0.2.0/24"), QStringLiteral("VPN"), {}, {}});
        return draft.rows();
    }
    static void fill(NetworkModel &model) { model.setRows(sample(), test::OpenProfile::now(), QTimeZone::utc()); }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void saysWhatItKnows()
    {
        NetworkModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model);
        QCOMPARE(model.rowCount(), 4);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, NetworkModel::Until), QStringLiteral("always"));
        QCOMPARE(text(0, NetworkModel::Logins), QStringLiteral("—"));
        model.setUse({{QStringLiteral("198.51.100.0/24"), 1902}});
        QCOMPARE(text(0, NetworkModel::Logins), QStringLiteral("1,902"));
        QCOMPARE(text(0, NetworkModel::State), QString());
        QCOMPARE(text(1, NetworkModel::State), QStringLiteral("removed"));
        QCOMPARE(text(3, NetworkModel::State), QStringLiteral("new"));
        QVERIFY(text(2, NetworkModel::Until).startsWith(QStringLiteral("ended")));
        QVERIFY(model.index(0, NetworkModel::Network).data(ui::MonoRole).toBool());
        QVERIFY(model.hasStates());
        for (int column = 0; column < NetworkModel::NUM_COLUMNS; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void findingsStandAtTheirRowUnlessAChangeDoes()
    {
        NetworkModel model;
        fill(model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setFindings({{2, policy::AllowlistProblem::Expired}, {3, policy::AllowlistProblem::VeryWide}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(2, NetworkModel::State).data().toString(), QStringLiteral("ended"));
        QCOMPARE(model.index(2, NetworkModel::State).data(ui::ToneRole).toInt(), int(ui::Tone::Warning));
        QCOMPARE(model.index(3, NetworkModel::State).data().toString(), QStringLiteral("new"));
    }

    void sortsByAddressNotByText()
    {
        NetworkModel model;
        ui::NetworkProxy proxy;
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        fill(model);
        proxy.sort(NetworkModel::Network, Qt::AscendingOrder);
        QStringList networks;
        for (int row = 0; row < proxy.rowCount(); ++row)
            networks << proxy.index(row, NetworkModel::Network).data().toString();
        QCOMPARE(networks, (QStringList{QStringLiteral("20.0.0.1"), QStringLiteral("192.0.2.0/24"),
                                        QStringLiteral("198.51.100.0/24"), QStringLiteral("2001:db8::/48")}));
    }

    void findsByWordAndByContainedAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("network");
        QTest::newRow("label") << QStringLiteral("lond") << QStringLiteral("198.51.100.0/24");
        QTest::newRow("owner") << QStringLiteral("OLOF") << QStringLiteral("2001:db8::/48");
        QTest::newRow("address") << QStringLiteral("198.51.100.77") << QStringLiteral("198.51.100.0/24");
        QTest::newRow("mapped address") << QStringLiteral("::ffff:192.0.2.9") << QStringLiteral("192.0.2.0/24");
        QTest::newRow("part of a network") << QStringLiteral("192.0") << QStringLiteral("192.0.2.0/24");
    }
    void findsByWordAndByContainedAddress()
    {
        QFETCH(QString, text);
        NetworkModel model;
        ui::NetworkProxy proxy;
        proxy.setSourceModel(&model);
        fill(model);
        proxy.setFilter(text);
        QCOMPARE(proxy.rowCount(), 1);
        QTEST(proxy.index(0, NetworkModel::Network).data().toString(), "network");
        proxy.setFilter(QString());
        QCOMPARE(proxy.rowCount(), 4);
    }
};

QTEST_MAIN(TestNetworkModel)
#include "tst_networkmodel.moc"
