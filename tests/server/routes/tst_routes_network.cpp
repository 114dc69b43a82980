// SPDX-License-Identifier: GPL-3.0-or-later
// Network access over the wire: tags, both sides of a conflict, waiting changes, blocks, limits, compartments.
#include "core/protocol/limits.h"
#include "core/protocol/networkaccess.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestNetworkRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    QByteArray m_token;
    int m_key = 0;

    QByteArray key() { return "key-" + QByteArray::number(++m_key); }

    static protocol::AllowlistChange listOf(const QStringList &networks, bool enforced = true)
    {
        protocol::AllowlistChange change;
        change.enforced = enforced;
        for (const QString &network : networks)
            change.networks.append({network, {}, {}, {}});
        return change;
    }
    Answer put(const protocol::AllowlistChange &change, const QByteArray &tag, const QByteArray &token = {})
    {
        const QByteArray headers = tag.isEmpty() ? QByteArray() : "If-Match: " + tag + "\r\n";
        return m_api->call(
            {"PUT", "/v1/network", token.isEmpty() ? m_token : token, protocol::toJson(change), headers});
    }
    Answer put(const protocol::AllowlistChange &change)
    {
        return put(change, m_api->get("/v1/network", m_token).headers.value("etag"));
    }
    protocol::NetworkAccess network()
    {
        return must(protocol::networkAccessFromJson(m_api->get("/v1/network", m_token).body));
    }
    Answer post(const QByteArray &path, const QByteArray &key, const QJsonObject &body = {})
    {
        return m_api->post(path, m_token, body, key);
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        m_api->addUser(m_acme, QStringLiteral("anna"));
        m_api->addUser(m_acme, QStringLiteral("ben"), QStringLiteral("administrator"));
        m_api->addUser(m_other, QStringLiteral("zoe"));
        m_token = m_api->token(QStringLiteral("acme"), QStringLiteral("anna"));
    }
    void cleanup() { m_api.reset(); }

    void aListIsChangedConfirmedAndReadAgain()
    {
        const Answer empty = m_api->get("/v1/network", m_token);
        QCOMPARE(empty.status, 200);
        QCOMPARE(must(protocol::networkAccessFromJson(empty.body)).yourAddress, QStringLiteral("127.0.0.1"));
        const Answer changed =
            put(listOf({QStringLiteral("127.0.0.0/8"), QStringLiteral("192.0.2.9/24")}), empty.headers.value("etag"));
        QCOMPARE(changed.status, 200);
        const protocol::NetworkAccess access = must(protocol::networkAccessFromJson(changed.body));
        QCOMPARE(access.allowlist.networks[1].network, QStringLiteral("192.0.2.0/24"));
        QCOMPARE(access.pending->author, QStringLiteral("anna"));
        QCOMPARE(changed.headers.value("etag"), m_api->get("/v1/network", m_token).headers.value("etag"));
        QCOMPARE(network(), access);
        const Answer confirmed = post("/v1/network/confirm", "confirm-1");
        QCOMPARE(confirmed.status, 200);
        QVERIFY(!network().pending);
        // The same once more, and the same under another key.
        QCOMPARE(post("/v1/network/confirm", "confirm-1").body, confirmed.body);
        const Answer late = post("/v1/network/confirm", key());
        QCOMPARE(late.status, 409);
        QCOMPARE(late.field(), QStringLiteral("pending"));
    }

    void aChangeNamesWhatItChanges()
    {
        const QByteArray tag = m_api->get("/v1/network", m_token).headers.value("etag");
        const Answer none = put(listOf({QStringLiteral("127.0.0.1")}), {});
        QCOMPARE(none.status, 428);
        QCOMPARE(none.problem(), QStringLiteral("precondition-required"));
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1")}), tag).status, 200);
        const Answer stale = put(listOf({QStringLiteral("127.0.0.1")}, false), tag);
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.problem(), QStringLiteral("stale"));
        // With the present tag it is told that somebody's change waits.
        const Answer waits = put(listOf({QStringLiteral("127.0.0.1")}, false));
        QCOMPARE(waits.status, 409);
        QCOMPARE(waits.field(), QStringLiteral("pending"));
        QVERIFY(waits.json().value(QLatin1String("detail")).toString().contains(QLatin1String("anna")));
    }

    void twoAdministratorsEditTheSameList()
    {
        const QByteArray ben = m_api->token(QStringLiteral("acme"), QStringLiteral("ben"));
        const QByteArray tag = m_api->get("/v1/network", ben).headers.value("etag");
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1")}, false), tag).status, 200);
        QCOMPARE(post("/v1/network/confirm", key()).status, 200);
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.2")}, false), tag, ben).status, 412);
        QCOMPARE(network().allowlist.networks.size(), 1);
        const QByteArray fresh = m_api->get("/v1/network", ben).headers.value("etag");
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2")}, false), fresh, ben).status,
                 200);
    }

    void anUnchangedListIsNotSentAgain()
    {
        const QByteArray tag = m_api->get("/v1/network", m_token).headers.value("etag");
        QCOMPARE(m_api->get("/v1/network", m_token, "If-None-Match: " + tag + "\r\n").status, 304);
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1")})).status, 200);
        QCOMPARE(m_api->get("/v1/network", m_token, "If-None-Match: " + tag + "\r\n").status, 200);
    }

    void aWrongEntryIsNamed()
    {
        const Answer answer = put(listOf({QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.0/255.255.255.0")}));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), QStringLiteral("networks[1].network"));
        QVERIFY(answer.json().value(QLatin1String("detail")).toString().contains(QLatin1String("netmask")));
        protocol::AllowlistChange wish = listOf({QStringLiteral("127.0.0.1")});
        wish.confirmMinutes = 0;
        QCOMPARE(put(wish).field(), QStringLiteral("confirmMinutes"));
    }

    void whoLocksHimselfOutIsOutUntilItReverts()
    {
        protocol::AllowlistChange wish = listOf({QStringLiteral("192.0.2.0/24")});
        wish.confirmMinutes = 1;
        Answer answer = put(wish);
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.field(), QStringLiteral("stranding"));
        wish.strandingConfirmed = QStringLiteral("anna");
        QCOMPARE(put(wish).status, 200);
        answer = m_api->get("/v1/network", m_token);
        QCOMPARE(answer.status, 401);
        const QJsonObject login{{QStringLiteral("customer"), QStringLiteral("acme")},
                                {QStringLiteral("login"), QStringLiteral("anna")},
                                {QStringLiteral("password"), QString::fromLatin1(goodPassword)}};
        answer = m_api->post("/v1/session", {}, login);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.problem(), QStringLiteral("forbidden"));
        m_api->clock.advanceMs(60'000);
        answer = m_api->post("/v1/session", {}, login);
        QCOMPARE(answer.status, 201);
        m_token = answer.json().value(QLatin1String("token")).toString().toLatin1();
        QCOMPARE(network().allowlist, Allowlist());
    }

    void aChangeIsTakenBackByHand()
    {
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1")})).status, 200);
        const Answer reverted = post("/v1/network/revert", "revert-1");
        QCOMPARE(reverted.status, 200);
        QCOMPARE(network().allowlist, Allowlist());
        QCOMPARE(post("/v1/network/revert", "revert-1").body, reverted.body);
        QCOMPARE(post("/v1/network/revert", key()).field(), QStringLiteral("pending"));
        QCOMPARE(post("/v1/network/revert", {}).field(), QStringLiteral("Idempotency-Key"));
    }

    void aHundredThousandEntriesTravel()
    {
        protocol::AllowlistChange wish = listOf({QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.0/24")});
        while (wish.networks.size() < protocol::limits::networksPerCustomer) {
            const qsizetype i = wish.networks.size();
            wish.networks.append({QStringLiteral("10.%1.%2.%3").arg(i >> 15).arg(i >> 7 & 255).arg(i << 1 & 255),
                                  QStringLiteral("Branch office %1").arg(i),
                                  {},
                                  {}});
        }
        QVERIFY(protocol::toJson(wish).size() > protocol::limits::requestBodyBytes);
        QCOMPARE(put(wish).status, 200);
        QCOMPARE(network().allowlist.networks.size(), protocol::limits::networksPerCustomer);
        // Somebody who may not change it sends no such body either.
        m_api->addUser(m_acme, QStringLiteral("chris"), QStringLiteral("auditor"));
        const QByteArray chris = m_api->token(QStringLiteral("acme"), QStringLiteral("chris"));
        QCOMPARE(put(wish, "*", chris).status, 403);
    }

    void blocksAreSetListedAndLifted()
    {
        const Answer made = post("/v1/network/blocks", "block-1",
                                 {{QStringLiteral("address"), QStringLiteral("2001:db8::7")},
                                  {QStringLiteral("reason"), QStringLiteral("scanner")}});
        QCOMPARE(made.status, 201);
        const Answer shown = m_api->get("/v1/network/blocks", m_token);
        QCOMPARE(shown.body, made.body);
        const protocol::BlockList list = must(protocol::blockListFromJson(shown.body));
        QCOMPARE(list.blocked.size(), 1);
        QCOMPARE(list.blocked.first().address, QStringLiteral("2001:db8::/64"));
        QCOMPARE(
            m_api->get("/v1/network/blocks", m_token, "If-None-Match: " + shown.headers.value("etag") + "\r\n").status,
            304);
        const QByteArray path =
            "/v1/network/blocks/" + QUrl::toPercentEncoding(protocol::blockPathParameter(list.blocked.first().address));
        QCOMPARE(m_api->call({"DELETE", path, m_token, {}, {}}).status, 204);
        QCOMPARE(m_api->call({"DELETE", path, m_token, {}, {}}).status, 404);
        QCOMPARE(m_api->call({"DELETE", "/v1/network/blocks/nonsense", m_token, {}, {}}).status, 400);
    }

    void oneDoesNotBlockOneself()
    {
        const Answer answer =
            post("/v1/network/blocks", key(), {{QStringLiteral("address"), QStringLiteral("127.0.0.1")}});
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.field(), QStringLiteral("address"));
    }

    void theRulesOfBlockingAreChanged()
    {
        const QByteArray tag = m_api->get("/v1/network/blocks", m_token).headers.value("etag");
        BlockingPolicy policy;
        policy.failures = 7;
        const auto change = [&](const QByteArray &headers) {
            return m_api->call({"PUT", "/v1/network/blocking", m_token, protocol::toJson(policy), headers});
        };
        QCOMPARE(change({}).status, 428);
        // A block in between spoils no edit of the rules.
        QCOMPARE(post("/v1/network/blocks", key(), {{QStringLiteral("address"), QStringLiteral("192.0.2.1")}}).status,
                 201);
        const Answer changed = change("If-Match: " + tag + "\r\n");
        QCOMPARE(changed.status, 200);
        QCOMPARE(must(protocol::blockListFromJson(changed.body)).policy, policy);
        policy.failures = 8;
        QCOMPARE(change("If-Match: " + tag + "\r\n").status, 412);
        policy.failures = 2;
        QCOMPARE(change("If-Match: *\r\n").field(), QStringLiteral("failures"));
    }

    void nothingOfAnotherCustomer()
    {
        QCOMPARE(put(listOf({QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.0/24")})).status, 200);
        QCOMPARE(post("/v1/network/blocks", key(), {{QStringLiteral("address"), QStringLiteral("192.0.2.1")}}).status,
                 201);
        const QByteArray zoe = m_api->token(QStringLiteral("other"), QStringLiteral("zoe"));
        const protocol::NetworkAccess theirs =
            must(protocol::networkAccessFromJson(m_api->get("/v1/network", zoe).body));
        QCOMPARE(theirs.allowlist, Allowlist());
        QVERIFY(!theirs.pending);
        QVERIFY(must(protocol::blockListFromJson(m_api->get("/v1/network/blocks", zoe).body)).blocked.isEmpty());
        QCOMPARE(m_api->post("/v1/network/revert", zoe, {}, key()).status, 409);
        QCOMPARE(m_api->call({"DELETE", "/v1/network/blocks/192.0.2.1", zoe, {}, {}}).status, 404);
        QVERIFY(network().pending);
    }
};

QTEST_GUILESS_MAIN(TestNetworkRoutes)
#include "tst_routes_network.moc"
