// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/rolematrixview.h"

#include "ui/common/theme.h"
#include "ui/roles/rolematrixmodel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>

namespace lw::ui {

namespace {

constexpr int leastColumn = 78;
constexpr int mostColumn = 190;
constexpr int mostForWord = 130;
constexpr int headMargin = 6;
constexpr int headHeight = 64;
constexpr int labelWidth = 274;
constexpr int boxSide = 16;

void paintTick(QPainter &painter, const QRectF &box, const QColor &colour)
{
    QPainterPath tick;
    tick.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.53);
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.72);
    tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.30);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

}  // namespace

RoleMatrixView::RoleMatrixView(QWidget *parent) : QTableView(parent)
{
    setHorizontalHeader(new RoleHeader(this));
    setVerticalHeader(new PermissionHeader(this));
    setItemDelegate(new RoleCellDelegate(this));
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerItem);
    setVerticalScrollMode(ScrollPerPixel);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) { chooseColumn(column); });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        layoutColumns();
        viewport()->update();
        horizontalHeader()->viewport()->update();
        verticalHeader()->viewport()->update();
    });
}

void RoleMatrixView::setModel(QAbstractItemModel *newModel)
{
    QTableView::setModel(newModel);
    if (newModel) connect(newModel, &QAbstractItemModel::modelReset, this, &RoleMatrixView::layoutColumns);
    layoutColumns();
}

void RoleMatrixView::layoutColumns()
{
    if (!model() || model()->columnCount() == 0) return;
    const int columns = model()->columnCount();
    const int share = qBound(wordColumn(), viewport()->width() / columns, mostColumn);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, share);
    const int row = Theme::current().density() == Density::Compact ? 24 : 29;
    for (int r = 0; r < model()->rowCount(); ++r)
        setRowHeight(r, row);
}

// As wide as the longest word of a role's name, which does not wrap.
int RoleMatrixView::wordColumn() const
{
    const QFontMetrics metrics(Theme::current().font(FontRole::SecondaryStrong));
    int widest = leastColumn;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString name = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &word : words)
            widest = qMax(widest, metrics.horizontalAdvance(word) + 2 * headMargin + 2);
    }
    return qMin(widest, mostForWord);
}

void RoleMatrixView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void RoleMatrixView::chooseColumn(int column)
{
    if (!model() || column < 0 || column >= model()->columnCount()) return;
    int row = currentIndex().isValid() ? currentIndex().row() : 0;
    while (row < model()->rowCount() && !(model()->flags(model()->index(row, column)) & Qt::ItemIsEnabled))
        ++row;
    setCurrentIndex(model()->index(row, column));
}

void RoleMatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.column() == previous.column() && current.isValid() == previous.isValid()) return;
    viewport()->update();
    horizontalHeader()->viewport()->update();
    Q_EMIT currentRoleChanged(current.column());
}

RoleHeader::RoleHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("roleHeader"));
    setAccessibleName(tr("Roles"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(leastColumn);
}

QSize RoleHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headHeight};
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::current();
    const Tokens &t = theme.tokens();
    const auto *view = qobject_cast<const QTableView *>(parentWidget());
    const bool chosen = view && view->currentIndex().column() == section;
    const bool changed = model()->headerData(section, Qt::Horizontal, RoleMatrixModel::ChangedRole).toBool();
    painter->save();
    painter->fillRect(rect, chosen ? t.accentSoft : t.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    const QRect inner = rect.adjusted(headMargin, 6, -headMargin, -6);
    painter->setFont(theme.font(FontRole::SecondaryStrong));
    painter->setPen(chosen ? t.accentText : t.text);
    const QString name = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    QString shown = name;
    // Names made of one long word do not wrap.
    const QFontMetrics metrics = painter->fontMetrics();
    if (!name.contains(QLatin1Char(' '))) shown = metrics.elidedText(name, Qt::ElideRight, inner.width());
    painter->drawText(inner.adjusted(0, 0, 0, -17), Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, shown);
    painter->setFont(theme.font(FontRole::Label));
    painter->setPen(changed ? t.strong(Tone::Warning) : t.dim);
    const int people = model()->headerData(section, Qt::Horizontal, RoleMatrixModel::PeopleRole).toInt();
    painter->drawText(inner, Qt::AlignHCenter | Qt::AlignBottom,
                      changed ? RoleMatrixView::tr("changed") : RoleMatrixView::tr("%n people", nullptr, people));
    painter->restore();
}

PermissionHeader::PermissionHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setObjectName(QStringLiteral("permissionHeader"));
    setAccessibleName(tr("Permissions"));
    setHighlightSections(false);
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(20);
}

QSize PermissionHeader::sizeHint() const
{
    return {labelWidth, QHeaderView::sizeHint().height()};
}

void PermissionHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::current();
    const Tokens &t = theme.tokens();
    const bool heading = model()->headerData(section, Qt::Vertical, RoleMatrixModel::HeadingRole).toBool();
    painter->save();
    painter->fillRect(rect, heading ? t.window : t.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    painter->setFont(theme.font(heading ? FontRole::SecondaryStrong : FontRole::Body));
    painter->setPen(heading ? t.dim : t.text);
    const QRect inner = rect.adjusted(heading ? 12 : 20, 0, -6, 0);
    painter->drawText(
        inner, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(model()->headerData(section, Qt::Vertical, Qt::DisplayRole).toString(),
                                          Qt::ElideRight, inner.width()));
    painter->restore();
}

void RoleCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Theme::current().tokens();
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool chosen = view && view->currentIndex().column() == index.column();
    const bool heading = index.data(RoleMatrixModel::HeadingRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, heading ? t.window : chosen ? t.accentSoft : t.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (!heading) {
        const bool allowed = index.data(RoleMatrixModel::AllowedRole).toBool();
        const bool free = index.data(RoleMatrixModel::LockedRole).toString().isEmpty();
        const bool changed = index.data(RoleMatrixModel::ChangedRole).toBool();
        QRectF box(0, 0, boxSide, boxSide);
        box.moveCenter(QRectF(option.rect).center());
        const bool current = view && view->currentIndex() == index && view->hasFocus();
        if (current) {
            painter->setPen(QPen(t.accent, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(3.5, 2.5, -3.5, -3.5), 5, 5);
        }
        if (free) {
            painter->setPen(changed ? t.strong(Tone::Warning) : allowed ? t.accent : mix(t.dim, t.panel, 0.75));
            painter->setBrush(allowed ? t.accent : t.panel);
            painter->drawRoundedRect(box, 4, 4);
            if (allowed) paintTick(*painter, box, t.onAccent);
            if (changed) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(t.mark(Tone::Warning));
                painter->drawEllipse(QPointF(box.right() + 8, box.center().y()), 3, 3);
            }
        } else if (allowed) {
            paintTick(*painter, box, t.strong(Tone::Good));
        } else {
            painter->setPen(QPen(mix(t.dim, t.panel, 0.5), 1.4));
            painter->drawLine(QPointF(box.center().x() - 4, box.center().y()),
                              QPointF(box.center().x() + 4, box.center().y()));
        }
    }
    painter->restore();
}

bool RoleCellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    // The whole cell is the check box.
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        toggles = mouse->button() == Qt::LeftButton && option.rect.contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        toggles = key->key() == Qt::Key_Space || key->key() == Qt::Key_Select;
    }
    if (!toggles || !(model->flags(index) & Qt::ItemIsUserCheckable)) return false;
    const bool allowed = index.data(RoleMatrixModel::AllowedRole).toBool();
    return model->setData(index, allowed ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace lw::ui
