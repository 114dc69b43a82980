// SPDX-License-Identifier: GPL-3.0-or-later
// How long each class of data is kept, and what the standards say of it.
#pragma once

#include "core/domain/retention.h"
#include "ui/common/card.h"

#include <array>

class QHBoxLayout;

namespace lw::ui {

class RulesCard final : public Card {
    Q_OBJECT
  public:
    explicit RulesCard(QWidget *parent = nullptr);

    void setRules(const RetentionRules &rules);
    /// Instead of rules: why there are none.
    void setUnknown();

  private:
    struct Row {
        QLabel *kept = nullptr;
        QHBoxLayout *pills = nullptr;
    };
    void clearPills(Row &row);
    std::array<Row, 4> m_rows;
};

}  // namespace lw::ui
