// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of a role means, in sentences. Pure.
#pragma once

#include "core/policy/rolerules.h"

namespace lw::ui {

/// What to do about a role that may not be: "Choose another name: …".
QString roleFaultWords(policy::RoleFault fault);

/// One line for all people who gain and lose the same: "3 people gain: take logs and reports away (Ann Lee, …)." Empty
/// when nobody is affected.
QStringList roleEffectLines(const QList<policy::RoleEffect> &effects, const QList<User> &users);

/// People who hold the role; disabled ones do not count.
int holdersOf(const QString &role, const QList<User> &users);

}  // namespace lw::ui
