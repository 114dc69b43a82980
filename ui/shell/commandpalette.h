// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: type a few letters, Return does it. Lies over the window, no window of its own; Escape or a click elsewhere
// closes it.
#pragma once

#include <QFrame>
#include <QKeySequence>
#include <QList>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace lw::ui {

struct Command {
    QString title;
    QString hint;  ///< group or shortcut, shown at the right
    std::function<void()> run;
};

class CommandPalette final : public QFrame {
    Q_OBJECT
  public:
    explicit CommandPalette(QWidget *window);
    void open(QList<Command> commands);
    QStringList shownTitles() const;

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

  private:
    void narrow(const QString &query);
    void runCurrent();
    void dismiss();

    QList<Command> m_commands;
    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    QPointer<QWidget> m_before;
};

}  // namespace lw::ui
