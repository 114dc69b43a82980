// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/recoverycodesstep.h"

#include "ui/common/dialogs.h"
#include "ui/common/recoverysheet.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QPointer>

namespace lw::ui {

RecoveryCodesStep::RecoveryCodesStep(Dialogs &dialogs, QWidget *parent)
    : Step(QStringLiteral("recoveryCodesStep"), tr("Recovery codes"),
           tr("If the phone is lost, one of these codes stands in for the six digits at a sign-in. Each works once. "
              "They "
              "are shown this once and kept nowhere in this program."),
           parent),
      m_dialogs(dialogs),
      m_grid(new QGridLayout),
      m_saved(new QLabel),
      m_stored(new QCheckBox(tr("I &stored the codes in a safe place")))
{
    m_grid->setHorizontalSpacing(32);
    m_grid->setVerticalSpacing(6);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(m_grid);
    middle->addStretch(1);
    body()->addLayout(middle);
    auto *pdf = new QPushButton(tr("Save a sheet to &print…"));
    auto *text = new QPushButton(tr("Save as &text…"));
    pdf->setObjectName(QStringLiteral("codesSavePdf"));
    text->setObjectName(QStringLiteral("codesSaveText"));
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {pdf, text}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    body()->addLayout(buttons);
    m_saved->setObjectName(QStringLiteral("codesSaved"));
    setRole(m_saved, LabelRole::Good);
    m_saved->setWordWrap(true);
    m_saved->hide();
    body()->addWidget(m_saved);
    m_stored->setObjectName(QStringLiteral("codesStored"));
    m_stored->setAccessibleName(tr("I stored the codes in a safe place"));
    body()->addWidget(m_stored);
    connect(pdf, &QPushButton::clicked, this, [this] { save(true); });
    connect(text, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_stored, &QCheckBox::toggled, this, &Step::stateChanged);
}

RecoveryCodesStep::~RecoveryCodesStep()
{
    wipeShown();
}

void RecoveryCodesStep::wipeShown()
{
    for (QLabel *label : std::as_const(m_shown)) {
        QString shown = label->text();
        label->clear();
        wipe(shown);
    }
    m_codes.codes.clear();
}

void RecoveryCodesStep::setCodes(protocol::RecoveryCodes codes, const QString &about)
{
    wipeShown();
    qDeleteAll(m_shown);
    m_shown.clear();
    m_codes = std::move(codes);
    m_about = about;
    QFont mono = Theme::current().font(FontRole::MonoStrong);
    mono.setPixelSize(15);
    const int half = (static_cast<int>(m_codes.codes.size()) + 1) / 2;
    int place = 0;
    for (const Secret &code : m_codes.codes) {
        auto *label = new QLabel(QString::fromUtf8(code.constData(), code.size()));
        label->setObjectName(QStringLiteral("recoveryCode%1").arg(place));
        label->setFont(mono);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(label, place % half, place / half);
        m_shown.append(label);
        ++place;
    }
    m_stored->setChecked(false);
    m_saved->hide();
}

bool RecoveryCodesStep::canSubmit() const
{
    return Step::canSubmit() && m_stored->isChecked();
}

void RecoveryCodesStep::begin()
{
    if (auto *first = findChild<QPushButton *>(QStringLiteral("codesSavePdf"))) first->setFocus();
}

void RecoveryCodesStep::save(bool asPdf)
{
    setProblem({});
    const QPointer<RecoveryCodesStep> self(this);
    const QString path = m_dialogs.saveFile(
        this, tr("Save the recovery codes"),
        asPdf ? QStringLiteral("linewarden-recovery-codes.pdf") : QStringLiteral("linewarden-recovery-codes.txt"),
        asPdf ? tr("PDF (*.pdf)") : tr("Text (*.txt)"));
    // Auto-lock may have ended this step while the dialog stood.
    if (!self || path.isEmpty()) return;
    QByteArray lines;
    for (const Secret &code : m_codes.codes)
        lines.append(code.constData(), code.size()).append('\n');
    const Secret all = toSecret(QByteArrayView(lines).chopped(lines.isEmpty() ? 0 : 1));
    wipe(lines);
    const auto written = writeRecoverySheet(
        {all, m_about, QDate::currentDate(), tr("Linewarden recovery codes"),
         tr("Each code stands in once for the six digits of the authenticator app. Keep them on paper in a safe place, "
            "away from the computer and the phone. New codes make these worthless.")},
        path);
    if (!written) return setProblem(written.error().message);
    m_saved->setText(tr("Saved to %1. Print it or move it away from this computer, then delete the file.").arg(path));
    m_saved->show();
}

void RecoveryCodesStep::submit()
{
    wipeShown();
    Q_EMIT done();
}

}  // namespace lw::ui
