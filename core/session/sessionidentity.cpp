// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsoleSession that is about the certificate shown to the back end. It is kept in the encrypted cache and
// nowhere else, so that whoever may open the cache may show it.
#include "core/session/consolesession.h"

namespace lw::session {

Result<void> ConsoleSession::keepIdentity(cache::Vault &vault, const net::ClientIdentity &identity)
{
    Result<std::unique_ptr<cache::Connection>> connection = vault.connect(cache::Purpose::Write);
    if (!connection) return connection.error();
    cache::StateTable state(**connection);
    if (identity.isNull()) return state.removeValue(cache::StateKey::ClientIdentity);
    QByteArray bytes = net::toSecret(identity).toByteArray();
    const Result<void> kept = state.setValue(cache::StateKey::ClientIdentity, bytes);
    wipe(bytes);
    return kept;
}

net::ClientIdentity ConsoleSession::keptIdentity(cache::Vault &vault)
{
    Result<std::unique_ptr<cache::Connection>> connection = vault.connect();
    if (!connection) return net::ClientIdentity();
    Result<std::optional<QByteArray>> bytes = cache::StateTable(**connection).value(cache::StateKey::ClientIdentity);
    if (!bytes || !*bytes) return net::ClientIdentity();
    const Result<net::ClientIdentity> identity = net::identityFromSecret(toSecret(**bytes));
    wipe(**bytes);
    // One that cannot be read is as good as none: the back end then says that it wants one.
    return identity ? *identity : net::ClientIdentity();
}

void ConsoleSession::adoptIdentity(net::ClientIdentity identity)
{
    m_identity = std::move(identity);
    if (m_client) m_client->setIdentity(m_identity);
}

std::optional<net::CertificateFacts> ConsoleSession::clientCertificate() const
{
    if (m_identity.isNull()) return std::nullopt;
    return m_identity.facts();
}

void ConsoleSession::useClientIdentity(const net::ClientIdentity &identity, QObject *context, Callback<void> done)
{
    adoptIdentity(identity);
    Q_EMIT stateChanged();
    // Before there is a cache it waits in memory for createCache().
    if (!m_vault) return Answer<void>(context, std::move(done)).give({});
    onVault([identity](cache::Vault &vault) { return keepIdentity(vault, identity); }, context, std::move(done));
}

void ConsoleSession::removeClientIdentity(QObject *context, Callback<void> done)
{
    useClientIdentity(net::ClientIdentity(), context, std::move(done));
}

}  // namespace lw::session
