// SPDX-License-Identifier: GPL-3.0-or-later
// A signed-in client of a back end in memory and an open cache in a temporary folder.
#pragma once

#include "core/cache/keywrap.h"
#include "core/cache/vault.h"
#include "core/loginlog/syncjob.h"
#include "tests/core/net/fakebackend.h"

#include <QTemporaryDir>
#include <QTest>

namespace lw::test {

class CacheFixture {
  public:
    CacheFixture()
    {
        net::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://fake.example.com"));
        client = std::make_unique<net::BackendClient>(endpoint, backend.transport());
        Result<cache::NewVault> made =
            cache::Vault::create(directory(), toSecret("passphrase"), cache::KdfCost{1, 64 * 1024});
        if (!made) qFatal("%s", qPrintable(made.error().message));
        vault = std::move(made->vault);
    }

    QString directory() const { return folder.filePath(QStringLiteral("cache")); }

    /// Closes and opens the cache, as another run of the program would.
    void reopen()
    {
        vault->lock();
        vault.reset();
        Result<std::unique_ptr<cache::Vault>> opened =
            cache::Vault::unlockWithPassphrase(directory(), toSecret("passphrase"));
        if (!opened) qFatal("%s", qPrintable(opened.error().message));
        vault = std::move(*opened);
    }

    void signIn()
    {
        QObject context;
        std::optional<Result<net::SessionFacts>> facts;
        client->signIn({QStringLiteral("acme"), QStringLiteral("ann.lee"), toSecret("correct horse"), {}}, &context,
                       [&](Result<net::SessionFacts> r) { facts = std::move(r); });
        QTRY_VERIFY(facts);
        QVERIFY(facts->ok());
    }

    /// One sync to its end. `steered` may cancel it as it goes.
    Result<loginlog::SyncReport> sync(
        const std::function<void(loginlog::SyncJob &, const loginlog::SyncProgress &)> &steered = {})
    {
        loginlog::SyncJob job(*client, vault, logKey);
        std::optional<Result<loginlog::SyncReport>> result;
        QObject::connect(&job, &loginlog::SyncJob::finished, &job,
                         [&](const Result<loginlog::SyncReport> &r) { result = r; });
        QObject::connect(&job, &loginlog::SyncJob::progress, &job, [&](const loginlog::SyncProgress &p) {
            stages.append(p.stage);
            if (steered) steered(job, p);
        });
        job.start();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000)) qFatal("the sync did not end");
        return *result;
    }

    std::unique_ptr<cache::Connection> connect() const
    {
        Result<std::unique_ptr<cache::Connection>> connection = vault->connect(cache::Purpose::Write);
        if (!connection) qFatal("%s", qPrintable(connection.error().message));
        return std::move(*connection);
    }

    QTemporaryDir folder;
    FakeBackend backend;
    std::unique_ptr<net::BackendClient> client;
    std::shared_ptr<cache::Vault> vault;
    QString logKey;
    QList<loginlog::SyncStage> stages;
};

}  // namespace lw::test
