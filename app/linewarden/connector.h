// SPDX-License-Identifier: GPL-3.0-or-later
// First connection, unlocking and signing in again, done with the real profile store and session.
#pragma once

#include "core/session/consolesession.h"
#include "ui/connect/connectservice.h"

#include <QObject>

namespace lw::app {

/// For a new back end: makes profile and session on the way. At the end take both.
class NewConnection final : public QObject, public ui::ConnectService {
    Q_OBJECT
  public:
    explicit NewConnection(session::ProfileStore store, QObject *parent = nullptr);

    void probe(const QString &address, QObject *context, Callback<net::CertificateReport> done) override;
    Result<void> trust(const net::CertificateReport &report) override;
    std::optional<net::CertificateFacts> clientCertificate() const override;
    void useClientIdentity(net::ClientIdentity identity, QObject *context, Callback<void> done) override;
    void signIn(ui::Credentials credentials, QObject *context, Callback<ui::SignedIn> done) override;
    void changePassword(Secret current, Secret next, QObject *context, Callback<void> done) override;
    void beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done) override;
    void confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done) override;
    void endMfa(Secret password, QObject *context, Callback<void> done) override;
    void createCache(Secret passphrase, QObject *context, Callback<Secret> done) override;
    void rememberInKeyStore(QObject *context, Callback<void> done) override;

    /// The signed-in session with its open cache.
    std::unique_ptr<session::ConsoleSession> takeSession() { return std::move(m_session); }

  private:
    QString freeName(const QString &customer) const;

    session::ProfileStore m_store;
    net::Endpoint m_endpoint;
    net::ClientIdentity m_identity;  ///< for the session that the next sign-in makes
    std::unique_ptr<session::ConsoleSession> m_session;
};

/// For the profile that is open or about to be.
class OpenConnection final : public QObject, public ui::ConnectService, public ui::UnlockService {
    Q_OBJECT
  public:
    explicit OpenConnection(session::ConsoleSession &session, QObject *parent = nullptr);

    void probe(const QString &address, QObject *context, Callback<net::CertificateReport> done) override;
    Result<void> trust(const net::CertificateReport &report) override;
    std::optional<net::CertificateFacts> clientCertificate() const override;
    void useClientIdentity(net::ClientIdentity identity, QObject *context, Callback<void> done) override;
    void signIn(ui::Credentials credentials, QObject *context, Callback<ui::SignedIn> done) override;
    void changePassword(Secret current, Secret next, QObject *context, Callback<void> done) override;
    void beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done) override;
    void confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done) override;
    void endMfa(Secret password, QObject *context, Callback<void> done) override;
    void createCache(Secret passphrase, QObject *context, Callback<Secret> done) override;
    void rememberInKeyStore(QObject *context, Callback<void> done) override;

    QString profileName() const override;
    QString host() const override;
    bool keyStoreExpected() const override;
    void unlockWithPassphrase(Secret passphrase, QObject *context, Callback<void> done) override;
    void unlockWithRecoveryKey(Secret recoveryKey, QObject *context, Callback<void> done) override;
    void unlockWithKeyStore(QObject *context, Callback<void> done) override;
    void setCacheAside(QObject *context, Callback<QString> done) override;

  private:
    session::ConsoleSession &m_session;
};

}  // namespace lw::app
