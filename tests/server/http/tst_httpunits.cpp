// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of the transport on their own: targets, headers, codings, rates, log lines, ETags.
#include "core/util/secret.h"
#include "server/http/compress.h"
#include "server/http/log.h"
#include "server/http/ratelimit.h"
#include "server/http/target.h"

#include <QJsonDocument>
#include <QTest>

using namespace lw;
using namespace lw::server;

class TestHttpUnits : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void target_data();
    void target();
    void targetQuery();
    void headers();
    void coding_data();
    void coding();
    void rateLimit();
    void rateLimitManyKeys();
    void rateLimitClockBack();
    void logLine();
    void logLevels();
    void etag_data();
    void etag();

  private:
    SecretMemory m_memory;
};

void TestHttpUnits::target_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("path");  // null: refused
    const auto row = [](const char *name, QByteArray raw, const QString &path = {}) {
        QTest::newRow(name) << raw << path;
    };
    row("root", "/", QStringLiteral("/"));
    row("plain", "/v1/users", QStringLiteral("/v1/users"));
    row("query", "/v1/users?limit=5", QStringLiteral("/v1/users"));
    row("encoded", "/v1/users/a%20b", QStringLiteral("/v1/users/a b"));
    row("umlaut", "/v1/users/%C3%BC", QStringLiteral("/v1/users/ü"));
    row("trailing slash", "/v1/users/", QStringLiteral("/v1/users/"));
    row("question in query", "/a?b?c", QStringLiteral("/a"));
    row("dots in a name", "/v1/a..b", QStringLiteral("/v1/a..b"));
    row("three dots", "/v1/...", QStringLiteral("/v1/..."));
    row("empty", "");
    row("absolute", "https://localhost/v1/users");
    row("authority", "localhost:443");
    row("asterisk", "*");
    row("dot dot", "/v1/../etc");
    row("dot dot at the end", "/v1/..");
    row("dot", "/v1/./users");
    row("encoded dot dot", "/v1/%2e%2E/etc");
    row("half encoded", "/v1/.%2e/etc");
    row("encoded slash", "/v1/users%2f1");
    row("encoded backslash", "/v1/users%5c1");
    row("backslash", "/v1\\users");
    row("empty segment", "/v1//users");
    row("leading empty segment", "//v1/users");
    row("NUL", QByteArray("/v1/a%00b"));
    row("raw NUL", QByteArray("/v1/a\0b", 7));
    row("control", "/v1/a%0ab");
    row("delete", "/v1/a%7f");
    row("short percent", "/v1/a%4");
    row("bare percent", "/v1/a%");
    row("bad percent", "/v1/a%zz");
    row("bad UTF-8", "/v1/a%ff");
    row("overlong UTF-8", "/v1/%c0%af");
    row("surrogate", "/v1/%ed%a0%80");
    row("raw UTF-8", "/v1/\xc3\xbc");
    row("space", "/v1/a b");
    row("fragment", "/v1/users#x");
    row("bad percent in query", "/v1/users?a=%g0");
    row("NUL in query", "/v1/users?a=%00");
    row("bad UTF-8 in query", "/v1/users?a=%ff");
}

void TestHttpUnits::target()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, path);
    const Result<Target> target = parseTarget(raw);
    QCOMPARE(target.ok(), !path.isNull());
    if (target)
        QCOMPARE(target->path, path);
    else
        QCOMPARE(target.error().code, Errc::InvalidInput);
}

void TestHttpUnits::targetQuery()
{
    Request request;
    request.query = parseTarget("/x?search=a%26b%3Dc&empty=&plus=a+b&flag")->query;
    QCOMPARE(request.queryValue(QStringLiteral("search")), QStringLiteral("a&b=c"));
    QCOMPARE(request.queryValue(QStringLiteral("empty")), QString(QLatin1String("")));
    QCOMPARE(request.queryValue(QStringLiteral("plus")), QStringLiteral("a+b"));
    QVERIFY(request.queryValue(QStringLiteral("flag")).has_value());
    QVERIFY(!request.queryValue(QStringLiteral("other")).has_value());
}

void TestHttpUnits::headers()
{
    Headers headers;
    headers.add("Accept-Encoding", "gzip");
    headers.add("accept-encoding", "zstd");
    QCOMPARE(headers.value("ACCEPT-ENCODING"), QByteArray("gzip"));
    QCOMPARE(headers.joined("Accept-Encoding"), QByteArray("gzip, zstd"));
    headers.set("Accept-ENCODING", "br");
    QCOMPARE(headers.joined("accept-encoding"), QByteArray("br"));
    QCOMPARE(headers.fields().size(), 1);
    QVERIFY(!headers.contains("Accept"));
    headers.remove("accept-encoding");
    QVERIFY(headers.fields().isEmpty());
}

void TestHttpUnits::coding_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *accept, Coding coding) {
        QTest::newRow(accept) << QByteArray(accept) << int(coding);
    };
    row("", Coding::Identity);
    row("gzip", Coding::Gzip);
    row("zstd", Coding::Zstd);
    row("gzip, deflate, br, zstd", Coding::Zstd);
    row("GZIP", Coding::Gzip);
    row("gzip;q=1.0, zstd;q=0.5", Coding::Gzip);
    row("gzip;q=0.5, zstd;q=0.5", Coding::Zstd);
    row("zstd;q=0, gzip", Coding::Gzip);
    row("zstd; q=0", Coding::Identity);
    row("*", Coding::Zstd);
    row("*;q=0", Coding::Identity);
    row("zstd;q=0, *", Coding::Gzip);
    row("identity", Coding::Identity);
    row("identity;q=0", Coding::Identity);
    row("br, deflate", Coding::Identity);
    row("gzip;q=nonsense", Coding::Identity);
    row("zstdx", Coding::Identity);
    row(",,gzip,,", Coding::Gzip);
}

void TestHttpUnits::coding()
{
    QFETCH(QByteArray, accept);
    QFETCH(int, expected);
    QCOMPARE(int(chooseCoding(accept)), expected);
}

void TestHttpUnits::rateLimit()
{
    RateLimiter limiter(0.5, 3);
    FixedClock clock(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    const QString ann = QStringLiteral("ann");
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take(ann, clock.nowUtc()).allowed);
    const RateLimiter::Verdict refused = limiter.take(ann, clock.nowUtc());
    QVERIFY(!refused.allowed);
    QCOMPARE(refused.retryAfterSeconds, 2);
    QVERIFY(limiter.take(QStringLiteral("bob"), clock.nowUtc()).allowed);
    clock.advanceMs(1999);
    QVERIFY(!limiter.take(ann, clock.nowUtc()).allowed);
    clock.advanceMs(1);
    QVERIFY(limiter.take(ann, clock.nowUtc()).allowed);
    QVERIFY(!limiter.take(ann, clock.nowUtc()).allowed);
    clock.advanceMs(3'600'000);  // never more than a full bucket
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take(ann, clock.nowUtc()).allowed);
    QVERIFY(!limiter.take(ann, clock.nowUtc()).allowed);
}

void TestHttpUnits::rateLimitManyKeys()
{
    RateLimiter limiter(1, 2, 10);
    FixedClock clock(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    for (int i = 0; i < 10; ++i)
        QVERIFY(limiter.take(QString::number(i), clock.nowUtc()).allowed);
    // All places are taken by keys that are still refilling: newcomers share one bucket of two.
    int allowed = 0;
    for (int i = 100; i < 200; ++i)
        allowed += limiter.take(QString::number(i), clock.nowUtc()).allowed;
    QCOMPARE(allowed, 2);
    QVERIFY(limiter.take(QStringLiteral("3"), clock.nowUtc()).allowed);
    clock.advanceMs(10'000);  // everybody is full again and forgotten
    allowed = 0;
    for (int i = 200; i < 210; ++i)
        allowed += limiter.take(QString::number(i), clock.nowUtc()).allowed;
    QCOMPARE(allowed, 10);
}

void TestHttpUnits::rateLimitClockBack()
{
    RateLimiter limiter(1, 1);
    FixedClock clock(QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC));
    QVERIFY(limiter.take(QStringLiteral("a"), clock.nowUtc()).allowed);
    clock.advanceMs(-3'600'000);
    QVERIFY(!limiter.take(QStringLiteral("a"), clock.nowUtc()).allowed);
    clock.advanceMs(1000);
    QVERIFY(limiter.take(QStringLiteral("a"), clock.nowUtc()).allowed);
}

void TestHttpUnits::logLine()
{
    QByteArray lines;
    Log log(Log::Level::Info, [&lines](const QByteArray &line) { lines += line; });
    log.info(QStringLiteral("a \"quoted\"\nmessage"),
             {{QStringLiteral("path"), QString(10'000, u'x')}, {QStringLiteral("n"), 5}});
    QCOMPARE(lines.count('\n'), 1);
    QVERIFY(lines.endsWith("}\n"));
    QVERIFY(lines.startsWith("{\"time\":\""));
    const QJsonObject object = QJsonDocument::fromJson(lines).object();
    QCOMPARE(object.value(QLatin1String("msg")).toString(), QStringLiteral("a \"quoted\"\nmessage"));
    QCOMPARE(object.value(QLatin1String("level")).toString(), QStringLiteral("info"));
    QCOMPARE(object.value(QLatin1String("n")).toInt(), 5);
    QVERIFY(object.value(QLatin1String("path")).toString().size() < 600);
}

void TestHttpUnits::logLevels()
{
    int count = 0;
    Log log(Log::Level::Warning, [&count](const QByteArray &) { ++count; });
    log.debug(QStringLiteral("x"));
    log.info(QStringLiteral("x"));
    log.warning(QStringLiteral("x"));
    log.error(QStringLiteral("x"));
    QCOMPARE(count, 2);
    Log::Level level = Log::Level::Info;
    QVERIFY(Log::levelFromName(u"debug", level));
    QVERIFY(level == Log::Level::Debug);
    QVERIFY(!Log::levelFromName(u"loud", level));
}

void TestHttpUnits::etag_data()
{
    QTest::addColumn<QByteArray>("ifNoneMatch");
    QTest::addColumn<bool>("matches");
    const QByteArray tag = etagOf("body");
    QTest::newRow("same") << tag << true;
    QTest::newRow("weak") << "W/" + tag << true;
    QTest::newRow("in a list") << "\"x\", " + tag << true;
    QTest::newRow("star") << QByteArray("*") << true;
    QTest::newRow("other") << etagOf("Body") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestHttpUnits::etag()
{
    QFETCH(QByteArray, ifNoneMatch);
    QFETCH(bool, matches);
    Request request;
    if (!ifNoneMatch.isEmpty()) request.headers.add("If-None-Match", ifNoneMatch);
    QCOMPARE(matchesIfNoneMatch(request, etagOf("body")), matches);
    QCOMPARE(notModified(etagOf("body")).headers.value("etag"), etagOf("body"));
}

QTEST_GUILESS_MAIN(TestHttpUnits)
#include "tst_httpunits.moc"
