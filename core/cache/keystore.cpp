// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/keystore.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace lw::cache {

namespace {

// Long enough for a person to find the passphrase of a locked key ring.
constexpr int answerTimeoutMs = 120'000;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
        case QKeychain::EntryNotFound:
            return makeError(Errc::NotFound,
                             QStringLiteral("The key store of this computer has no key for this cache. Unlock "
                                            "with the passphrase and add it again."));
        case QKeychain::AccessDeniedByUser:
            return makeError(Errc::Cancelled, QStringLiteral("Access to the key store was declined. Unlock with the "
                                                             "passphrase instead."));
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return makeError(Errc::Unsupported,
                             QStringLiteral("No key store is running on this computer. Unlock with the "
                                            "passphrase, or start a key ring (for example GNOME Keyring "
                                            "or KWallet)."));
        default:
            return makeError(Errc::Unsupported,
                             QStringLiteral("The key store of this computer does not answer: %1. Unlock "
                                            "with the passphrase instead.")
                                 .arg(job.errorString()));
    }
}

// QtKeychain answers through an event loop; a thread of its own has one without nesting into the caller's.
template <typename Job>
Result<void> runJob(const std::function<void(Job &)> &prepare, const std::function<void(Job &)> &take)
{
    Result<void> outcome =
        makeError(Errc::Timeout, QStringLiteral("The key store of this computer did not answer. Unlock "
                                                "with the passphrase instead."));
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop;
        Job job(QStringLiteral("linewarden"));
        job.setAutoDelete(false);
        job.setInsecureFallback(false);
        prepare(job);
        QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
            if (job.error() == QKeychain::NoError) {
                if (take) take(job);
                outcome = {};
            } else {
                outcome = errorOf(job);
            }
            loop.quit();
        });
        QTimer::singleShot(answerTimeoutMs, &loop, &QEventLoop::quit);
        job.start();
        loop.exec();
    }));
    thread->start();
    thread->wait();
    return outcome;
}

class SystemKeyStore final : public KeyStore {
  public:
    Result<Secret> read(const QString &entry) override
    {
        Secret secret;
        const auto done = runJob<QKeychain::ReadPasswordJob>([&](auto &job) { job.setKey(entry); },
                                                             [&](auto &job) {
                                                                 QByteArray bytes = job.binaryData();
                                                                 secret = toSecret(bytes);
                                                                 wipe(bytes);
                                                             });
        if (!done) return done.error();
        return secret;
    }

    Result<void> write(const QString &entry, const Secret &secret) override
    {
        QByteArray bytes = secret.toByteArray();
        const auto done = runJob<QKeychain::WritePasswordJob>(
            [&](auto &job) {
                job.setKey(entry);
                job.setBinaryData(bytes);
            },
            nullptr);
        wipe(bytes);
        return done;
    }

    Result<void> remove(const QString &entry) override
    {
        return runJob<QKeychain::DeletePasswordJob>([&](auto &job) { job.setKey(entry); }, nullptr);
    }
};

}  // namespace

std::unique_ptr<KeyStore> systemKeyStore()
{
    return std::make_unique<SystemKeyStore>();
}

}  // namespace lw::cache
