// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons at the foot of the detail panel, for one person and for many.
#pragma once

#include "ui/people/peopleacts.h"

class QMenu;

namespace lw::ui {

class DetailPanel;

/// own: it is whoever sits here. What cannot be done is grey and says why.
void addPersonActions(DetailPanel &panel, PeopleActs &acts, const User &user, bool own);
void addSelectionActions(DetailPanel &panel, PeopleActs &acts, const QList<people::PersonRow> &rows);

/// What is seldom needed; the menu deletes itself when it closes.
QMenu *personMenu(PeopleActs &acts, const User &user, bool own, QWidget *parent);

}  // namespace lw::ui
