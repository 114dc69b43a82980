// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tamperalert.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace lw::ui {

namespace {

QString foundText(const TamperFacts &facts)
{
    return TamperAlert::tr("Found %1. %2").arg(fullTime(facts.foundAt), facts.message);
}

}  // namespace

TamperAlert::TamperAlert(QWidget *parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_message(new QLabel),
      m_meaning(new QLabel),
      m_trusted(new QLabel),
      m_offending(new QLabel),
      m_save(new QPushButton(tr("&Save the evidence…"))),
      m_read(new QPushButton(tr("I have read this")))
{
    setObjectName(QStringLiteral("tamperAlert"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 20, 14);
    column->setSpacing(8);
    column->addWidget(m_title);
    m_message->setObjectName(QStringLiteral("tamperMessage"));
    m_meaning->setText(tr(
        "What this means: the back end, or somebody who holds its key, no longer shows the log that it signed before. "
        "Nothing new was taken over; the cache still holds the log as it was last verified. Do not clear this up by "
        "syncing anew: keep both signed heads, tell your auditor, and ask the operator of the back end to explain."));
    for (QLabel *label : {m_message, m_meaning}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    auto *notes = new QHBoxLayout;
    notes->setSpacing(24);
    const auto addNote = [notes](QLabel *note, const QString &head) {
        auto *side = new QVBoxLayout;
        side->setSpacing(2);
        auto *title = new QLabel(head);
        setRole(title, LabelRole::CardTitle);
        note->setFont(Theme::current().font(FontRole::Mono));
        note->setTextFormat(Qt::PlainText);
        note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        note->setAlignment(Qt::AlignTop);
        note->setAccessibleName(head);
        side->addWidget(title);
        side->addWidget(note, 1);
        notes->addLayout(side, 1);
    };
    m_trusted->setObjectName(QStringLiteral("tamperTrusted"));
    m_offending->setObjectName(QStringLiteral("tamperOffending"));
    addNote(m_trusted, tr("Signed head that was verified before"));
    addNote(m_offending, tr("Signed head that was shown now"));
    column->addLayout(notes);
    auto *buttons = new QHBoxLayout;
    m_save->setObjectName(QStringLiteral("tamperSave"));
    m_read->setObjectName(QStringLiteral("tamperRead"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_read);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(evidenceText(m_facts)); });
    connect(m_read, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void TamperAlert::showFacts(const TamperFacts &facts)
{
    m_facts = facts;
    m_title->setText(tr("The audit log was tampered with"));
    m_title->setStyleSheet(
        QStringLiteral("font-size:17px;font-weight:600;color:%1").arg(Theme::current().tokens().bad.name()));
    m_message->setText(foundText(facts));
    m_trusted->setText(facts.trustedNote.isEmpty() ? tr("(none: this was the first sync)")
                                                   : facts.trustedNote.trimmed());
    m_offending->setText(facts.offendingNote.isEmpty() ? tr("(none came)") : facts.offendingNote.trimmed());
    setAccessibleName(m_title->text() + QStringLiteral(". ") + facts.message);
    show();
    m_save->setFocus();
}

QString TamperAlert::evidenceText(const TamperFacts &facts)
{
    return QStringLiteral("%1\n\n%2\n\n%3\n\n%4\n\n%5\n")
        .arg(foundText(facts), tr("Signed head that was verified before"), facts.trustedNote,
             tr("Signed head that was shown now"), facts.offendingNote);
}

void TamperAlert::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.badSoft);
    painter.fillRect(QRect(0, 0, 6, height()), t.bad);
    painter.fillRect(QRect(0, height() - 2, width(), 2), t.bad);
}

}  // namespace lw::ui
