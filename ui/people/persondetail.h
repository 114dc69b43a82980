// SPDX-License-Identifier: GPL-3.0-or-later
// One person in full: states, rules, history. Fills a DetailPanel.
#pragma once

#include "core/people/peopleservice.h"

namespace lw::ui {

class DetailPanel;

/// Link of the panel that leads to the person's events; see DetailPanel::linkActivated().
inline constexpr char personHistoryLink[] = "history";

/// Everything but what happened: that follows with addPersonHistory(), below everything else.
void fillPersonPanel(DetailPanel &panel, const people::PersonRow &row, const Customer &customer);
void addPersonHistory(DetailPanel &panel, const people::PersonHistory &history, const QDateTime &now);

/// The sentences of the box "What the rules say": the policy, then each standard.
QString rulesText(const people::PersonRow &row, const PasswordPolicy &policy);

}  // namespace lw::ui
