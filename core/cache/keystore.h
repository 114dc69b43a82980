// SPDX-License-Identifier: GPL-3.0-or-later
// The operating system's store for secrets (Credential Manager, Keychain, Secret Service, KWallet).
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QString>

#include <memory>

namespace lw::cache {

/// Calls block, possibly until the person has answered the system's own dialog: never call from a thread that paints.
class KeyStore {
  public:
    virtual ~KeyStore() = default;
    /// Errc::NotFound: no such entry. Errc::Unsupported: this machine has no key store running. Errc::Cancelled: the
    /// person declined. Errc::Timeout: nobody answered.
    virtual Result<Secret> read(const QString &entry) = 0;
    virtual Result<void> write(const QString &entry, const Secret &secret) = 0;
    virtual Result<void> remove(const QString &entry) = 0;
};

/// The one of this machine, by QtKeychain; never its plaintext fallback.
std::unique_ptr<KeyStore> systemKeyStore();

}  // namespace lw::cache
