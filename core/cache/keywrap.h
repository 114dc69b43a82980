// SPDX-License-Identifier: GPL-3.0-or-later
// Putting one key under another: Argon2id for what people remember, HKDF to bind the wrapping key to its slot, AES-256
// in GCM for the wrap itself. Internal to the key slots.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>

namespace lw::cache {

inline constexpr int keyBytes = 32;
inline constexpr int saltBytes = 16;
inline constexpr int nonceBytes = 12;
inline constexpr int tagBytes = 16;

/// Cost of Argon2id (RFC 9106), one lane. The bounds hold for what is read from a file: a hostile one must not exhaust
/// the memory or the patience of the reader.
struct KdfCost {
    quint32 operations = 3;
    quint64 memoryBytes = 64ULL * 1024 * 1024;

    static constexpr quint32 maxOperations = 16;
    static constexpr quint64 minMemoryBytes = 8ULL * 1024;
    static constexpr quint64 maxMemoryBytes = 512ULL * 1024 * 1024;
    bool valid() const
    {
        return operations >= 1 && operations <= maxOperations && memoryBytes >= minMemoryBytes &&
               memoryBytes <= maxMemoryBytes;
    }
    bool operator==(const KdfCost &) const = default;
};

/// 32 bytes. Errc::Crypto when the memory cannot be had.
Result<Secret> stretchPassphrase(const Secret &passphrase, const QByteArray &salt, const KdfCost &cost);

struct WrappedKey {
    QByteArray nonce, bytes, tag;
};

/// `context` names everything the wrap is bound to: with another context it does not open. QCA's GCM takes no
/// additional data, so the context goes into the wrapping key's derivation instead, to the same effect.
Result<WrappedKey> wrapKey(const Secret &key, const Secret &under, const QByteArray &salt, const QByteArray &context);
/// Errc::WrongKey when it does not open.
Result<Secret> unwrapKey(const WrappedKey &wrapped, const Secret &under, const QByteArray &salt,
                         const QByteArray &context);

}  // namespace lw::cache
