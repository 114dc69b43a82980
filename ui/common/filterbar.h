// SPDX-License-Identifier: GPL-3.0-or-later
// One line that narrows a page: "key:value" tokens shown as chips, free words beside them, Tab completes.
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <functional>

class QCompleter;
class QLabel;
class QStringListModel;

namespace lw::ui {

/// The line itself; found by the objectName of the bar + "Edit".
class TokenEdit final : public QLineEdit {
    Q_OBJECT
  public:
    explicit TokenEdit(QWidget *parent = nullptr);
    /// Given the word before the cursor, the words it may become.
    void setCompletions(std::function<QStringList(const QString &word)> completions);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

  private:
    QPair<int, int> wordAtCursor() const;  ///< start, length
    void insertCompletion(const QString &completion);
    void updateCompletions();
    void colourTokens();

    std::function<QStringList(const QString &)> m_completions;
    QCompleter *m_completer;
    QStringListModel *m_words;
    bool m_colouring = false;
};

class FilterBar final : public QWidget {
    Q_OBJECT
  public:
    /// objectName names the bar; its edit is objectName + "Edit". label is what a screen reader says.
    FilterBar(const QString &objectName, const QString &label, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);  ///< says changed() at once when it differs
    void setPlaceholder(const QString &text);
    void setCompletions(std::function<QStringList(const QString &word)> completions);
    /// A sentence below the line that says which word is not understood and what to write; empty: none.
    void setError(const QString &sentence);
    TokenEdit *edit() const { return m_edit; }

  Q_SIGNALS:
    /// 200 ms after the last key, or at once on Return.
    void changed(const QString &text);

  private:
    TokenEdit *m_edit;
    QLabel *m_error;
    QTimer m_pause;
    QString m_said;
};

}  // namespace lw::ui
