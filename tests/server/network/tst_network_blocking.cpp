// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that are turned away: after too many failures, for longer each time, by hand, and over restarts.
#include "tests/server/network/networkcompany.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestNetworkBlocking : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<NetworkCompany> m_in;

    BlockingService &blocking() { return m_in->backEnd.services->blocking; }
    NetworkAuthor author() { return {m_in->anna.principal, m_in->from(office)}; }

    void setPolicy(const BlockingPolicy &policy)
    {
        must(blocking().setPolicy(author(), policy, [](const BlockingPolicy &) { return Result<void>(); }));
    }
    static BlockingPolicy three()
    {
        BlockingPolicy policy;
        policy.failures = 3;
        policy.mostMinutes = 60;
        return policy;
    }
    /// A sign-in with a wrong password under a name of nobody.
    Error fail(const QString &address = elsewhere, const QString &login = QStringLiteral("nobody"))
    {
        return m_in->backEnd.refusal(m_in->backEnd.signIn(m_in->customer.slug, login, "wrong", {}, address));
    }
    bool blocked(const QString &address = elsewhere)
    {
        return must(blocking().verdict(m_in->customer.id, address)).state == AddressGate::State::Blocked;
    }
    Result<protocol::BlockList> block(const QString &address, const QDateTime &until = {})
    {
        return blocking().block(author(), {address, until, QStringLiteral("scanner")},
                                [](const Transaction &, const protocol::BlockList &) { return Result<void>(); });
    }

  private Q_SLOTS:
    void init()
    {
        m_in = std::make_unique<NetworkCompany>();
        setPolicy(three());
    }
    void cleanup() { m_in.reset(); }

    void failuresBeginABlock()
    {
        for (const char *login : {"root", "admin"})
            QCOMPARE(fail(elsewhere, QString::fromLatin1(login)).code, Errc::Unauthorized);
        QVERIFY(!blocked());
        const size_t before = m_in->told();
        fail(elsewhere, QStringLiteral("Root"));
        QVERIFY(blocked());
        QCOMPARE(m_in->story(before), (QStringList{QStringLiteral("login.failed/failure/no_such_user"),
                                                   QStringLiteral("address.blocked/success/too_many_failures")}));
        const AuditEvent event = m_in->backEnd.events(m_in->customer).back();
        QCOMPARE(event.object.name, elsewhere);
        QCOMPARE(event.after->value(QLatin1String("failures")).toInt(), 3);
        QCOMPARE(event.after->value(QLatin1String("accounts")).toInt(), 2);
        const QJsonArray evidence = event.after->value(QLatin1String("evidence")).toArray();
        QCOMPARE(evidence.size(), 3);
        QCOMPARE(evidence[0].toObject().value(QLatin1String("login")).toString(), QStringLiteral("root"));
        const protocol::BlockList list = must(blocking().list(m_in->customer.id));
        QCOMPARE(list.blocked.size(), 1);
        QCOMPARE(list.blocked.first().until, noon.addSecs(900));
    }

    void whoIsBlockedIsTurnedAwayWhoeverHeIs()
    {
        for (int i = 0; i < 3; ++i)
            fail();
        const size_t before = m_in->told();
        const Error unknown = fail();
        const Error known = m_in->backEnd.refusal(
            m_in->backEnd.signIn(m_in->customer.slug, QStringLiteral("anna"), goodPassword, {}, elsewhere));
        QCOMPARE(unknown.code, Errc::RateLimited);
        QCOMPARE(known.code, unknown.code);
        QCOMPARE(known.message, unknown.message);
        // One event a minute for the address, however often it tries.
        for (int i = 0; i < 100; ++i)
            fail();
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("login.refused/failure/address_blocked")});
        m_in->backEnd.clock.advanceMs(60'000);
        fail();
        QVERIFY(m_in->backEnd.events(m_in->customer).back().detail.contains(QLatin1String("101 ")));
        // Who signed in before goes on.
        QVERIFY(m_in->opens(m_in->anna, elsewhere));
        // Others are not touched.
        QCOMPARE(fail(QStringLiteral("198.51.100.8")).code, Errc::Unauthorized);
    }

    void anAttemptDoesNotProlongIt()
    {
        for (int i = 0; i < 3; ++i)
            fail();
        m_in->backEnd.clock.advanceMs(899'999);
        QCOMPARE(fail().code, Errc::RateLimited);
        QVERIFY(blocked());
        m_in->backEnd.clock.advanceMs(1);
        QVERIFY(!blocked());
    }

    void itSurvivesARestart()
    {
        fail();
        fail();
        m_in->restart();
        QVERIFY(!blocked());
        fail();
        QVERIFY(blocked());
        m_in->restart();
        QVERIFY(blocked());
        QCOMPARE(fail().code, Errc::RateLimited);
    }

    void failuresAreForgottenAfterTheWindow()
    {
        fail();
        fail();
        m_in->backEnd.clock.advanceMs(600'000);
        fail();
        QVERIFY(!blocked());
        fail();
        fail();
        QVERIFY(blocked());
    }

    void itGrowsAndEndsWithAnEvent()
    {
        for (const qint64 minutes : {15, 30, 60, 60}) {
            for (int i = 0; i < 3; ++i)
                fail();
            const protocol::BlockList list = must(blocking().list(m_in->customer.id));
            QCOMPARE(list.blocked.size(), 1);
            QCOMPARE(list.blocked.first().since.secsTo(list.blocked.first().until), minutes * 60);
            m_in->backEnd.clock.advanceMs(minutes * 60'000 - 1);
            QCOMPARE(must(blocking().sweep()), 0);
            m_in->backEnd.clock.advanceMs(1);
            const size_t before = m_in->told();
            QCOMPARE(must(blocking().sweep()), 1);
            QCOMPARE(m_in->story(before), QStringList{QStringLiteral("address.unblocked/success/block_ended")});
            QVERIFY(must(blocking().list(m_in->customer.id)).blocked.isEmpty());
            QCOMPARE(must(blocking().sweep()), 0);
        }
    }

    void anEndIsToldBeforeTheNextBeginsEvenWhenNoJobRan()
    {
        for (int i = 0; i < 3; ++i)
            fail();
        m_in->backEnd.clock.advanceMs(900'000);
        const size_t before = m_in->told();
        for (int i = 0; i < 3; ++i)
            fail();
        const QStringList story = m_in->story(before);
        QCOMPARE(story.mid(3), (QStringList{QStringLiteral("address.unblocked/success/block_ended"),
                                            QStringLiteral("address.blocked/success/too_many_failures")}));
        QCOMPARE(must(blocking().list(m_in->customer.id)).blocked.first().nth, 2);
    }

    void anIpv6SiteIsOneOffender()
    {
        fail(QStringLiteral("2001:db8::1"));
        fail(QStringLiteral("2001:db8::2"));
        fail(QStringLiteral("2001:db8::ffff:1"));
        QVERIFY(blocked(QStringLiteral("2001:db8::99")));
        QVERIFY(!blocked(QStringLiteral("2001:db8:0:1::99")));
        QCOMPARE(must(blocking().list(m_in->customer.id)).blocked.first().address, QStringLiteral("2001:db8::/64"));
    }

    void listedNetworksAreExempt()
    {
        must(m_in->change(m_in->listOf({QStringLiteral("198.51.100.0/24")}, false)));
        for (int i = 0; i < 10; ++i)
            fail();
        QVERIFY(!blocked());
        BlockingPolicy policy = three();
        policy.exemptAllowlist = false;
        setPolicy(policy);
        for (int i = 0; i < 3; ++i)
            fail();
        QVERIFY(blocked());
    }

    void itCanBeSwitchedOff()
    {
        BlockingPolicy policy = three();
        policy.enabled = false;
        setPolicy(policy);
        for (int i = 0; i < 10; ++i)
            fail();
        QVERIFY(!blocked());
    }

    void aPolicyIsJudgedAndTold()
    {
        const size_t before = m_in->told();
        setPolicy(three());
        QCOMPARE(m_in->told(), before);
        BlockingPolicy policy = three();
        policy.failures = 7;
        BlockingPolicy seen;
        must(blocking().setPolicy(author(), policy, [&seen](const BlockingPolicy &present) {
            seen = present;
            return Result<void>();
        }));
        QCOMPARE(seen, three());
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("policy.changed/success")});
        const AuditEvent event = m_in->backEnd.events(m_in->customer).back();
        QCOMPARE(event.before->value(QLatin1String("failures")).toInt(), 3);
        QCOMPARE(event.after->value(QLatin1String("failures")).toInt(), 7);
        const auto stale = [](const BlockingPolicy &) -> Result<void> {
            return makeError(Errc::Stale, QStringLiteral("stale"));
        };
        QCOMPARE(blocking().setPolicy(author(), three(), stale).error().code, Errc::Stale);
        QCOMPARE(must(blocking().list(m_in->customer.id)).policy, policy);
    }

    void byHand()
    {
        const size_t before = m_in->told();
        const protocol::BlockList list = must(block(elsewhere));
        QCOMPARE(list.blocked.size(), 1);
        QVERIFY(list.blocked.first().pinned);
        QCOMPARE(list.blocked.first().reason, QStringLiteral("scanner"));
        QVERIFY(blocked());
        m_in->backEnd.clock.advanceMs(400LL * 86'400'000);
        QCOMPARE(must(blocking().sweep()), 0);
        QVERIFY(blocked());
        must(blocking().lift(author(), elsewhere));
        QVERIFY(!blocked());
        QCOMPARE(m_in->story(before), (QStringList{QStringLiteral("address.blocked/success/by_hand"),
                                                   QStringLiteral("address.unblocked/success/lifted")}));
        QCOMPARE(blocking().lift(author(), elsewhere).error().code, Errc::NotFound);
    }

    void aBlockCanBePinned()
    {
        for (int i = 0; i < 3; ++i)
            fail();
        const protocol::BlockList list = must(block(elsewhere));
        QCOMPARE(list.blocked.first().failures, 3);
        QVERIFY(list.blocked.first().pinned);
        QVERIFY(m_in->backEnd.events(m_in->customer).back().before.has_value());
        m_in->backEnd.clock.advanceMs(900'000);
        QVERIFY(blocked());
    }

    void aLiftedBlockStartsAnew()
    {
        for (int i = 0; i < 3; ++i)
            fail();
        must(blocking().lift(author(), elsewhere));
        fail();
        fail();
        QVERIFY2(!blocked(), "what led to it does not count again");
        fail();
        QVERIFY(blocked());
        QCOMPARE(must(blocking().list(m_in->customer.id)).blocked.first().nth, 1);
    }

    void badBlocksAreRefused()
    {
        QCOMPARE(block(QStringLiteral("198.51.100.0/24")).error().field, QStringLiteral("address"));
        QCOMPARE(block(QStringLiteral("nonsense")).error().code, Errc::InvalidInput);
        QCOMPARE(block(elsewhere, noon).error().field, QStringLiteral("until"));
        const Error own = block(office).error();
        QCOMPARE(own.code, Errc::Conflict);
        QCOMPARE(own.field, QStringLiteral("address"));
        QVERIFY(!must(block(elsewhere, noon.addMSecs(1))).blocked.first().pinned);
    }

    void customersAreCompartments()
    {
        const Customer next = m_in->backEnd.addCustomer(QStringLiteral("next"));
        must(block(elsewhere));
        QCOMPARE(must(blocking().verdict(next.id, elsewhere)).state, AddressGate::State::Open);
        QVERIFY(must(blocking().list(next.id)).blocked.isEmpty());
    }

    void whatNoLongerCountsIsForgotten()
    {
        fail();
        for (int i = 0; i < 3; ++i)
            fail(QStringLiteral("198.51.100.9"));
        m_in->backEnd.clock.advanceMs(32LL * 86'400'000);
        QCOMPARE(must(blocking().sweep()), 1);
        const BlockTable table(must(m_in->backEnd.services->database->connection()));
        QVERIFY(must(table.offences(m_in->customer.id, elsewhere, 10)).isEmpty());
        QVERIFY(!must(table.find(m_in->customer.id, QStringLiteral("198.51.100.9"))));
    }
};

QTEST_GUILESS_MAIN(TestNetworkBlocking)
#include "tst_network_blocking.moc"
