// SPDX-License-Identifier: GPL-3.0-or-later
// "Before you save": what a proposed list would have done to the logins of the last 30 days, whether the person making
// the change stays in, and the button that puts it into force until it is confirmed.
#pragma once

#include "ui/common/card.h"
#include "ui/network/networkwords.h"

class QPushButton;
class QSpinBox;

namespace lw::ui {

class ReviewCard final : public Card {
    Q_OBJECT
  public:
    explicit ReviewCard(QWidget *parent = nullptr);

    static constexpr int replayDays = 30;

    void showDraft(const AllowlistDraft &draft);
    /// While it is being worked out.
    void showReplaying();
    void showReplay(const access::ReplayResult &replay);
    void showReplayProblem(const QString &sentence);
    /// Whether the author's own address stays listed by the proposed list; an empty address is not known.
    void showOwnAddress(const QString &address, bool listed);
    /// Why it cannot be saved; empty: it can.
    void setRefusal(const QString &sentence);
    void setBusy(bool busy);
    int confirmMinutes() const;

  Q_SIGNALS:
    void saveRequested();
    void discardRequested();

  private:
    void updateTone();
    void updateButtons();

    QLabel *m_intro;
    QLabel *m_figure;
    QLabel *m_names;
    QLabel *m_own;
    QLabel *m_refusal;
    QSpinBox *m_minutes;
    QPushButton *m_discard;
    QPushButton *m_save;
    QString m_verb;
    bool m_enforced = false;
    bool m_removes = false;
    bool m_refuses = false;
    bool m_strands = false;
    bool m_busy = false;
};

}  // namespace lw::ui
