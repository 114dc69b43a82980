// SPDX-License-Identifier: GPL-3.0-or-later
// A command with actions ("people list", "people create"): finds the action, or lists them.
#pragma once

#include <QStringList>

#include <span>

namespace lw::ctl {

struct Action {
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);  ///< what follows the action's name
};

int runAction(const char *command, std::span<const Action> actions, QStringList arguments);

}  // namespace lw::ctl
