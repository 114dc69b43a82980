// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/secondfactordialog.h"

#include "ui/common/dialogs.h"
#include "ui/common/formfield.h"
#include "ui/common/secretedit.h"
#include "ui/common/styling.h"
#include "ui/connect/mfastep.h"
#include "ui/connect/recoverycodesstep.h"

#include <QBoxLayout>
#include <QPointer>
#include <QStackedLayout>

namespace lw::ui {

namespace {

/// What there is, before anything is done.
class FactorStateStep final : public Step {
  public:
    explicit FactorStateStep(const OwnFactor &factor)
        : Step(QStringLiteral("factorStateStep"), SecondFactorDialog::tr("Second factor"), {})
    {
        auto *text = new QLabel(
            factor.enrolled ? SecondFactorDialog::tr(
                                  "On: each sign-in asks for six digits from your authenticator app.\n\nGot a new "
                                  "phone? Set it up anew; the former app and recovery codes stop working.")
                            : SecondFactorDialog::tr(
                                  "Off: your password is the only thing between others and this console.\n\nWith a "
                                  "second factor each sign-in also asks for six digits from an app on your phone."));
        text->setObjectName(QStringLiteral("factorState"));
        text->setWordWrap(true);
        body()->addWidget(text);
        if (factor.required) {
            auto *required = new QLabel(SecondFactorDialog::tr("One of your roles requires it."));
            setRole(required, LabelRole::Secondary);
            body()->addWidget(required);
        }
        m_again = factor.enrolled;
    }
    QString nextText() const override
    {
        return m_again ? SecondFactorDialog::tr("Set it up &anew") : SecondFactorDialog::tr("&Set it up");
    }
    void submit() override { Q_EMIT done(); }

  private:
    bool m_again = false;
};

/// The password ends it.
class FactorEndStep final : public Step {
  public:
    explicit FactorEndStep(ConnectService &service)
        : Step(QStringLiteral("factorEndStep"), SecondFactorDialog::tr("Switch the second factor off"),
               SecondFactorDialog::tr(
                   "From then on your password alone signs you in. Your recovery codes stop working.")),
          m_service(service),
          m_password(new SecretEdit(QStringLiteral("factorPassword"), SecondFactorDialog::tr("Password"))),
          m_field(new FormField(SecondFactorDialog::tr("Your &password"), m_password))
    {
        body()->addWidget(m_field);
        QObject::connect(m_password, &QLineEdit::textChanged, this, &Step::stateChanged);
    }
    QString nextText() const override { return SecondFactorDialog::tr("&Switch it off"); }
    bool canSubmit() const override { return Step::canSubmit() && !m_password->isBlank(); }
    void begin() override { m_password->setFocus(); }
    void submit() override
    {
        setProblem({});
        m_field->setError({});
        setBusy(SecondFactorDialog::tr("Switching it off…"));
        m_service.endMfa(m_password->take(), this, [this](const Result<void> &result) {
            setBusy({});
            if (result) {
                Q_EMIT done();
                return;
            }
            if (result.error().field == QLatin1String("password"))
                m_field->setError(result.error().message);
            else
                setProblem(result.error().message);
            m_password->setFocus();
        });
    }

  private:
    ConnectService &m_service;
    SecretEdit *m_password;
    FormField *m_field;
};

}  // namespace

SecondFactorDialog::SecondFactorDialog(ConnectService &service, Dialogs &dialogs, OwnFactor factor, QWidget *parent)
    : QDialog(parent),
      m_dialogs(dialogs),
      m_factor(std::move(factor)),
      m_title(new QLabel),
      m_stack(new QStackedLayout),
      m_state(new FactorStateStep(m_factor)),
      m_setUp(new MfaStep(service)),
      m_codes(new RecoveryCodesStep(dialogs)),
      m_end(new FactorEndStep(service)),
      m_stop(new QPushButton(tr("Switch it &off…"))),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_next(new QPushButton)
{
    setObjectName(QStringLiteral("secondFactorDialog"));
    setWindowTitle(tr("Second factor"));
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    setRole(m_title, LabelRole::Title);
    column->addWidget(m_title);
    column->addLayout(m_stack, 1);
    m_stop->setObjectName(QStringLiteral("factorStop"));
    m_cancel->setObjectName(QStringLiteral("factorCancel"));
    m_next->setObjectName(QStringLiteral("factorNext"));
    setRole(m_next, ButtonRole::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_next);
    for (QPushButton *button : {m_stop, m_cancel, m_next})
        button->setAutoDefault(false);
    column->addLayout(buttons);
    for (Step *step : {m_state, static_cast<Step *>(m_setUp), static_cast<Step *>(m_codes), m_end}) {
        m_stack->addWidget(step);
        connect(step, &Step::done, this, &SecondFactorDialog::next);
        connect(step, &Step::stateChanged, this, &SecondFactorDialog::updateButtons);
        const auto edits = step->findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits)
            connect(edit, &QLineEdit::returnPressed, m_next, &QPushButton::click);
    }
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (currentStep()->canSubmit()) currentStep()->submit();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] { showStep(m_end); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_stop->setEnabled(!m_factor.required);
    if (m_factor.required)
        m_stop->setToolTip(tr("One of your roles requires a second factor. Set it up anew instead."));
    if (m_factor.forced)
        m_setUp->setReason(
            tr("One of your roles requires a second factor. Set it up now; until then nothing else works."));
    showStep(m_factor.forced ? m_setUp : m_state);
}

Step *SecondFactorDialog::currentStep() const
{
    return static_cast<Step *>(m_stack->currentWidget());
}

void SecondFactorDialog::showStep(Step *step)
{
    m_stack->setCurrentWidget(step);
    m_title->setText(step->title());
    updateButtons();
    step->begin();
    if (step == m_state) m_next->setFocus();
}

void SecondFactorDialog::next()
{
    Step *step = currentStep();
    if (step == m_state) {
        showStep(m_setUp);
    } else if (step == m_setUp) {
        m_codes->setCodes(m_setUp->takeCodes(), m_factor.about);
        Q_EMIT enrolled();
        showStep(m_codes);
    } else {
        if (step == m_end) Q_EMIT ended();
        accept();
    }
}

void SecondFactorDialog::updateButtons()
{
    Step *step = currentStep();
    m_next->setText(step->nextText());
    m_next->setEnabled(step->canSubmit());
    m_stop->setVisible(step == m_state && m_factor.enrolled);
}

void SecondFactorDialog::done(int result)
{
    if (!m_ending && result == Rejected && currentStep() == m_codes && m_codes->isPending()) {
        const QPointer<SecondFactorDialog> self(this);
        const bool sure = m_dialogs.confirm(
            this, {tr("Close without storing the recovery codes?"),
                   tr("The ten codes are shown this once. Without them a lost phone means that an administrator has to "
                      "reset your second factor."),
                   tr("You can set the second factor up anew to get other codes."), tr("Close"), true});
        if (!self || !sure) return;
    }
    QDialog::done(result);
}

void SecondFactorDialog::endNow()
{
    m_ending = true;
    reject();
}

}  // namespace lw::ui
