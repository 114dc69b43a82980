// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationrail.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace lw::ui {

namespace {

/// The mark and the name above the pages.
class Brand final : public QWidget {
  public:
    explicit Brand(QWidget *parent) : QWidget(parent) { setFixedHeight(34); }

  protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tokens().accent);
        const QRectF mark(10, (height() - 18) / 2.0, 18, 18);
        painter.drawRoundedRect(mark, 5, 5);
        // Three lines, one of them guarded: the same drawing as the program's icon.
        painter.setPen(QPen(theme.tokens().onAccent, 1.6, Qt::SolidLine, Qt::RoundCap));
        for (int i = 0; i < 3; ++i) {
            const double y = mark.top() + 5.2 + i * 3.8;
            painter.drawLine(QPointF(mark.left() + 4.4, y), QPointF(mark.left() + (i == 1 ? 9.2 : 13.6), y));
        }
        QFont font = theme.font(FontRole::BodyStrong);
        font.setPixelSize(15);
        painter.setFont(font);
        painter.setPen(theme.tokens().text);
        painter.drawText(rect().adjusted(36, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("Linewarden"));
    }
};

}  // namespace

RailItem::RailItem(const QString &id, const QString &title, QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("nav_") + id);
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(32);
    setAccessibleName(title);
}

void RailItem::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n item(s) need action", nullptr, count) : QString());
    setToolTip(accessibleDescription());
    update();
}

void RailItem::enterEvent(QEnterEvent *)
{
    update();
}

void RailItem::leaveEvent(QEvent *)
{
    update();
}

void RailItem::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.accentSoft : t.window);
        painter.drawRoundedRect(shape, Theme::controlRadius, Theme::controlRadius);
    }
    if (hasFocus()) {
        painter.setPen(t.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(shape, Theme::controlRadius, Theme::controlRadius);
    }
    painter.setFont(theme.font(isChecked() ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(isChecked() ? t.accentText : t.dim);
    const QRect inner = rect().adjusted(10, 0, -10, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_badge <= 0) return;
    painter.setFont(theme.font(FontRole::LabelStrong));
    const QString count = m_badge > 999 ? QStringLiteral("999+") : QString::number(m_badge);
    const int width = qMax(18, painter.fontMetrics().horizontalAdvance(count) + 10);
    const QRect pill(inner.right() + 1 - width, (height() - 18) / 2, width, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.badSoft);
    painter.drawRoundedRect(pill, 9, 9);
    painter.setPen(t.bad);
    painter.drawText(pill, Qt::AlignCenter, count);
}

void RailItem::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
        case Qt::Key_Up: focusNextPrevChild(false); return;
        case Qt::Key_Down: focusNextPrevChild(true); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: click(); return;
        default: QAbstractButton::keyPressEvent(event);
    }
}

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent),
      m_column(new QVBoxLayout(this)),
      m_footer(new QLabel),
      m_footerSecond(new QLabel),
      m_menu(new RailItem(QStringLiteral("menu"), tr("Menu")))
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(railWidth);
    m_column->setContentsMargins(8, 8, 8, 12);
    m_column->setSpacing(2);
    m_column->addWidget(new Brand(this));
    m_column->addSpacing(8);
    m_column->addStretch(1);
    setRole(m_footer, LabelRole::Secondary);
    setRole(m_footerSecond, LabelRole::Label);
    for (QLabel *label : {m_footer, m_footerSecond}) {
        label->setContentsMargins(10, 0, 4, 0);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_column->addWidget(label);
    }
    m_column->addSpacing(4);
    m_menu->setCheckable(false);
    m_column->addWidget(m_menu);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NavigationRail::addPage(const QString &id, const QString &title, const QString &group)
{
    // Stretch, two footer lines, spacing and menu stand below the pages.
    const auto place = [this] { return m_column->count() - 5; };
    if (group != m_lastGroup) {
        m_lastGroup = group;
        auto *head = new QLabel(group);
        setRole(head, LabelRole::Label);
        head->setContentsMargins(10, 12, 0, 4);
        m_column->insertWidget(place(), head);
    }
    auto *item = new RailItem(id, title, this);
    m_column->insertWidget(place(), item);
    connect(item, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
}

RailItem *NavigationRail::item(const QString &id) const
{
    return findChild<RailItem *>(QStringLiteral("nav_") + id);
}

void NavigationRail::setCurrent(const QString &id)
{
    const auto items = findChildren<RailItem *>();
    for (RailItem *item : items)
        if (item != m_menu) item->setChecked(item->objectName() == QStringLiteral("nav_") + id);
}

void NavigationRail::setBadge(const QString &id, int count)
{
    if (RailItem *found = item(id)) found->setBadge(count);
}

void NavigationRail::setFooter(const QString &line, const QString &secondLine)
{
    m_footer->setText(line);
    m_footer->setToolTip(line);
    m_footerSecond->setText(secondLine);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

}  // namespace lw::ui
