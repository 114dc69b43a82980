// SPDX-License-Identifier: GPL-3.0-or-later
// Answers dialogs for the unattended demo: files go where it says, questions are answered with yes.
#pragma once

#include "ui/common/dialogs.h"

namespace lw::app {

class ScriptedDialogs final : public ui::Dialogs {
  public:
    void setNextFile(const QString &path) { m_path = path; }
    QString lastMessage() const { return m_message; }

    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return m_path; }
    QString openFile(QWidget *, const QString &, const QString &) override { return {}; }
    bool confirm(QWidget *, const ui::Question &) override { return true; }
    void inform(QWidget *, const QString &, const QString &text) override { m_message = text; }

  private:
    QString m_path;
    QString m_message;
};

}  // namespace lw::app
