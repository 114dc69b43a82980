// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"

#include <sodium.h>

namespace lw::server {

Secret newToken()
{
    constexpr size_t bytes = 32;
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    constexpr size_t textBytes = sodium_base64_ENCODED_LEN(bytes, variant);
    const Secret chance = randomSecret(bytes);
    char text[textBytes];
    sodium_bin2base64(text, textBytes, reinterpret_cast<const unsigned char *>(chance.constData()), bytes, variant);
    Secret token = toSecret("lw_");
    token.append(toSecret(QByteArrayView(text, qsizetype(textBytes) - 1)));
    sodium_memzero(text, textBytes);
    return token;
}

QByteArray tokenHash(const Secret &token)
{
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(reinterpret_cast<unsigned char *>(hash.data()),
                       reinterpret_cast<const unsigned char *>(token.constData()),
                       static_cast<unsigned long long>(token.size()));
    return hash;
}

Secret newOneTimePassword()
{
    constexpr char letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    constexpr int groups = 5;
    constexpr int groupLength = 4;
    Secret password(groups * (groupLength + 1) - 1);
    for (int i = 0; i < password.size(); ++i)
        password[i] = i % (groupLength + 1) == groupLength ? '-' : letters[randombytes_uniform(sizeof letters - 1)];
    return password;
}

}  // namespace lw::server
