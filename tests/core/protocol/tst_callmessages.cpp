// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/callrecords.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::protocol;

namespace {

CallPage sample()
{
    return {QStringLiteral("GBP"),
            {{QStringLiteral("c.1"), QStringLiteral("+442079460001"), QStringLiteral("+37120000000"),
              CallClass::International, fromRfc3339(u"2026-11-26T14:03:05.250Z"), 62, Decimal{1'033'334},
              QStringLiteral("+371")},
             {QStringLiteral("c.2"),
              QStringLiteral("+442079460001"),
              QStringLiteral("999"),
              CallClass::Emergency,
              fromRfc3339(u"2026-11-26T14:00:00Z"),
              0,
              Decimal{},
              {}}},
            QStringLiteral("bmV4dA")};
}

}  // namespace

class TestCallMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aPageReadsBackAsItWas()
    {
        const Result<CallPage> back = callPageFromJson(toJson(sample()));
        QVERIFY(back.ok());
        QCOMPARE(*back, sample());
        QVERIFY(toJson(sample()).contains("\"cost\":\"1.033334\""));
        CallPage last = sample();
        last.nextCursor.clear();
        QVERIFY(!toJson(last).contains("nextCursor"));
        QCOMPARE(*callPageFromJson(toJson(last)), last);
    }

    void whatBreaksTheContractIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("amount as a number") << QByteArray("\"1.033334\"") << QByteArray("1.033334") << "calls[0].cost";
        QTest::newRow("unknown class") << QByteArray("emergency") << QByteArray("dear") << "calls[1].class";
        QTest::newRow("negative") << QByteArray("62") << QByteArray("-62") << "calls[0].seconds";
        QTest::newRow("no time") << QByteArray("2026-11-26T14:00:00.000Z") << QByteArray("soon")
                                 << "calls[1].startedAt";
        QTest::newRow("no name") << QByteArray("\"c.2\"") << QByteArray("\"\"") << "calls[1].callId";
    }
    void whatBreaksTheContractIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, field);
        QByteArray json = toJson(sample());
        QVERIFY(json.contains(from));
        const Result<CallPage> refused = callPageFromJson(json.replace(from, to));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Protocol);
        QCOMPARE(refused.error().field, field);
    }

    void thePathCarriesTheFilter()
    {
        QCOMPARE(callListPath({}, 100, {}), QStringLiteral("/v1/calls/records?limit=100"));
        const CallFilter filter{QStringLiteral("+442079460001"), fromRfc3339(u"2026-11-26T14:00:00Z"),
                                fromRfc3339(u"2026-11-27T14:00:00Z"), CallClass::Premium};
        QCOMPARE(callListPath(filter, 5, QStringLiteral("a_b")),
                 QStringLiteral("/v1/calls/records?limit=5&cursor=a_b&number=%2B442079460001"
                                "&from=2026-11-26T14%3A00%3A00.000Z&until=2026-11-27T14%3A00%3A00.000Z&class=premium"));
    }
};

QTEST_GUILESS_MAIN(TestCallMessages)
#include "tst_callmessages.moc"
