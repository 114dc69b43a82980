// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"
#include "ui/common/pill.h"
#include "ui/common/roles.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace lw::ui;

class TestTableView final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void rowsFollowTheDensity();
    void narrowViewsHideColumns();
    void spareWidthGoesToStretchedColumns();
    void nothingIsCutWhenItIsNarrow();
    void emptyStateComesAndGoes();
    void returnOpensTheRow();
    void arrowsTellOfTheCurrentRow();
    void lettersAreLeftToThePage();
    void delegatesPaintEveryRole();

  private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<TableView> m_view;
};

void TestTableView::init()
{
    m_model = std::make_unique<QStandardItemModel>(5, 3);
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 3; ++column)
            m_model->setItem(row, column, new QStandardItem(QStringLiteral("%1/%2").arg(row).arg(column)));
    m_view = std::make_unique<TableView>();
    m_view->setModel(m_model.get());
    m_view->setColumn(0, 100);
    m_view->setColumn(1, 100, 1);
    m_view->setColumn(2, 120, 0, 500);
    m_view->resize(700, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTableView::cleanup()
{
    m_view.reset();
    m_model.reset();
    Theme::current().setDensity(Density::Comfortable);
}

void TestTableView::rowsFollowTheDensity()
{
    QCOMPARE(m_view->rowHeight(0), 36);
    Theme::current().setDensity(Density::Compact);
    QCOMPARE(m_view->rowHeight(0), 28);
}

void TestTableView::narrowViewsHideColumns()
{
    QVERIFY(!m_view->isColumnHidden(2));
    m_view->resize(450, 300);
    QTRY_VERIFY(m_view->isColumnHidden(2));
    m_view->resize(700, 300);
    QTRY_VERIFY(!m_view->isColumnHidden(2));
}

void TestTableView::spareWidthGoesToStretchedColumns()
{
    QCOMPARE(m_view->columnWidth(0), 100);
    QCOMPARE(m_view->columnWidth(1), m_view->viewport()->width() - 220);
}

void TestTableView::nothingIsCutWhenItIsNarrow()
{
    m_view->setColumn(0, 300);
    m_view->setColumn(2, 300);
    m_view->resize(520, 300);
    QTRY_VERIFY(m_view->columnWidth(0) + m_view->columnWidth(1) + m_view->columnWidth(2) <=
                m_view->viewport()->width());
    QVERIFY(m_view->columnWidth(1) >= 72);
}

void TestTableView::emptyStateComesAndGoes()
{
    QVERIFY(!m_view->emptyState()->isVisible());
    m_view->emptyState()->setContent(QStringLiteral("Nothing"), QStringLiteral("Sync first."), QStringLiteral("Sync"));
    QSignalSpy asked(m_view->emptyState(), &EmptyState::actionTriggered);
    m_model->removeRows(0, 5);
    QVERIFY(m_view->emptyState()->isVisible());
    QTest::mouseClick(m_view->emptyState()->actionButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    m_model->insertRow(0);
    QVERIFY(!m_view->emptyState()->isVisible());
}

void TestTableView::returnOpensTheRow()
{
    QSignalSpy opened(m_view.get(), &TableView::rowOpened);
    m_view->setCurrentIndex({});
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    m_view->setCurrentIndex(m_model->index(2, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toModelIndex().row(), 2);
}

void TestTableView::arrowsTellOfTheCurrentRow()
{
    m_view->setCurrentIndex(m_model->index(0, 0));
    QSignalSpy moved(m_view.get(), &TableView::currentRowChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(moved.size(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(moved.size(), 1);
}

void TestTableView::lettersAreLeftToThePage()
{
    m_view->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClicks(m_view.get(), QStringLiteral("4"));
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestTableView::delegatesPaintEveryRole()
{
    m_view->setItemDelegateForColumn(1, new PillDelegate(m_view.get()));
    m_view->setItemDelegateForColumn(2, new AgeBarDelegate(m_view.get()));
    const QImage plain = m_view->grab().toImage();
    for (int row = 0; row < 5; ++row) {
        m_model->item(row, 0)->setData(true, row % 2 ? MonoRole : TabularRole);
        m_model->item(row, 1)->setData(row, ToneRole);
        m_model->item(row, 2)->setData(row, ToneRole);
        m_model->item(row, 2)->setData(row / 4.0, FractionRole);
    }
    QVERIFY(plain != m_view->grab().toImage());
    QCOMPARE(pillSize(QStringLiteral("Locked")).height(), 18);
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
