// SPDX-License-Identifier: GPL-3.0-or-later
// The alarm for a log that was rewritten, truncated or forked: across the whole window, in words, with both signed
// heads as evidence. It stays until somebody says that it was read; the evidence stays in the cache.
#pragma once

#include "ui/shell/shellservice.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace lw::ui {

class TamperAlert final : public QFrame {
    Q_OBJECT
  public:
    explicit TamperAlert(QWidget *parent = nullptr);
    void showFacts(const TamperFacts &facts);
    /// The text of a file for the auditor: what was found when, and both signed heads.
    static QString evidenceText(const TamperFacts &facts);

  Q_SIGNALS:
    /// Save both heads: the text of a file for the auditor.
    void saveRequested(const QString &evidence);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    TamperFacts m_facts;
    QLabel *m_title;
    QLabel *m_message;
    QLabel *m_meaning;
    QLabel *m_trusted;
    QLabel *m_offending;
    QPushButton *m_save;
    QPushButton *m_read;
};

}  // namespace lw::ui
