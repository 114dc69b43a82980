// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are late, cut, too long or lead elsewhere.
#include "core/net/httpstransport.h"
#include "tests/core/net/scriptedserver.h"

#include <QCryptographicHash>
#include <QTest>
#include <QTimer>

using namespace lw;
using namespace lw::net;
using namespace lw::test;

class TestHttpsTransport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { m_identity = selfSigned(); }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("taken");
        for (const int status : {200, 201, 304, 400, 401, 403, 404, 409, 413, 418, 429, 500, 503, 599})
            QTest::addRow("%d", status) << status << true;
        for (const int status : {300, 301, 302, 303, 307, 308})
            QTest::addRow("redirect %d", status) << status << false;
    }

    void statuses()
    {
        QFETCH(int, status);
        QFETCH(bool, taken);
        ScriptedServer elsewhere(m_identity, {}, [](const SeenRequest &, QSslSocket *socket) {
            socket->write(ScriptedServer::reply(200, "{}"));
        });
        const QByteArray location = "Location: https://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/\r\n";
        run([&](const SeenRequest &, QSslSocket *socket) {
            socket->write(ScriptedServer::reply(status, status == 304 ? "" : "body", "text/plain", location));
        });
        QCOMPARE(m_result->ok(), taken);
        QCOMPARE(elsewhere.connections(), 0);
        if (taken) {
            QCOMPARE(m_status, status);
            QCOMPARE(m_body, status == 304 ? QByteArray() : QByteArray("body"));
        } else {
            QCOMPARE(m_result->error().code, Errc::Protocol);
            QVERIFY(m_result->error().message.contains(QLatin1String("redirection")));
        }
    }

    void requestAsWritten()
    {
        TransportRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/users?search=a%20b%26c&limit=5");
        request.headers = {{"X-Mine", "yes"}};
        request.body = "{\"a\":1}";
        SeenRequest seen;
        run(
            [&](const SeenRequest &r, QSslSocket *socket) {
                seen = r;
                socket->write(ScriptedServer::reply(200, "{}"));
            },
            request);
        QVERIFY(m_result->ok());
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.target, QByteArray("/prefix/v1/users?search=a%20b%26c&limit=5"));
        QCOMPARE(seen.body, QByteArray("{\"a\":1}"));
        QCOMPARE(seen.header("X-Mine"), QByteArray("yes"));
        QCOMPARE(seen.header("Accept-Encoding"), QByteArray("identity"));
        QVERIFY(seen.header("User-Agent").startsWith("Linewarden/"));
        QVERIFY(seen.header("Cookie").isEmpty());
    }

    void cookiesAreForgotten()
    {
        QList<QByteArray> cookies;
        ScriptedServer server(m_identity, {}, [&](const SeenRequest &r, QSslSocket *socket) {
            cookies.append(r.header("Cookie"));
            socket->write(ScriptedServer::reply(200, "{}", "text/plain", "Set-Cookie: a=b\r\n"));
        });
        HttpsTransport transport(endpoint(server));
        for (int i = 0; i < 2; ++i)
            exchange(transport, {});
        QCOMPARE(cookies, QList<QByteArray>({"", ""}));
    }

    void tooLongAnnounced()
    {
        TransportRequest request;
        request.maxReplyBytes = 100;
        run([](const SeenRequest &,
               QSslSocket *socket) { socket->write(ScriptedServer::reply(200, QByteArray(101, 'x'))); },
            request);
        QCOMPARE(m_result->error().code, Errc::TooLarge);
        QCOMPARE(m_body, QByteArray());
    }

    void tooLongUnannounced()
    {
        TransportRequest request;
        request.maxReplyBytes = 1000;
        QTimer endless;
        run(
            [&](const SeenRequest &, QSslSocket *socket) {
                socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                connect(&endless, &QTimer::timeout, socket,
                        [socket] { socket->write("c8\r\n" + QByteArray(200, 'x') + "\r\n"); });
                endless.start(1);
            },
            request);
        QCOMPARE(m_result->error().code, Errc::TooLarge);
        QVERIFY(m_body.size() <= 1000);
    }

    void exactlyTheLimit()
    {
        TransportRequest request;
        request.maxReplyBytes = 100;
        run([](const SeenRequest &,
               QSslSocket *socket) { socket->write(ScriptedServer::reply(200, QByteArray(100, 'x'))); },
            request);
        QVERIFY(m_result->ok());
        QCOMPARE(m_body.size(), 100);
    }

    void silence_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("no answer at all") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    }

    void silence()
    {
        QFETCH(QByteArray, written);
        TransportRequest request;
        request.inactivityMs = 200;
        run([&](const SeenRequest &, QSslSocket *socket) { socket->write(written); }, request);
        QVERIFY(!m_result->ok());
        QCOMPARE(m_result->error().code, Errc::Timeout);
    }

    void drippingEndsToo()
    {
        TransportRequest request;
        request.inactivityMs = 60'000;
        request.overallMs = 300;
        QTimer drip;
        run(
            [&](const SeenRequest &, QSslSocket *socket) {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
                drip.start(10);
            },
            request);
        QCOMPARE(m_result->error().code, Errc::Timeout);
    }

    void cut_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<Errc>("code");
        QTest::newRow("at once") << QByteArray() << Errc::Network;
        QTest::newRow("inside the head") << QByteArray("HTTP/1.1 200 OK\r\nConte") << Errc::Network;
        QTest::newRow("inside the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
                                         << Errc::Network;
        QTest::newRow("inside a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf")
                                        << Errc::Network;
        QTest::newRow("between chunks") << QByteArray(
                                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")
                                        << Errc::Network;
    }

    void cut()
    {
        QFETCH(QByteArray, written);
        QFETCH(Errc, code);
        TransportRequest request;
        request.method = "POST";
        request.body = "{}";
        run(
            [&](const SeenRequest &, QSslSocket *socket) {
                socket->write(written);
                socket->disconnectFromHost();
            },
            request);
        QVERIFY(!m_result->ok());
        QCOMPARE(m_result->error().code, code);
    }

    void noHttp()
    {
        TransportRequest request;
        request.method = "POST";
        request.body = "{}";
        run(
            [&](const SeenRequest &, QSslSocket *socket) {
                socket->write("220 mail.example.com ESMTP\r\n\r\n");
                socket->disconnectFromHost();
            },
            request);
        QVERIFY(!m_result->ok());
        QVERIFY(m_result->error().code == Errc::Protocol || m_result->error().code == Errc::Network);
    }

    void cancelled()
    {
        ScriptedServer server(m_identity, {}, [](const SeenRequest &, QSslSocket *) {});
        HttpsTransport transport(endpoint(server));
        TransportRequest request;
        request.path = QStringLiteral("/v1/me");
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        std::optional<Result<void>> result;
        int ends = 0;
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) {
            result = r;
            ++ends;
        });
        QTRY_COMPARE(server.seen().size(), 1);
        exchange->cancel();
        exchange->cancel();
        QTRY_VERIFY(result);
        QCOMPARE(result->error().code, Errc::Cancelled);
        QCoreApplication::processEvents();
        QCOMPARE(ends, 1);
    }

    void heldStreamHoldsThePeer()
    {
        // 64 MiB offered, nobody reads: the reader's memory stays at its buffer, and nothing times out meanwhile.
        QSslSocket *writer = nullptr;
        qint64 written = 0;
        const qint64 total = 64 * 1024 * 1024;
        const QByteArray piece(64 * 1024, 'z');
        ScriptedServer server(m_identity, {}, [&](const SeenRequest &, QSslSocket *socket) {
            writer = socket;
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(total) + "\r\n\r\n");
            const auto more = [socket, &written, &piece] {
                while (socket->bytesToWrite() + socket->encryptedBytesToWrite() < 512 * 1024 && written < total) {
                    socket->write(piece);
                    written += piece.size();
                }
            };
            connect(socket, &QSslSocket::encryptedBytesWritten, socket, more);
            more();
        });
        HttpsTransport transport(endpoint(server));
        TransportRequest request;
        request.path = QStringLiteral("/v1/audit/events");
        request.streamed = true;
        request.overallMs = 0;
        request.inactivityMs = 400;
        request.readBuffer = 1024 * 1024;
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        std::optional<Result<void>> result;
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) { result = r; });
        QTRY_VERIFY(exchange->available() > 0);
        // Until the server cannot write any more, for several inactivity limits.
        qint64 before = -1;
        for (int quiet = 0; quiet < 8;) {
            QTest::qWait(100);
            quiet = written == before ? quiet + 1 : 0;
            before = written;
        }
        QVERIFY2(written < total / 2, qPrintable(QString::number(written)));
        QVERIFY(exchange->available() <= 2 * request.readBuffer);
        QVERIFY(!result);
        qint64 read = 0;
        const auto drain = [&] {
            for (;;) {
                const QByteArray bytes = exchange->read(1024 * 1024);
                if (bytes.isEmpty()) return;
                read += bytes.size();
            }
        };
        connect(exchange.get(), &Exchange::readable, this, drain);
        drain();
        QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
        QVERIFY2(result->ok(), qPrintable(result->ok() ? QString() : result->error().message));
        QCOMPARE(read, total);
    }

  private:
    Endpoint endpoint(const ScriptedServer &server) const
    {
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://127.0.0.1:%1/prefix").arg(server.port()));
        endpoint.pinnedSha256 = m_identity.certificate.digest(QCryptographicHash::Sha256);
        return endpoint;
    }

    void exchange(HttpsTransport &transport, TransportRequest request)
    {
        m_result.reset();
        m_body.clear();
        if (request.path.isEmpty()) request.path = QStringLiteral("/v1/me");
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        connect(exchange.get(), &Exchange::readable, this, [&] { m_body += exchange->read(exchange->available()); });
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &result) { m_result = result; });
        QTRY_VERIFY_WITH_TIMEOUT(m_result, 20'000);
        m_status = exchange->status();
    }

    void run(ScriptedServer::Handler handler, TransportRequest request = {})
    {
        ScriptedServer server(m_identity, {}, std::move(handler));
        HttpsTransport transport(endpoint(server));
        exchange(transport, std::move(request));
    }

    Identity m_identity;
    std::optional<Result<void>> m_result;
    QByteArray m_body;
    int m_status = 0;
};

QTEST_GUILESS_MAIN(TestHttpsTransport)
#include "tst_httpstransport.moc"
