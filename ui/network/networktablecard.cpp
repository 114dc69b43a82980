// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/networktablecard.h"

#include "ui/common/emptystate.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/network/networkwords.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace lw::ui {

namespace {
constexpr int emptyHeight = 272;
constexpr int searchWidth = 240;
}  // namespace

NetworkTableCard::NetworkTableCard(QWidget *parent)
    : Card(QString(), parent),
      m_model(new NetworkModel(this)),
      m_proxy(new NetworkProxy(this)),
      m_table(new TableView),
      m_search(new QLineEdit),
      m_summary(new QLabel),
      m_edit(new QPushButton(tr("&Edit…"))),
      m_remove(new QPushButton(tr("&Remove")))
{
    setObjectName(QStringLiteral("networkTableCard"));
    noMargins();
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("networkTable"));
    m_table->setAccessibleName(tr("Listed networks"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegateForColumn(NetworkModel::State, new PillDelegate(m_table));
    m_table->setColumn(NetworkModel::Network, 190, 2);
    m_table->setColumn(NetworkModel::Label, 180, 3);
    m_table->setColumn(NetworkModel::Owner, 120, 2, 620);
    m_table->setColumn(NetworkModel::Until, 190, 1);
    m_table->setColumn(NetworkModel::Logins, 110, 0, 520);
    m_table->setColumn(NetworkModel::State, 132, 0);
    m_table->setColumnHidden(NetworkModel::State, true);
    m_table->setSortingEnabled(true);
    // In the order of the list until somebody chooses another.
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    body()->setSpacing(0);
    body()->addWidget(m_table);
    body()->addWidget(makeFooter());

    connect(m_table, &TableView::currentRowChanged, this, &NetworkTableCard::updateFooter);
    connect(m_table, &TableView::rowOpened, this, [this] {
        if (m_edit->isEnabled()) Q_EMIT editRequested(currentRow());
    });
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (m_search->text().isEmpty())
            Q_EMIT emptyActionTriggered();
        else
            m_search->clear();
    });
    connect(&Theme::current(), &Theme::changed, this, &NetworkTableCard::updateHeight);
    updateFooter();
    updateHeight();
}

QWidget *NetworkTableCard::makeFooter()
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_summary->setObjectName(QStringLiteral("networkSummary"));
    setRole(m_summary, LabelRole::Secondary);
    m_search->setObjectName(QStringLiteral("networkSearch"));
    m_search->setAccessibleName(tr("Find a network, label, owner or address"));
    m_search->setPlaceholderText(tr("find network, label or address"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    m_edit->setObjectName(QStringLiteral("networkEdit"));
    m_remove->setObjectName(QStringLiteral("networkRemove"));
    row->addWidget(m_summary, 1);
    row->addWidget(m_search);
    row->addWidget(m_edit);
    row->addWidget(m_remove);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilter(text);
        setEmpty(m_emptyTitle, m_emptyGuidance, m_emptyAction);
        updateFooter();
    });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, &NetworkTableCard::removeOrRestore);
    return footer;
}

int NetworkTableCard::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_proxy->mapToSource(current).row() : -1;
}

void NetworkTableCard::setRows(const QList<DraftRow> &rows, const QDateTime &now, const QTimeZone &zone)
{
    const DraftRow *current = m_model->row(currentRow());
    const QString chosen = current ? current->network.network : QString();
    m_model->setRows(rows, now, zone);
    showStates();
    updateHeight();
    choose(chosen);
    updateFooter();
}

void NetworkTableCard::setUse(const QHash<QString, quint64> &use)
{
    m_model->setUse(use);
}

void NetworkTableCard::setFindings(const QHash<int, policy::AllowlistProblem> &findings)
{
    m_model->setFindings(findings);
    showStates();
}

void NetworkTableCard::showStates()
{
    // The table lays its columns out anew whenever it is resized; a rule says whether this one takes part.
    m_table->setColumn(NetworkModel::State, 132, 0, m_model->hasStates() ? 0 : 100'000);
}

void NetworkTableCard::setEditable(bool editable)
{
    m_editable = editable;
    updateFooter();
}

void NetworkTableCard::setEmpty(const QString &title, const QString &guidance, const QString &action)
{
    m_emptyTitle = title;
    m_emptyGuidance = guidance;
    m_emptyAction = action;
    if (m_search->text().isEmpty())
        m_table->emptyState()->setContent(title, guidance, action);
    else
        m_table->emptyState()->setContent(tr("Nothing matches"), tr("No listed network contains or is called that."),
                                          tr("Show all"));
}

void NetworkTableCard::setVisibleRows(int rows)
{
    m_visibleRows = qMax(3, rows);
    updateHeight();
}

void NetworkTableCard::updateHeight()
{
    const int rows = m_model->rowCount();
    const int header = m_table->horizontalHeader()->sizeHint().height();
    m_table->setFixedHeight(rows == 0 ? emptyHeight
                                      : header + qMin(rows, m_visibleRows) * Theme::current().rowHeight() + 2);
}

void NetworkTableCard::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void NetworkTableCard::choose(const QString &network)
{
    for (int number = 0; number < m_model->rowCount() && !network.isEmpty(); ++number) {
        if (m_model->row(number)->network.network != network) continue;
        const QModelIndex index = m_proxy->mapFromSource(m_model->index(number, 0));
        if (index.isValid()) m_table->setCurrentIndex(index);
        return;
    }
}

void NetworkTableCard::updateFooter()
{
    const DraftRow *row = m_model->row(currentRow());
    const bool changed = row && row->change != RowChange::None;
    m_edit->setEnabled(m_editable && row && row->change != RowChange::Removed);
    m_remove->setEnabled(m_editable && row);
    m_remove->setText(changed ? tr("Und&o") : tr("&Remove"));
    const int all = m_model->rowCount(), shown = m_proxy->rowCount();
    m_summary->setText(shown == all ? tr("%n network(s)", nullptr, all)
                                    : tr("%1 of %n network(s)", nullptr, all).arg(countText(shown)));
}

void NetworkTableCard::removeOrRestore()
{
    const DraftRow *row = m_model->row(currentRow());
    if (!row || !m_remove->isEnabled()) return;
    if (row->change == RowChange::None)
        Q_EMIT removeRequested(currentRow());
    else
        Q_EMIT restoreRequested(currentRow());
}

bool NetworkTableCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeOrRestore();
        return true;
    }
    return Card::eventFilter(watched, event);
}

}  // namespace lw::ui
