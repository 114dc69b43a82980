// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/evidencesection.h"

#include "ui/common/dialogs.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/shell/tamperalert.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSaveFile>

namespace lw::ui {

namespace {

QString kindWords(const QString &kind)
{
    const auto is = [&kind](const char *name) { return kind == QLatin1String(name); };
    if (is("truncated")) return EvidenceSection::tr("The log became shorter than it was");
    if (is("fork")) return EvidenceSection::tr("Two different logs were signed");
    if (is("changed-leaf")) return EvidenceSection::tr("An event was changed");
    if (is("removed-leaf")) return EvidenceSection::tr("An event was taken out");
    if (is("other-key")) return EvidenceSection::tr("The log was signed with another key");
    if (is("signature")) return EvidenceSection::tr("The signature does not verify");
    if (is("other-log")) return EvidenceSection::tr("The head of another log was shown");
    return EvidenceSection::tr("The log does not match what was verified before (%1)").arg(kind);
}

QWidget *note(const QString &objectName, const QString &head, const QByteArray &text, const QString &ifEmpty)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *title = new QLabel(head);
    setRole(title, LabelRole::Secondary);
    // Not a label: roots and signatures are longer than the dialog is wide and have no place to break.
    auto *shown = new QPlainTextEdit(text.isEmpty() ? ifEmpty : QString::fromUtf8(text).trimmed());
    shown->setObjectName(objectName);
    shown->setAccessibleName(head);
    shown->setFont(Theme::current().font(FontRole::Mono));
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setWordWrapMode(QTextOption::WrapAnywhere);
    constexpr int lines = 6, frame = 12;
    shown->setFixedHeight(lines * shown->fontMetrics().lineSpacing() + frame);
    column->addWidget(title);
    column->addWidget(shown);
    return box;
}

TamperFacts factsOf(const cache::TamperEvidence &evidence)
{
    return {evidence.message, QString::fromUtf8(evidence.trustedNote), QString::fromUtf8(evidence.offendingNote),
            evidence.foundAt};
}

}  // namespace

EvidenceSection::EvidenceSection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent)
    : Card(tr("Evidence of tampering"), parent),
      m_session(session),
      m_dialogs(dialogs),
      m_list(new QWidget),
      m_said(new QLabel)
{
    setObjectName(QStringLiteral("evidenceSection"));
    setTone(Tone::Bad);
    auto *hint =
        new QLabel(tr("The back end no longer showed the log that it had signed before. This is kept, and "
                      "shown whenever the cache is opened, until you say that it is dealt with."));
    setRole(hint, LabelRole::Secondary);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    m_said->setObjectName(QStringLiteral("evidenceSaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    body()->addWidget(hint);
    body()->addWidget(m_list);
    body()->addWidget(m_said);
    hide();
}

void EvidenceSection::refresh()
{
    m_session.tamperEvidence(this, [this](Result<QList<cache::TamperEvidence>> evidence) {
        if (evidence) return show(*evidence);
        setVisible(true);
        tell(evidence.error().message, false);
    });
}

void EvidenceSection::show(const QList<cache::TamperEvidence> &evidence)
{
    auto *column = m_list->layout();
    while (QLayoutItem *item = column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const cache::TamperEvidence &one : evidence) {
        QWidget *box = entry(one);
        column->addWidget(box);
        box->show();
    }
    setVisible(!evidence.isEmpty());
}

QWidget *EvidenceSection::entry(const cache::TamperEvidence &evidence)
{
    const QString id = QString::number(evidence.id);
    auto *box = new QWidget;
    box->setObjectName(QStringLiteral("evidence") + id);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const QString when = fullTime(evidence.foundAt);
    auto *kind = new QLabel(tr("%1, found %2").arg(kindWords(evidence.kind), when));
    kind->setObjectName(QStringLiteral("evidenceKind") + id);
    setRole(kind, LabelRole::CardTitle);
    auto *message = new QLabel(evidence.message);
    for (QLabel *line : {kind, message}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        column->addWidget(line);
    }
    column->addWidget(note(QStringLiteral("evidenceTrusted") + id, tr("Signed head that was verified before"),
                           evidence.trustedNote, tr("(none: this was the first sync)")));
    column->addWidget(note(QStringLiteral("evidenceOffending") + id, tr("Signed head that was shown then"),
                           evidence.offendingNote, tr("(none came)")));
    auto *buttons = new QHBoxLayout;
    auto *saveIt = new QPushButton(tr("Sa&ve evidence…"));
    saveIt->setObjectName(QStringLiteral("evidenceSave") + id);
    saveIt->setAccessibleName(tr("Save the evidence found %1").arg(when));
    auto *done = new QPushButton(tr("I have &dealt with it…"));
    done->setObjectName(QStringLiteral("evidenceDone") + id);
    done->setAccessibleName(tr("I have dealt with the evidence found %1").arg(when));
    for (QPushButton *button : {saveIt, done}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(saveIt, &QPushButton::clicked, this, [this, evidence] { save(evidence); });
    connect(done, &QPushButton::clicked, this, [this, evidence] { remove(evidence); });
    return box;
}

void EvidenceSection::tell(const QString &sentence, bool good)
{
    setRole(m_said, good ? LabelRole::Good : LabelRole::Error);
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_said->show();
}

void EvidenceSection::save(const cache::TamperEvidence &evidence)
{
    const QPointer<EvidenceSection> self(this);
    const QString path = m_dialogs.saveFile(window(), tr("Save the evidence"), QStringLiteral("tamper-evidence.txt"),
                                            tr("Text (*.txt)"));
    if (!self || path.isEmpty()) return;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(TamperAlert::evidenceText(factsOf(evidence)).toUtf8()) >= 0 &&
        file.commit())
        tell(tr("Saved to %1").arg(path), true);
    else
        tell(tr("%1 could not be written (%2). Choose another place.").arg(path, file.errorString()), false);
}

void EvidenceSection::remove(const cache::TamperEvidence &evidence)
{
    const QPointer<EvidenceSection> self(this);
    const bool sure = m_dialogs.confirm(
        window(), {tr("Remove this evidence?"),
                   tr("Both signed heads found %1 are removed from the cache, and the alarm about them is no longer "
                      "shown when it is opened.")
                       .arg(fullTime(evidence.foundAt)),
                   tr("This cannot be undone. Save the evidence first if your auditor has not got it yet."),
                   tr("Remove the evidence"), true});
    if (!self || !sure) return;
    m_session.removeTamperEvidence(evidence.id, this, [this](const Result<void> &removed) {
        if (!removed) return tell(removed.error().message, false);
        m_said->hide();
        refresh();
    });
}

}  // namespace lw::ui
