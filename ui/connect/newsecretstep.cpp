// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/newsecretstep.h"

#include "ui/common/newsecretfields.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace lw::ui {

NewSecretStep::NewSecretStep(const QString &objectName, const QString &title, const QString &intro,
                             const QString &label, const QString &repeatLabel, QWidget *parent)
    : Step(objectName, title, intro, parent), m_fields(new NewSecretFields(objectName, label, repeatLabel))
{
    body()->addWidget(m_fields);
    connect(m_fields, &NewSecretFields::edited, this, &Step::stateChanged);
}

void NewSecretStep::setPolicy(const PasswordPolicy &policy)
{
    m_fields->setPolicy(policy);
}

void NewSecretStep::setUserInputs(QStringList inputs)
{
    m_fields->setUserInputs(std::move(inputs));
}

void NewSecretStep::begin()
{
    m_fields->focusFirst();
}

bool NewSecretStep::canSubmit() const
{
    return Step::canSubmit() && m_fields->areFilled();
}

bool NewSecretStep::checked()
{
    setProblem({});
    return m_fields->checked();
}

Secret NewSecretStep::typed() const
{
    return m_fields->typed();
}

void NewSecretStep::wipeBoth()
{
    m_fields->wipeBoth();
}

void NewSecretStep::refuse(const Error &error)
{
    if (error.field == QLatin1String("next") || error.field == QLatin1String("passphrase")) {
        m_fields->refuse(error.message);
        return;
    }
    setProblem(error.message);
    m_fields->focusFirst();
}

NewPasswordStep::NewPasswordStep(ConnectService &service, QWidget *parent)
    : NewSecretStep(QStringLiteral("newPasswordStep"), tr("New password"),
                    tr("The back end asks for a new password before you go on: yours was given to you, or is too old."),
                    tr("&New password"), tr("New password &again"), parent),
      m_service(service)
{
}

void NewPasswordStep::submit()
{
    if (!checked()) return;
    setBusy(tr("Changing the password…"));
    m_service.changePassword(m_current, typed(), this, [this](Result<void> changed) {
        setBusy({});
        if (!changed) {
            refuse(changed.error());
            return;
        }
        m_current = Secret();
        wipeBoth();
        Q_EMIT done();
    });
}

PassphraseStep::PassphraseStep(ConnectService &service, QWidget *parent)
    : NewSecretStep(QStringLiteral("passphraseStep"), tr("Encrypted cache"),
                    tr("The log is kept on this machine, encrypted, so that you can review it without a network. The "
                       "passphrase opens it; it is not your password and is never sent anywhere."),
                    tr("&Passphrase"), tr("Passphrase &again"), parent),
      m_service(service),
      m_remember(new QCheckBox(tr("&Open it by itself when I am signed in to this computer")))
{
    m_remember->setObjectName(QStringLiteral("rememberInKeyStore"));
    m_remember->setAccessibleName(tr("Keep the key in the operating system's key store"));
    m_remember->setToolTip(tr("Keeps a second key in the operating system's key store."));
    body()->addWidget(m_remember);
}

Secret PassphraseStep::takeRecoveryKey()
{
    Secret key = m_recoveryKey;
    m_recoveryKey = Secret();
    return key;
}

void PassphraseStep::submit()
{
    if (!checked()) return;
    setBusy(tr("Creating the encrypted cache… deriving its key takes a moment on purpose."));
    m_service.createCache(typed(), this, [this](Result<Secret> key) {
        if (!key) {
            setBusy({});
            refuse(key.error());
            return;
        }
        wipeBoth();
        m_recoveryKey = *key;
        if (!m_remember->isChecked()) {
            setBusy({});
            Q_EMIT done();
            return;
        }
        m_service.rememberInKeyStore(this, [this](Result<void> remembered) {
            setBusy({});
            if (!remembered) m_keyStoreProblem = remembered.error().message;
            Q_EMIT done();
        });
    });
}

}  // namespace lw::ui
