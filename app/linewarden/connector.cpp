// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/connector.h"

#include "core/net/probe.h"

namespace lw::app {

namespace {

Callback<net::SessionFacts> signedIn(session::ConsoleSession &session, Callback<ui::SignedIn> done)
{
    return [&session, done = std::move(done)](Result<net::SessionFacts> facts) {
        if (!facts) return done(facts.error());
        ui::SignedIn signedIn{facts->mustChangePassword, facts->mustEnrolMfa, {}, {}};
        if (const auto me = session.me()) {
            signedIn.policy = me->customer.passwordPolicy;
            signedIn.ownWords = QStringList{me->user.displayName, me->user.email, me->customer.name};
        }
        done(signedIn);
    };
}

Callback<session::NewCache> recoveryKey(Callback<Secret> done)
{
    return [done = std::move(done)](Result<session::NewCache> made) {
        if (made)
            done(made->recoveryKey);
        else
            done(made.error());
    };
}

}  // namespace

NewConnection::NewConnection(session::ProfileStore store, QObject *parent) : QObject(parent), m_store(std::move(store))
{
}

void NewConnection::probe(const QString &address, QObject *context, Callback<net::CertificateReport> done)
{
    const Result<QUrl> base = net::parseBaseUrl(address);
    if (!base) return done(base.error());
    m_endpoint = net::Endpoint{*base, {}, {}};
    net::probeCertificate(m_endpoint, context, std::move(done));
}

Result<void> NewConnection::trust(const net::CertificateReport &report)
{
    if (!report.trusted) m_endpoint = net::accept(m_endpoint, report);
    return {};
}

std::optional<net::CertificateFacts> NewConnection::clientCertificate() const
{
    if (m_identity.isNull()) return std::nullopt;
    return m_identity.facts();
}

void NewConnection::useClientIdentity(net::ClientIdentity identity, QObject *context, Callback<void> done)
{
    m_identity = std::move(identity);
    Answer<void>(context, std::move(done)).give({});
}

QString NewConnection::freeName(const QString &customer) const
{
    QString name = customer;
    if (!name.isEmpty()) name[0] = name.at(0).toUpper();
    const auto profiles = m_store.load();
    if (!profiles) return name;
    const auto taken = [&](const QString &candidate) {
        for (const session::Profile &profile : *profiles)
            if (profile.name.compare(candidate, Qt::CaseInsensitive) == 0) return true;
        return false;
    };
    if (!taken(name)) return name;
    const QString withHost = QStringLiteral("%1 at %2").arg(name, m_endpoint.base.host());
    QString candidate = withHost;
    for (int i = 2; taken(candidate); ++i)
        candidate = QStringLiteral("%1 (%2)").arg(withHost).arg(i);
    return candidate;
}

void NewConnection::signIn(ui::Credentials credentials, QObject *context, Callback<ui::SignedIn> done)
{
    // Another name means another profile; the former session ends with its connection.
    m_session = std::make_unique<session::ConsoleSession>(
        m_store.create(freeName(credentials.customer), m_endpoint, credentials.customer, credentials.login), m_store,
        net::BackendClient::TransportFactory());
    if (!m_identity.isNull()) m_session->useClientIdentity(m_identity, this, {});
    m_session->signIn(std::move(credentials.password), credentials.totp, context,
                      signedIn(*m_session, std::move(done)));
}

void NewConnection::changePassword(Secret current, Secret next, QObject *context, Callback<void> done)
{
    m_session->changePassword(std::move(current), std::move(next), context, std::move(done));
}

void NewConnection::beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done)
{
    m_session->self()->beginMfa(context, std::move(done));
}

void NewConnection::confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done)
{
    m_session->self()->confirmMfa(code, context, std::move(done));
}

void NewConnection::endMfa(Secret password, QObject *context, Callback<void> done)
{
    m_session->self()->endMfa(std::move(password), context, std::move(done));
}

void NewConnection::createCache(Secret passphrase, QObject *context, Callback<Secret> done)
{
    // Saved first: a cache that no profile names would be lost.
    if (const auto saved = m_store.save(m_session->profile()); !saved) return done(saved.error());
    m_session->createCache(std::move(passphrase), context, recoveryKey(std::move(done)));
}

void NewConnection::rememberInKeyStore(QObject *context, Callback<void> done)
{
    m_session->rememberInKeyStore(context, std::move(done));
}

OpenConnection::OpenConnection(session::ConsoleSession &session, QObject *parent) : QObject(parent), m_session(session)
{
}

void OpenConnection::probe(const QString &, QObject *context, Callback<net::CertificateReport> done)
{
    net::probeCertificate(m_session.profile().endpoint, context, std::move(done));
}

Result<void> OpenConnection::trust(const net::CertificateReport &report)
{
    if (report.trusted) return {};
    return m_session.setEndpoint(net::accept(m_session.profile().endpoint, report));
}

std::optional<net::CertificateFacts> OpenConnection::clientCertificate() const
{
    return m_session.clientCertificate();
}

void OpenConnection::useClientIdentity(net::ClientIdentity identity, QObject *context, Callback<void> done)
{
    m_session.useClientIdentity(identity, context, std::move(done));
}

void OpenConnection::signIn(ui::Credentials credentials, QObject *context, Callback<ui::SignedIn> done)
{
    m_session.signIn(std::move(credentials.password), credentials.totp, context, signedIn(m_session, std::move(done)));
}

void OpenConnection::changePassword(Secret current, Secret next, QObject *context, Callback<void> done)
{
    m_session.changePassword(std::move(current), std::move(next), context, std::move(done));
}

void OpenConnection::beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done)
{
    m_session.self()->beginMfa(context, std::move(done));
}

void OpenConnection::confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done)
{
    m_session.self()->confirmMfa(code, context, std::move(done));
}

void OpenConnection::endMfa(Secret password, QObject *context, Callback<void> done)
{
    m_session.self()->endMfa(std::move(password), context, std::move(done));
}

void OpenConnection::createCache(Secret passphrase, QObject *context, Callback<Secret> done)
{
    m_session.createCache(std::move(passphrase), context, recoveryKey(std::move(done)));
}

void OpenConnection::rememberInKeyStore(QObject *context, Callback<void> done)
{
    m_session.rememberInKeyStore(context, std::move(done));
}

QString OpenConnection::profileName() const
{
    return m_session.profile().name;
}

QString OpenConnection::host() const
{
    return m_session.profile().endpoint.base.authority();
}

bool OpenConnection::keyStoreExpected() const
{
    const Result<bool> slot = cache::Vault::hasKeyStoreSlot(m_session.profile().cacheDir);
    return slot && *slot;
}

void OpenConnection::unlockWithPassphrase(Secret passphrase, QObject *context, Callback<void> done)
{
    m_session.unlockWithPassphrase(std::move(passphrase), context, std::move(done));
}

void OpenConnection::unlockWithRecoveryKey(Secret key, QObject *context, Callback<void> done)
{
    m_session.unlockWithRecoveryKey(std::move(key), context, std::move(done));
}

void OpenConnection::unlockWithKeyStore(QObject *context, Callback<void> done)
{
    m_session.unlockWithKeyStore(context, std::move(done));
}

void OpenConnection::setCacheAside(QObject *context, Callback<QString> done)
{
    m_session.setCacheAside(context, std::move(done));
}

}  // namespace lw::app
