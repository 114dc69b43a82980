// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/firststart.h"
#include "tests/server/auth/testbackend.h"

#include <QRegularExpression>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

FirstStartWish wish()
{
    FirstStartWish wish;
    wish.backEndName = QStringLiteral("backend.test");
    wish.customerName = QStringLiteral("Acme Telecare Ltd");
    wish.customerSlug = QStringLiteral("acme");
    wish.timeZone = QStringLiteral("Europe/London");
    return wish;
}

Result<FirstStartResult> start(TestBackEnd &backEnd, const FirstStartWish &wish)
{
    Services &services = *backEnd.services;
    return firstStart(*services.database, services.audit, services.hasher, backEnd.clock, wish);
}

}  // namespace

class TestFirstStart : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theOwnerGetsInOnceAndMustChangeThePassword()
    {
        TestBackEnd backEnd;
        QVERIFY(!must(hasCustomers(*backEnd.services->database)));
        const FirstStartResult made = must(start(backEnd, wish()));
        QVERIFY(must(hasCustomers(*backEnd.services->database)));
        static const QRegularExpression form(QStringLiteral("^([A-HJKMNP-Z2-9]{4}-){4}[A-HJKMNP-Z2-9]{4}$"));
        const QByteArray password = made.oneTimePassword.toByteArray();
        QVERIFY2(form.match(QString::fromLatin1(password)).hasMatch(), password);
        const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), made.login, password);
        QVERIFY(std::get<SignIn::Granted>(outcome).mustChangePassword);
        QCOMPARE(backEnd.story(made.customer),
                 (QStringList{QStringLiteral("customer.created/success"), QStringLiteral("user.created/success"),
                              QStringLiteral("login.succeeded/success")}));
        QCOMPARE(must(backEnd.services->audit.head(made.customer.id)).origin, QStringLiteral("backend.test/acme"));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        for (const char *slug : {"", "Acme", "a b", "-a", "a-", "a/b", "a@b", "ä"})
            QTest::addRow("slug %s", slug) << QStringLiteral("customerSlug") << QString::fromUtf8(slug);
        QTest::newRow("long slug") << QStringLiteral("customerSlug") << QString(65, QLatin1Char('a'));
        QTest::newRow("name") << QStringLiteral("customerName") << QStringLiteral("  ");
        QTest::newRow("zone") << QStringLiteral("timeZone") << QStringLiteral("Mars/Olympus");
        QTest::newRow("login") << QStringLiteral("ownerLogin") << QString();
        QTest::newRow("login with @") << QStringLiteral("ownerLogin") << QStringLiteral("a@b");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        TestBackEnd backEnd;
        FirstStartWish bad = wish();
        if (field == QLatin1String("customerSlug")) bad.customerSlug = value;
        if (field == QLatin1String("customerName")) bad.customerName = value;
        if (field == QLatin1String("timeZone")) bad.timeZone = value;
        if (field == QLatin1String("ownerLogin")) bad.ownerLogin = value;
        const Result<FirstStartResult> refused = start(backEnd, bad);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::InvalidInput);
        QCOMPARE(refused.error().field, field);
        QVERIFY(!must(hasCustomers(*backEnd.services->database)));
    }

    void aShortNameIsTakenOnce()
    {
        TestBackEnd backEnd;
        must(start(backEnd, wish()));
        QCOMPARE(start(backEnd, wish()).error().code, Errc::Conflict);
        FirstStartWish second = wish();
        second.customerSlug = QStringLiteral("other");
        must(start(backEnd, second));
    }

    void theBackEndsNameIsKept()
    {
        TestBackEnd backEnd;
        ServicesConfig config = backEnd.config({});
        config.backEndName = QStringLiteral("renamed.test");
        QCOMPARE(must(Services::open(config, backEnd.clock, backEnd.key))->backEndName, QStringLiteral("backend.test"));
    }
};

QTEST_GUILESS_MAIN(TestFirstStart)
#include "tst_auth_firststart.moc"
