// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/onlineprofile.h"

#include "core/cache/keywrap.h"

#include <QTest>

namespace lw::test {

QList<User> OnlineProfile::people(const QString &asRole)
{
    QList<User> all = OpenProfile::samplePeople();
    User own = all.takeLast();
    own.status = UserStatus::Active;
    own.lockedUntil = QDateTime();
    own.roles = {asRole};
    all.prepend(own);
    return all;
}

bool OnlineProfile::waitFor(const char *what, const std::function<bool()> &condition)
{
    if (m_problem.isEmpty() && !QTest::qWaitFor(condition, 20'000)) m_problem = QLatin1String(what);
    return m_problem.isEmpty();
}

OnlineProfile::OnlineProfile(const QString &asRole) : m_admin(people(asRole))
{
    m_admin.backend.customer = OpenProfile::customer();
    m_admin.backend.appendLogins(40);
    const Secret secret = toSecret("three small test words");
    const QString cache = m_directory.filePath(QStringLiteral("cache"));
    if (const auto made = cache::Vault::create(cache, secret, cache::KdfCost{1, 64 * 1024}); !made) {
        m_problem = made.error().message;
        return;
    }
    session::Profile profile;
    profile.id = QStringLiteral("test");
    profile.name = QStringLiteral("Acme");
    profile.endpoint.base = QUrl(QStringLiteral("https://pbx.acme.example"));
    profile.customer = QStringLiteral("acme");
    profile.login = QStringLiteral("sami.haddad");
    profile.cacheDir = cache;
    m_session = std::make_unique<session::ConsoleSession>(
        profile, session::ProfileStore(m_directory.filePath(QStringLiteral("config"))), m_admin.backend.transport());
    bool unlocked = false, signedIn = false, synced = false;
    const auto note = [this](bool &flag, const auto &result) {
        flag = true;
        // Who may not read the log has an empty cache, and works all the same.
        if (!result && result.error().code != Errc::Forbidden) m_problem = result.error().message;
    };
    m_session->unlockWithPassphrase(secret, m_session.get(), [&](Result<void> result) { note(unlocked, result); });
    if (!waitFor("the cache did not open", [&] { return unlocked; })) return;
    m_session->signIn(toSecret("correct horse"), {}, m_session.get(),
                      [&](Result<net::SessionFacts> result) { note(signedIn, result); });
    if (!waitFor("nobody signed in", [&] { return signedIn; })) return;
    QObject context;
    QObject::connect(m_session.get(), &session::ConsoleSession::syncFinished, &context,
                     [&](const Result<loginlog::SyncReport> &result) { note(synced, result); });
    m_session->startSync();
    waitFor("the sync did not end", [&] { return synced; });
}

}  // namespace lw::test
