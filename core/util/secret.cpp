// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/secret.h"

#include <sodium.h>

#include <cstring>

namespace lw {

void wipe(QString &text)
{
    if (!text.isEmpty()) sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty()) sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

Secret takeSecret(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret = toSecret(utf8);
    wipe(utf8);
    wipe(text);
    return secret;
}

Secret toSecret(QByteArrayView bytes)
{
    Secret secret(static_cast<int>(bytes.size()));
    if (!bytes.isEmpty()) std::memcpy(secret.data(), bytes.data(), static_cast<size_t>(bytes.size()));
    return secret;
}

Secret randomSecret(int size)
{
    Secret secret(size);
    if (size > 0) randombytes_buf(secret.data(), static_cast<size_t>(size));
    return secret;
}

bool sameSecret(const Secret &a, const Secret &b)
{
    return a.size() == b.size() &&
           (a.isEmpty() || sodium_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0);
}

SecretMemory::SecretMemory() : m_init(QCA::Practical, 256)
{
    if (sodium_init() < 0) qFatal("libsodium could not be set up");
}

}  // namespace lw
