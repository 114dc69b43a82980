// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of an address before anybody looks at a password.
#include "tests/server/network/networkcompany.h"

#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestNetworkGate : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<NetworkCompany> m_in;

    Error refused(const QString &login, const QByteArray &password, const QString &address = elsewhere)
    {
        return m_in->backEnd.refusal(m_in->backEnd.signIn(m_in->customer.slug, login, password, {}, address));
    }
    int failuresOf(const User &user)
    {
        return must(CredentialTable(must(m_in->backEnd.services->database->connection())).ofUser(user.id)).failures;
    }

  private Q_SLOTS:
    void init()
    {
        m_in = std::make_unique<NetworkCompany>();
        must(m_in->change(m_in->listOf({QStringLiteral("192.0.2.0/24"), QStringLiteral("203.0.113.0/24")})));
        must(m_in->confirm(m_in->anna));
    }
    void cleanup() { m_in.reset(); }

    void everybodyOutsideGetsTheSameSentence()
    {
        const Error right = refused(QStringLiteral("anna"), goodPassword);
        QCOMPARE(right.code, Errc::Forbidden);
        for (const auto &[login, password] : {std::pair{"anna", "wrong"}, {"nobody", "wrong"}, {"ben", "wrong"}}) {
            const Error error = refused(QString::fromLatin1(login), password);
            QCOMPARE(error.code, right.code);
            QCOMPARE(error.message, right.message);
            QCOMPARE(error.field, right.field);
        }
        // Nobody's password was looked at.
        QCOMPARE(failuresOf(m_in->anna.user), 0);
    }

    void insideNothingChanges()
    {
        QCOMPARE(refused(QStringLiteral("anna"), "wrong", office).code, Errc::Unauthorized);
        QCOMPARE(failuresOf(m_in->anna.user), 1);
        const SignIn::Outcome outcome =
            m_in->backEnd.signIn(m_in->customer.slug, QStringLiteral("ben"), goodPassword, {}, office);
        QVERIFY(std::holds_alternative<SignIn::Granted>(outcome));
    }

    void aRefusalIsAnEvent()
    {
        const size_t before = m_in->told();
        refused(QStringLiteral("anna"), goodPassword);
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("login.refused/failure/address_not_allowed")});
        const AuditEvent event = m_in->backEnd.events(m_in->customer).back();
        QCOMPARE(event.actor.type, ActorType::Unknown);
        QCOMPARE(event.actor.name, QStringLiteral("anna"));
        QCOMPARE(event.origin.address, elsewhere);
    }

    void theLogCannotBeFlooded()
    {
        const size_t before = m_in->told();
        for (int i = 0; i < 300; ++i)
            refused(QStringLiteral("anna"), "wrong", QStringLiteral("198.51.%1.%2").arg(i / 200).arg(i % 200));
        QCOMPARE(m_in->told() - before, size_t(60));
        m_in->backEnd.clock.advanceMs(60'000);
        refused(QStringLiteral("anna"), "wrong");
        QVERIFY(m_in->backEnd.events(m_in->customer).back().detail.startsWith(QLatin1String("240 ")));
    }

    void whoKeepsTryingFromOutsideIsBlocked()
    {
        for (int i = 0; i < 20; ++i)
            QCOMPARE(refused(QStringLiteral("anna"), goodPassword).code, Errc::Forbidden);
        QCOMPARE(refused(QStringLiteral("anna"), goodPassword).code, Errc::RateLimited);
    }

    void registrationsAskTheSame()
    {
        const auto attempt = [this](const QString &address) {
            return m_in->backEnd.services->registrations.run(
                {QStringLiteral("acme-abcdefgh"), toSecret("wrong"), QStringLiteral("sip:acme@192.0.2.1"), 600,
                 Origin{address, 5060, QStringLiteral("SIP/UDP"), QStringLiteral("phone")}});
        };
        const auto code = [&](const QString &address) {
            return std::get<RegistrationService::Refused>(attempt(address)).error.code;
        };
        QCOMPARE(code(elsewhere), Errc::Unauthorized);
        const QStringList story = m_in->story(m_in->told() - 1);
        QCOMPARE(story, QStringList{QStringLiteral("device.refused/failure/address_not_allowed")});
        for (int i = 0; i < 19; ++i)
            (void)attempt(elsewhere);
        QCOMPARE(must(m_in->backEnd.services->blocking.verdict(m_in->customer.id, elsewhere)).state,
                 AddressGate::State::Blocked);
        QCOMPARE(code(elsewhere), Errc::RateLimited);
    }

    void manyThreadsAskWhileTheListChanges()
    {
        std::atomic<int> wrong = 0;
        std::atomic<bool> stop = false;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                while (!stop) {
                    const auto inside = m_in->backEnd.services->network.allowsPeople(m_in->customer.id, office);
                    wrong += !inside || !*inside;
                }
            });
        for (int i = 0; i < 20; ++i) {
            must(m_in->change(m_in->listOf({QStringLiteral("192.0.2.0/24"), QStringLiteral("203.0.113.0/24"),
                                            QStringLiteral("10.0.0.%1").arg(i)})));
            QVERIFY(m_in->allows(QStringLiteral("10.0.0.%1").arg(i)));
            must(i % 2 ? m_in->confirm(m_in->anna) : m_in->revert(m_in->anna));
            QCOMPARE(m_in->allows(QStringLiteral("10.0.0.%1").arg(i)), i % 2 == 1);
        }
        stop = true;
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworkGate)
#include "tst_network_gate.moc"
