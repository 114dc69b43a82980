// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is given: the open profile, the seam for modal dialogs, and the clock by which ages are told.
#pragma once

#include "core/util/clock.h"

namespace lw::session {
class ConsoleSession;
}

namespace lw::ui {

class Dialogs;

struct PageContext {
    session::ConsoleSession &session;
    Dialogs &dialogs;
    const Clock &clock;
};

}  // namespace lw::ui
