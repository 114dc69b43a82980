// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/devices/devicesecret.h"

#include "server/auth/token.h"

#include <sodium.h>

namespace lw::server {

namespace {

constexpr int secretLength = 28;
constexpr int sipUserChance = 8;

}  // namespace

Secret newDeviceSecret()
{
    constexpr char letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    Secret secret(secretLength);
    for (int i = 0; i < secret.size(); ++i)
        secret[i] = letters[randombytes_uniform(sizeof letters - 1)];
    return secret;
}

QByteArray deviceSecretHash(const Secret &secret)
{
    return tokenHash(secret);
}

bool deviceSecretMatches(const Secret &secret, const QByteArray &hash)
{
    const QByteArray given = deviceSecretHash(secret);
    // No text has a known preimage of zeros, so that the stand-in matches nobody.
    const QByteArray wanted = hash.size() == given.size() ? hash : QByteArray(given.size(), '\0');
    return sodium_memcmp(given.constData(), wanted.constData(), static_cast<size_t>(given.size())) == 0;
}

QString newSipUser(const QString &customerSlug)
{
    constexpr char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    QString name = customerSlug + QLatin1Char('-');
    for (int i = 0; i < sipUserChance; ++i)
        name += QLatin1Char(letters[randombytes_uniform(sizeof letters - 1)]);
    return name;
}

QString slugOfSipUser(const QString &sipUser)
{
    return sipUser.left(std::max<qsizetype>(sipUser.lastIndexOf(QLatin1Char('-')), 0));
}

}  // namespace lw::server
