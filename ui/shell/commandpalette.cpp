// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/common/theme.h"
#include "ui/shell/fuzzy.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace lw::ui {

namespace {

constexpr int hintRole = Qt::UserRole + 1;
constexpr int commandRole = Qt::UserRole + 2;
constexpr int paletteWidth = 520;
constexpr int rowHeight = 34;
constexpr int mostRows = 9;

class CommandDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.tokens().accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), Theme::controlRadius, Theme::controlRadius);
        }
        const QRect inner = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(theme.font(FontRole::Body));
        painter->setPen(theme.tokens().text);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->setFont(theme.font(FontRole::Secondary));
        painter->setPen(theme.tokens().dim);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, index.data(hintRole).toString());
        painter->restore();
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window), m_edit(new QLineEdit), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_edit->setObjectName(QStringLiteral("commandPaletteEdit"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->setPlaceholderText(tr("Go to a page or do something…"));
    m_list->setObjectName(QStringLiteral("commandPaletteList"));
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(QList<Command> commands)
{
    m_commands = std::move(commands);
    m_before = QApplication::focusWidget();
    m_edit->clear();
    narrow({});
    raise();
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QStringList CommandPalette::shownTitles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->rowCount(); ++row)
        titles.append(m_model->item(row)->text());
    return titles;
}

void CommandPalette::narrow(const QString &query)
{
    struct Match {
        int score;
        int index;
    };
    QList<Match> matches;
    for (int i = 0; i < m_commands.size(); ++i)
        if (const int score = fuzzyScore(query, m_commands.at(i).title); score > 0) matches.append({score, i});
    if (!query.isEmpty())
        std::stable_sort(matches.begin(), matches.end(),
                         [](const Match &a, const Match &b) { return a.score > b.score; });
    m_model->clear();
    for (const Match &match : matches) {
        auto *item = new QStandardItem(m_commands.at(match.index).title);
        item->setData(m_commands.at(match.index).hint, hintRole);
        item->setData(match.index, commandRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2);
    const int width = std::min(paletteWidth, parentWidget()->width() - 40);
    setGeometry((parentWidget()->width() - width) / 2, 72, width, rows * rowHeight + 32 + 26);
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) return;
    const auto run = m_commands.at(current.data(commandRole).toInt()).run;
    dismiss();
    if (run) run();
}

void CommandPalette::dismiss()
{
    hide();
    const QPointer<QWidget> before = m_before;
    m_before = nullptr;
    if (before && before->isVisible()) before->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        m_before = nullptr;
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape: dismiss(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: runCurrent(); return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QApplication::sendEvent(m_list, event); return true;
        default: return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.control);
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
}

}  // namespace lw::ui
