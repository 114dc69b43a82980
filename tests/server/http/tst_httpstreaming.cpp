// SPDX-License-Identifier: GPL-3.0-or-later
// Long answers: whole after any coding, given up when nobody reads them any more, and finished on a graceful stop.
#include "server/http/compress.h"
#include "testserver.h"
#include "tlsclient.h"

#include <QSemaphore>
#include <QTest>

#include <zlib.h>
#include <zstd.h>

#include <thread>

using namespace lw;
using namespace lw::test;
using server::Request;
using server::Response;
using std::chrono::milliseconds;
using std::chrono::seconds;

class TestHttpStreaming : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void encodedPieces();
    void bodyInMemory_data();
    void bodyInMemory();
    void empty();
    void head();
    void http10();
    void keepAliveAfterStream();
    void errorAtFirst();
    void errorLater_data();
    void errorLater();
    void clientDisappears();
    void stopFinishesRequestsInFlight();
    void stopFinishesStreams();
    void stopCutsWhatIsLate();
    void stopTwice();
    void restart();

  private:
    SecretMemory m_memory;
};

namespace {

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text +=
            R"({"id":"evt_)" + QByteArray::number(i) + R"(","kind":"login.succeeded","actor":{"name":"ann"}})" + '\n';
    return text;
}

/// `total` lines in pieces of `each`.
server::ChunkSource lineSource(int total, int each)
{
    return [at = 0, total, each](QByteArray &chunk) mutable -> Result<bool> {
        if (at >= total) return false;
        const int end = std::min(total, at + each);
        chunk = lines(at, end);
        at = end;
        return true;
    };
}

QByteArray decode(const QByteArray &coding, const QByteArray &bytes)
{
    QByteArray out;
    if (coding == "zstd") {
        ZSTD_DStream *stream = ZSTD_createDStream();
        ZSTD_inBuffer in{bytes.constData(), static_cast<size_t>(bytes.size()), 0};
        QByteArray piece(1 << 17, Qt::Uninitialized);
        size_t left = 1;
        while (left != 0) {
            ZSTD_outBuffer to{piece.data(), static_cast<size_t>(piece.size()), 0};
            left = ZSTD_decompressStream(stream, &to, &in);
            if (ZSTD_isError(left) || (to.pos == 0 && in.pos == in.size)) break;
            out.append(piece.constData(), static_cast<qsizetype>(to.pos));
        }
        ZSTD_freeDStream(stream);
        return left == 0 && in.pos == in.size ? out : QByteArray("broken zstd");
    }
    if (coding == "gzip") {
        z_stream stream{};
        inflateInit2(&stream, 15 + 16);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        QByteArray piece(1 << 17, Qt::Uninitialized);
        int outcome = Z_OK;
        while (outcome == Z_OK) {
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = static_cast<uInt>(piece.size());
            outcome = inflate(&stream, Z_NO_FLUSH);
            out.append(piece.constData(), piece.size() - static_cast<qsizetype>(stream.avail_out));
        }
        inflateEnd(&stream);
        return outcome == Z_STREAM_END && stream.avail_in == 0 ? out : QByteArray("broken gzip");
    }
    return bytes;
}

}  // namespace

void TestHttpStreaming::roundTrip_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("each");
    QTest::newRow("zstd") << QByteArray("zstd") << QByteArray("zstd") << 200'000 << 2000;
    QTest::newRow("gzip") << QByteArray("gzip") << QByteArray("gzip") << 200'000 << 2000;
    QTest::newRow("none") << QByteArray() << QByteArray() << 200'000 << 2000;
    QTest::newRow("zstd preferred") << QByteArray("gzip, zstd") << QByteArray("zstd") << 1000 << 10;
    QTest::newRow("one line a piece") << QByteArray("zstd") << QByteArray("zstd") << 5000 << 1;
    QTest::newRow("one line a piece, none") << QByteArray() << QByteArray() << 5000 << 1;
    QTest::newRow("all in one piece") << QByteArray("gzip") << QByteArray("gzip") << 50'000 << 50'000;
    QTest::newRow("nothing, zstd") << QByteArray("zstd") << QByteArray("zstd") << 0 << 1;
    QTest::newRow("nothing, gzip") << QByteArray("gzip") << QByteArray("gzip") << 0 << 1;
}

void TestHttpStreaming::roundTrip()
{
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, coding);
    QFETCH(int, total);
    QFETCH(int, each);
    TestServer server;
    server.answer("GET", QStringLiteral("/lines"), [=](const Request &) {
        Response response;
        response.headers.set("Content-Type", "application/x-ndjson");
        response.stream = lineSource(total, each);
        response.compress = true;
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.get("/lines", accept.isEmpty() ? QByteArray() : "Accept-Encoding: " + accept + "\r\n");
    QVERIFY(reply.complete);
    QCOMPARE(reply.header("content-encoding"), coding);
    QCOMPARE(reply.header("vary"), QByteArray("Accept-Encoding"));
    QCOMPARE(reply.header("transfer-encoding"), QByteArray("chunked"));
    const QByteArray text = decode(coding, reply.body);
    QVERIFY(text == lines(0, total));
    if (!coding.isEmpty() && total > 1000) QVERIFY(reply.body.size() < text.size() / 3);
}

void TestHttpStreaming::encodedPieces()
{
    // Small pieces are gathered, so that a line does not cost a TLS record and a system call each.
    server::ChunkSource source = server::encode(lineSource(20'000, 1), server::Coding::Identity, 100'000);
    QByteArray chunk, all;
    int pieces = 0;
    for (Result<bool> more = source(chunk); more && *more; more = source(chunk)) {
        all += chunk;
        ++pieces;
    }
    QCOMPARE(all, lines(0, 20'000));
    QVERIFY(pieces <= all.size() / 100'000 + 1);
}

void TestHttpStreaming::bodyInMemory_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<QByteArray>("coding");
    QTest::newRow("large, allowed") << 100'000 << true << QByteArray("gzip");
    QTest::newRow("large, not allowed") << 100'000 << false << QByteArray();
    QTest::newRow("small, allowed") << 100 << true << QByteArray();
}

void TestHttpStreaming::bodyInMemory()
{
    QFETCH(int, size);
    QFETCH(bool, compress);
    QFETCH(QByteArray, coding);
    TestServer server;
    server.answer("GET", QStringLiteral("/body"), [=](const Request &) {
        Response response = server::text(QByteArray(size, 'b'));
        response.compress = compress;
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.get("/body", "Accept-Encoding: gzip\r\n");
    QCOMPARE(reply.header("content-encoding"), coding);
    QCOMPARE(decode(coding, reply.body), QByteArray(size, 'b'));
}

void TestHttpStreaming::empty()
{
    TestServer server;
    server.answer("GET", QStringLiteral("/none"), [](const Request &) {
        Response response;
        response.stream = [](QByteArray &) -> Result<bool> { return false; };
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.get("/none");
    QVERIFY(reply.complete);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
}

void TestHttpStreaming::head()
{
    TestServer server;
    std::atomic<int> pulls = 0;
    server.answer("GET", QStringLiteral("/lines"), [&](const Request &) {
        Response response;
        response.stream = [&pulls](QByteArray &chunk) -> Result<bool> {
            chunk = "x";
            return ++pulls < 3;
        };
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    QCOMPARE(client.ask(request("HEAD", "/lines"), true).status, 200);
    QCOMPARE(client.get("/ping").body, QByteArray("pong"));
    QCOMPARE(pulls.load(), 0);
}

void TestHttpStreaming::http10()
{
    TestServer server;
    server.answer("GET", QStringLiteral("/lines"), [](const Request &) {
        Response response;
        response.stream = lineSource(5000, 100);
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.ask("GET /lines HTTP/1.0\r\n\r\n");
    QVERIFY(!reply.headers.contains("transfer-encoding"));
    QVERIFY(reply.body == lines(0, 5000));
}

void TestHttpStreaming::keepAliveAfterStream()
{
    TestServer server;
    server.answer("GET", QStringLiteral("/lines"), [](const Request &) {
        Response response;
        response.stream = lineSource(10, 1);
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.get("/lines").body, lines(0, 10));
}

void TestHttpStreaming::errorAtFirst()
{
    TestServer server;
    server.answer("GET", QStringLiteral("/broken"), [](const Request &) {
        Response response;
        response.stream = [](QByteArray &) -> Result<bool> {
            return makeError(Errc::Io, QStringLiteral("disk on fire"));
        };
        response.compress = true;
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.get("/broken", "Accept-Encoding: zstd\r\n");
    QCOMPARE(reply.status, 500);
    QVERIFY(!reply.headers.contains("content-encoding"));
    QVERIFY(reply.complete);
    QVERIFY(!reply.body.contains("fire"));
    QCOMPARE(server.logLines(QStringLiteral("answer cut short")).size(), 1);
}

void TestHttpStreaming::errorLater_data()
{
    QTest::addColumn<bool>("byException");
    QTest::newRow("error") << false;
    QTest::newRow("exception") << true;
}

void TestHttpStreaming::errorLater()
{
    QFETCH(bool, byException);
    TestServer server;
    server.answer("GET", QStringLiteral("/broken"), [byException](const Request &) {
        Response response;
        response.stream = [at = 0, byException](QByteArray &chunk) mutable -> Result<bool> {
            chunk = lines(0, 100);
            if (++at < 5) return true;
            if (byException) throw std::runtime_error("gone");
            return makeError(Errc::Io, QStringLiteral("gone"));
        };
        return response;
    });
    server.start();
    TlsClient client;
    QVERIFY(client.connect(server.port));
    const Reply reply = client.get("/broken");
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.complete);  // half an answer must not look like a whole one
    TlsClient other;
    QVERIFY(other.connect(server.port));
    QCOMPARE(other.get("/ping").status, 200);
}

void TestHttpStreaming::clientDisappears()
{
    TestServer server;
    auto alive = std::make_shared<int>(0);
    const std::weak_ptr<int> source = alive;
    server.answer("GET", QStringLiteral("/endless"), [&alive](const Request &) {
        Response response;
        response.stream = [kept = std::exchange(alive, nullptr)](QByteArray &chunk) -> Result<bool> {
            chunk.fill('e', 64 * 1024);
            return true;
        };
        return response;
    });
    server.start();
    {
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QVERIFY(client.send(request("GET", "/endless")));
        QVERIFY(client.readRaw(1000).startsWith("HTTP/1.1 200"));
    }
    QTRY_VERIFY(source.expired());
    QTRY_COMPARE(server.http->connectionCount(), 0);
}

void TestHttpStreaming::stopFinishesRequestsInFlight()
{
    TestServer server;
    QSemaphore entered, leave;
    server.answer("GET", QStringLiteral("/busy"), [&](const Request &) {
        entered.release();
        leave.acquire();
        return server::text("finished");
    });
    server.start();
    TlsClient busy, idle, half;
    QVERIFY(busy.connect(server.port));
    QVERIFY(idle.connect(server.port));
    QCOMPARE(idle.get("/ping").status, 200);
    QVERIFY(busy.send(request("GET", "/busy") + request("GET", "/ping")));
    QVERIFY(entered.tryAcquire(1, 10'000));
    std::thread stopper([&] { server.stop(seconds(20)); });
    QVERIFY(idle.waitForEnd());
    TlsClient late;
    QVERIFY(!late.connect(server.port));
    leave.release();
    const Reply reply = busy.read();
    QCOMPARE(reply.body, QByteArray("finished"));
    QCOMPARE(reply.header("connection"), QByteArray("close"));
    QCOMPARE(busy.read().status, 0);  // the pipelined one was not begun
    busy.drop();
    stopper.join();
}

void TestHttpStreaming::stopFinishesStreams()
{
    TestServer server;
    QSemaphore go, begun;
    server.answer("GET", QStringLiteral("/lines"), [&](const Request &) {
        begun.release();
        Response response;
        response.stream = [&go, inner = lineSource(1000, 100)](QByteArray &chunk) {
            go.acquire();
            return inner(chunk);
        };
        return response;
    });
    server.start();
    TlsClient client, watch;
    QVERIFY(watch.connect(server.port));
    QCOMPARE(watch.get("/ping").status, 200);
    QVERIFY(client.connect(server.port));
    QVERIFY(client.send(request("GET", "/lines")));
    // Sent is not read: a server that stops before it has read the request owes no answer.
    QVERIFY(begun.tryAcquire(1, 60'000));
    go.release(2);
    std::thread stopper([&] { server.stop(seconds(20)); });
    QVERIFY(watch.waitForEnd());
    go.release(20);
    const Reply reply = client.read();
    QVERIFY(reply.complete);
    QCOMPARE(reply.body, lines(0, 1000));
    client.drop();
    stopper.join();
}

void TestHttpStreaming::stopCutsWhatIsLate()
{
    TestServer server;
    server.answer("GET", QStringLiteral("/endless"), [](const Request &) {
        Response response;
        response.stream = [](QByteArray &chunk) -> Result<bool> {
            chunk.fill('e', 64 * 1024);
            return true;
        };
        return response;
    });
    server.start();
    TlsClient reader, stalledHead, stalledHandshake;
    QVERIFY(reader.connect(server.port));
    QVERIFY(reader.send(request("GET", "/endless")));
    QVERIFY(reader.readRaw(1000).startsWith("HTTP/1.1 200"));
    QVERIFY(stalledHead.connect(server.port));
    QVERIFY(stalledHead.send("GET /pi"));
    QVERIFY(stalledHandshake.connectPlain(server.port));
    server.stop(milliseconds(100));
    QVERIFY(reader.waitForEnd());
    QVERIFY(stalledHead.waitForEnd());
    QVERIFY(stalledHandshake.waitForEnd());
}

void TestHttpStreaming::stopTwice()
{
    TestServer server;
    server.start();
    server.stop();
    server.stop();
    QCOMPARE(server.http->connectionCount(), 0);
}

void TestHttpStreaming::restart()
{
    TestServer server;
    for (int i = 0; i < 3; ++i) {
        server.start();
        TlsClient client;
        QVERIFY(client.connect(server.port));
        QCOMPARE(client.get("/ping").status, 200);
        client.drop();
        server.stop();
    }
}

QTEST_GUILESS_MAIN(TestHttpStreaming)
#include "tst_httpstreaming.moc"
