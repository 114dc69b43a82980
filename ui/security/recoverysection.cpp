// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/recoverysection.h"

#include "ui/common/dialogs.h"
#include "ui/common/recoverystep.h"
#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QPointer>

namespace lw::ui {

RecoverySection::RecoverySection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent)
    : Card(tr("Recovery key"), parent),
      m_session(session),
      m_dialogs(dialogs),
      m_make(new QPushButton(tr("&Make a new recovery key…"))),
      m_said(new QLabel),
      m_hide(new QPushButton(tr("&Hide the key for good")))
{
    setObjectName(QStringLiteral("recoverySection"));
    auto *hint =
        new QLabel(tr("The recovery key opens the cache when the passphrase is lost. Make a new one when the "
                      "printed one was lost or seen by others; the former then no longer opens the cache."));
    setRole(hint, LabelRole::Secondary);
    hint->setWordWrap(true);
    m_make->setObjectName(QStringLiteral("recoveryMake"));
    m_make->setAutoDefault(false);
    m_said->setObjectName(QStringLiteral("recoverySaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    m_hide->setObjectName(QStringLiteral("recoveryHide"));
    m_hide->setAutoDefault(false);
    m_hide->hide();
    body()->addWidget(hint);
    body()->addWidget(m_make, 0, Qt::AlignLeft);
    body()->addWidget(m_said);
    body()->addWidget(m_hide, 0, Qt::AlignLeft);
    connect(m_make, &QPushButton::clicked, this, &RecoverySection::renew);
    connect(m_hide, &QPushButton::clicked, this, [this] {
        if (m_step && m_step->canSubmit()) m_step->submit();
    });
}

bool RecoverySection::isKeyPending() const
{
    return m_busy || (m_step && !m_step->canSubmit());
}

void RecoverySection::wipeKey()
{
    if (!m_step) return;
    // The step wipes what it shows when it ends; it may be the sender of the signal that led here.
    m_step->hide();
    m_step->deleteLater();
    m_step = nullptr;
    m_hide->hide();
    m_make->show();
}

void RecoverySection::tell(const QString &sentence, bool good)
{
    setRole(m_said, good ? LabelRole::Good : LabelRole::Error);
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_said->show();
}

void RecoverySection::renew()
{
    if (m_busy || m_step) return;
    const QPointer<RecoverySection> self(this);
    const bool sure = m_dialogs.confirm(
        window(), {tr("Make a new recovery key?"),
                   tr("The former recovery key no longer opens the cache once the new one is made."),
                   tr("This cannot be undone. Have a printer or a safe place at hand: the new key is shown once."),
                   tr("Make a new key"), true});
    // Auto-lock may have ended all of this while the question stood.
    if (!self || !sure) return;
    m_busy = true;
    m_make->setEnabled(false);
    m_said->hide();
    m_session.renewRecoveryKey(this, [this](Result<Secret> key) { answered(std::move(key)); });
}

void RecoverySection::answered(Result<Secret> key)
{
    m_busy = false;
    m_make->setEnabled(true);
    if (!key) return tell(key.error().message, false);
    const session::Profile &profile = m_session.profile();
    m_step = new RecoveryStep(m_dialogs);
    m_step->setKey(*key, tr("%1 at %2").arg(profile.customer, profile.endpoint.base.authority()), {});
    body()->insertWidget(body()->indexOf(m_hide), m_step);
    m_step->show();
    tell(tr("The new recovery key is made. The former one no longer opens the cache."), true);
    m_make->hide();
    m_hide->setEnabled(false);
    m_hide->show();
    connect(m_step, &Step::stateChanged, m_hide, [this] { m_hide->setEnabled(m_step && m_step->canSubmit()); });
    connect(m_step, &Step::done, this, [this] {
        wipeKey();
        m_make->setFocus();
    });
    m_step->begin();
}

}  // namespace lw::ui
