// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"

#include <algorithm>

namespace lw::server {

namespace {

const QByteArray forwardedFor("X-Forwarded-For");

bool isTrusted(const QString &address, const QList<policy::Network> &trusted)
{
    return std::any_of(trusted.begin(), trusted.end(),
                       [&address](const policy::Network &network) { return network.contains(address); });
}

}  // namespace

Result<QString> clientAddress(const QString &peer, const Headers &headers, const QList<policy::Network> &trusted)
{
    if (!isTrusted(peer, trusted) || !headers.contains(forwardedFor)) return peer;
    const QList<QByteArray> hops = headers.joined(forwardedFor).split(',');
    QString client = peer;
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const QByteArray text = hop->trimmed();
        const auto address = text.contains('%') ? std::nullopt : policy::canonicalAddress(QString::fromLatin1(text));
        if (!address)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("A proxy sent an X-Forwarded-For that is no list of addresses."),
                             QString::fromLatin1(forwardedFor));
        client = *address;
        if (!isTrusted(client, trusted)) break;
    }
    return client;
}

}  // namespace lw::server
