// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/keywrap.h"

#include <sodium.h>

namespace lw::cache {

namespace {

Result<QCA::SymmetricKey> slotKey(const Secret &under, const QByteArray &salt, const QByteArray &context)
{
    if (!QCA::isSupported("hkdf(sha256)") || !QCA::isSupported("aes256-gcm"))
        return makeError(Errc::Crypto,
                         QStringLiteral("This installation lacks AES-256-GCM or HKDF: install QCA's OpenSSL "
                                        "provider (qca-ossl)."));
    return QCA::HKDF(QStringLiteral("sha256"))
        .makeKey(under, QCA::InitializationVector(salt), QCA::InitializationVector(context), keyBytes);
}

Error wrongKey()
{
    return makeError(Errc::WrongKey, QStringLiteral("The secret does not open this key slot."));
}

}  // namespace

Result<Secret> stretchPassphrase(const Secret &passphrase, const QByteArray &salt, const KdfCost &cost)
{
    if (!cost.valid() || salt.size() != crypto_pwhash_SALTBYTES)
        return makeError(Errc::Corrupt, QStringLiteral("The key derivation's parameters are out of bounds."));
    Secret key(keyBytes);
    const int failed = crypto_pwhash(
        reinterpret_cast<unsigned char *>(key.data()), static_cast<unsigned long long>(key.size()),
        passphrase.isEmpty() ? "" : passphrase.constData(), static_cast<unsigned long long>(passphrase.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), cost.operations,
        static_cast<size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return makeError(Errc::Crypto,
                         QStringLiteral("The passphrase cannot be checked: %1 MiB of memory are needed for "
                                        "it. Close other programs and try again.")
                             .arg(cost.memoryBytes / (1024 * 1024)));
    return key;
}

Result<WrappedKey> wrapKey(const Secret &key, const Secret &under, const QByteArray &salt, const QByteArray &context)
{
    const auto wrapping = slotKey(under, salt, context);
    if (!wrapping) return wrapping.error();
    WrappedKey wrapped;
    wrapped.nonce.resize(nonceBytes);
    randombytes_buf(wrapped.nonce.data(), static_cast<size_t>(nonceBytes));
    QCA::Cipher cipher(QStringLiteral("aes256"), QCA::Cipher::GCM, QCA::Cipher::NoPadding, QCA::Encode, *wrapping,
                       QCA::InitializationVector(wrapped.nonce), QCA::AuthTag(tagBytes));
    const QCA::MemoryRegion out = cipher.process(key);
    const QCA::AuthTag tag = cipher.tag();
    if (!cipher.ok() || out.size() != key.size() || tag.size() != tagBytes)
        return makeError(Errc::Crypto, QStringLiteral("The key could not be wrapped."));
    wrapped.bytes = out.toByteArray();
    wrapped.tag = tag.toByteArray();
    return wrapped;
}

Result<Secret> unwrapKey(const WrappedKey &wrapped, const Secret &under, const QByteArray &salt,
                         const QByteArray &context)
{
    const auto wrapping = slotKey(under, salt, context);
    if (!wrapping) return wrapping.error();
    QCA::Cipher cipher(QStringLiteral("aes256"), QCA::Cipher::GCM, QCA::Cipher::NoPadding, QCA::Decode, *wrapping,
                       QCA::InitializationVector(wrapped.nonce), QCA::AuthTag(wrapped.tag));
    const Secret key(cipher.process(QCA::MemoryRegion(wrapped.bytes)));
    if (!cipher.ok() || key.size() != keyBytes) return wrongKey();
    return key;
}

}  // namespace lw::cache
