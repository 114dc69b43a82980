// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/signinstep.h"

#include "core/protocol/problem.h"
#include "ui/common/formfield.h"
#include "ui/common/secretedit.h"
#include "ui/connect/identitybox.h"

#include <QBoxLayout>
#include <QRegularExpressionValidator>

namespace lw::ui {

namespace {

constexpr int totpLength = 6;
constexpr int recoveryCodeLength = 11;  ///< "ABCDE-23456"

}  // namespace

SignInStep::SignInStep(ConnectService &service, Dialogs &dialogs, QWidget *parent)
    : Step(QStringLiteral("signInStep"), tr("Sign in"), tr("With your own account of the telephony back end."), parent),
      m_service(service),
      m_customer(makeEdit(QStringLiteral("customer"), tr("short name of the company, such as acme"))),
      m_login(makeEdit(QStringLiteral("login"))),
      m_password(new SecretEdit(QStringLiteral("password"), tr("Password"))),
      m_totp(new SecretEdit(QStringLiteral("totp"), tr("Code"))),
      m_identity(
          new IdentityBox(dialogs, {[&service] { return service.clientCertificate(); },
                                    [&service](net::ClientIdentity identity, QObject *context, Callback<void> done) {
                                        service.useClientIdentity(std::move(identity), context, std::move(done));
                                    },
                                    [&service](QObject *context, Callback<void> done) {
                                        service.useClientIdentity(net::ClientIdentity(), context, std::move(done));
                                    }}))
{
    m_customerField = new FormField(tr("&Customer"), m_customer);
    m_loginField = new FormField(tr("&Login name"), m_login);
    m_passwordField = new FormField(tr("&Password"), m_password);
    m_totpField = new FormField(tr("C&ode"), m_totp);
    m_totpField->setHint(tr("Six digits from your authenticator app, or one of your recovery codes."));
    m_totp->setMaxLength(recoveryCodeLength);
    m_totp->setEchoMode(QLineEdit::Normal);
    m_totp->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9]{0,6}|[0-9A-Za-z]{0,5}-?[0-9A-Za-z]{0,5}")), m_totp));
    m_totpField->hide();
    for (FormField *field : {m_customerField, m_loginField, m_passwordField, m_totpField})
        body()->addWidget(field);
    body()->addWidget(m_identity);
    connect(m_identity, &IdentityBox::changed, this, [this] {
        setProblem({});
        begin();
    });
    for (QLineEdit *edit :
         {m_customer, m_login, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_totp)})
        connect(edit, &QLineEdit::textChanged, this, &Step::stateChanged);
}

SignInStep::~SignInStep() = default;

void SignInStep::fixIdentity(const QString &customer, const QString &login)
{
    m_customer->setText(customer);
    m_login->setText(login);
    m_customer->setReadOnly(true);
    m_login->setReadOnly(true);
}

void SignInStep::begin()
{
    m_identity->refresh();
    if (m_customer->text().isEmpty())
        m_customer->setFocus();
    else if (m_login->text().isEmpty())
        m_login->setFocus();
    else
        m_password->setFocus();
}

bool SignInStep::canSubmit() const
{
    const auto typed = m_totp->text().size();
    const bool code = !m_totpField->isVisibleTo(this) || typed == totpLength || typed == recoveryCodeLength;
    return Step::canSubmit() && !m_customer->text().trimmed().isEmpty() && !m_login->text().trimmed().isEmpty() &&
           !m_password->isBlank() && code;
}

QStringList SignInStep::userInputs() const
{
    return QStringList{m_login->text().trimmed(), m_customer->text().trimmed()} + m_signedIn.ownWords;
}

Secret SignInStep::takePassword()
{
    Secret password = m_accepted;
    m_accepted = Secret();
    return password;
}

void SignInStep::submit()
{
    setProblem({});
    for (FormField *field : {m_customerField, m_loginField, m_passwordField, m_totpField})
        field->setError({});
    Credentials credentials;
    credentials.customer = m_customer->text().trimmed();
    credentials.login = m_login->text().trimmed();
    credentials.password = m_password->peek();
    // A copy of its own: wiping the field reaches every text that shares its characters.
    credentials.totp = QString(m_totp->text().constData(), m_totp->text().size()).toUpper();
    m_accepted = credentials.password;
    setBusy(tr("Signing in…"));
    m_service.signIn(std::move(credentials), this, [this](Result<SignedIn> signedIn) {
        setBusy({});
        if (!signedIn) {
            refused(signedIn.error());
            return;
        }
        m_password->wipeContent();
        m_totp->wipeContent();
        m_signedIn = *signedIn;
        if (!m_signedIn.mustChangePassword) m_accepted = Secret();
        Q_EMIT done();
    });
}

void SignInStep::refused(const Error &error)
{
    m_accepted = Secret();
    m_totp->wipeContent();
    if (error.field == QLatin1String("totp")) {
        const bool first = !m_totpField->isVisibleTo(this);
        m_totpField->show();
        // The first time it is a question, not a mistake.
        if (!first) m_totpField->setError(error.message);
        m_totp->setFocus();
        Q_EMIT stateChanged();
        return;
    }
    m_password->wipeContent();
    if (error.field == QLatin1String("customer")) {
        m_customerField->setError(error.message);
        m_customer->setFocus();
    } else if (error.field == QLatin1String("login")) {
        m_loginField->setError(error.message);
        m_login->setFocus();
    } else if (error.code == Errc::Unauthorized || error.code == Errc::AccountLocked) {
        m_passwordField->setError(error.message);
        m_password->setFocus();
    } else {
        setProblem(error.message);
        m_password->setFocus();
    }
    if (error.field == protocol::fieldClientCertificate) m_identity->focusChoose();
    if (error.code == Errc::Tls) Q_EMIT tlsRefused();
    Q_EMIT stateChanged();
}

}  // namespace lw::ui
