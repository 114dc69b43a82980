// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/signindialog.h"

#include "ui/common/styling.h"
#include "ui/connect/certificatestep.h"
#include "ui/connect/mfastep.h"
#include "ui/connect/newsecretstep.h"
#include "ui/connect/recoverycodesstep.h"
#include "ui/connect/signinstep.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QStackedLayout>

namespace lw::ui {

SignInDialog::SignInDialog(ConnectService &service, Dialogs &dialogs, SignInAgain who, QWidget *parent)
    : QDialog(parent),
      m_service(service),
      m_who(std::move(who)),
      m_title(new QLabel),
      m_stack(new QStackedLayout),
      m_signIn(new SignInStep(service, dialogs)),
      m_certificate(new CertificateStep(service)),
      m_newPassword(new NewPasswordStep(service)),
      m_mfa(new MfaStep(service)),
      m_codes(new RecoveryCodesStep(dialogs)),
      m_next(new QPushButton),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_review(new QPushButton(tr("&Look at the certificate…")))
{
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in"));
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    setRole(m_title, LabelRole::Title);
    column->addWidget(m_title);
    column->addLayout(m_stack, 1);
    m_review->setObjectName(QStringLiteral("signInReview"));
    setRole(m_review, ButtonRole::Link);
    m_review->hide();
    column->addWidget(m_review, 0, Qt::AlignLeft);
    auto *buttons = new QHBoxLayout;
    m_next->setObjectName(QStringLiteral("signInNext"));
    setRole(m_next, ButtonRole::Primary);
    m_next->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("signInCancel"));
    m_cancel->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    m_mfa->setReason(tr("One of your roles requires a second factor. Set it up now; until then nothing else works."));
    const QList<Step *> steps{m_signIn, m_certificate, m_newPassword, m_mfa, m_codes};
    for (Step *step : steps) {
        m_stack->addWidget(step);
        watch(step);
    }
    m_signIn->fixIdentity(m_who.customer, m_who.login);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (currentStep()->canSubmit()) currentStep()->submit();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_signIn, &SignInStep::tlsRefused, m_review, &QWidget::show);
    connect(m_review, &QPushButton::clicked, this, &SignInDialog::reviewCertificate);
    showStep(m_signIn);
}

void SignInDialog::watch(Step *step)
{
    connect(step, &Step::done, this, &SignInDialog::next);
    connect(step, &Step::stateChanged, this, &SignInDialog::updateButtons);
    const auto edits = step->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::returnPressed, m_next, &QPushButton::click);
}

Step *SignInDialog::currentStep() const
{
    return static_cast<Step *>(m_stack->currentWidget());
}

void SignInDialog::showStep(Step *step)
{
    m_stack->setCurrentWidget(step);
    m_title->setText(step->title());
    m_review->hide();
    updateButtons();
    step->begin();
}

void SignInDialog::next()
{
    Step *step = currentStep();
    if (step == m_certificate) {
        showStep(m_signIn);
    } else if (step == m_signIn && m_signIn->mustChangePassword()) {
        m_newPassword->setCurrent(m_signIn->takePassword());
        m_newPassword->setPolicy(m_signIn->policy());
        m_newPassword->setUserInputs(m_signIn->userInputs());
        showStep(m_newPassword);
    } else if ((step == m_signIn || step == m_newPassword) && m_signIn->mustEnrolMfa()) {
        showStep(m_mfa);
    } else if (step == m_mfa) {
        m_codes->setCodes(m_mfa->takeCodes(), tr("%1@%2 at %3").arg(m_who.login, m_who.customer, m_who.address));
        showStep(m_codes);
    } else {
        accept();
    }
}

void SignInDialog::reviewCertificate()
{
    m_review->setEnabled(false);
    m_service.probe(m_who.address, this, [this](Result<net::CertificateReport> report) {
        m_review->setEnabled(true);
        if (!report) return;
        m_certificate->setReport(*report);
        showStep(m_certificate);
    });
}

void SignInDialog::updateButtons()
{
    m_next->setText(currentStep()->nextText());
    m_next->setEnabled(currentStep()->canSubmit());
}

}  // namespace lw::ui
