// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key, shown once: to save as a sheet or as text, and the person's word that it is stored.
#pragma once

#include "core/util/secret.h"
#include "ui/common/step.h"

class QCheckBox;
class QLabel;

namespace lw::ui {

class Dialogs;

class RecoveryStep final : public Step {
    Q_OBJECT
  public:
    explicit RecoveryStep(Dialogs &dialogs, QWidget *parent = nullptr);
    ~RecoveryStep() override;
    void setKey(Secret key, const QString &about, const QString &note);
    QString nextText() const override { return tr("&Finish"); }
    bool canSubmit() const override;
    void submit() override;
    void begin() override;

  private:
    void save(bool asPdf);

    Dialogs &m_dialogs;
    Secret m_key;
    QString m_about;
    QLabel *m_shown;
    QLabel *m_note;
    QLabel *m_saved;
    QCheckBox *m_stored;
};

}  // namespace lw::ui
