// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/blockedcard.h"

#include "core/policy/blocking.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/network/networkwords.h"

#include <QBoxLayout>
#include <QPainter>

namespace lw::ui {

namespace {

constexpr int shownAtFirst = 20;
constexpr int addressWidth = 190;

/// A row with a line above it, but for the first.
class Row final : public QWidget {
  public:
    explicit Row(bool first) : m_first(first) { setFixedHeight(Theme::current().rowHeight()); }

  protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_first) return;
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, width(), 1), Theme::current().tokens().line);
    }

  private:
    bool m_first;
};

/// One line that gives way when the card is narrow; the whole of it is in the tool tip.
class Elided final : public QLabel {
  public:
    explicit Elided(const QString &text) : QLabel(text)
    {
        setToolTip(text);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

  protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::current().tokens().dim);
        painter.setFont(Theme::current().font(FontRole::Secondary));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QPushButton *link(const QString &objectName, const QString &text, const QString &accessibleName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    setRole(button, ButtonRole::Link);
    return button;
}

}  // namespace

BlockedCard::BlockedCard(QWidget *parent)
    : Card(tr("Blocked addresses"), parent),
      m_rules(new QLabel),
      m_empty(new QLabel),
      m_list(new QWidget),
      m_more(new QPushButton),
      m_change(new QPushButton(tr("R&ules…"))),
      m_block(new QPushButton(tr("&Block an address…")))
{
    setObjectName(QStringLiteral("blockedCard"));
    m_change->setObjectName(QStringLiteral("blockedRules"));
    m_block->setObjectName(QStringLiteral("blockedAdd"));
    addHeaderWidget(m_change);
    addHeaderWidget(m_block);
    m_rules->setObjectName(QStringLiteral("blockedRulesText"));
    m_rules->setWordWrap(true);
    setRole(m_rules, LabelRole::Secondary);
    m_empty->setObjectName(QStringLiteral("blockedEmpty"));
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_more->setObjectName(QStringLiteral("blockedMore"));
    setRole(m_more, ButtonRole::Link);
    m_more->hide();
    body()->addWidget(m_rules);
    body()->addWidget(m_list);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    body()->addWidget(m_empty);
    body()->addStretch(1);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_shown += 10 * shownAtFirst;
        rebuild();
    });
    connect(m_change, &QPushButton::clicked, this, &BlockedCard::rulesRequested);
    connect(m_block, &QPushButton::clicked, this, &BlockedCard::blockRequested);
}

void BlockedCard::show(const protocol::BlockList &blocks, bool mayChange, const QDateTime &now)
{
    m_blocks = blocks;
    m_mayChange = mayChange;
    m_now = now;
    m_shown = shownAtFirst;
    m_rules->setText(blockingRules(blocks.policy));
    m_rules->show();
    m_change->setEnabled(mayChange);
    m_block->setEnabled(mayChange);
    rebuild();
}

void BlockedCard::showProblem(const QString &sentence)
{
    m_blocks = {};
    m_change->setEnabled(false);
    m_block->setEnabled(false);
    m_rules->hide();
    rebuild();
    m_empty->setText(sentence);
}

void BlockedCard::tick(const QDateTime &now)
{
    m_now = now;
    QStringList holding;
    for (const BlockedAddress &block : std::as_const(m_blocks.blocked))
        if (policy::holds(block, now)) holding << block.address;
    if (holding.mid(0, m_held.size()) != m_held || holding.size() < m_held.size()) rebuild();
}

void BlockedCard::rebuild()
{
    body()->removeWidget(m_list);
    m_list->hide();
    m_list->deleteLater();
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_held.clear();
    int holding = 0;
    for (const BlockedAddress &block : std::as_const(m_blocks.blocked)) {
        if (!policy::holds(block, m_now)) continue;
        if (++holding > m_shown) continue;
        column->addWidget(entry(block));
        m_held << block.address;
    }
    body()->insertWidget(1, m_list);
    m_list->setVisible(holding > 0);
    m_more->setText(tr("Show %n more", nullptr, holding - m_shown));
    m_more->setVisible(holding > m_shown);
    m_empty->setText(tr("Nobody is blocked at this moment."));
    m_empty->setVisible(holding == 0);
    setTitle(holding > 0 ? tr("Blocked addresses: %1").arg(holding) : tr("Blocked addresses"));
}

QWidget *BlockedCard::entry(const BlockedAddress &block)
{
    auto *row = new Row(m_held.isEmpty());
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto *address = new QLabel(block.address);
    address->setFont(Theme::current().font(FontRole::Mono));
    address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    address->setMinimumWidth(addressWidth);
    line->addWidget(address);
    if (block.pinned) line->addWidget(new Pill(tr("pinned"), Tone::Warning));
    line->addWidget(new Elided(blockWords(block, m_now)), 1);
    const QString name = block.address;
    auto *evidence = link(QStringLiteral("blockEvidence_") + name, tr("Evidence"), tr("Evidence about %1").arg(name));
    line->addWidget(evidence);
    connect(evidence, &QPushButton::clicked, this, [this, name] { Q_EMIT evidenceRequested(name); });
    if (!block.pinned) {
        auto *pin = link(QStringLiteral("blockPin_") + name, tr("Pin…"), tr("Keep %1 blocked").arg(name));
        pin->setEnabled(m_mayChange);
        line->addWidget(pin);
        connect(pin, &QPushButton::clicked, this, [this, name] { Q_EMIT pinRequested(name); });
    }
    auto *lift = link(QStringLiteral("blockLift_") + name, tr("Lift…"), tr("Lift the block of %1").arg(name));
    lift->setEnabled(m_mayChange);
    line->addWidget(lift);
    connect(lift, &QPushButton::clicked, this, [this, name] { Q_EMIT liftRequested(name); });
    return row;
}

}  // namespace lw::ui
