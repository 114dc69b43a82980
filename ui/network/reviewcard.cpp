// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/reviewcard.h"

#include "ui/common/keyfigure.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QSpinBox>

namespace lw::ui {

namespace {

constexpr int namesShown = 6;
constexpr int decisionWidth = 360;
constexpr int fewestMinutes = 1, mostMinutes = 60;  ///< of the contract

QLabel *line(const char *objectName, LabelRole role)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    return label;
}

}  // namespace

ReviewCard::ReviewCard(QWidget *parent)
    : Card(tr("Before you save"), parent),
      m_intro(line("reviewIntro", LabelRole::Plain)),
      m_figure(line("reviewFigure", LabelRole::Plain)),
      m_names(line("reviewNames", LabelRole::Secondary)),
      m_own(line("reviewOwn", LabelRole::Secondary)),
      m_refusal(line("reviewRefusal", LabelRole::Error)),
      m_minutes(new QSpinBox),
      m_discard(new QPushButton(tr("&Discard"))),
      m_save(new QPushButton)
{
    setObjectName(QStringLiteral("reviewCard"));
    m_figure->setFont(Theme::current().font(FontRole::Title));
    m_figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_names->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_own->setTextFormat(Qt::RichText);

    auto *told = new QVBoxLayout;
    told->setSpacing(4);
    told->addWidget(m_intro);
    told->addWidget(m_figure);
    told->addWidget(m_names);
    told->addWidget(m_refusal);
    told->addStretch(1);

    m_minutes->setObjectName(QStringLiteral("reviewMinutes"));
    m_minutes->setRange(fewestMinutes, mostMinutes);
    m_minutes->setValue(10);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes until the change reverts by itself"));
    m_minutes->setFixedWidth(84);
    auto *minutes = new QHBoxLayout;
    minutes->setSpacing(8);
    auto *label = new QLabel(tr("Reverts by itself unless confirmed &within"));
    setRole(label, LabelRole::Secondary);
    label->setBuddy(m_minutes);
    minutes->addWidget(label);
    minutes->addWidget(m_minutes);
    minutes->addStretch(1);

    m_discard->setObjectName(QStringLiteral("reviewDiscard"));
    m_save->setObjectName(QStringLiteral("reviewSave"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *decision = new QWidget;
    decision->setFixedWidth(decisionWidth);
    auto *column = new QVBoxLayout(decision);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_own);
    column->addLayout(minutes);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addLayout(told, 1);
    row->addWidget(decision);
    body()->addLayout(row);

    connect(m_save, &QPushButton::clicked, this, &ReviewCard::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &ReviewCard::discardRequested);
    connect(m_minutes, qOverload<int>(&QSpinBox::valueChanged), this, &ReviewCard::updateButtons);
    setRefusal({});
}

int ReviewCard::confirmMinutes() const
{
    return m_minutes->value();
}

void ReviewCard::showDraft(const AllowlistDraft &draft)
{
    const DraftCounts counts = draft.counts();
    setTitle(beforeTitle(draft));
    m_enforced = draft.enforced();
    m_removes = counts.removed > 0;
    if (counts.total() == 1 && counts.removed == 1) {
        m_verb = tr("Remo&ve, revert in %1");
        m_discard->setText(tr("&Keep entry"));
    } else if (counts.total() == 1 && counts.switched) {
        m_verb = m_enforced ? tr("Turn &on, revert in %1") : tr("Turn o&ff, revert in %1");
        m_discard->setText(tr("&Leave as it is"));
    } else {
        m_verb = tr("&Save, revert in %1");
        m_discard->setText(counts.total() == 1 ? tr("&Discard") : tr("&Discard all"));
    }
    updateButtons();
}

void ReviewCard::showReplaying()
{
    m_intro->setText(tr("Replaying the last %n day(s) of your cached login log…", nullptr, replayDays));
    m_figure->hide();
    m_names->hide();
}

void ReviewCard::showReplay(const access::ReplayResult &replay)
{
    m_refuses = replay.refusedLogins > 0;
    const QString all = countText(static_cast<qint64>(replay.logins));
    m_intro->setText(
        m_enforced
            ? tr("Replayed against the %1 logins of the last %n day(s) in your cache:", nullptr, replayDays).arg(all)
            : tr("The list is not enforced: nobody is refused. Were it on, of %1 logins of the last "
                 "%n day(s) in your cache:",
                 nullptr, replayDays)
                  .arg(all));
    m_figure->setText(replay.logins == 0 ? tr("No login to try it with") : refusedWords(replay));
    m_figure->show();
    m_names->setText(refusedNames(replay, namesShown));
    m_names->setVisible(m_refuses);
    updateTone();
    updateButtons();
}

void ReviewCard::showReplayProblem(const QString &sentence)
{
    m_refuses = false;
    m_intro->setText(sentence);
    m_figure->hide();
    m_names->hide();
    updateTone();
}

void ReviewCard::showOwnAddress(const QString &address, bool listed)
{
    m_strands = m_enforced && !address.isEmpty() && !listed;
    const QString mono = QStringLiteral("<span style=\"font-family:%1\">%2</span>")
                             .arg(Theme::current().font(FontRole::Mono).family(), address.toHtmlEscaped());
    if (address.isEmpty())
        m_own->setText(tr("From where you are connected is not known."));
    else if (listed)
        m_own->setText(tr("You are connected from %1, which stays listed.").arg(mono));
    else if (m_enforced)
        m_own->setText(
            tr("You are connected from %1, which is <b>not listed</b>: you would lock yourself out.").arg(mono));
    else
        m_own->setText(tr("You are connected from %1, which is not listed.").arg(mono));
    setRole(m_own, m_strands ? LabelRole::Error : LabelRole::Secondary);
    updateTone();
    updateButtons();
}

void ReviewCard::setRefusal(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setAccessibleName(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    updateButtons();
}

void ReviewCard::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void ReviewCard::updateTone()
{
    setTone(m_strands ? Tone::Bad : m_refuses && m_enforced ? Tone::Warning : Tone::Accent);
}

void ReviewCard::updateButtons()
{
    m_save->setText(m_verb.contains(QLatin1String("%1")) ? m_verb.arg(minutesWords(m_minutes->value())) : m_verb);
    const bool hurts = m_removes || m_strands || (m_refuses && m_enforced);
    setRole(m_save, hurts ? ButtonRole::Destructive : ButtonRole::Primary);
    m_save->setEnabled(!m_busy && m_refusal->text().isEmpty());
    m_discard->setEnabled(!m_busy);
    m_minutes->setEnabled(!m_busy);
}

}  // namespace lw::ui
