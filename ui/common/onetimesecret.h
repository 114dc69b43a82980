// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that is shown once: to copy and to hand over, then gone from this program and from the clipboard.
#pragma once

#include "core/util/secret.h"
#include "ui/common/formdialog.h"

#include <QList>

class QLabel;

namespace lw::ui {

struct OneTimeSecret {
    QString title;                           ///< "One-time password of Ann Lee"
    QString advice;                          ///< how to hand it over, and what becomes of it
    QString label;                           ///< "One-time password"
    Secret secret;                           ///< UTF-8 text
    QList<QPair<QString, QString>> besides;  ///< what belongs to it and is no secret: "Login name", "ann.lee"
};

class OneTimeSecretDialog final : public FormDialog {
    Q_OBJECT
  public:
    explicit OneTimeSecretDialog(OneTimeSecret shown, QWidget *parent = nullptr);
    ~OneTimeSecretDialog() override;
    void done(int result) override;

  private:
    void copy();
    void wipeShown();

    Secret m_secret;
    QLabel *m_shown;
    QLabel *m_copied;
};

/// Into the clipboard, marked so that clipboard histories leave it out; whatever is still there after `seconds`, or at
/// forgetCopied(), is removed.
void copySecret(const Secret &secret, int seconds = 60);
void forgetCopied();

}  // namespace lw::ui
