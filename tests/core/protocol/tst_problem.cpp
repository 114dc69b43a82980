// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/problem.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

class TestProblem : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void errorsTravel_data();
    void errorsTravel();
    void insidesStayInside_data();
    void insidesStayInside();
    void otherStatus();
    void json();
    void notAProblem_data();
    void notAProblem();
    void unknownType();
};

void TestProblem::errorsTravel_data()
{
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("status");
    const auto row = [](Errc code, QString field, const char *type, int status) {
        QTest::addRow("%s", type) << code << field << QStringLiteral("urn:linewarden:problem:") + QLatin1String(type)
                                  << status;
    };
    row(Errc::InvalidInput, QStringLiteral("users[3].login"), "invalid-input", 400);
    row(Errc::NotFound, QString(), "not-found", 404);
    row(Errc::Unauthorized, QString(), "unauthorised", 401);
    row(Errc::Unauthorized, fieldTotp, "totp-required", 401);
    row(Errc::Forbidden, QString(), "forbidden", 403);
    row(Errc::Forbidden, fieldMustChangePassword, "password-change-required", 403);
    row(Errc::Forbidden, fieldMustEnrolMfa, "mfa-enrolment-required", 403);
    row(Errc::Forbidden, fieldClientCertificate, "client-certificate-required", 403);
    row(Errc::Conflict, QString(), "conflict", 409);
    row(Errc::Stale, QStringLiteral("If-Match"), "stale", 412);
    row(Errc::Precondition, QStringLiteral("If-Match"), "precondition-required", 428);
    row(Errc::AccountLocked, QString(), "account-locked", 423);
    row(Errc::RateLimited, QString(), "rate-limited", 429);
    row(Errc::RateLimited, fieldUnavailable, "unavailable", 503);
    row(Errc::TooLarge, QString(), "too-large", 413);
    row(Errc::Timeout, QString(), "timeout", 408);
    row(Errc::Unsupported, QString(), "unsupported", 501);
}

void TestProblem::errorsTravel()
{
    QFETCH(Errc, code);
    QFETCH(QString, field);
    QFETCH(QString, type);
    QFETCH(int, status);
    const Problem problem =
        problemOf(makeError(code, QStringLiteral("What is wrong. The remedy."), field), std::optional(30));
    QCOMPARE(problem.type, type);
    QCOMPARE(problem.status, status);
    QVERIFY(!problem.title.isEmpty());
    QCOMPARE(problem.detail, QStringLiteral("What is wrong. The remedy."));
    QCOMPARE(problem.retryAfterSeconds, std::optional(30));

    const Problem read = problemFromJson(toJson(problem), problem.status);
    QVERIFY(read == problem);
    const Error error = errorOf(read);
    QCOMPARE(error.code, code);
    QCOMPARE(error.field, field);
    QCOMPARE(error.message, QStringLiteral("What is wrong. The remedy."));
}

void TestProblem::insidesStayInside_data()
{
    QTest::addColumn<Errc>("code");
    for (Errc code :
         {Errc::Network, Errc::Tls, Errc::Protocol, Errc::Tampered, Errc::Crypto, Errc::WrongKey, Errc::Corrupt,
          Errc::DiskFull, Errc::ReadOnly, Errc::NewerSchema, Errc::Io, Errc::Cancelled, Errc::Internal})
        QTest::addRow("%d", static_cast<int>(code)) << code;
}

void TestProblem::insidesStayInside()
{
    QFETCH(Errc, code);
    const Problem problem =
        problemOf(makeError(code, QStringLiteral("/var/lib/linewarden/store.db is damaged"), QStringLiteral("page 7")));
    QCOMPARE(problem.status, 500);
    QCOMPARE(problem.type, QStringLiteral("urn:linewarden:problem:internal"));
    QVERIFY(!toJson(problem).contains("store.db"));
    QVERIFY(problem.field.isEmpty());
    QCOMPARE(errorOf(problem).code, Errc::Internal);
}

void TestProblem::otherStatus()
{
    const Problem problem = problemWithStatus(makeError(Errc::TooLarge, QStringLiteral("The head is too large.")), 431);
    QCOMPARE(problem.status, 431);
    QCOMPARE(problem.type, QStringLiteral("urn:linewarden:problem:too-large"));
    QCOMPARE(errorOf(problemFromJson(toJson(problem), 431)).code, Errc::TooLarge);
}

void TestProblem::json()
{
    const QJsonObject full =
        QJsonDocument::fromJson(
            toJson(problemOf(makeError(Errc::RateLimited, QStringLiteral("Slower."), QStringLiteral("f")),
                             std::optional(5))))
            .object();
    QCOMPARE(full.value(QLatin1String("status")).toInt(), 429);
    QCOMPARE(full.value(QLatin1String("retryAfter")).toInt(), 5);
    QCOMPARE(full.value(QLatin1String("field")).toString(), QStringLiteral("f"));
    const QJsonObject small =
        QJsonDocument::fromJson(toJson(problemOf(makeError(Errc::NotFound, QStringLiteral("No."))))).object();
    QVERIFY(!small.contains(QLatin1String("retryAfter")));
    QVERIFY(!small.contains(QLatin1String("field")));
}

void TestProblem::notAProblem_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<Errc>("code");
    const auto row = [](const char *name, const QByteArray &body, int status, Errc code) {
        QTest::newRow(name) << body << status << code;
    };
    row("nothing, 401", "", 401, Errc::Unauthorized);
    row("nothing, 403", "", 403, Errc::Forbidden);
    row("page, 404", "<html>nginx</html>", 404, Errc::NotFound);
    row("page, 405", "<html>nginx</html>", 405, Errc::Unsupported);
    row("page, 412", "", 412, Errc::Stale);
    row("page, 413", "", 413, Errc::TooLarge);
    row("page, 431", "", 431, Errc::TooLarge);
    row("page, 429", "", 429, Errc::RateLimited);
    row("page, 502", "<html>nginx</html>", 502, Errc::RateLimited);
    row("page, 503", "<html>nginx</html>", 503, Errc::RateLimited);
    row("page, 504", "<html>nginx</html>", 504, Errc::RateLimited);
    row("page, 500", "<html>nginx</html>", 500, Errc::Internal);
    row("page, 418", "nginx", 418, Errc::Internal);
    row("JSON of another kind", R"({"error":"nginx"})", 400, Errc::InvalidInput);
    row("other types", R"({"type":"about:blank","title":"nginx","detail":"nginx"})", 404, Errc::NotFound);
    row("type a number", R"({"type":5,"title":"nginx"})", 404, Errc::NotFound);
    row("retryAfter as text", R"({"type":"urn:linewarden:problem:conflict","title":"nginx","retryAfter":"soon"})", 409,
        Errc::Conflict);
    row("large", QByteArray(2'000'000, ' '), 408, Errc::Timeout);
}

void TestProblem::notAProblem()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(Errc, code);
    const Problem problem = problemFromJson(body, status);
    QCOMPARE(problem.status, status);
    QVERIFY(problem.type.startsWith(QStringLiteral("urn:linewarden:problem:")));
    QVERIFY(!problem.detail.contains(QStringLiteral("nginx")));
    QVERIFY(!problem.title.contains(QStringLiteral("nginx")));
    QVERIFY(problem.detail.contains(QString::number(status)));
    QCOMPARE(errorOf(problem).code, code);
}

void TestProblem::unknownType()
{
    // A newer back end's type: the status decides, its sentence is shown.
    const Problem problem = problemFromJson(
        R"({"type":"urn:linewarden:problem:moon-phase","title":"Not now","detail":"Wait for the moon.","status":409})",
        409);
    const Error error = errorOf(problem);
    QCOMPARE(error.code, Errc::Conflict);
    QCOMPARE(error.message, QStringLiteral("Wait for the moon."));
}

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
