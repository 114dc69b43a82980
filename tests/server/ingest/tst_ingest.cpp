// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/merkle.h"
#include "server/ingest/ingestjob.h"
#include "tests/server/routes/testapi.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const QByteArray openSshLog =
    "Nov 17 08:01:02 gate sshd[811]: Server listening on 0.0.0.0 port 22.\n"
    "Nov 17 08:02:03 gate sshd[812]: Accepted password for ann from 192.0.2.44 port 50122 ssh2\n"
    "Nov 17 08:02:09 gate sshd[813]: Failed password for invalid user oracle from 203.0.113.9 port 4711 ssh2\n"
    "Nov 17 08:02:11 gate sshd[813]: Failed password for Ann from 2001:db8::7 port 4712 ssh2\n"
    "Nov 17 08:02:12 gate CRON[814]: pam_unix(cron:session): session opened for user root by (uid=0)\n";

const QByteArray asteriskLog =
    "[2026-11-17 09:00:01] NOTICE[1638] chan_sip.c: Registration from '<sip:301@example.com>' failed for "
    "'203.0.113.77' - Wrong password\n"
    "[2026-11-17 09:00:02] NOTICE[1638] chan_sip.c: Registration from '<sip:ann@example.com>' failed for "
    "'203.0.113.77' - No matching peer found\n"
    "[2026-11-17 09:00:03] VERBOSE[1638] pbx.c: Executing something else\n";

IngestWish wish(import::Format format)
{
    IngestWish wish;
    wish.customer = QStringLiteral("acme");
    wish.import.format = format;
    wish.import.zone = QTimeZone("Europe/London");
    wish.import.now = noon;
    wish.inputName = QStringLiteral("auth.log");
    return wish;
}

struct Importer {
    TestApi api;
    Customer customer = api.addCustomer(QStringLiteral("acme"));
    User user = api.addUser(customer, QStringLiteral("ann"));

    Result<IngestReport> run(const QByteArray &log, const IngestWish &wish, const IngestJob::Progress &progress = {})
    {
        QByteArray content = log;
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        return IngestJob(*api.services->database, api.services->audit).run(buffer, wish, progress);
    }
};

/// The annotated lines of one format, as one file.
QByteArray annotated(const char *format)
{
    QFile file(QStringLiteral(LW_SHARED_DATA "/logs/annotated_lines.jsonl"));
    QByteArray log;
    if (!file.open(QIODevice::ReadOnly)) return log;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.value(QLatin1String("format")).toString() == QLatin1String(format))
            log += object.value(QLatin1String("raw")).toString().toUtf8() + '\n';
    }
    return log;
}

}  // namespace

class TestIngest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anOpenSshLogBecomesEvents()
    {
        Importer importer;
        const IngestReport report = must(importer.run(openSshLog, wish(import::Format::OpenSsh)));
        QCOMPARE(report.lines.linesRead, quint64(5));
        QCOMPARE(report.added, quint64(3));
        QCOMPARE(report.alreadyKnown, quint64(0));
        QCOMPARE(report.ofUsers, quint64(2));
        QCOMPARE(report.logSize, quint64(4));
        const std::vector<AuditEvent> events = importer.api.events(importer.customer);
        QCOMPARE(events[0].kind, EventKind::LoginSucceeded);
        QCOMPARE(events[0].time, QDateTime(QDate(2026, 11, 17), QTime(8, 2, 3), Qt::UTC));
        QCOMPARE(events[0].actor, (Actor{ActorType::User, importer.user.id, QStringLiteral("ann")}));
        QCOMPARE(events[0].origin.address, QStringLiteral("192.0.2.44"));
        QCOMPARE(events[0].source, (EventSource{QStringLiteral("openssh"), QStringLiteral("gate")}));
        QCOMPARE(events[1].actor.id, QString());
        QCOMPARE(events[1].actor.name, QStringLiteral("oracle"));
        QVERIFY(events[1].actor.type != ActorType::User);
        // The same person, however the name was typed.
        QCOMPARE(events[2].actor, (Actor{ActorType::User, importer.user.id, QStringLiteral("Ann")}));
        QCOMPARE(events[2].origin.address, QStringLiteral("2001:db8::7"));
        QCOMPARE(events[3].kind, EventKind::LogImported);
        QCOMPARE(events[3].object.name, QStringLiteral("auth.log"));
        QVERIFY(events[3].detail.contains(QLatin1String("5 lines read")));
    }

    void anAsteriskLogIsSeenThroughTheContract()
    {
        Importer importer;
        const IngestReport report = must(importer.run(asteriskLog, wish(import::Format::Asterisk)));
        QCOMPARE(report.added, quint64(2));
        const QByteArray token = importer.api.token(QStringLiteral("acme"), QStringLiteral("ann"));
        const Answer answer = importer.api.get("/v1/audit/events?to=2", token);
        QCOMPARE(answer.status, 200);
        const QList<QByteArray> lines = answer.body.chopped(1).split('\n');
        QCOMPARE(lines.size(), 2);
        const AuditEvent first = must(audit::eventFromLeaf(lines[0]));
        QCOMPARE(first.kind, EventKind::LoginFailed);
        QCOMPARE(first.origin.address, QStringLiteral("203.0.113.77"));
        QCOMPARE(first.actor.name, QStringLiteral("301"));
        QCOMPARE(must(audit::eventFromLeaf(lines[1])).actor.id, importer.user.id);
    }

    void readingAFileAgainAddsNothing_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<int>("format");
        QTest::newRow("openssh") << openSshLog << int(import::Format::OpenSsh);
        QTest::newRow("asterisk") << asteriskLog << int(import::Format::Asterisk);
        QTest::newRow("annotated openssh") << annotated("sshd") << int(import::Format::OpenSsh);
        QTest::newRow("annotated asterisk") << annotated("asterisk") << int(import::Format::Asterisk);
    }
    void readingAFileAgainAddsNothing()
    {
        QFETCH(QByteArray, log);
        QFETCH(int, format);
        if (log.isEmpty()) QSKIP("the shared test material is not there");
        Importer importer;
        const IngestWish once = wish(import::Format(format));
        const IngestReport first = must(importer.run(log, once));
        QVERIFY(first.added > 0);
        QCOMPARE(first.added, first.lines.eventsMade);
        QCOMPARE(first.logSize, first.added + 1);
        const IngestReport second = must(importer.run(log, once));
        QCOMPARE(second.added, quint64(0));
        QCOMPARE(second.alreadyKnown, first.added);
        QCOMPARE(second.logSize, first.logSize);
    }

    void aGrownFileAddsItsNewLines()
    {
        Importer importer;
        must(importer.run(openSshLog.first(openSshLog.indexOf("Nov 17 08:02:11")), wish(import::Format::OpenSsh)));
        const IngestReport rest = must(importer.run(openSshLog, wish(import::Format::OpenSsh)));
        QCOMPARE(rest.added, quint64(1));
        QCOMPARE(rest.alreadyKnown, quint64(2));
    }

    void customersImportTheSameFileEachForItself()
    {
        Importer importer;
        importer.api.addCustomer(QStringLiteral("other"));
        must(importer.run(openSshLog, wish(import::Format::OpenSsh)));
        IngestWish other = wish(import::Format::OpenSsh);
        other.customer = QStringLiteral("other");
        const IngestReport report = must(importer.run(openSshLog, other));
        QCOMPARE(report.added, quint64(3));
        QCOMPARE(report.ofUsers, quint64(0));
    }

    void anUnknownCustomerIsNamed()
    {
        Importer importer;
        IngestWish nowhere = wish(import::Format::OpenSsh);
        nowhere.customer = QStringLiteral("nowhere");
        const Result<IngestReport> refused = importer.run(openSshLog, nowhere);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::NotFound);
        QCOMPARE(refused.error().field, QStringLiteral("customer"));
    }

    void theSameFileGivesTheSameIdentifiers()
    {
        QSet<QString> first;
        for (int i = 0; i < 2; ++i) {
            Importer importer;
            must(importer.run(openSshLog, wish(import::Format::OpenSsh)));
            QSet<QString> ids;
            for (const AuditEvent &event : importer.api.events(importer.customer))
                if (event.kind != EventKind::LogImported) ids.insert(event.id);
            QCOMPARE(ids.size(), 3);
            if (i == 0) first = ids;
            QCOMPARE(ids, first);
        }
    }

    void manyLinesComeInBatchesAndTheLogVerifies()
    {
        Importer importer;
        QByteArray log;
        constexpr int lines = 9'001;
        for (int i = 0; i < lines; ++i)
            log += "Nov 16 0" + QByteArray::number(1 + i / 3600) + ':' +
                   QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ':' +
                   QByteArray::number(i % 60).rightJustified(2, '0') + " gate sshd[" + QByteArray::number(i) +
                   "]: Failed password for root from 203.0.113.9 port 4711 ssh2\n";
        std::vector<quint64> told;
        const IngestReport report = must(importer.run(log, wish(import::Format::OpenSsh), [&](quint64 events) {
            told.push_back(events);
            return true;
        }));
        QCOMPARE(report.added, quint64(lines));
        QCOMPARE(told.size(), size_t(2));
        QCOMPARE(told.back(), quint64(lines));
        LeafSource source = must(importer.api.services->audit.stream(importer.customer.id, 0, report.logSize));
        audit::CompactRange range;
        QByteArray chunk;
        while (must(source(chunk)))
            for (const QByteArray &line : chunk.chopped(1).split('\n'))
                range.append(audit::leafHash(line));
        QCOMPARE(range.size(), report.logSize);
        QCOMPARE(range.root(), must(importer.api.services->audit.head(importer.customer.id)).root);
    }

    void aStoppedRunKeepsWhatItStoredAndGoesOn()
    {
        Importer importer;
        QByteArray log;
        for (int i = 0; i < 10'000; ++i)
            log += "Nov 16 03:00:00 gate sshd[" + QByteArray::number(i) +
                   "]: Failed password for root from 203.0.113.9 port 4711 ssh2\n";
        const Result<IngestReport> stopped =
            importer.run(log, wish(import::Format::OpenSsh), [](quint64) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Errc::Cancelled);
        QCOMPARE(must(importer.api.services->audit.head(importer.customer.id)).size, quint64(8000));
        const IngestReport rest = must(importer.run(log, wish(import::Format::OpenSsh)));
        QCOMPARE(rest.alreadyKnown, quint64(8000));
        QCOMPARE(rest.added, quint64(2000));
    }

    void theReportSpeaksToPeopleAndPrograms()
    {
        Importer importer;
        const IngestReport report =
            must(importer.run(openSshLog + QByteArray("Nov 17 08:03:00 gate sshd[9]: Failed pass\xff\xfe\n") +
                                  QByteArray(70'000, 'x') + '\n',
                              wish(import::Format::OpenSsh)));
        QVERIFY(report.lines.refused >= 1);
        QVERIFY(report.toText().contains(QStringLiteral("line 7: ")));
        QVERIFY(report.toText().startsWith(QStringLiteral("7 lines read, 3 events made, 3 of them new")));
        const QJsonObject json = report.toJson();
        QCOMPARE(json.value(QLatin1String("linesRead")).toInt(), 7);
        QCOMPARE(json.value(QLatin1String("added")).toInt(), 3);
        QCOMPARE(json.value(QLatin1String("refused")).toInt(), int(report.lines.refused));
        QCOMPARE(json.value(QLatin1String("refusals")).toArray().last().toObject().value(QLatin1String("line")).toInt(),
                 7);
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
