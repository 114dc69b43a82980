// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ConsoleSession that is about the cache: its ways in, its evidence, connections to it.
#include "core/cache/keystore.h"
#include "core/session/consolesession.h"

#include <algorithm>

namespace lw::session {

using cache::Vault;

bool ConsoleSession::hasCache() const
{
    return Vault::exists(m_profile.cacheDir);
}

bool ConsoleSession::isUnlocked() const
{
    return m_vault != nullptr;
}

void ConsoleSession::createCache(Secret passphrase, QObject *context, Callback<NewCache> done)
{
    struct Made {
        std::shared_ptr<Vault> vault;
        Secret recoveryKey;
    };
    const Answer<NewCache> answer(context, std::move(done));
    m_keys->ask<Made>(
        this,
        [this, answer](Result<Made> made) {
            if (!made) return answer.give(made.error());
            opened(std::move(made->vault));
            answer.give(NewCache{made->recoveryKey});
        },
        [directory = m_profile.cacheDir, passphrase, identity = m_identity]() -> Result<Made> {
            Result<cache::NewVault> fresh = Vault::create(directory, passphrase);
            if (!fresh) return fresh.error();
            if (!identity.isNull())
                if (const Result<void> kept = keepIdentity(*fresh->vault, identity); !kept) return kept.error();
            return Made{std::move(fresh->vault), fresh->recoveryKey};
        });
}

void ConsoleSession::unlock(std::function<Result<std::unique_ptr<Vault>>()> open, QObject *context, Callback<void> done)
{
    const Answer<void> answer(context, std::move(done));
    struct Open {
        std::shared_ptr<Vault> vault;
        net::ClientIdentity identity;
    };
    m_keys->ask<Open>(
        this,
        [this, answer](Result<Open> result) {
            if (!result) return answer.give(result.error());
            adoptIdentity(std::move(result->identity));
            opened(std::move(result->vault));
            answer.give({});
        },
        [open = std::move(open)]() -> Result<Open> {
            Result<std::unique_ptr<Vault>> vault = open();
            if (!vault) return vault.error();
            net::ClientIdentity identity = keptIdentity(**vault);
            return Open{std::shared_ptr<Vault>(std::move(*vault)), std::move(identity)};
        });
}

void ConsoleSession::unlockWithPassphrase(Secret passphrase, QObject *context, Callback<void> done)
{
    unlock([directory = m_profile.cacheDir, passphrase] { return Vault::unlockWithPassphrase(directory, passphrase); },
           context, std::move(done));
}

void ConsoleSession::unlockWithRecoveryKey(Secret recoveryKey, QObject *context, Callback<void> done)
{
    unlock(
        [directory = m_profile.cacheDir, recoveryKey] { return Vault::unlockWithRecoveryKey(directory, recoveryKey); },
        context, std::move(done));
}

void ConsoleSession::unlockWithKeyStore(QObject *context, Callback<void> done)
{
    unlock(
        [directory = m_profile.cacheDir] {
            const std::unique_ptr<cache::KeyStore> store = cache::systemKeyStore();
            return Vault::unlockWithKeyStore(directory, *store);
        },
        context, std::move(done));
}

void ConsoleSession::onVault(std::function<Result<void>(Vault &)> work, QObject *context, Callback<void> done)
{
    m_keys->ask<void>(context, std::move(done), [vault = m_vault, work = std::move(work)]() -> Result<void> {
        if (!vault) return makeError(Errc::Cancelled, QStringLiteral("The cache is locked. Unlock it first."));
        return work(*vault);
    });
}

void ConsoleSession::rememberInKeyStore(QObject *context, Callback<void> done)
{
    onVault([](Vault &vault) { return vault.addKeyStoreSlot(*cache::systemKeyStore()); }, context, std::move(done));
}

void ConsoleSession::forgetKeyStore(QObject *context, Callback<void> done)
{
    onVault([](Vault &vault) { return vault.removeKeyStoreSlot(*cache::systemKeyStore()); }, context, std::move(done));
}

void ConsoleSession::changePassphrase(Secret current, Secret next, QObject *context, Callback<void> done)
{
    onVault([current, next](Vault &vault) { return vault.changePassphrase(current, next); }, context, std::move(done));
}

void ConsoleSession::renewRecoveryKey(QObject *context, Callback<Secret> done)
{
    m_keys->ask<Secret>(context, std::move(done), [vault = m_vault]() -> Result<Secret> {
        if (!vault) return makeError(Errc::Cancelled, QStringLiteral("The cache is locked. Unlock it first."));
        return vault->renewRecoveryKey();
    });
}

void ConsoleSession::tamperEvidence(QObject *context, Callback<QList<cache::TamperEvidence>> done)
{
    using Evidence = QList<cache::TamperEvidence>;
    m_keys->ask<Evidence>(context, std::move(done), [vault = m_vault]() -> Result<Evidence> {
        if (!vault) return makeError(Errc::Cancelled, QStringLiteral("The cache is locked. Unlock it first."));
        Result<std::unique_ptr<cache::Connection>> connection = vault->connect();
        if (!connection) return connection.error();
        Result<Evidence> evidence = cache::StateTable(**connection).evidence();
        if (!evidence) return evidence.error();
        Evidence newestFirst = std::move(*evidence);
        std::sort(newestFirst.begin(), newestFirst.end(),
                  [](const cache::TamperEvidence &a, const cache::TamperEvidence &b) { return a.id > b.id; });
        return newestFirst;
    });
}

void ConsoleSession::removeTamperEvidence(qint64 id, QObject *context, Callback<void> done)
{
    onVault(
        [id](Vault &vault) -> Result<void> {
            Result<std::unique_ptr<cache::Connection>> connection = vault.connect(cache::Purpose::Write);
            if (!connection) return connection.error();
            return cache::StateTable(**connection).removeEvidence(id);
        },
        context, std::move(done));
}

Result<std::unique_ptr<cache::Connection>> ConsoleSession::connectForReading() const
{
    if (!m_vault) return makeError(Errc::Cancelled, QStringLiteral("The cache is locked. Unlock it first."));
    return m_vault->connect(cache::Purpose::Read);
}

Result<std::unique_ptr<cache::Connection>> ConsoleSession::connectForWriting() const
{
    if (!m_vault) return makeError(Errc::Cancelled, QStringLiteral("The cache is locked. Unlock it first."));
    return m_vault->connect(cache::Purpose::Write);
}

void ConsoleSession::setCacheAside(QObject *context, Callback<QString> done)
{
    lock();
    m_keys->ask<QString>(context, std::move(done), [directory = m_profile.cacheDir] {
        return Vault::setAside(directory, QDateTime::currentDateTimeUtc());
    });
}

}  // namespace lw::session
