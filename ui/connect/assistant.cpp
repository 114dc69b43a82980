// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/assistant.h"

#include "ui/common/recoverystep.h"
#include "ui/common/styling.h"
#include "ui/connect/addressstep.h"
#include "ui/connect/certificatestep.h"
#include "ui/connect/mfastep.h"
#include "ui/connect/newsecretstep.h"
#include "ui/connect/recoverycodesstep.h"
#include "ui/connect/signinstep.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QStackedLayout>

namespace lw::ui {

Assistant::Assistant(ConnectService &service, Dialogs &dialogs, bool canLeave, QWidget *parent)
    : GateFrame(parent),
      m_service(service),
      m_canLeave(canLeave),
      m_stack(new QStackedLayout),
      m_address(new AddressStep(service)),
      m_certificate(new CertificateStep(service)),
      m_signIn(new SignInStep(service, dialogs)),
      m_newPassword(new NewPasswordStep(service)),
      m_mfa(new MfaStep(service)),
      m_codes(new RecoveryCodesStep(dialogs)),
      m_passphrase(new PassphraseStep(service)),
      m_recovery(new RecoveryStep(dialogs)),
      m_back(new QPushButton(tr("&Back"))),
      m_next(new QPushButton)
{
    setObjectName(QStringLiteral("assistant"));
    content()->addLayout(m_stack);
    m_mfa->setReason(tr("One of your roles requires a second factor. Set it up now; until then nothing else works."));
    const QList<Step *> steps{m_address, m_certificate, m_signIn,     m_newPassword,
                              m_mfa,     m_codes,       m_passphrase, m_recovery};
    for (Step *step : steps) {
        m_stack->addWidget(step);
        watch(step);
    }
    m_back->setObjectName(QStringLiteral("assistantBack"));
    m_next->setObjectName(QStringLiteral("assistantNext"));
    setRole(m_next, ButtonRole::Primary);
    m_next->setDefault(true);
    buttons()->addWidget(m_back);
    buttons()->addStretch(1);
    buttons()->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &Assistant::back);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (currentStep()->canSubmit()) currentStep()->submit();
    });
    showStep(m_address);
}

void Assistant::watch(Step *step)
{
    connect(step, &Step::done, this, &Assistant::next);
    connect(step, &Step::stateChanged, this, &Assistant::updateButtons);
    // Return in a field is Next.
    const auto edits = step->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::returnPressed, m_next, &QPushButton::click);
}

Step *Assistant::currentStep() const
{
    return static_cast<Step *>(m_stack->currentWidget());
}

void Assistant::showStep(Step *step)
{
    m_stack->setCurrentWidget(step);
    // What the back end asks for first belongs to the sign-in; the person sees five steps either way.
    const int number = step == m_address       ? 1
                       : step == m_certificate ? 2
                       : step == m_passphrase  ? 4
                       : step == m_recovery    ? 5
                                               : 3;
    setHeading(m_cacheOnly ? tr("New cache · step %1 of 2").arg(number - 3)
                           : tr("First connection · step %1 of 5").arg(number),
               step->title());
    updateButtons();
    step->begin();
}

void Assistant::startWithCache(const QString &who, const QString &host)
{
    m_cacheOnly = true;
    m_who = who;
    m_host = host;
    m_passphrase->setUserInputs({who, host});
    showStep(m_passphrase);
}

void Assistant::next()
{
    Step *step = currentStep();
    if (step == m_address) {
        m_certificate->setReport(m_address->report());
        showStep(m_certificate);
    } else if (step == m_certificate) {
        showStep(m_signIn);
    } else if (step == m_signIn) {
        m_passphrase->setUserInputs(m_signIn->userInputs());
        if (m_signIn->mustChangePassword()) {
            m_newPassword->setCurrent(m_signIn->takePassword());
            m_newPassword->setPolicy(m_signIn->policy());
            m_newPassword->setUserInputs(m_signIn->userInputs());
            showStep(m_newPassword);
        } else {
            afterSignIn();
        }
    } else if (step == m_newPassword) {
        afterSignIn();
    } else if (step == m_mfa) {
        m_codes->setCodes(
            m_mfa->takeCodes(),
            tr("%1 at %2").arg(m_signIn->userInputs().mid(0, 2).join(QLatin1Char('@')), m_address->report().host));
        showStep(m_codes);
    } else if (step == m_codes) {
        showStep(m_passphrase);
    } else if (step == m_passphrase) {
        const QString who = m_cacheOnly ? m_who : m_signIn->userInputs().value(1);
        const QString host = m_cacheOnly ? m_host : m_address->report().host;
        m_recovery->setKey(m_passphrase->takeRecoveryKey(), tr("Cache of %1 at %2").arg(who, host),
                           m_passphrase->keyStoreProblem());
        showStep(m_recovery);
    } else {
        Q_EMIT finished();
    }
}

void Assistant::afterSignIn()
{
    showStep(m_signIn->mustEnrolMfa() ? static_cast<Step *>(m_mfa) : m_passphrase);
}

void Assistant::back()
{
    Step *step = currentStep();
    if (step == m_address)
        Q_EMIT left();
    else if (step == m_certificate)
        showStep(m_address);
    else if (step == m_signIn)
        showStep(m_certificate);
}

void Assistant::updateButtons()
{
    Step *step = currentStep();
    m_next->setText(step->nextText());
    m_next->setEnabled(step->canSubmit());
    // Once signed in there is no way back: what follows belongs to this session.
    const bool early = step == m_certificate || step == m_signIn;
    m_back->setVisible(early || (step == m_address && m_canLeave));
    m_back->setEnabled(!step->isBusy());
}

}  // namespace lw::ui
