// SPDX-License-Identifier: GPL-3.0-or-later
// Several back ends: which one to open, or a new one.
#pragma once

#include "ui/connect/gateframe.h"

#include <QList>

class QListWidget;

namespace lw::ui {

struct ProfileChoice {
    QString id;
    QString name;
    QString host;
    QString who;  ///< "ann.lee@acme"
};

class ProfileChooser final : public GateFrame {
    Q_OBJECT
  public:
    explicit ProfileChooser(const QList<ProfileChoice> &choices, QWidget *parent = nullptr);

  Q_SIGNALS:
    void chosen(const QString &id);
    void newRequested();

  protected:
    void showEvent(QShowEvent *event) override;

  private:
    QListWidget *m_list;
};

}  // namespace lw::ui
