// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoint.h"

#include <QTest>

using namespace lw;
using namespace lw::net;

class TestEndpoint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void address_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("base");  // empty: refused
        const auto row = [](const char *name, const char *text, const char *base) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(base);
        };
        row("host", "pbx.example.com", "https://pbx.example.com");
        row("host and port", "pbx.example.com:8443", "https://pbx.example.com:8443");
        row("https", "https://pbx.example.com", "https://pbx.example.com");
        row("default port", "https://pbx.example.com:443/", "https://pbx.example.com");
        row("upper case", "HTTPS://PBX.Example.COM", "https://pbx.example.com");
        row("spaces around", "  pbx.example.com ", "https://pbx.example.com");
        row("prefix", "https://example.com/linewarden/", "https://example.com/linewarden");
        row("IPv4", "127.0.0.1:8443", "https://127.0.0.1:8443");
        row("IPv6", "https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443");
        row("IPv6 without scheme", "[::1]:8443", "https://[::1]:8443");
        row("international", "b\xc3\xbc\x63her.example", "https://xn--bcher-kva.example");
        row("empty", "", "");
        row("blank", "   ", "");
        row("http", "http://pbx.example.com", "");
        row("http in capitals", "HTTP://pbx.example.com", "");
        row("ftp", "ftp://pbx.example.com", "");
        row("file", "file:///etc/passwd", "");
        row("user info", "https://ann:secret@pbx.example.com", "");
        row("query", "https://pbx.example.com/?a=b", "");
        row("fragment", "https://pbx.example.com/#x", "");
        row("no host", "https://", "");
        row("port zero", "pbx.example.com:0", "");
        row("port too large", "pbx.example.com:70000", "");
        row("space inside", "pbx example.com", "");
        row("dot dot", "https://pbx.example.com/a/../b", "");
        row("double slash", "https://pbx.example.com//b", "");
        row("bare colon", ":", "");
    }

    void address()
    {
        QFETCH(QString, text);
        QFETCH(QString, base);
        const Result<QUrl> url = parseBaseUrl(text);
        QCOMPARE(url.ok(), !base.isEmpty());
        if (url) {
            QCOMPARE(url->toString(), base);
            QCOMPARE(url->scheme(), QStringLiteral("https"));
            QCOMPARE(*parseBaseUrl(url->toString()), *url);
        } else {
            QCOMPARE(url.error().code, Errc::InvalidInput);
            QCOMPARE(url.error().field, QStringLiteral("address"));
            QVERIFY(!url.error().message.contains(QLatin1String("secret")));
        }
    }

    void plaintextIsNamed()
    {
        QVERIFY(parseBaseUrl(QStringLiteral("http://a")).error().message.contains(QLatin1String("unencrypted")));
    }

    void fingerprint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString hex = QString::fromLatin1(QByteArray(32, '\xab').toHex());
        QTest::newRow("plain") << hex << true;
        QTest::newRow("capitals") << hex.toUpper() << true;
        QTest::newRow("colons") << fingerprintText(QByteArray(32, '\xab')) << true;
        QTest::newRow("blanks") << QString(hex).insert(10, QLatin1Char(' ')) << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("short") << hex.chopped(1) << false;
        QTest::newRow("long") << hex + QLatin1Char('a') << false;
        QTest::newRow("SHA-1") << hex.left(40) << false;
        QTest::newRow("other letter") << QString(hex).replace(0, 1, QLatin1Char('g')) << false;
        QTest::newRow("other script's digit") << QString(hex).replace(0, 1, QChar(0x0661)) << false;
    }

    void fingerprint()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const Result<QByteArray> digest = parseFingerprint(text);
        QCOMPARE(digest.ok(), good);
        if (digest)
            QCOMPARE(*digest, QByteArray(32, '\xab'));
        else
            QCOMPARE(digest.error().field, QStringLiteral("fingerprint"));
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
