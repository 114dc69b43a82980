// SPDX-License-Identifier: GPL-3.0-or-later
// The seam for modal dialogs with answers given beforehand; records what was asked.
#pragma once

#include "ui/common/dialogs.h"

#include <QStringList>

namespace lw::test {

class PreparedAnswers final : public ui::Dialogs {
  public:
    QString path;       ///< what saveFile() and openFile() answer
    bool agree = true;  ///< what confirm() answers
    QStringList asked;  ///< suggested names, questions and messages, in order

    QString saveFile(QWidget *, const QString &, const QString &suggestedName, const QString &) override
    {
        asked << suggestedName;
        return path;
    }
    QString openFile(QWidget *, const QString &title, const QString &) override
    {
        asked << title;
        return path;
    }
    bool confirm(QWidget *, const ui::Question &question) override
    {
        asked << question.text;
        return agree;
    }
    void inform(QWidget *, const QString &, const QString &text) override { asked << text; }
};

}  // namespace lw::test
