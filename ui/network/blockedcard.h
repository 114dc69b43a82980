// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that are turned away: why, until when, what stands in the log about them, and the way to let them back in.
#pragma once

#include "core/protocol/networkaccess.h"
#include "ui/common/card.h"

class QPushButton;

namespace lw::ui {

class BlockedCard final : public Card {
    Q_OBJECT
  public:
    explicit BlockedCard(QWidget *parent = nullptr);

    void show(const protocol::BlockList &blocks, bool mayChange, const QDateTime &now);
    void showProblem(const QString &sentence);
    /// Only the ends of blocks move on.
    void tick(const QDateTime &now);

  Q_SIGNALS:
    void evidenceRequested(const QString &address);
    void liftRequested(const QString &address);
    void pinRequested(const QString &address);
    void blockRequested();
    void rulesRequested();

  private:
    void rebuild();
    QWidget *entry(const BlockedAddress &block);

    protocol::BlockList m_blocks;
    QDateTime m_now;
    bool m_mayChange = false;
    int m_shown = 0;
    QLabel *m_rules;
    QLabel *m_empty;
    QWidget *m_list;
    QPushButton *m_more;
    QPushButton *m_change;
    QPushButton *m_block;
    QStringList m_held;  ///< addresses of the rows that are shown
};

}  // namespace lw::ui
