// SPDX-License-Identifier: GPL-3.0-or-later
// What first run, unlocking and signing in again ask of the program; tests answer in its place. Answers come later, in
// the caller's thread, and are dropped when the context is gone.
#pragma once

#include "core/domain/customer.h"
#include "core/net/clientidentity.h"
#include "core/net/tlsfacts.h"
#include "core/protocol/mfa.h"
#include "core/util/async.h"
#include "core/util/secret.h"

#include <QString>

namespace lw::ui {

struct Credentials {
    QString customer;  ///< slug
    QString login;
    Secret password;
    QString totp;  ///< empty until asked for
};

struct SignedIn {
    bool mustChangePassword = false;
    bool mustEnrolMfa = false;  ///< a role asks for a second factor and there is none
    PasswordPolicy policy;      ///< of the customer, for a new password
    QStringList ownWords;       ///< what the password must not be: the person's names and the company's
};

class ConnectService {
  public:
    virtual ~ConnectService() = default;

    /// The handshake only; nothing is sent. Errors: InvalidInput (field "address"), Network, Timeout, Tls.
    virtual void probe(const QString &address, QObject *context, Callback<net::CertificateReport> done) = 0;
    /// The person compared the fingerprint, or the report verified by itself.
    virtual Result<void> trust(const net::CertificateReport &report) = 0;
    /// What is shown to a back end that asks for a certificate of this person; nullopt: none.
    virtual std::optional<net::CertificateFacts> clientCertificate() const = 0;
    /// From the next connection on; kept in the cache. A null one: none.
    virtual void useClientIdentity(net::ClientIdentity identity, QObject *context, Callback<void> done) = 0;
    /// Unauthorized with field "totp": a code is needed. Forbidden with field "clientCertificate": a registered
    /// certificate is.
    virtual void signIn(Credentials credentials, QObject *context, Callback<SignedIn> done) = 0;
    virtual void changePassword(Secret current, Secret next, QObject *context, Callback<void> done) = 0;
    /// One's own second factor: a new secret, not in force before confirmMfa(); InvalidInput with field "code".
    virtual void beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done) = 0;
    virtual void confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done) = 0;
    virtual void endMfa(Secret password, QObject *context, Callback<void> done) = 0;
    /// The answer is the recovery key in printable groups, shown once.
    virtual void createCache(Secret passphrase, QObject *context, Callback<Secret> done) = 0;
    virtual void rememberInKeyStore(QObject *context, Callback<void> done) = 0;
};

class UnlockService {
  public:
    virtual ~UnlockService() = default;

    virtual QString profileName() const = 0;
    virtual QString host() const = 0;
    /// True when the key store may hold the key; then it is tried first, without a question.
    virtual bool keyStoreExpected() const = 0;
    virtual void unlockWithPassphrase(Secret passphrase, QObject *context, Callback<void> done) = 0;
    virtual void unlockWithRecoveryKey(Secret recoveryKey, QObject *context, Callback<void> done) = 0;
    virtual void unlockWithKeyStore(QObject *context, Callback<void> done) = 0;
    /// The answer names the file that was kept.
    virtual void setCacheAside(QObject *context, Callback<QString> done) = 0;
};

}  // namespace lw::ui
