// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that wait for something to tell, and answers that are cut from outside.
#include "server/http/lifeline.h"
#include "testserver.h"
#include "tlsclient.h"

#include <QTest>

#include <atomic>
#include <mutex>

using namespace lw;
using namespace lw::test;
using server::Doorbell;
using server::Lifeline;
using server::Request;
using server::Response;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// Answers of one route that wait for `say`.
struct Board {
    std::mutex mutex;
    QByteArray text;
    std::vector<std::shared_ptr<Doorbell>> bells;
    std::atomic<int> pulls = 0;
    std::shared_ptr<Lifeline> lifeline = std::make_shared<Lifeline>();

    Response answer(milliseconds waitAtMost)
    {
        Response response;
        response.doorbell = std::make_shared<Doorbell>();
        response.lifeline = lifeline;
        response.waitAtMost = waitAtMost;
        {
            const std::lock_guard lock(mutex);
            bells.push_back(response.doorbell);
        }
        response.stream = [this, told = qsizetype(0), first = true](QByteArray &chunk) mutable -> Result<bool> {
            ++pulls;
            const std::lock_guard lock(mutex);
            chunk = std::exchange(first, false) ? QByteArray("hello\n") : text.mid(told);
            if (chunk != "hello\n") told = text.size();
            return !text.endsWith("end\n") || !chunk.isEmpty();
        };
        return response;
    }

    void say(const QByteArray &line)
    {
        std::vector<std::shared_ptr<Doorbell>> waiting;
        {
            const std::lock_guard lock(mutex);
            text += line;
            waiting = bells;
        }
        for (const auto &bell : waiting)
            bell->ring();
    }
};

QByteArray readUntil(TlsClient &client, const QByteArray &wanted)
{
    QByteArray all;
    while (!all.contains(wanted)) {
        const QByteArray more = client.readRaw(16 * 1024);
        if (more.isEmpty()) break;
        all += more;
    }
    return all;
}

}  // namespace

class TestHttpWaiting : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_memory;

  private Q_SLOTS:
    void lifelines()
    {
        Lifeline line;
        int first = 0, second = 0, late = 0;
        line.listen([&] { ++first; });
        line.forget(line.listen([&] { ++second; }));
        QVERIFY(!line.ended());
        line.end();
        line.end();
        QVERIFY(line.ended());
        line.listen([&] { ++late; });
        QCOMPARE(first, 1);
        QCOMPARE(second, 0);
        QCOMPARE(late, 1);
    }

    void doorbells()
    {
        Doorbell bell;
        QVERIFY(!bell.rang());
        bell.ring();
        bell.ring();
        QVERIFY(bell.rang());
        QVERIFY(!bell.rang());
        int woken = 0;
        bell.wake([&] { ++woken; });
        bell.ring();
        QCOMPARE(woken, 1);
        bell.wake({});
        bell.ring();
        QCOMPARE(woken, 1);
        QVERIFY(bell.rang());
    }

    void whatIsSaidArrives()
    {
        Board board;
        TestServer server;
        server.answer("GET", QStringLiteral("/board"), [&](const Request &) { return board.answer(seconds(600)); });
        server.start();
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QVERIFY(client.send(request("GET", "/board")));
        QVERIFY(readUntil(client, "hello\n").startsWith("HTTP/1.1 200 "));
        for (int i = 0; i < 20; ++i) {
            const QByteArray line = "line " + QByteArray::number(i) + "\n";
            board.say(line);
            QVERIFY(readUntil(client, line).contains(line));
        }
        board.say("end\n");
        QVERIFY(readUntil(client, "end\n").contains("end\n"));
        board.say("");
        QVERIFY(readUntil(client, "0\r\n\r\n").endsWith("0\r\n\r\n"));
        // The connection goes on with the next request.
        QVERIFY(client.send(request("GET", "/board")));
        QVERIFY(readUntil(client, "hello\n").contains("200"));
    }

    void oneWorkerIsEnoughForManyThatWait()
    {
        Board board;
        TestServer server;
        server.config.workers = 1;
        server.answer("GET", QStringLiteral("/board"), [&](const Request &) { return board.answer(seconds(600)); });
        server.answer("GET", QStringLiteral("/quick"), [](const Request &) { return server::text("quick"); });
        server.start();
        std::vector<std::unique_ptr<TlsClient>> clients;
        for (int i = 0; i < 40; ++i) {
            clients.push_back(std::make_unique<TlsClient>());
            QVERIFY(clients.back()->connect(server.port));
            QVERIFY(clients.back()->send(request("GET", "/board")));
            QVERIFY(readUntil(*clients.back(), "hello\n").contains("hello"));
        }
        TlsClient other;
        QVERIFY(other.connect(server.port));
        QCOMPARE(other.get("/quick").body, QByteArray("quick"));
        const int before = board.pulls;
        board.say("now\n");
        for (const auto &client : clients)
            QVERIFY(readUntil(*client, "now\n").contains("now\n"));
        QVERIFY2(board.pulls < before + 3 * 40, "woken by the bell, not by asking again and again");
    }

    void itIsAskedAgainWithoutABell()
    {
        Board board;
        TestServer server;
        server.answer("GET", QStringLiteral("/board"), [&](const Request &) { return board.answer(milliseconds(10)); });
        server.start();
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QVERIFY(client.send(request("GET", "/board")));
        QVERIFY(readUntil(client, "hello\n").contains("hello"));
        {
            const std::lock_guard lock(board.mutex);
            board.text = "unannounced\n";
        }
        QVERIFY(readUntil(client, "unannounced\n").contains("unannounced"));
    }

    void theEndOfALifelineCutsWhoWaits()
    {
        Board board;
        TestServer server;
        server.answer("GET", QStringLiteral("/board"), [&](const Request &) { return board.answer(seconds(600)); });
        server.start();
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QVERIFY(client.send(request("GET", "/board")));
        QVERIFY(readUntil(client, "hello\n").contains("hello"));
        board.lifeline->end();
        QVERIFY(client.waitForEnd());
        TlsClient late;
        QVERIFY(late.connect(server.port));
        QVERIFY(late.send(request("GET", "/board")));
        QVERIFY(!readUntil(late, "hello\n").contains("hello"));
    }

    void theEndOfALifelineCutsWhoReadsTooSlowly()
    {
        const auto lifeline = std::make_shared<Lifeline>();
        std::atomic<int> pulls = 0;
        TestServer server;
        server.config.limits.write = seconds(600);
        server.answer("GET", QStringLiteral("/much"), [&](const Request &) {
            Response response;
            response.lifeline = lifeline;
            response.stream = [&pulls](QByteArray &chunk) -> Result<bool> {
                chunk = QByteArray(256 * 1024, 'x');
                return ++pulls < 1'000'000;
            };
            return response;
        });
        server.start();
        TlsClient client;
        TlsClient::Options options;
        options.receiveBuffer = 4096;
        QVERIFY(client.connect(server.port, options));
        QVERIFY(client.send(request("GET", "/much")));
        QVERIFY(client.readRaw(1024).startsWith("HTTP/1.1 200 "));
        lifeline->end();
        // The writer was blocked, and would be for ten minutes.
        QTRY_COMPARE_WITH_TIMEOUT(server.http->connectionCount(), 0, 20'000);
    }

    void aServerThatStopsEndsWhoWaits()
    {
        Board board;
        TestServer server;
        server.answer("GET", QStringLiteral("/board"), [&](const Request &) { return board.answer(seconds(600)); });
        server.start();
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QVERIFY(client.send(request("GET", "/board")));
        QVERIFY(readUntil(client, "hello\n").contains("hello"));
        server.stop(seconds(60));
        QVERIFY2(readUntil(client, "0\r\n\r\n").endsWith("0\r\n\r\n"), "whole, not cut");
        board.say("nobody hears this\n");
    }
};

QTEST_GUILESS_MAIN(TestHttpWaiting)
#include "tst_httpwaiting.moc"
