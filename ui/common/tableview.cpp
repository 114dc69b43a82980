// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tableview.h"

#include "ui/common/emptystate.h"
#include "ui/common/pill.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace lw::ui {

namespace {
constexpr int leastColumnWidth = 72;
}

TableView::TableView(QWidget *parent) : QTableView(parent), m_empty(new EmptyState(viewport()))
{
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setMinimumSectionSize(32);
    m_empty->hide();
    connect(this, &QTableView::doubleClicked, this, &TableView::rowOpened);
    connect(&Theme::current(), &Theme::changed, this, &TableView::restyle);
    restyle();
}

void TableView::restyle()
{
    verticalHeader()->setMinimumSectionSize(Theme::current().rowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::current().rowHeight());
    viewport()->update();
}

void TableView::setModel(QAbstractItemModel *newModel)
{
    if (model()) model()->disconnect(this);
    QTableView::setModel(newModel);
    if (newModel) {
        connect(newModel, &QAbstractItemModel::modelReset, this, &TableView::updateEmpty);
        connect(newModel, &QAbstractItemModel::rowsInserted, this, &TableView::updateEmpty);
        connect(newModel, &QAbstractItemModel::rowsRemoved, this, &TableView::updateEmpty);
        connect(newModel, &QAbstractItemModel::layoutChanged, this, &TableView::updateEmpty);
    }
    layoutColumns();
    updateEmpty();
}

void TableView::setColumn(int column, int width, int stretch, int hideBelow)
{
    while (m_rules.size() <= column)
        m_rules.append(ColumnRule());
    m_rules[column] = {width, stretch, hideBelow};
    layoutColumns();
}

void TableView::layoutColumns()
{
    if (!model() || m_layingOut) return;
    m_layingOut = true;
    const int available = viewport()->width();
    const int columns = std::min<int>(model()->columnCount(), static_cast<int>(m_rules.size()));
    int fixed = 0, shares = 0;
    for (int c = 0; c < columns; ++c) {
        const ColumnRule &rule = m_rules[c];
        const bool hide = rule.hideBelow > 0 && available < rule.hideBelow;
        if (isColumnHidden(c) != hide) setColumnHidden(c, hide);
        if (hide) continue;
        fixed += rule.width;
        shares += rule.stretch;
    }
    // What does not fit is taken from the stretched columns first, then from the last ones: text elides, none is cut.
    int missing = std::max(0, fixed - available);
    QList<int> widths(columns, 0);
    for (int c = 0; c < columns; ++c)
        widths[c] = m_rules[c].width;
    const auto shrink = [&](bool stretchedOnly) {
        for (int c = columns - 1; c >= 0 && missing > 0; --c) {
            if (isColumnHidden(c) || (stretchedOnly && m_rules[c].stretch == 0)) continue;
            const int cut = std::min(missing, std::max(0, widths[c] - leastColumnWidth));
            widths[c] -= cut;
            missing -= cut;
        }
    };
    shrink(true);
    shrink(false);
    const int spare = std::max(0, available - fixed);
    int given = 0, lastStretched = -1;
    for (int c = 0; c < columns; ++c) {
        if (isColumnHidden(c)) continue;
        const int extra = shares > 0 ? spare * m_rules[c].stretch / shares : 0;
        given += extra;
        if (m_rules[c].stretch > 0) lastStretched = c;
        setColumnWidth(c, widths[c] + extra);
    }
    if (lastStretched >= 0 && given < spare) setColumnWidth(lastStretched, columnWidth(lastStretched) + spare - given);
    m_layingOut = false;
}

void TableView::updateEmpty()
{
    const bool empty = !model() || model()->rowCount(rootIndex()) == 0;
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(empty);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
    m_empty->setGeometry(viewport()->rect());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        return;
    }
    // Letters belong to the page's search, not to the table's own type-ahead.
    const bool letter = !event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space;
    if (letter && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid()) Q_EMIT currentRowChanged(current);
}

}  // namespace lw::ui
