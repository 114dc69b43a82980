// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/recoverystep.h"

#include "ui/common/dialogs.h"
#include "ui/common/recoverysheet.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPointer>

namespace lw::ui {

RecoveryStep::RecoveryStep(Dialogs &dialogs, QWidget *parent)
    : Step(QStringLiteral("recoveryStep"), tr("Recovery key"),
           tr("If the passphrase is lost, only this key opens the cache. It is shown this once and kept nowhere."),
           parent),
      m_dialogs(dialogs),
      m_shown(new QLabel),
      m_note(new QLabel),
      m_saved(new QLabel),
      m_stored(new QCheckBox(tr("I &stored the recovery key in a safe place")))
{
    m_shown->setObjectName(QStringLiteral("recoveryKey"));
    QFont mono = Theme::current().font(FontRole::MonoStrong);
    mono.setPixelSize(15);
    m_shown->setFont(mono);
    m_shown->setWordWrap(true);
    m_shown->setAlignment(Qt::AlignCenter);
    m_shown->setMargin(12);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown->setAccessibleName(tr("Recovery key"));
    setRole(m_note, LabelRole::Warning);
    m_saved->setObjectName(QStringLiteral("recoverySaved"));
    setRole(m_saved, LabelRole::Good);
    for (QLabel *line : {m_note, m_saved}) {
        line->setWordWrap(true);
        line->hide();
    }
    auto *buttons = new QHBoxLayout;
    auto *pdf = new QPushButton(tr("Save a sheet to &print…"));
    auto *text = new QPushButton(tr("Save as &text…"));
    pdf->setObjectName(QStringLiteral("recoverySavePdf"));
    text->setObjectName(QStringLiteral("recoverySaveText"));
    buttons->addWidget(pdf);
    buttons->addWidget(text);
    buttons->addStretch(1);
    m_stored->setObjectName(QStringLiteral("recoveryStored"));
    m_stored->setAccessibleName(tr("I stored the recovery key in a safe place"));
    body()->addWidget(m_shown);
    body()->addLayout(buttons);
    body()->addWidget(m_saved);
    body()->addWidget(m_note);
    body()->addWidget(m_stored);
    connect(pdf, &QPushButton::clicked, this, [this] { save(true); });
    connect(text, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_stored, &QCheckBox::toggled, this, &Step::stateChanged);
}

RecoveryStep::~RecoveryStep()
{
    QString shown = m_shown->text();
    m_shown->clear();
    wipe(shown);
}

void RecoveryStep::setKey(Secret key, const QString &about, const QString &note)
{
    m_key = std::move(key);
    m_about = about;
    m_shown->setText(QString::fromUtf8(m_key.constData(), m_key.size()));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool RecoveryStep::canSubmit() const
{
    return Step::canSubmit() && m_stored->isChecked();
}

void RecoveryStep::begin()
{
    if (auto *first = findChild<QPushButton *>(QStringLiteral("recoverySavePdf"))) first->setFocus();
}

void RecoveryStep::save(bool asPdf)
{
    setProblem({});
    const QString name =
        asPdf ? QStringLiteral("linewarden-recovery-key.pdf") : QStringLiteral("linewarden-recovery-key.txt");
    const QPointer<RecoveryStep> self(this);
    const QString path =
        m_dialogs.saveFile(this, tr("Save the recovery key"), name, asPdf ? tr("PDF (*.pdf)") : tr("Text (*.txt)"));
    // Auto-lock may have ended this step while the dialog stood.
    if (!self || path.isEmpty()) return;
    const auto written = writeRecoverySheet({m_key, m_about, QDate::currentDate(), {}, {}}, path);
    if (!written) {
        setProblem(written.error().message);
        return;
    }
    m_saved->setText(tr("Saved to %1. Print it or move it away from this computer, then delete the file.").arg(path));
    m_saved->show();
}

void RecoveryStep::submit()
{
    QString shown = m_shown->text();
    m_shown->clear();
    wipe(shown);
    m_key = Secret();
    Q_EMIT done();
}

}  // namespace lw::ui
