// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the allowlist: judged, in force at once, taken back unless confirmed, whatever happens in between.
#include "core/protocol/limits.h"
#include "server/network/administrators.h"
#include "tests/server/network/networkcompany.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestNetworkAllowlist : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<NetworkCompany> m_in;

    static QString net() { return QStringLiteral("192.0.2.0/24"); }
    static QString other() { return QStringLiteral("203.0.113.0/24"); }

  private Q_SLOTS:
    void init() { m_in = std::make_unique<NetworkCompany>(); }
    void cleanup() { m_in.reset(); }

    void nobodyIsHeldToAListThatIsNotEnforced()
    {
        QVERIFY(m_in->allows(elsewhere));
        must(m_in->change(m_in->listOf({net()}, false)));
        QVERIFY(m_in->allows(elsewhere));
        QVERIFY(!m_in->list().enforcedSince.isValid());
    }

    void aChangeIsInForceAtOnce()
    {
        const size_t before = m_in->told();
        const protocol::NetworkAccess access =
            must(m_in->change(m_in->listOf({QStringLiteral("192.0.2.7/24"), other()})));
        QCOMPARE(access.allowlist, m_in->list());
        QCOMPARE(access.allowlist.networks.first().network, net());
        QCOMPARE(access.allowlist.enforcedSince, noon);
        QVERIFY(access.pending);
        QCOMPARE(access.pending->author, QStringLiteral("anna"));
        QCOMPARE(access.pending->revertsAt, noon.addSecs(600));
        QVERIFY(m_in->allows(office));
        QVERIFY(!m_in->allows(elsewhere));
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("network.changed/success")});
        const AuditEvent event = m_in->backEnd.events(m_in->customer).back();
        QCOMPARE(event.actor.id, m_in->anna.user.id);
        QCOMPARE(event.before->value(QLatin1String("entries")).toInt(), 0);
        QCOMPARE(event.after->value(QLatin1String("entries")).toInt(), 2);
        QCOMPARE(event.after->value(QLatin1String("added")).toArray().size(), 2);
        QVERIFY(event.after->value(QLatin1String("enforced")).toBool());
    }

    void itStaysWhenConfirmed()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        m_in->backEnd.clock.advanceMs(599'999);
        const size_t before = m_in->told();
        // By another administrator, too: two pairs of eyes are better than one.
        QVERIFY(!must(m_in->confirm(m_in->ben)).pending);
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("network.confirmed/success")});
        m_in->backEnd.clock.advanceMs(1'000'000);
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), 0);
        QVERIFY(!m_in->allows(elsewhere));
        QCOMPARE(m_in->confirm(m_in->anna).error().field, QStringLiteral("pending"));
    }

    void itRevertsWhenNobodyConfirms()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        m_in->backEnd.clock.advanceMs(599'999);
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), 0);
        m_in->backEnd.clock.advanceMs(1);
        const size_t before = m_in->told();
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), 1);
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("network.reverted/success/not_confirmed")});
        QCOMPARE(m_in->backEnd.events(m_in->customer).back().actor.type, ActorType::System);
        QCOMPARE(m_in->list(), Allowlist());
        QVERIFY(m_in->allows(elsewhere));
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), 0);
    }

    void itRevertsAtTheNextQuestionEvenWhenNoJobRuns()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        QVERIFY(!m_in->allows(elsewhere));
        m_in->backEnd.clock.advanceMs(600'000);
        QVERIFY(m_in->allows(elsewhere));
        QCOMPARE(m_in->story(m_in->told() - 1), QStringList{QStringLiteral("network.reverted/success/not_confirmed")});
    }

    void itRevertsAfterARestart()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        m_in->restart();
        QVERIFY(!m_in->allows(elsewhere));
        m_in->restart();
        m_in->backEnd.clock.advanceMs(600'000);
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), 1);
        QVERIFY(m_in->allows(elsewhere));
    }

    void aConfirmationAtItsEndIsTooLate()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        m_in->backEnd.clock.advanceMs(600'000);
        QCOMPARE(m_in->confirm(m_in->anna).error().field, QStringLiteral("pending"));
        QVERIFY(m_in->allows(elsewhere));
    }

    void theClockJumps_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("reverted");
        QTest::newRow("a day ahead") << qint64(86'400) << true;
        QTest::newRow("a minute back") << qint64(-60) << false;
        QTest::newRow("an hour back") << qint64(-3600) << true;
    }
    void theClockJumps()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, reverted);
        must(m_in->change(m_in->listOf({net(), other()})));
        m_in->backEnd.clock.advanceMs(seconds * 1000);
        QCOMPARE(must(m_in->backEnd.services->network.revertDue()), int(reverted));
        QCOMPARE(m_in->allows(elsewhere), reverted);
    }

    void itIsConfirmedOnlyFromWhereItAllows()
    {
        protocol::AllowlistChange wish = m_in->listOf({net(), other()});
        must(m_in->change(wish));
        QCOMPARE(m_in->confirm(m_in->anna, elsewhere).error().code, Errc::Forbidden);
        QVERIFY(must(m_in->backEnd.services->network.current(m_in->customer.id, office)).pending);
    }

    void itIsTakenBackByHand()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        const size_t before = m_in->told();
        QCOMPARE(must(m_in->revert(m_in->ben)).allowlist, Allowlist());
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("network.reverted/success/by_hand")});
        QCOMPARE(m_in->revert(m_in->ben).error().field, QStringLiteral("pending"));
    }

    void oneChangeAtATime()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        const Error error = m_in->change(m_in->listOf({net(), other()}, false)).error();
        QCOMPARE(error.code, Errc::Conflict);
        QCOMPARE(error.field, QStringLiteral("pending"));
        QVERIFY(error.message.contains(QLatin1String("anna")));
        QVERIFY(error.message.contains(QLatin1String("12:10:00")));
        must(m_in->confirm(m_in->anna));
        must(m_in->change(m_in->listOf({net(), other()}, false)));
    }

    void theSameListChangesNothing()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        must(m_in->confirm(m_in->anna));
        const size_t before = m_in->told();
        QVERIFY(!must(m_in->change(m_in->listOf({other(), QStringLiteral("192.0.2.99/24")}))).pending);
        QCOMPARE(m_in->told(), before);
    }

    void aRefusedListNamesItsEntry_data()
    {
        QTest::addColumn<QStringList>("networks");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QStringList &networks, const char *field) {
            QTest::newRow(name) << networks << QString::fromLatin1(field);
        };
        row("everything", {net(), QStringLiteral("0.0.0.0/0")}, "networks[1].network");
        row("everything of IPv6", {QStringLiteral("::/0")}, "networks[0].network");
        row("leading zeros", {QStringLiteral("010.0.0.1")}, "networks[0].network");
        row("a zone", {QStringLiteral("fe80::1%eth0")}, "networks[0].network");
        row("empty", {}, "networks");
        row("everything in two", {QStringLiteral("0.0.0.0/1"), QStringLiteral("128.0.0.0/1")}, "networks");
    }
    void aRefusedListNamesItsEntry()
    {
        QFETCH(QStringList, networks);
        QFETCH(QString, field);
        const Error error = m_in->change(m_in->listOf(networks)).error();
        QCOMPARE(error.code, Errc::InvalidInput);
        QCOMPARE(error.field, field);
        QCOMPARE(m_in->list(), Allowlist());
    }

    void strandingIsRefusedUnlessConfirmedByName()
    {
        protocol::AllowlistChange wish = m_in->listOf({other()});
        Error error = m_in->change(wish).error();
        QCOMPARE(error.code, Errc::Conflict);
        QCOMPARE(error.field, QStringLiteral("stranding"));
        QVERIFY(error.message.contains(office));
        wish.strandingConfirmed = QStringLiteral("ben");
        QCOMPARE(m_in->change(wish).error().field, QStringLiteral("stranding"));
        wish.strandingConfirmed = QStringLiteral("anna");
        const size_t before = m_in->told();
        must(m_in->change(wish));
        // Her own session ends with it; ben's goes on.
        QCOMPARE(m_in->story(before), (QStringList{QStringLiteral("network.changed/success/stranding_confirmed"),
                                                   QStringLiteral("session.revoked/success/address_not_allowed")}));
        QVERIFY(!m_in->opens(m_in->anna, office));
        QVERIFY(m_in->opens(m_in->ben, QStringLiteral("203.0.113.5")));
    }

    void everyAdministratorIsEverybodyWhoCouldChangeItBack()
    {
        // anna and ben come from outside of it, an auditor from inside: who cannot change it back does not count.
        m_in->signedIn(QStringLiteral("chris"), QStringLiteral("auditor"), elsewhere);
        const Error error = m_in->change(m_in->listOf({elsewhere})).error();
        QCOMPARE(error.field, QStringLiteral("stranding"));
        QVERIFY(error.message.contains(QLatin1String("everybody else")));
    }

    void aSignInOfThePastTellsWhereAnAdministratorIs()
    {
        // ben signs out: the log still knows where he came from.
        must(m_in->backEnd.services->sessions.end(m_in->ben.principal, m_in->from(QStringLiteral("203.0.113.5"))));
        const QSqlDatabase connection = must(m_in->backEnd.services->database->connection());
        const auto seen =
            must(administratorsSeen(connection, m_in->backEnd.services->audit, m_in->anna.principal, elsewhere));
        QCOMPARE(seen.size(), size_t(2));
        QCOMPARE(seen[0], (policy::AdministratorSeen{QStringLiteral("anna"), elsewhere}));
        QCOMPARE(seen[1], (policy::AdministratorSeen{QStringLiteral("ben"), QStringLiteral("203.0.113.5")}));
        User ben = m_in->ben.user;
        ben.status = UserStatus::Disabled;
        m_in->backEnd.update(ben);
        QCOMPARE(
            must(administratorsSeen(connection, m_in->backEnd.services->audit, m_in->anna.principal, office)).size(),
            size_t(1));
    }

    void sessionsOutsideEndWithTheChange()
    {
        const auto chris = m_in->signedIn(QStringLiteral("chris"), QStringLiteral("user"), elsewhere);
        QVERIFY(m_in->opens(chris, elsewhere));
        must(m_in->change(m_in->listOf({net(), other()})));
        QVERIFY(!m_in->opens(chris, elsewhere));
        QVERIFY(!m_in->opens(chris, office));
        QVERIFY(m_in->opens(m_in->anna, office));
    }

    void aSessionThatMovesOutsideEnds()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        const size_t before = m_in->told();
        QVERIFY(!m_in->opens(m_in->anna, elsewhere));
        QCOMPARE(m_in->story(before), QStringList{QStringLiteral("session.revoked/success/address_not_allowed")});
        QCOMPARE(m_in->backEnd.events(m_in->customer).back().origin.address, elsewhere);
        QVERIFY(!m_in->opens(m_in->anna, office));
        QCOMPARE(m_in->told(), before + 1);
    }

    void anEntryStopsCountingAtItsEnd()
    {
        protocol::AllowlistChange wish = m_in->listOf({net(), other()});
        wish.networks.append({elsewhere, {}, {}, noon.addSecs(60)});
        must(m_in->change(wish));
        must(m_in->confirm(m_in->anna));
        m_in->backEnd.clock.advanceMs(59'999);
        QVERIFY(m_in->allows(elsewhere));
        m_in->backEnd.clock.advanceMs(1);
        QVERIFY(!m_in->allows(elsewhere));
    }

    void pbxDevicesAreHeldToItAlways()
    {
        NetworkAccessService &network = m_in->backEnd.services->network;
        const auto may = [&](DeviceKind kind, const QString &address) {
            return must(network.mayRegister(m_in->customer.id, kind, address));
        };
        QVERIFY(may(DeviceKind::Phone, elsewhere));
        QVERIFY(!may(DeviceKind::Pbx, elsewhere));
        must(m_in->change(m_in->listOf({net()}, false)));
        QVERIFY(may(DeviceKind::Phone, elsewhere));
        QVERIFY(!may(DeviceKind::Pbx, elsewhere));
        QVERIFY(may(DeviceKind::Pbx, office));
        must(m_in->confirm(m_in->anna));
        must(m_in->change(m_in->listOf({net(), other()})));
        QVERIFY(!may(DeviceKind::Phone, elsewhere));
        QVERIFY(may(DeviceKind::Phone, office));
    }

    void customersAreCompartments()
    {
        must(m_in->change(m_in->listOf({net(), other()})));
        const Customer next = m_in->backEnd.addCustomer(QStringLiteral("next"));
        QVERIFY(must(m_in->backEnd.services->network.allowsPeople(next.id, elsewhere)));
        QCOMPARE(must(m_in->backEnd.services->network.current(next.id, office)).allowlist, Allowlist());
    }

    void aTagStandsForListAndWaitingChange()
    {
        NetworkAccessService &network = m_in->backEnd.services->network;
        const auto tag = [&](const QString &address) { return must(network.tag(m_in->customer.id, address)); };
        const QByteArray first = tag(office);
        QCOMPARE(tag(office), first);
        QVERIFY(tag(elsewhere) != first);                                       // another representation …
        QCOMPARE(tag(elsewhere).split('.').first(), first.split('.').first());  // … of the same list
        must(m_in->change(m_in->listOf({net(), other()})));
        const QByteArray waiting = tag(office);
        QVERIFY(waiting.split('.').first() != first.split('.').first());
        must(m_in->confirm(m_in->anna));
        QVERIFY(tag(office).split('.').first() != waiting.split('.').first());
        QByteArray seen;
        (void)network.change({m_in->anna.principal, m_in->from(office)}, m_in->listOf({net()}),
                             [&](const QByteArray &given) -> Result<void> {
                                 seen = given;
                                 return makeError(Errc::Stale, QStringLiteral("stale"));
                             });
        QCOMPARE(seen, tag(office));
    }

    void aHundredThousandEntries()
    {
        protocol::AllowlistChange wish = m_in->listOf({net(), other()});
        while (wish.networks.size() < protocol::limits::networksPerCustomer) {
            const qsizetype i = wish.networks.size();
            wish.networks.append({QStringLiteral("10.%1.%2.%3").arg(i >> 15).arg(i >> 7 & 255).arg(i << 1 & 255),
                                  QStringLiteral("Branch office %1").arg(i),
                                  {},
                                  {}});
        }
        must(m_in->change(wish));
        QVERIFY(m_in->allows(QStringLiteral("10.0.1.0")));
        QVERIFY(!m_in->allows(QStringLiteral("10.0.1.1")));
        const AuditEvent event = m_in->backEnd.events(m_in->customer).back();
        QCOMPARE(event.after->value(QLatin1String("entries")).toInt(), 100'000);
        QVERIFY(event.after->value(QLatin1String("more")).toInt() > 90'000);
        QCOMPARE(must(m_in->revert(m_in->anna)).allowlist, Allowlist());
    }
};

QTEST_GUILESS_MAIN(TestNetworkAllowlist)
#include "tst_network_allowlist.moc"
