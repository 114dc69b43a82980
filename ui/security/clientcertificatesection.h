// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate that is shown to the back end; it lies in the cache with its key.
#pragma once

#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/dialogs.h"

namespace lw::ui {

class ClientCertificateSection final : public Card {
    Q_OBJECT
  public:
    ClientCertificateSection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent = nullptr);
};

}  // namespace lw::ui
