// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/unlockpage.h"

#include "ui/common/dialogs.h"
#include "ui/common/formfield.h"
#include "ui/common/secretedit.h"
#include "ui/common/styling.h"

#include <QBoxLayout>

namespace lw::ui {

UnlockPage::UnlockPage(UnlockService &service, Dialogs &dialogs, bool canChoose, bool tryStore, QWidget *parent)
    : GateFrame(parent),
      m_service(service),
      m_dialogs(dialogs),
      m_tryKeyStore(tryStore),
      m_secret(new SecretEdit(QStringLiteral("unlockSecret"), tr("Passphrase"))),
      m_field(new FormField(tr("&Passphrase"), m_secret)),
      m_problem(new QLabel),
      m_working(new QLabel),
      m_unlock(new QPushButton(tr("&Unlock"))),
      m_mode(new QPushButton),
      m_keyStore(new QPushButton(tr("Use the &key store"))),
      m_aside(new QPushButton(tr("&Keep it aside and start anew…"))),
      m_other(new QPushButton(tr("&Other back end…")))
{
    setObjectName(QStringLiteral("unlockPage"));
    setHeading(service.host(), tr("Unlock %1").arg(service.profileName()));
    auto *intro = new QLabel(tr("The log on this machine is encrypted. It opens without a network."));
    setRole(intro, LabelRole::Dim);
    intro->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("unlockProblem"));
    setRole(m_problem, LabelRole::Error);
    m_working->setObjectName(QStringLiteral("unlockWorking"));
    setRole(m_working, LabelRole::Secondary);
    for (QLabel *line : {m_problem, m_working}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->hide();
    }
    content()->addWidget(intro);
    content()->addWidget(m_field);
    content()->addWidget(m_working);
    content()->addWidget(m_problem);
    m_aside->setObjectName(QStringLiteral("unlockAside"));
    m_aside->hide();
    content()->addWidget(m_aside, 0, Qt::AlignLeft);
    m_mode->setObjectName(QStringLiteral("unlockMode"));
    m_keyStore->setObjectName(QStringLiteral("unlockKeyStore"));
    for (QPushButton *link : {m_mode, m_keyStore}) {
        setRole(link, ButtonRole::Link);
        content()->addWidget(link, 0, Qt::AlignLeft);
    }
    m_keyStore->setVisible(service.keyStoreExpected());
    content()->addStretch(1);
    m_other->setObjectName(QStringLiteral("unlockOther"));
    m_other->setVisible(canChoose);
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    setRole(m_unlock, ButtonRole::Primary);
    m_unlock->setEnabled(false);
    buttons()->addWidget(m_other);
    buttons()->addStretch(1);
    buttons()->addWidget(m_unlock);
    connect(m_secret, &QLineEdit::textChanged, this, [this] { m_unlock->setEnabled(!m_secret->isBlank()); });
    connect(m_secret, &QLineEdit::returnPressed, m_unlock, &QPushButton::click);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_mode, &QPushButton::clicked, this, [this] { setMode(!m_recovery); });
    connect(m_keyStore, &QPushButton::clicked, this, &UnlockPage::tryKeyStore);
    connect(m_aside, &QPushButton::clicked, this, &UnlockPage::putAside);
    connect(m_other, &QPushButton::clicked, this, &UnlockPage::otherProfileRequested);
    setMode(false);
}

void UnlockPage::showEvent(QShowEvent *event)
{
    GateFrame::showEvent(event);
    m_secret->setFocus();
    if (!m_tryKeyStore || !m_service.keyStoreExpected()) return;
    m_tryKeyStore = false;
    tryKeyStore();
}

void UnlockPage::setMode(bool recovery)
{
    m_recovery = recovery;
    m_secret->wipeContent();
    m_field->setError({});
    m_secret->setAccessibleName(recovery ? tr("Recovery key") : tr("Passphrase"));
    m_secret->setPlaceholderText(recovery ? tr("Recovery key, with or without its dashes") : QString());
    m_mode->setText(recovery ? tr("Use the passphrase") : tr("Use the recovery key"));
    m_secret->setFocus();
}

void UnlockPage::setBusy(const QString &text)
{
    const bool busy = !text.isEmpty();
    m_working->setText(text);
    m_working->setVisible(busy);
    for (QWidget *widget : {static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_mode),
                            static_cast<QWidget *>(m_keyStore), static_cast<QWidget *>(m_other)})
        widget->setEnabled(!busy);
    m_unlock->setEnabled(!busy && !m_secret->isBlank());
    if (busy) {
        m_problem->hide();
        m_aside->hide();
    }
}

void UnlockPage::submit()
{
    m_field->setError({});
    const auto answer = [this](Result<void> opened) {
        setBusy({});
        if (opened)
            Q_EMIT unlocked();
        else
            refused(opened.error());
    };
    Secret secret = m_secret->take();
    setBusy(tr("Unlocking… deriving the key takes a moment on purpose."));
    if (m_recovery)
        m_service.unlockWithRecoveryKey(std::move(secret), this, answer);
    else
        m_service.unlockWithPassphrase(std::move(secret), this, answer);
}

void UnlockPage::tryKeyStore()
{
    setBusy(tr("Asking the operating system's key store…"));
    m_service.unlockWithKeyStore(this, [this](Result<void> opened) {
        setBusy({});
        if (opened) {
            Q_EMIT unlocked();
            return;
        }
        // A key store that is not there is no mistake of the person: the passphrase is the way.
        m_problem->setText(tr("%1 Type the passphrase instead.").arg(opened.error().message));
        m_problem->show();
        m_secret->setFocus();
    });
}

void UnlockPage::refused(const Error &error)
{
    if (error.code == Errc::WrongKey || error.code == Errc::InvalidInput) {
        m_field->setError(error.message);
    } else {
        m_problem->setText(error.message);
        m_problem->show();
        m_aside->setVisible(error.code == Errc::Corrupt);
    }
    m_secret->setFocus();
}

void UnlockPage::putAside()
{
    Question question;
    question.title = tr("Start with a new cache");
    question.text =
        tr("The damaged cache of %1 is renamed and kept; a new one is made and synced from the back end. What "
           "only the old cache held is not in the new one.")
            .arg(m_service.profileName());
    question.wayBack = tr("The old file and its secrets stay as they are; the old passphrase still belongs to it.");
    question.confirmText = tr("Keep aside, start anew");
    question.destructive = true;
    if (!m_dialogs.confirm(this, question)) return;
    setBusy(tr("Putting the damaged cache aside…"));
    m_service.setCacheAside(this, [this](Result<QString> kept) {
        setBusy({});
        if (!kept) {
            refused(kept.error());
            return;
        }
        Q_EMIT newCacheNeeded();
    });
}

}  // namespace lw::ui
