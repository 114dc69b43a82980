// SPDX-License-Identifier: GPL-3.0-or-later
// What needs a decision, most urgent first: a word, a sentence with numbers, and the way to the evidence.
#pragma once

#include "core/loginlog/overview.h"
#include "ui/common/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace lw::ui {

/// The words of one item, and where its link leads.
struct AttentionWords {
    QString pill;
    Tone tone = Tone::Neutral;
    QString sentence;
    QString linkText;
    QString pageId;
    QString filter;
};

AttentionWords attentionWords(const loginlog::AttentionItem &item);

class AttentionList final : public QWidget {
    Q_OBJECT
  public:
    explicit AttentionList(QWidget *parent = nullptr);
    void setItems(const QList<loginlog::AttentionItem> &items);

  Q_SIGNALS:
    void navigate(const QString &pageId, const QString &filter);

  private:
    void addItem(const AttentionWords &words, int number);
    QVBoxLayout *m_column;
};

}  // namespace lw::ui
