// SPDX-License-Identifier: GPL-3.0-or-later
// What the policy has to say about the list that is shown: refusals, then what is pointed out, then notes. Hidden while
// there is nothing.
#pragma once

#include "core/policy/allowlist.h"
#include "ui/common/card.h"

namespace lw::ui {

class FindingsCard final : public Card {
    Q_OBJECT
  public:
    explicit FindingsCard(QWidget *parent = nullptr);
    void setFindings(const std::vector<policy::AllowlistFinding> &findings);
    QStringList sentences() const { return m_sentences; }

  private:
    QWidget *m_list;
    QStringList m_sentences;
};

}  // namespace lw::ui
