// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verifier.h"
#include "core/protocol/me.h"
#include "core/protocol/proof.h"
#include "tests/server/routes/testapi.h"

#include <zstd.h>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestAuditRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    QByteArray m_token;

    quint64 size() { return must(m_api->services->audit.head(m_acme.id)).size; }
    static audit::LeafSum sumOf(const QByteArray &lines)
    {
        audit::CompactRange range;
        for (const QByteArray &line : lines.chopped(1).split('\n'))
            range.append(audit::leafHash(line));
        return {range.size(), range.root()};
    }
    audit::VerifierKey pinned()
    {
        const protocol::Me me = must(protocol::meFromJson(m_api->get("/v1/me", m_token).body));
        return must(audit::VerifierKey::fromText(me.logKey));
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_api->addUser(m_acme, QStringLiteral("ann"));
        std::vector<AuditEvent> events;
        events.reserve(2500);
        for (int i = 0; i < 2500; ++i)
            events.push_back(loginEvent(QStringLiteral("name-%1").arg(i)));
        Transaction transaction = must(Transaction::begin(*m_api->services->database));
        must(m_api->services->audit.append(transaction, m_acme.id, std::span<const AuditEvent>(events)));
        must(transaction.commit());
        m_token = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
    }
    void cleanup() { m_api.reset(); }

    void whatTravelsHashesToTheSignedHead()
    {
        const Answer note = m_api->get("/v1/audit/checkpoint", m_token);
        QCOMPARE(note.status, 200);
        QVERIFY(note.headers.value("content-type").startsWith("text/plain"));
        const audit::VerifierKey key = pinned();
        const Checkpoint head = must(audit::openCheckpoint(note.body, key));
        QCOMPARE(head.size, quint64(2501));
        const Answer lines = m_api->get("/v1/audit/events?from=0&to=2501", m_token);
        QCOMPARE(lines.status, 200);
        QCOMPARE(lines.headers.value("content-type"), QByteArray("application/x-ndjson"));
        must(audit::judge(key, {note.body, std::nullopt, std::nullopt, sumOf(lines.body)}));

        // Later: the new head is consistent with the old one, and what is new fits in.
        const Answer later = m_api->get("/v1/audit/checkpoint", m_token);
        const Checkpoint newHead = must(audit::openCheckpoint(later.body, key));
        QVERIFY(newHead.size > head.size);
        const ConsistencyProof proof = must(protocol::consistencyProofFromJson(
            m_api->get("/v1/audit/proof/consistency?from=2501&to=" + QByteArray::number(newHead.size), m_token).body));
        const QByteArray rest =
            m_api->get("/v1/audit/events?from=2501&to=" + QByteArray::number(newHead.size), m_token).body;
        must(audit::judge(key, {later.body, head, proof, sumOf(lines.body + rest)}));
    }

    void oneEntryIsProved()
    {
        const Checkpoint head = must(audit::openCheckpoint(m_api->get("/v1/audit/checkpoint", m_token).body, pinned()));
        const InclusionProof proof = must(protocol::inclusionProofFromJson(
            m_api->get("/v1/audit/proof/inclusion?index=1234&size=" + QByteArray::number(head.size), m_token).body));
        const QByteArray line = m_api->get("/v1/audit/events?from=1234&to=1235", m_token).body;
        must(audit::verifyInclusion(proof, audit::leafHash(line.chopped(1)), head.root));
    }

    void theStreamIsCompressedWhereTheClientCan()
    {
        const QByteArray plain = m_api->get("/v1/audit/events?to=2000", m_token).body;
        const Answer packed = m_api->get("/v1/audit/events?to=2000", m_token, "Accept-Encoding: zstd\r\n");
        QCOMPARE(packed.headers.value("content-encoding"), QByteArray("zstd"));
        QVERIFY(packed.body.size() * 3 < plain.size());
        QByteArray unpacked;
        ZSTD_DCtx *context = ZSTD_createDCtx();
        ZSTD_inBuffer in{packed.body.constData(), static_cast<size_t>(packed.body.size()), 0};
        QByteArray piece(65536, Qt::Uninitialized);
        while (in.pos < in.size) {
            ZSTD_outBuffer out{piece.data(), static_cast<size_t>(piece.size()), 0};
            QVERIFY(!ZSTD_isError(ZSTD_decompressStream(context, &out, &in)));
            unpacked.append(piece.constData(), static_cast<qsizetype>(out.pos));
        }
        ZSTD_outBuffer out{piece.data(), static_cast<size_t>(piece.size()), 0};
        while (ZSTD_decompressStream(context, &out, &in) == 0 && out.pos > 0) {
            unpacked.append(piece.constData(), static_cast<qsizetype>(out.pos));
            out.pos = 0;
        }
        ZSTD_freeDCtx(context);
        QCOMPARE(unpacked, plain);
    }

    void rangesAreExact_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("lines");
        QTest::newRow("all") << QByteArray() << 2501;
        QTest::newRow("from") << QByteArray("?from=2400") << 101;
        QTest::newRow("to") << QByteArray("?to=7") << 7;
        QTest::newRow("one") << QByteArray("?from=5&to=6") << 1;
        QTest::newRow("none") << QByteArray("?from=5&to=5") << 0;
    }
    void rangesAreExact()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, lines);
        const Answer answer = m_api->get("/v1/audit/events" + query, m_token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.count('\n'), lines);
    }

    void outsideIsNamed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("field");
        QTest::newRow("events beyond") << QByteArray("events?to=99999") << QStringLiteral("to");
        QTest::newRow("events from beyond") << QByteArray("events?from=99999") << QStringLiteral("from");
        QTest::newRow("events backwards") << QByteArray("events?from=5&to=4") << QStringLiteral("from");
        QTest::newRow("events words") << QByteArray("events?from=first") << QStringLiteral("from");
        QTest::newRow("events far too many") << QByteArray("events?to=200000000") << QStringLiteral("to");
        QTest::newRow("events unknown") << QByteArray("events?since=1") << QStringLiteral("since");
        QTest::newRow("consistency without") << QByteArray("proof/consistency?to=1") << QStringLiteral("from");
        QTest::newRow("consistency beyond") << QByteArray("proof/consistency?from=1&to=99999") << QStringLiteral("to");
        QTest::newRow("consistency backwards") << QByteArray("proof/consistency?from=3&to=2") << QStringLiteral("from");
        QTest::newRow("inclusion without") << QByteArray("proof/inclusion?index=1") << QStringLiteral("size");
        QTest::newRow("inclusion beyond") << QByteArray("proof/inclusion?index=1&size=99999") << QStringLiteral("size");
        QTest::newRow("inclusion index") << QByteArray("proof/inclusion?index=9&size=9") << QStringLiteral("index");
    }
    void outsideIsNamed()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, field);
        const Answer answer = m_api->get("/v1/audit/" + target, m_token);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
    }

    void aLookIsOneEvent()
    {
        const auto looks = [&] { return m_api->story(m_acme, 2501).filter(QStringLiteral("log.viewed")).size(); };
        QCOMPARE(m_api->get("/v1/audit/checkpoint", m_token).status, 200);
        QCOMPARE(m_api->get("/v1/audit/events?from=3&to=3", m_token).status, 200);
        QCOMPARE(looks(), 0);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_api->get("/v1/audit/events?from=" + QByteArray::number(i * 100), m_token).status, 200);
        QCOMPARE(looks(), 1);
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.actor.name, QStringLiteral("ann"));
        QCOMPARE(event.object.type, QStringLiteral("log"));
        m_api->clock.advanceMs(14 * 60 * 1000);
        QCOMPARE(m_api->get("/v1/audit/events?to=1", m_token).status, 200);
        QCOMPARE(looks(), 1);
        m_api->clock.advanceMs(60 * 1000);
        QCOMPARE(m_api->get("/v1/audit/events?to=1", m_token).status, 200);
        QCOMPARE(looks(), 2);
        const QByteArray another = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(m_api->get("/v1/audit/events?to=1", another).status, 200);
        QCOMPARE(looks(), 3);
    }

    void anUnchangedHeadIsSaidShortly()
    {
        const Answer first = m_api->get("/v1/audit/checkpoint", m_token);
        const QByteArray header = "If-None-Match: " + first.headers.value("etag") + "\r\n";
        QCOMPARE(m_api->get("/v1/audit/checkpoint", m_token, header).status, 304);
        must(m_api->services->audit.append(m_acme.id, loginEvent(QStringLiteral("new"))));
        QCOMPARE(m_api->get("/v1/audit/checkpoint", m_token, header).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestAuditRoutes)
#include "tst_routes_audit.moc"
