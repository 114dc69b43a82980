// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the console talks to: every certificate that must not be trusted is refused before one byte was sent.
#include "core/net/httpstransport.h"
#include "core/net/probe.h"
#include "tests/core/net/oldtlsserver.h"
#include "tests/core/net/scriptedserver.h"

#include <QCryptographicHash>
#include <QTest>

using namespace lw;
using namespace lw::net;
using namespace lw::test;

namespace {

enum class Shown {
    Valid,
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownAuthority,
    SelfSignedExpired,
    SelfSignedWrongHost
};
enum class Trust { Nothing, Authority, RightPin, WrongPin, AuthorityAndRightPin, AuthorityAndWrongPin };

}  // namespace

class TestTls : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        m_authority = makeAuthority(QStringLiteral("Test authority"));
        m_stranger = makeAuthority(QStringLiteral("Unknown authority"));
    }

    void judged_data()
    {
        QTest::addColumn<Shown>("shown");
        QTest::addColumn<Trust>("trust");
        QTest::addColumn<QString>("refusal");  // empty: trusted
        const QString unknown = QStringLiteral("not known on this machine");
        const QString self = QStringLiteral("signed by itself");
        const QString pin = QStringLiteral("is not the one that was accepted");
        QTest::newRow("valid by authority") << Shown::Valid << Trust::Authority << QString();
        QTest::newRow("valid, authority not known") << Shown::Valid << Trust::Nothing << unknown;
        QTest::newRow("expired") << Shown::Expired << Trust::Authority << QStringLiteral("expired on");
        QTest::newRow("not yet valid") << Shown::NotYetValid << Trust::Authority << QStringLiteral("valid only from");
        QTest::newRow("wrong host") << Shown::WrongHost << Trust::Authority << QStringLiteral("not for 127.0.0.1");
        QTest::newRow("self-signed") << Shown::SelfSigned << Trust::Nothing << self;
        QTest::newRow("self-signed beside a known authority") << Shown::SelfSigned << Trust::Authority << self;
        QTest::newRow("unknown authority") << Shown::UnknownAuthority << Trust::Authority << unknown;
        QTest::newRow("self-signed, pinned") << Shown::SelfSigned << Trust::RightPin << QString();
        QTest::newRow("unknown authority, pinned") << Shown::UnknownAuthority << Trust::RightPin << QString();
        QTest::newRow("valid and pinned") << Shown::Valid << Trust::AuthorityAndRightPin << QString();
        QTest::newRow("self-signed, other pin") << Shown::SelfSigned << Trust::WrongPin << pin;
        QTest::newRow("trusted chain, other pin") << Shown::Valid << Trust::AuthorityAndWrongPin << pin;
        QTest::newRow("pinned but expired")
            << Shown::SelfSignedExpired << Trust::RightPin << QStringLiteral("expired on");
        QTest::newRow("pinned but for another host")
            << Shown::SelfSignedWrongHost << Trust::RightPin << QStringLiteral("not for");
    }

    void judged()
    {
        QFETCH(Shown, shown);
        QFETCH(Trust, trust);
        QFETCH(QString, refusal);
        const auto [identity, chain] = show(shown);
        ScriptedServer server(identity, chain, [](const SeenRequest &, QSslSocket *socket) {
            socket->write(ScriptedServer::reply(200, "{}"));
        });
        const Endpoint endpoint = endpointFor(server.port(), identity, trust);

        // The exchange …
        HttpsTransport transport(endpoint);
        TransportRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/session");
        request.body = "{\"password\":\"never seen\"}";
        request.headers = {{"Authorization", "Bearer never-seen"}};
        request.maxReplyBytes = 1000;
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        std::optional<Result<void>> result;
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) { result = r; });
        connect(exchange.get(), &Exchange::readable, this, [&] { exchange->read(1000); });
        QTRY_VERIFY(result);
        // … and the look before it agree.
        std::optional<Result<CertificateReport>> report;
        probeCertificate(endpoint, this, [&](Result<CertificateReport> r) { report = std::move(r); });
        QTRY_VERIFY(report);
        QVERIFY2(report->ok(), qPrintable(report->ok() ? QString() : report->error().message));
        const CertificateReport &seen = report->value();
        QCOMPARE(seen.chain.constFirst().sha256, identity.certificate.digest(QCryptographicHash::Sha256));
        QCOMPARE(seen.trusted, refusal.isEmpty());

        if (refusal.isEmpty()) {
            QVERIFY2(result->ok(), qPrintable(result->ok() ? QString() : result->error().message));
            QVERIFY(seen.problems.isEmpty());
            QCOMPARE(server.seen().size(), 1);
            QCOMPARE(transport.connectionInfo().fingerprint, identity.certificate.digest(QCryptographicHash::Sha256));
            QVERIFY(transport.connectionInfo().protocol.startsWith(QLatin1String("TLS 1.")));
            QVERIFY(!transport.connectionInfo().cipher.isEmpty());
            const bool pinOnly = trust == Trust::RightPin;
            QCOMPARE(transport.connectionInfo().trustedBy,
                     pinOnly ? TrustedBy::PinnedCertificate : TrustedBy::AcceptedAuthority);
            return;
        }
        QVERIFY(!result->ok());
        QCOMPARE(result->error().code, Errc::Tls);
        QVERIFY2(result->error().message.contains(refusal), qPrintable(result->error().message));
        QVERIFY2(seen.problems.join(QLatin1Char(' ')).contains(refusal),
                 qPrintable(seen.problems.join(QLatin1Char('\n'))));
        QVERIFY(!result->error().message.contains(QLatin1String("never")));
        if (trust == Trust::WrongPin || trust == Trust::AuthorityAndWrongPin) {
            QVERIFY(result->error().message.contains(fingerprintText(endpoint.pinnedSha256)));
            QVERIFY(result->error().message.contains(
                fingerprintText(identity.certificate.digest(QCryptographicHash::Sha256))));
        }
        QCOMPARE(server.received(), 0);
    }

    void acceptable_data()
    {
        QTest::addColumn<Shown>("shown");
        QTest::addColumn<bool>("acceptable");
        QTest::newRow("self-signed") << Shown::SelfSigned << true;
        QTest::newRow("unknown authority") << Shown::UnknownAuthority << true;
        QTest::newRow("expired") << Shown::SelfSignedExpired << false;
        QTest::newRow("wrong host") << Shown::SelfSignedWrongHost << false;
    }

    void acceptable()
    {
        QFETCH(Shown, shown);
        QFETCH(bool, acceptable);
        const auto [identity, chain] = show(shown);
        ScriptedServer server(identity, chain, [](const SeenRequest &, QSslSocket *) {});
        std::optional<Result<CertificateReport>> report;
        const Endpoint endpoint = endpointFor(server.port(), identity, Trust::Nothing);
        probeCertificate(endpoint, this, [&](Result<CertificateReport> r) { report = std::move(r); });
        QTRY_VERIFY(report);
        QVERIFY(report->ok());
        QCOMPARE((*report)->acceptable, acceptable);
        QCOMPARE((*report)->port, server.port());
        QVERIFY(!(*report)->problems.isEmpty());
        QCOMPARE(accept(endpoint, **report).pinnedSha256, identity.certificate.digest(QCryptographicHash::Sha256));
        QCOMPARE(server.received(), 0);
    }

    void oldTls_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("spoken");
        QTest::newRow("TLS 1.0") << TLS1_VERSION << false;
        QTest::newRow("TLS 1.1") << TLS1_1_VERSION << false;
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION << true;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION << true;
    }

    void oldTls()
    {
        QFETCH(int, version);
        QFETCH(bool, spoken);
        const Identity identity = issue(m_authority);
        OldTlsServer server(identity, version);
        const Endpoint endpoint = endpointFor(server.port(), identity, Trust::Authority);
        std::optional<Result<CertificateReport>> report;
        probeCertificate(endpoint, this, [&](Result<CertificateReport> r) { report = std::move(r); });
        QTRY_VERIFY(report);
        QCOMPARE(report->ok(), spoken);
        if (!spoken) {
            QCOMPARE(report->error().code, Errc::Tls);
            QVERIFY2(report->error().message.contains(QLatin1String("TLS 1.2")), qPrintable(report->error().message));
        }
        if (!spoken) {
            HttpsTransport transport(endpoint);
            TransportRequest request;
            request.path = QStringLiteral("/v1/me");
            const std::unique_ptr<Exchange> exchange(transport.start(request));
            std::optional<Result<void>> result;
            connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) { result = r; });
            QTRY_VERIFY(result);
            QVERIFY(!result->ok());
            QCOMPARE(result->error().code, Errc::Tls);
        }
        QVERIFY(server.hellos() > 0);
        if (!spoken) QCOMPARE(server.handshakes(), 0);
    }

    void plaintextServer()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        QByteArray received;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [&received, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()));
        HttpsTransport transport(endpoint);
        TransportRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/session");
        request.body = "secret-password";
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        std::optional<Result<void>> result;
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) { result = r; });
        QTRY_VERIFY(result);
        QVERIFY(!result->ok());
        QCOMPARE(result->error().code, Errc::Tls);
        QVERIFY(!received.contains("secret-password"));
        QVERIFY(!received.contains("POST"));
    }

    void plaintextAddressIsNeverUsed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        bool connected = false;
        connect(&server, &QTcpServer::newConnection, this, [&] { connected = true; });
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        HttpsTransport transport(endpoint);
        TransportRequest request;
        request.path = QStringLiteral("/v1/me");
        const std::unique_ptr<Exchange> exchange(transport.start(request));
        std::optional<Result<void>> result;
        connect(exchange.get(), &Exchange::finished, this, [&](const Result<void> &r) { result = r; });
        QTRY_VERIFY(result);
        QCOMPARE(result->error().code, Errc::Tls);
        QVERIFY(!connected);
    }

    void probeOfNobody()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        const quint16 port = server.serverPort();
        server.close();
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
        std::optional<Result<CertificateReport>> report;
        probeCertificate(endpoint, this, [&](Result<CertificateReport> r) { report = std::move(r); });
        QTRY_VERIFY(report);
        QCOMPARE(report->error().code, Errc::Network);
    }

    void probeOfSilence()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()));
        std::optional<Result<CertificateReport>> report;
        probeCertificate(
            endpoint, this, [&](Result<CertificateReport> r) { report = std::move(r); }, 300);
        QTRY_VERIFY(report);
        QCOMPARE(report->error().code, Errc::Timeout);
    }

  private:
    std::pair<Identity, QList<QSslCertificate>> show(Shown shown) const
    {
        CertificateOptions options;
        CertificateOptions expired;
        expired.validFromDays = -20;
        expired.validUntilDays = -10;
        CertificateOptions future;
        future.validFromDays = 10;
        CertificateOptions elsewhere;
        elsewhere.commonName = QStringLiteral("pbx.example.com");
        elsewhere.names = {QStringLiteral("DNS:pbx.example.com"), QStringLiteral("IP:192.0.2.1")};
        switch (shown) {
            case Shown::Valid: return {issue(m_authority), {}};
            case Shown::Expired: return {issue(m_authority, expired), {}};
            case Shown::NotYetValid: return {issue(m_authority, future), {}};
            case Shown::WrongHost: return {issue(m_authority, elsewhere), {}};
            case Shown::SelfSigned: return {selfSigned(options), {}};
            case Shown::UnknownAuthority: return {issue(m_stranger), {m_stranger.certificate}};
            case Shown::SelfSignedExpired: return {selfSigned(expired), {}};
            case Shown::SelfSignedWrongHost: return {selfSigned(elsewhere), {}};
        }
        return {Identity(), {}};
    }

    Endpoint endpointFor(quint16 port, const Identity &identity, Trust trust) const
    {
        Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
        if (trust == Trust::Authority || trust == Trust::AuthorityAndRightPin || trust == Trust::AuthorityAndWrongPin)
            endpoint.caPem = m_authority.certificate.toPem();
        if (trust == Trust::RightPin || trust == Trust::AuthorityAndRightPin)
            endpoint.pinnedSha256 = identity.certificate.digest(QCryptographicHash::Sha256);
        if (trust == Trust::WrongPin || trust == Trust::AuthorityAndWrongPin)
            endpoint.pinnedSha256 = QByteArray(32, '\x5a');
        return endpoint;
    }

    Identity m_authority;
    Identity m_stranger;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
