// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/limits.h"
#include "core/protocol/me.h"
#include "core/protocol/session.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

class TestSessionMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void loginRoundTrip_data();
    void loginRoundTrip();
    void loginSpellings_data();
    void loginSpellings();
    void loginRefused_data();
    void loginRefused();
    void refusalsHoldNoSecret();
    void grantRoundTrip();
    void grantRefused_data();
    void grantRefused();
    void statusRoundTrip();
    void passwordChangeRoundTrip();
    void passwordChangeRefused_data();
    void passwordChangeRefused();

  private:
    SecretMemory m_memory;
    const QDateTime m_time = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);
};

void TestSessionMessages::loginRoundTrip_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("totp");
    QTest::newRow("plain") << QStringLiteral("ann.lee") << QByteArray("correct horse battery staple") << QString();
    QTest::newRow("with a code") << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("012345");
    QTest::newRow("eight digits") << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("01234567");
    QTest::newRow("recovery code") << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("ABCDE-23456");
    QTest::newRow("recovery code as typed")
        << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("abcde 23456");
    QTest::newRow("recovery code in one")
        << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("ABCDEFGHJK");
    QTest::newRow("recovery code of digits")
        << QStringLiteral("ann.lee") << QByteArray("x") << QStringLiteral("22334-45566");
    QTest::newRow("quotes and controls") << QStringLiteral("O'Brien \"x\"\\") << QByteArray("\"\\\n\t\x01")
                                         << QString();
    QTest::newRow("Unicode") << QStringLiteral("J\u00fcrgen \U0001F512") << QByteArray("p\xC3\xA4ss\xF0\x9F\x94\x92")
                             << QString();
    QTest::newRow("longest") << QString(limits::loginLength, u'x') << QByteArray(limits::passwordBytes, 'p')
                             << QString();
    QTest::newRow("longest, all escaped")
        << QStringLiteral("x") << QByteArray(limits::passwordBytes, '\x01') << QString();
    QTest::newRow("mail address") << QStringLiteral("ann@example.com") << QByteArray("x") << QString();
}

void TestSessionMessages::loginRoundTrip()
{
    QFETCH(QString, login);
    QFETCH(QByteArray, password);
    QFETCH(QString, totp);
    const QByteArray body = toJson(LoginRequest{QStringLiteral("acme"), login, toSecret(password), totp});
    QVERIFY(QJsonDocument::fromJson(body).isObject());
    const Result<LoginRequest> read = loginRequestFromJson(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->customer, QStringLiteral("acme"));
    QCOMPARE(read->login, login);
    QCOMPARE(read->password.toByteArray(), password);
    QCOMPARE(read->totp, totp);
}

void TestSessionMessages::loginSpellings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("login");
    const auto row = [](const char *name, const char *body, const char *customer, const char *login) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(customer) << QString::fromLatin1(login);
    };
    row("customer apart", R"({"customer":"acme","login":"ann","password":"x"})", "acme", "ann");
    row("customer behind the name", R"({"login":"ann@acme","password":"x"})", "acme", "ann");
    row("mail address and customer", R"({"login":"ann@example.com@acme","password":"x"})", "acme", "ann@example.com");
    row("customer apart wins", R"({"customer":"acme","login":"ann@beta","password":"x"})", "acme", "ann@beta");
    row("customer null", R"({"customer":null,"login":"ann@acme","password":"x"})", "acme", "ann");
    row("empty code", R"({"login":"ann@acme","password":"x","totp":""})", "acme", "ann");
    row("unknown members", R"({"login":"ann@acme","password":"x","colour":{"a":[1]}})", "acme", "ann");
}

void TestSessionMessages::loginSpellings()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, customer);
    QFETCH(QString, login);
    const Result<LoginRequest> read = loginRequestFromJson(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->customer, customer);
    QCOMPARE(read->login, login);
}

void TestSessionMessages::loginRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const char *field) {
        QTest::newRow(name) << body << QString::fromLatin1(field);
    };
    const QByteArray tooLong(limits::loginLength + 1, 'x');
    row("nothing", "", "");
    row("no JSON", "login=ann&password=x", "");
    row("list", "[]", "");
    row("no login", R"({"customer":"acme","password":"x"})", "login");
    row("login a number", R"({"customer":"acme","login":5,"password":"x"})", "login");
    row("empty login", R"({"customer":"acme","login":"","password":"x"})", "login");
    row("login too long", R"({"customer":"acme","login":")" + tooLong + R"(","password":"x"})", "login");
    row("only the customer", R"({"login":"@acme","password":"x"})", "login");
    row("no customer", R"({"login":"ann","password":"x"})", "customer");
    row("empty customer behind", R"({"login":"ann@","password":"x"})", "customer");
    row("empty customer", R"({"customer":"","login":"ann","password":"x"})", "customer");
    row("customer a list", R"({"customer":["acme"],"login":"ann","password":"x"})", "customer");
    row("customer too long", R"({"customer":")" + tooLong + R"(","login":"ann","password":"x"})", "customer");
    row("no password", R"({"customer":"acme","login":"ann"})", "password");
    row("empty password", R"({"customer":"acme","login":"ann","password":""})", "password");
    row("password a number", R"({"customer":"acme","login":"ann","password":123456})", "password");
    row("password null", R"({"customer":"acme","login":"ann","password":null})", "password");
    row("password twice", R"({"customer":"acme","login":"ann","password":"a","password":"b"})", "password");
    row("password too long",
        R"({"customer":"acme","login":"ann","password":")" + QByteArray(limits::passwordBytes + 1, 'p') + "\"}",
        "password");
    row("code with letters", R"({"customer":"acme","login":"ann","password":"x","totp":"12345a"})", "totp");
    row("short code", R"({"customer":"acme","login":"ann","password":"x","totp":"12345"})", "totp");
    row("long code", R"({"customer":"acme","login":"ann","password":"x","totp":"123456789"})", "totp");
    row("recovery code with a 0", R"({"customer":"acme","login":"ann","password":"x","totp":"ABCD0-23456"})", "totp");
    row("recovery code cut", R"({"customer":"acme","login":"ann","password":"x","totp":"ABCDE-2345"})", "totp");
    row("two dashes", R"({"customer":"acme","login":"ann","password":"x","totp":"ABCDE--23456"})", "totp");
    row("dash elsewhere", R"({"customer":"acme","login":"ann","password":"x","totp":"ABCD-E23456"})", "totp");
    row("very long code", R"({"customer":"acme","login":"ann","password":"x","totp":")" + QByteArray(900, '1') + "\"}",
        "totp");
    row("code a number", R"({"customer":"acme","login":"ann","password":"x","totp":123456})", "totp");
    row("code in other digits",
        "{\"customer\":\"acme\",\"login\":\"ann\",\"password\":\"x\",\"totp\":"
        "\"\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1\"}",
        "totp");
}

void TestSessionMessages::loginRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Result<LoginRequest> read = loginRequestFromJson(body);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
}

void TestSessionMessages::refusalsHoldNoSecret()
{
    for (const QByteArray &body :
         {QByteArray(R"({"login":5,"password":"hunter2secret"})"),
          QByteArray(R"({"login":"ann","password":"hunter2secret"})"), QByteArray(R"({"password":"hunter2secret")"),
          QByteArray(R"({"password":"hunter2secret)")}) {
        const Result<LoginRequest> read = loginRequestFromJson(body);
        QVERIFY(!read);
        QVERIFY(!read.error().message.contains(QStringLiteral("hunter2")));
    }
    const Result<LoginRequest> large = loginRequestFromJson(QByteArray(limits::requestBodyBytes + 1, ' '));
    QCOMPARE(large.error().code, Errc::TooLarge);
}

void TestSessionMessages::grantRoundTrip()
{
    const QByteArray body = toJson(SessionGrant{toSecret("lw_AbC-123_~"), m_time, 900, true, true});
    const Result<SessionGrant> read = sessionGrantFromJson(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->token.toByteArray(), QByteArray("lw_AbC-123_~"));
    QCOMPARE(read->expiresAt, m_time);
    QCOMPARE(read->idleSeconds, 900);
    QCOMPARE(read->mustChangePassword, true);
    QCOMPARE(read->mustEnrolMfa, true);
}

void TestSessionMessages::grantRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *from, const char *to, const char *field) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(field);
    };
    row("no token", "\"token\"", "\"other\"", "token");
    row("empty token", "\"abc\"", "\"\"", "token");
    row("token a number", "\"abc\"", "5", "token");
    row("token with a space", "abc", "a c", "token");
    row("token with a line break", "abc", "a\\r\\nX-Evil: 1", "token");
    row("token not ASCII", "abc", "\xC3\xA9", "token");
    row("no end", "expiresAt", "expires", "expiresAt");
    row("end no time", "2026-11-22T14:00:12.418Z", "soon", "expiresAt");
    row("idle zero", "900", "0", "idleSeconds");
    row("idle as text", "900", "\"900\"", "idleSeconds");
    row("no must-change", "mustChangePassword", "must", "mustChangePassword");
    row("must-change as text", "false", "\"no\"", "mustChangePassword");
}

void TestSessionMessages::grantRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, field);
    QByteArray body = toJson(SessionGrant{toSecret("abc"), m_time, 900, false, false});
    QVERIFY(body.contains(from));
    const Result<SessionGrant> read = sessionGrantFromJson(body.replace(from, to));
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::Protocol);
    QCOMPARE(read.error().field, field);
}

void TestSessionMessages::statusRoundTrip()
{
    const SessionStatus status{m_time, m_time.addSecs(43'200), 900, true};
    QVERIFY(*sessionStatusFromJson(toJson(status)) == status);
    QCOMPARE(sessionStatusFromJson("{}").error().field, QStringLiteral("createdAt"));
}

void TestSessionMessages::passwordChangeRoundTrip()
{
    const QByteArray body = toJson(PasswordChange{toSecret("old \"one\""), toSecret("n\xC3\xA9w\n")});
    const Result<PasswordChange> read = passwordChangeFromJson(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->current.toByteArray(), QByteArray("old \"one\""));
    QCOMPARE(read->next.toByteArray(), QByteArray("n\xC3\xA9w\n"));
}

void TestSessionMessages::passwordChangeRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("current");
    QTest::newRow("no next") << QByteArray(R"({"current":"a"})") << QStringLiteral("next");
    QTest::newRow("no current") << QByteArray(R"({"next":"a"})") << QStringLiteral("current");
    QTest::newRow("empty next") << QByteArray(R"({"current":"a","next":""})") << QStringLiteral("next");
    QTest::newRow("next a number") << QByteArray(R"({"current":"a","next":12345678})") << QStringLiteral("next");
    QTest::newRow("next too long") << QByteArray(R"({"current":"a","next":")" + QByteArray(2000, 'x') + "\"}")
                                   << QStringLiteral("next");
    QTest::newRow("no JSON") << QByteArray("x") << QString();
}

void TestSessionMessages::passwordChangeRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Result<PasswordChange> read = passwordChangeFromJson(body);
    QVERIFY2(!read, "accepted");
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
}

QTEST_GUILESS_MAIN(TestSessionMessages)
#include "tst_sessionmessages.moc"
