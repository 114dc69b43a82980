// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sshconnections.h"

namespace lw::import {

namespace {

constexpr qint64 longestSilenceMs = 24LL * 3600 * 1000;

QByteArray keyOf(std::string_view host, const QByteArray &rest)
{
    return QByteArray(host.data(), static_cast<qsizetype>(host.size())) + '\0' + rest;
}

QByteArray peerKey(std::string_view host, const Endpoint &peer)
{
    return keyOf(host, peer.address.toUtf8() + ' ' + QByteArray::number(peer.port));
}

}  // namespace

std::shared_ptr<SshConnection> SshConnections::find(Table &young, Table &old, const QByteArray &key)
{
    if (const auto it = young.constFind(key); it != young.cend()) return *it;
    const auto it = old.constFind(key);
    if (it == old.cend()) return nullptr;
    auto found = *it;
    insert(young, old, key, found);
    return found;
}

void SshConnections::insert(Table &young, Table &old, const QByteArray &key,
                            const std::shared_ptr<SshConnection> &connection)
{
    if (young.size() >= generation) {
        old = std::move(young);
        young = {};
    }
    young.insert(key, connection);
}

std::shared_ptr<SshConnection> SshConnections::of(std::string_view host, std::string_view pid, qint64 ms)
{
    if (pid.empty()) return std::make_shared<SshConnection>();
    const QByteArray key = keyOf(host, QByteArray(pid.data(), static_cast<qsizetype>(pid.size())));
    auto connection = find(m_young, m_old, key);
    if (connection && (ms - connection->lastMs > longestSilenceMs) && !connection->accepted) connection = nullptr;
    if (!connection) {
        connection = std::make_shared<SshConnection>();
        insert(m_young, m_old, key, connection);
    }
    connection->lastMs = ms;
    return connection;
}

void SshConnections::restart(SshConnection &connection, const Endpoint &peer)
{
    const qint64 lastMs = connection.lastMs;
    connection = {};
    connection.peer = peer;
    connection.lastMs = lastMs;
}

void SshConnections::rememberSession(std::string_view host, const std::shared_ptr<SshConnection> &connection)
{
    if (connection->peer.port != 0) insert(m_youngSessions, m_oldSessions, peerKey(host, connection->peer), connection);
}

std::shared_ptr<SshConnection> SshConnections::session(std::string_view host, const Endpoint &peer)
{
    return peer.port == 0 ? nullptr : find(m_youngSessions, m_oldSessions, peerKey(host, peer));
}

}  // namespace lw::import
