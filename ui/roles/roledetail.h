// SPDX-License-Identifier: GPL-3.0-or-later
// One role in full: what it allows, who has it, what it asks for. Fills a DetailPanel.
#pragma once

#include "core/people/peoplelist.h"

namespace lw::ui {

class DetailPanel;

/// Link of the panel that leads to the people who hold the role; see DetailPanel::linkActivated().
inline constexpr char roleHoldersLink[] = "holders";

void fillRolePanel(DetailPanel &panel, const Role &role, const people::PeopleList &people);

}  // namespace lw::ui
