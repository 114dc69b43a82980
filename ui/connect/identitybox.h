// SPDX-License-Identifier: GPL-3.0-or-later
// Which certificate this person shows to the back end, with the ways to choose another and to show none.
#pragma once

#include "ui/connect/identitydialog.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace lw::ui {

class IdentityBox final : public QWidget {
    Q_OBJECT
  public:
    struct Ways {
        std::function<std::optional<net::CertificateFacts>()> shown;
        IdentityDialog::Use use;
        std::function<void(QObject *context, Callback<void> done)> remove;
    };
    IdentityBox(Dialogs &dialogs, Ways ways, QWidget *parent = nullptr);

    void refresh();
    void focusChoose();

  Q_SIGNALS:
    void changed();

  private:
    void choose();
    void remove();

    Dialogs &m_dialogs;
    Ways m_ways;
    QLabel *m_text;
    QLabel *m_problem;
    QPushButton *m_choose;
    QPushButton *m_remove;
};

}  // namespace lw::ui
