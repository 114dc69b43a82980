// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/changefeed.h"

#include <QSignalSpy>
#include <QTest>

using namespace lw;
using namespace lw::net;

namespace {

/// An exchange that does what the test says.
class Scripted final : public Exchange {
  public:
    int code = 200;
    Headers head;
    QByteArray waiting;
    bool cancelled = false;

    int status() const override { return code; }
    Headers headers() const override { return head; }
    qint64 available() const override { return waiting.size(); }
    QByteArray read(qint64 most) override
    {
        const QByteArray piece = waiting.left(most);
        waiting.remove(0, piece.size());
        return piece;
    }
    void cancel() override
    {
        cancelled = true;
        Q_EMIT finished(makeError(Errc::Cancelled, QStringLiteral("Cancelled.")));
    }
    void say(const QByteArray &bytes)
    {
        waiting += bytes;
        Q_EMIT readable();
    }
};

}  // namespace

class TestChangeFeed final : public QObject {
    Q_OBJECT

    QList<Scripted *> m_opened;
    QList<int> m_refused;
    std::unique_ptr<ChangeFeed> m_feed;
    QList<LogChange> m_told;
    bool m_signedIn = true;

    QTimer &pause() { return *m_feed->findChild<QTimer *>(); }

  private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        m_refused.clear();
        m_told.clear();
        m_signedIn = true;
        m_feed = std::make_unique<ChangeFeed>(
            ChangeFeed::Ways{[this]() -> Exchange * {
                                 if (!m_signedIn) return nullptr;
                                 m_opened.append(new Scripted);
                                 return m_opened.last();
                             },
                             [this](int status, const QByteArray &) { m_refused.append(status); }});
        connect(m_feed.get(), &ChangeFeed::changed, this, [this](const LogChange &change) { m_told.append(change); });
    }
    void cleanup() { m_feed.reset(); }

    void eventsComeHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }

    void eventsComeHoweverTheyAreCut()
    {
        QFETCH(QByteArray, end);
        const QByteArray text = "\xEF\xBB\xBF: hello" + end + end + "event: changed" + end + "id: 7" + end + "data: a" +
                                end + "data:  b" + end + end + "data" + end + end + "event: nothing" + end + end +
                                "data: late" + end + end;
        const QList<SseEvent> expected{{"changed", "a\n b"}, {"message", ""}, {"message", "late"}};
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            SseReader reader;
            QList<SseEvent> events = *reader.feed(QByteArrayView(text).first(cut));
            events += *reader.feed(QByteArrayView(text).sliced(cut));
            QCOMPARE(events, expected);
        }
    }

    void whatNeverEndsIsRefused()
    {
        SseReader line;
        QVERIFY(line.feed("data: " + QByteArray(SseReader::eventMost - 6, 'x')).ok());
        QVERIFY(!line.feed("x").ok());
        SseReader event;
        Result<QList<SseEvent>> fed = QList<SseEvent>();
        for (int i = 0; i < 80 && fed; ++i)
            fed = event.feed("data: " + QByteArray(1000, 'x') + '\n');
        QVERIFY(!fed.ok());
        QCOMPARE(fed.error().code, Errc::Protocol);
    }

    void changesAreRead()
    {
        QCOMPARE(**logChangeOf({"changed", R"({"size":12,"kinds":["user.created"]})"}),
                 (LogChange{12, {QStringLiteral("user.created")}}));
        QVERIFY(!logChangeOf({"other", "{}"})->has_value());
        for (const char *bad :
             {"", "[]", "{}", R"({"size":-1})", R"({"size":1.5})", R"({"size":"1"})", R"({"size":1e300})"})
            QVERIFY2(!logChangeOf({"changed", bad}).ok(), bad);
    }

    void itTellsAndComesBack()
    {
        m_feed->start();
        QCOMPARE(m_opened.size(), 1);
        m_opened[0]->say("event: changed\ndata: {\"size\":3,\"ki");
        QCOMPARE(m_told.size(), 0);
        m_opened[0]->say("nds\":[]}\n\n: alive\n\n");
        QCOMPARE(m_told, QList<LogChange>{LogChange({3, {}})});
        Q_EMIT m_opened[0]->finished(makeError(Errc::Network, QStringLiteral("gone")));
        QVERIFY(pause().isActive());
        QVERIFY(pause().interval() >= 750 && pause().interval() <= 1250);
        pause().start(0);
        QTRY_COMPARE(m_opened.size(), 2);
        // Broken again before a word: a longer pause.
        Q_EMIT m_opened[1]->finished(Result<void>());
        QVERIFY(pause().interval() >= 1500);
        QVERIFY(m_feed->isFollowing());
    }

    void itWaitsAsLongAsItIsTold()
    {
        m_feed->start();
        m_opened[0]->code = 429;
        m_opened[0]->head = {{"Retry-After", "30"}};
        Q_EMIT m_opened[0]->finished(Result<void>());
        QVERIFY(pause().isActive());
        QVERIFY(pause().interval() >= 30'000);
        QVERIFY(m_refused.isEmpty());
    }

    void refusalsEndIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("no session") << 401;
        QTest::newRow("no permission") << 403;
        QTest::newRow("no feed there") << 404;
    }

    void refusalsEndIt()
    {
        QFETCH(int, status);
        m_feed->start();
        m_opened[0]->code = status;
        m_opened[0]->say("{\"type\":\"x\"}");
        Q_EMIT m_opened[0]->finished(Result<void>());
        QCOMPARE(m_refused, QList<int>{status});
        QVERIFY(!m_feed->isFollowing());
        QVERIFY(!pause().isActive());
        QVERIFY(m_told.isEmpty());
    }

    void nonsenseIsCutOffAndTriedAgain()
    {
        m_feed->start();
        m_opened[0]->say("event: changed\ndata: nonsense\n\n");
        QVERIFY(m_opened[0]->cancelled);
        QVERIFY(pause().isActive());
        QVERIFY(m_told.isEmpty());
    }

    void stoppedItAsksNothing()
    {
        m_feed->start();
        m_feed->stop();
        QVERIFY(m_opened[0]->cancelled);
        QVERIFY(!pause().isActive());
        m_feed->start();
        QCOMPARE(m_opened.size(), 2);
        m_signedIn = false;
        Q_EMIT m_opened[1]->finished(Result<void>());
        pause().start(0);
        QTRY_VERIFY(!m_feed->isFollowing());
        QCOMPARE(m_opened.size(), 2);
    }

    void pausesGrowToAMinute()
    {
        QCOMPARE(ChangeFeed::pauseMs(0, 0.5), 1'000);
        QCOMPARE(ChangeFeed::pauseMs(3, 0.5), 8'000);
        QCOMPARE(ChangeFeed::pauseMs(6, 0.5), 60'000);
        QCOMPARE(ChangeFeed::pauseMs(1'000'000, 0.5), 60'000);
        QCOMPARE(ChangeFeed::pauseMs(0, 0.0), 750);
        QCOMPARE(ChangeFeed::pauseMs(0, 1.0), 1'250);
    }
};

QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_changefeed.moc"
