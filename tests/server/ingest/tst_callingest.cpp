// SPDX-License-Identifier: GPL-3.0-or-later
// Files of call records against a real store: what is counted, what is left out and why, and never twice.
#include "core/protocol/spend.h"
#include "server/ingest/callingestjob.h"
#include "server/store/calltable.h"
#include "tests/server/routes/testapi.h"

#include <QBuffer>
#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto desk = QStringLiteral("+442079460001");

/// A record of Asterisk; `at`: "2026-11-17 10:00:00", in UTC.
QByteArray record(const QByteArray &id, const QByteArray &src, const QByteArray &dst, int seconds, const QByteArray &at)
{
    const QByteArray length = QByteArray::number(seconds);
    const QByteArray disposition = seconds > 0 ? "ANSWERED" : "NO ANSWER";
    return "\"\",\"" + src + "\",\"" + dst + "\",\"out\",\"\",\"PJSIP/201-1\",\"PJSIP/trunk-2\",\"Dial\",\"\",\"" + at +
           "\",\"" + at + "\",\"" + at + "\"," + length + ',' + length + ",\"" + disposition +
           "\",\"DOCUMENTATION\",\"" + id + "\",\"\"\n";
}

struct Office {
    TestApi api;
    Customer customer = api.addCustomer(QStringLiteral("acme"));
    User user = api.addUser(customer, QStringLiteral("olga"));

    Office()
    {
        Principal keeper;
        keeper.customerId = customer.id;
        GuardedNumber number;
        number.number = desk;
        must(api.services->callGuard.add(
            {keeper, Origin()}, {number},
            [](const Transaction &, const QList<GuardedNumber> &) { return Result<void>(); }));
        const Rate rate{QStringLiteral("+371"), QStringLiteral("Latvia"), Decimal{1'000'000}, {}, 60, 60, {}};
        must(api.services->spend.setDeck({keeper, Origin()}, policy::RateDeck(QStringLiteral("GBP"), {rate}),
                                         [](const policy::RateDeck &) { return Result<void>(); }));
    }

    /// So many minutes ago, as the file has it.
    QByteArray ago(int minutes) const
    {
        return api.clock.nowUtc().addSecs(-60 * minutes).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toLatin1();
    }

    CallIngestWish wish() const
    {
        CallIngestWish wish;
        wish.customer = customer.slug;
        wish.file.format = import::CallFormat::AsteriskCdr;
        wish.inputName = QStringLiteral("Master.csv");
        return wish;
    }

    Result<CallIngestReport> run(QByteArray file, const CallIngestWish &wish)
    {
        QBuffer buffer(&file);
        buffer.open(QIODevice::ReadOnly);
        return CallIngestJob(*api.services->database, api.clock, api.services->audit).run(buffer, wish);
    }
    CallIngestReport run(const QByteArray &file) { return must(run(file, wish())); }

    QList<CallRecord> stored()
    {
        QList<CallRecord> calls;
        must(CallTable(must(api.services->database->connection()))
                 .each(customer.id, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), [&calls](const CallRecord &call) {
                     calls.append(call);
                     return true;
                 }));
        return calls;
    }
    Decimal spent(const QString &number, SpendPeriod period)
    {
        const auto overview = must(api.services->spend.overview(customer.id));
        for (const SpendUsage &usage : overview.usages)
            if (usage.number == number && usage.period == period) return usage.spent;
        return {};
    }
    qsizetype told(EventKind kind)
    {
        const std::vector<AuditEvent> events = api.events(customer);
        return std::count_if(events.begin(), events.end(), [kind](const auto &event) { return event.kind == kind; });
    }
};

}  // namespace

class TestCallIngest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFileIsPricedAndCounted()
    {
        Office office;
        const QByteArray file = record("c.1", "+442079460001", "0037120000000", 61, office.ago(9)) +
                                record("c.2", "020 7946 0001", "+371 2000 0001", 60, office.ago(8)) +
                                record("c.3", desk.toLatin1(), "0037120000000", 0, office.ago(7)) +
                                record("c.4", desk.toLatin1(), "202", 30, office.ago(6)) +
                                record("c.5", desk.toLatin1(), "999", 30, office.ago(5));
        const CallIngestReport report = office.run(file);
        QCOMPARE(report.file.records, quint64(5));
        QCOMPARE(report.added, quint64(3));
        QCOMPARE(report.file.unanswered, quint64(1));
        QCOMPARE(report.file.internal, quint64(1));
        QCOMPARE(report.file.refused, quint64(0));
        const QList<CallRecord> calls = office.stored();
        QCOMPARE(calls.size(), 3);
        QCOMPARE(calls[0].callId, QStringLiteral("c.1"));
        QCOMPARE(calls[0].destination, QStringLiteral("+37120000000"));
        QCOMPARE(calls[0].callClass, CallClass::International);
        QCOMPARE(calls[0].cost, Decimal{2'000'000});
        QCOMPARE(calls[1].caller, desk);
        QCOMPARE(calls[2].callClass, CallClass::Emergency);
        QCOMPARE(calls[2].cost, Decimal{});
        for (const QString &number : {desk, QString()})
            for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week})
                QCOMPARE(office.spent(number, period), Decimal{3'000'000});
        const AuditEvent event = office.api.events(office.customer).back();
        QCOMPARE(event.kind, EventKind::LogImported);
        QCOMPARE(event.object, (ObjectRef{QStringLiteral("calls"), {}, QStringLiteral("Master.csv")}));
        QCOMPARE(event.reason, QStringLiteral("asterisk-cdr"));
        QVERIFY(event.detail.contains(QLatin1String("3 of them new")));
    }

    void theSameFileAgainChangesNothing()
    {
        Office office;
        const QByteArray file = record("c.2", desk.toLatin1(), "0037120000000", 60, office.ago(5)) +
                                record("c.1", desk.toLatin1(), "0037120000000", 60, office.ago(9)) +
                                record("c.2", desk.toLatin1(), "0037120000000", 60, office.ago(5));
        const CallIngestReport first = office.run(file);
        QCOMPARE(first.added, quint64(2));
        QCOMPARE(first.alreadyKnown, quint64(1));
        const quint64 size = must(office.api.services->audit.head(office.customer.id)).size;
        const CallIngestReport second = office.run(file);
        QCOMPARE(second.added, quint64(0));
        QCOMPARE(second.alreadyKnown, quint64(3));
        QCOMPARE(office.spent(desk, SpendPeriod::Day), Decimal{2'000'000});
        QCOMPARE(must(office.api.services->audit.head(office.customer.id)).size, size);
        // The file grew.
        QCOMPARE(office.run(file + record("c.3", desk.toLatin1(), "0037120000000", 60, office.ago(1))).added,
                 quint64(1));
    }

    void aCallThatTheSwitchReportedIsTheSame()
    {
        Office office;
        Principal exchange;
        exchange.customerId = office.customer.id;
        const QDateTime start = office.api.clock.nowUtc().addSecs(-540);
        must(office.api.services->callDesk.record(
            {exchange, Origin()}, {{QStringLiteral("c.1"), desk, QStringLiteral("+37120000000"), start, 60}}));
        QCOMPARE(office.run(record("c.1", desk.toLatin1(), "0037120000000", 60, office.ago(9))).alreadyKnown,
                 quint64(1));
        QCOMPARE(office.stored().size(), 1);
    }

    void whatIsWrongIsToldAndTheRestGoesOn()
    {
        Office office;
        const QByteArray file = record("c.1", desk.toLatin1(), "0037120000000", 60, office.ago(9)) +
                                record("c.1", desk.toLatin1(), "0037120000000", 90, office.ago(9)) +
                                record("c.2", desk.toLatin1(), "0037120000000", 60, office.ago(-60)) +
                                record("c.3", "٢٠", "0037120000000", 60, office.ago(9)) +
                                record("c.4", desk.toLatin1(), "\u202e0037120000000", 60, office.ago(9)) +
                                record("c.5", desk.toLatin1(), "0037120000000", 60, office.ago(8));
        const CallIngestReport report = office.run(file);
        QCOMPARE(report.added, quint64(2));
        QCOMPARE(report.file.refused, quint64(4));
        QStringList refused;
        for (const import::CallRefusal &refusal : report.file.refusals)
            refused << QStringLiteral("%1 %2").arg(refusal.line).arg(refusal.field);
        QCOMPARE(refused, QStringList({QStringLiteral("2 uniqueid"), QStringLiteral("3 answer"),
                                       QStringLiteral("4 src"), QStringLiteral("5 dst")}));
        QCOMPARE(office.spent({}, SpendPeriod::Day), Decimal{2'000'000});
        const QString text = report.toText();
        QVERIFY(text.startsWith(QLatin1String("6 lines read, 5 calls answered, 2 of them new")));
        QVERIFY(text.contains(QLatin1String("line 3: answer: The call lies in the future.")));
        const QJsonObject json = report.toJson();
        QCOMPARE(json.value(QLatin1String("added")).toInt(), 2);
        QCOMPARE(json.value(QLatin1String("refusals")).toArray().last().toObject().value(QLatin1String("field")),
                 QJsonValue(QStringLiteral("dst")));
    }

    void whoCallsInCostsNothing()
    {
        Office office;
        const QByteArray file = record("c.1", "+447700900123", "+442079460001", 60, office.ago(9)) +
                                record("c.2", "anonymous", "+442079460001", 60, office.ago(9)) +
                                record("c.3", "", "+442079460001", 60, office.ago(9)) +
                                record("c.4", desk.toLatin1(), "0037120000000", 60, "2024-01-01 10:00:00");
        const CallIngestReport report = office.run(file);
        QCOMPARE(report.added, quint64(0));
        QCOMPARE(report.ofOtherNumbers, quint64(3));
        QCOMPARE(report.tooOld, quint64(1));
        QCOMPARE(office.told(EventKind::LogImported), 0);
        QVERIFY(report.toText().contains(QLatin1String("3 calls are not of the customer's numbers")));
        QVERIFY(report.toText().contains(QLatin1String("older than 400 days")));
    }

    void extensionsCallUnderANumber()
    {
        Office office;
        const QByteArray file = record("c.1", "201", "0037120000000", 60, office.ago(9));
        const CallIngestReport without = office.run(file);
        QCOMPARE(without.ofExtensions, quint64(1));
        QVERIFY(without.toText().contains(QLatin1String("--caller-number")));
        CallIngestWish wish = office.wish();
        wish.callerNumber = QStringLiteral("020 7946 0001");
        QCOMPARE(must(office.run(file, wish)).added, quint64(1));
        QCOMPARE(office.spent(desk, SpendPeriod::Day), Decimal{1'000'000});
        for (const char *number : {"+442079460002", "999", "letters"}) {
            wish.callerNumber = QString::fromLatin1(number);
            const Result<CallIngestReport> refused = office.run(file, wish);
            QVERIFY(!refused);
            QCOMPARE(refused.error().field, QStringLiteral("caller-number"));
        }
    }

    void warningLevelsAreToldAsForReportedCalls()
    {
        Office office;
        // Of 25 a day and number: 20 are 80 percent.
        QByteArray file;
        for (int i = 0; i < 20; ++i)
            file += record("c." + QByteArray::number(i), desk.toLatin1(), "0037120000000", 60, office.ago(i + 2));
        QCOMPARE(office.run(file).added, quint64(20));
        QCOMPARE(office.told(EventKind::SpendLevelReached), 1);
        office.run(file);
        QCOMPARE(office.told(EventKind::SpendLevelReached), 1);
    }

    void manyCallsComeInSeveralTransactions()
    {
        Office office;
        QByteArray file;
        constexpr int calls = 2'500;
        for (int i = 0; i < calls; ++i)
            file += record("c." + QByteArray::number(i), desk.toLatin1(), "0037120000000", i == 1'700 ? 70 : 60,
                           office.ago(2 + i / 60));
        file += record("c.0", desk.toLatin1(), "0037120000000", 61, office.ago(2));
        const CallIngestReport report = office.run(file);
        QCOMPARE(report.added, quint64(calls));
        QCOMPARE(report.file.refused, quint64(1));
        QCOMPARE(report.file.refusals.first().line, quint64(calls + 1));
        QCOMPARE(office.stored().size(), calls);
        QCOMPARE(office.run(file).alreadyKnown, quint64(calls));
    }

    void customersCountTheSameFileEachForItself()
    {
        Office office;
        const Customer other = office.api.addCustomer(QStringLiteral("other"));
        const QByteArray file = record("c.1", desk.toLatin1(), "0037120000000", 60, office.ago(9));
        QCOMPARE(office.run(file).added, quint64(1));
        CallIngestWish wish = office.wish();
        wish.customer = other.slug;
        // The number is not theirs.
        QCOMPARE(must(office.run(file, wish)).ofOtherNumbers, quint64(1));
        wish.customer = QStringLiteral("nowhere");
        const Result<CallIngestReport> refused = office.run(file, wish);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::NotFound);
        QCOMPARE(refused.error().field, QStringLiteral("customer"));
    }

    void aHeaderThatLacksAColumnStoresNothing()
    {
        Office office;
        CallIngestWish wish = office.wish();
        wish.file.format = import::CallFormat::CsvCdr;
        const Result<CallIngestReport> refused = office.run("caller,destination\n", wish);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("header"));
        QVERIFY(office.stored().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallIngest)
#include "tst_callingest.moc"
