// SPDX-License-Identifier: GPL-3.0-or-later
// The seam for everything modal. Pages ask through it; the program answers with real dialogs, tests with prepared ones.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace lw::ui {

struct Question {
    QString title;
    QString text;         ///< says in numbers what will happen
    QString wayBack;      ///< how it can be undone; may be empty
    QString confirmText;  ///< the verb on the button
    bool destructive = false;
};

class Dialogs {
  public:
    virtual ~Dialogs() = default;
    /// Path to write to, or empty when the person gave up. filter as QFileDialog takes it ("PDF (*.pdf)").
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                             const QString &filter) = 0;
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual bool confirm(QWidget *parent, const Question &question) = 0;
    virtual void inform(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// The real ones.
class NativeDialogs final : public Dialogs {
  public:
    QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                     const QString &filter) override;
    QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    bool confirm(QWidget *parent, const Question &question) override;
    void inform(QWidget *parent, const QString &title, const QString &text) override;
};

}  // namespace lw::ui
