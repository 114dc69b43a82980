// SPDX-License-Identifier: GPL-3.0-or-later
// An open console learns of what others do, and of the end of its own session, without asking: the real session over
// the real back end.
#include "core/session/consolesession.h"
#include "tests/e2e/apiclient.h"

#include <QSignalSpy>

using namespace lw;
using namespace lw::test;

class TestLiveChange : public QObject {
    Q_OBJECT

    const SecretMemory m_memory;
    FreshBackEnd m_backEnd;
    QByteArray m_other;  ///< a session of the owner on another machine
    std::unique_ptr<session::ConsoleSession> m_console;

    template <typename Start>
    bool done(Start start)
    {
        std::optional<bool> good;
        start([&good](const auto &result) { good = result.ok(); });
        return QTest::qWaitFor([&] { return good.has_value(); }, 60'000) && *good;
    }

    QStringList logins()
    {
        QStringList names;
        bool answered = false;
        m_console->people()->list(QDateTime::currentDateTimeUtc(), this, [&](const Result<people::PeopleList> &list) {
            if (list)
                for (const people::PersonRow &row : list->rows)
                    names.append(row.user.login);
            answered = true;
        });
        (void)QTest::qWaitFor([&] { return answered; }, 30'000);
        return names;
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_backEnd.start());
        m_other = m_backEnd.ownerToken();
        QVERIFY(!m_other.isEmpty());
        net::Endpoint endpoint;
        endpoint.base = QUrl(m_backEnd.fact("url"));
        const Result<QByteArray> pin = net::parseFingerprint(m_backEnd.fact("fingerprint"));
        QVERIFY(pin.ok());
        endpoint.pinnedSha256 = *pin;
        session::ProfileStore store(m_backEnd.programs.path(QStringLiteral("console")));
        session::Profile profile =
            store.create(QStringLiteral("Acme"), endpoint, QStringLiteral("acme"), QStringLiteral("owner"));
        profile.cacheDir = m_backEnd.programs.path(QStringLiteral("console-cache"));
        m_console = std::make_unique<session::ConsoleSession>(profile, store, net::BackendClient::TransportFactory());
        QVERIFY(done([&](auto answer) {
            m_console->signIn(toSecret(FreshBackEnd::ownerPassword().toUtf8()), {}, this, answer);
        }));
        QVERIFY(done(
            [&](auto answer) { m_console->createCache(toSecret("umbrella granite teapot seventeen"), this, answer); }));
        QSignalSpy synced(m_console.get(), &session::ConsoleSession::syncFinished);
        m_console->startSync();
        QTRY_COMPARE_WITH_TIMEOUT(synced.size(), 1, 60'000);
        QCOMPARE(logins(), QStringList{QStringLiteral("owner")});
    }

    void whatOthersDoIsSeenWithoutAsking()
    {
        QSignalSpy seen(m_console.get(), &session::ConsoleSession::cacheChanged);
        QCOMPARE(m_backEnd.api()
                     .call("POST", "/v1/users", m_other,
                           {{QStringLiteral("login"), QStringLiteral("ann")},
                            {QStringLiteral("displayName"), QStringLiteral("Ann Lee")},
                            {QStringLiteral("department"), QStringLiteral("Sales")},
                            {QStringLiteral("roles"), QJsonArray{QStringLiteral("user")}}})
                     .status,
                 201);
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(logins().contains(QStringLiteral("ann")), 60'000);
        // The syncs that this began end by themselves: reading the log is no reason to read it again.
        QTRY_VERIFY(!m_console->isSyncing() &&
                    !m_console->findChild<QTimer *>(QStringLiteral("syncForOthers"))->isActive());
    }

    void theEndOfItsSessionIsSeenToo()
    {
        QCOMPARE(m_console->state(), session::State::Online);
        const QJsonArray sessions =
            m_backEnd.api().call("GET", "/v1/sessions", m_other).json().value(QLatin1String("sessions")).toArray();
        QCOMPARE(sessions.size(), 2);
        int ended = 0;
        for (const QJsonValue &value : sessions) {
            const QJsonObject live = value.toObject();
            if (live.value(QLatin1String("own")).toBool()) continue;
            const QByteArray path = "/v1/sessions/" + live.value(QLatin1String("id")).toString().toLatin1();
            QCOMPARE(m_backEnd.api().call("DELETE", path, m_other).status, 200);
            ++ended;
        }
        QCOMPARE(ended, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->state(), session::State::Offline, 60'000);
        QVERIFY(logins().contains(QStringLiteral("ann")));  // what was synced stays
    }
};

QTEST_GUILESS_MAIN(TestLiveChange)
#include "tst_livechange.moc"
