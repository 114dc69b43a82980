// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/accountrules.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestAccountRules : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logins_data();
    void logins();
    void takenLogins_data();
    void takenLogins();
    void numberedLoginsAreAllDifferent();
    void texts_data();
    void texts();
    void emails_data();
    void emails();
};

void TestAccountRules::logins_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("stored");  // empty: refused
    const auto fine = [](const char *name, const QString &login) { QTest::newRow(name) << login << login; };
    const auto refused = [](const char *name, const QString &login) { QTest::newRow(name) << login << QString(); };
    fine("plain", QStringLiteral("ann.lee"));
    fine("one letter", QStringLiteral("a"));
    fine("digits", QStringLiteral("4711"));
    fine("joints", QStringLiteral("a-b_c.d"));
    fine("capital letters stay as written", QStringLiteral("Ann"));
    fine("Greek", QStringLiteral("αλέξης"));
    fine("Cyrillic alone", QStringLiteral("анна"));
    fine("Arabic", QStringLiteral("سلمى"));
    fine("Han and Latin", QStringLiteral("li李"));
    fine("64 characters", QString(64, u'a'));
    QTest::newRow("full width becomes narrow") << QStringLiteral("ａｎｎ") << QStringLiteral("ann");
    QTest::newRow("ligature becomes letters") << QStringLiteral("ﬁona") << QStringLiteral("fiona");
    QTest::newRow("combined") << QStringLiteral("re\u0301ne") << QStringLiteral("r\u00e9ne");
    refused("empty", {});
    refused("65 characters", QString(65, u'a'));
    refused("space", QStringLiteral("ann lee"));
    refused("space around", QStringLiteral(" ann"));
    refused("no-break space", QStringLiteral("ann\u00a0lee"));
    refused("at sign names a customer", QStringLiteral("ann@acme"));
    refused("slash", QStringLiteral("ann/lee"));
    refused("quote", QStringLiteral("o'hara"));
    refused("formula", QStringLiteral("=ann"));
    refused("begins with a joint", QStringLiteral(".ann"));
    refused("ends with a joint", QStringLiteral("ann-"));
    refused("only joints", QStringLiteral("..."));
    refused("begins with a mark", QStringLiteral("\u0301ann"));
    refused("NUL", QStringLiteral("ann") + QChar(0) + QStringLiteral("x"));
    refused("line end", QStringLiteral("ann\n"));
    refused("escape", QStringLiteral("ann\x1b[2J"));
    refused("delete", QStringLiteral("ann\x7f"));
    refused("C1 control", QStringLiteral("ann\u0085"));
    refused("zero width space", QStringLiteral("an\u200bn"));
    refused("zero width joiner", QStringLiteral("an\u200dn"));
    refused("soft hyphen", QStringLiteral("an\u00adn"));
    refused("right to left override", QStringLiteral("ann\u202eeel"));
    refused("byte order mark", QStringLiteral("\ufeffann"));
    refused("private use", QStringLiteral("ann\ue000"));
    refused("lone surrogate", QStringLiteral("ann") + QChar(0xd800));
    refused("replacement", QStringLiteral("ann\ufffd"));
    refused("emoji", QStringLiteral("ann😀"));
    refused("one Cyrillic letter among Latin ones", QStringLiteral("аnn"));
    refused("one Greek letter among Latin ones", QStringLiteral("pαul"));
    refused("digits of two scripts", QStringLiteral("ann1٢"));
}

void TestAccountRules::logins()
{
    QFETCH(QString, login);
    QFETCH(QString, stored);
    const Result<QString> judged = checkedLogin(login);
    QCOMPARE(judged.ok(), !stored.isEmpty());
    if (judged) {
        QCOMPARE(*judged, stored);
        QCOMPARE(*checkedLogin(*judged), stored);
        return;
    }
    QCOMPARE(judged.error().code, Errc::InvalidInput);
    QCOMPARE(judged.error().field, QStringLiteral("login"));
    QVERIFY(judged.error().message.endsWith(u'.'));
}

void TestAccountRules::takenLogins_data()
{
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("free");
    const auto row = [](const char *name, const char *taken, const char *wanted, bool free) {
        QTest::newRow(name) << QString::fromUtf8(taken) << QString::fromUtf8(wanted) << free;
    };
    row("another", "ann", "bob", true);
    row("longer", "ann", "anna", true);
    row("the same", "ann", "ann", false);
    row("other case", "ann", "ANN", false);
    row("full width", "ann", "ａｎｎ", false);
    row("sharp s is a letter of its own", "strasse", "straße", true);
    row("whole name in Cyrillic", "ace", "асе", false);
    row("whole name in Latin", "асе", "ace", false);
    row("Cyrillic capitals", "CAT", "САТ", false);
    row("one for l", "paul", "pau1", false);
    row("capital i for l", "ian", "lan", true);
    row("capital i as it is written", "Ian", "lan", false);
    row("zero for o", "Otto", "0tt0", false);
    row("rn for m", "tom", "torn", false);
    row("a dot is seen", "ann.lee", "annlee", true);
    row("a hyphen is no underscore", "ann-lee", "ann_lee", true);
    row("accents are seen", "rene", "rené", true);
    row("two digits", "user-12", "user-21", true);
}

void TestAccountRules::takenLogins()
{
    QFETCH(QString, taken);
    QFETCH(QString, wanted);
    const TakenLogins logins(QStringList{QStringLiteral("somebody"), taken});
    const Result<void> admitted = logins.admit(wanted);
    QTEST(admitted.ok(), "free");
    if (admitted) return;
    QCOMPARE(admitted.error().code, Errc::Conflict);
    QCOMPARE(admitted.error().field, QStringLiteral("login"));
    QVERIFY(admitted.error().message.contains(taken));
}

void TestAccountRules::numberedLoginsAreAllDifferent()
{
    TakenLogins taken;
    for (int i = 0; i < 2000; ++i) {
        const QString login = QStringLiteral("person.%1").arg(i);
        const Result<void> admitted = taken.admit(login);
        QVERIFY2(admitted, qUtf8Printable(admitted ? QString() : admitted.error().message));
        taken.add(login);
    }
}

void TestAccountRules::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("fineAsName");
    QTest::newRow("plain") << QStringLiteral("Ann Lee") << QStringLiteral("Ann Lee") << true;
    QTest::newRow("space around") << QStringLiteral("  Ann ") << QStringLiteral("Ann") << true;
    QTest::newRow("right to left") << QStringLiteral("سلمى") << QStringLiteral("سلمى") << true;
    QTest::newRow("decomposed") << QStringLiteral("Rene\u0301") << QStringLiteral("Ren\u00e9") << true;
    QTest::newRow("256") << QString(256, u'x') << QString(256, u'x') << true;
    QTest::newRow("257") << QString(257, u'x') << QString() << false;
    QTest::newRow("empty") << QString() << QString() << false;
    QTest::newRow("only space") << QStringLiteral(" \u2003 ") << QString() << false;
    QTest::newRow("line end inside") << QStringLiteral("Ann\nLee") << QString() << false;
    QTest::newRow("tab inside") << QStringLiteral("Ann\tLee") << QString() << false;
    QTest::newRow("override") << QStringLiteral("Ann \u202eeeL") << QString() << false;
    QTest::newRow("lone surrogate") << QStringLiteral("Ann") + QChar(0xdc00) << QString() << false;
}

void TestAccountRules::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, stored);
    QFETCH(bool, fineAsName);
    const Result<QString> name = checkedDisplayName(text);
    QCOMPARE(name.ok(), fineAsName);
    if (name)
        QCOMPARE(*name, stored);
    else
        QCOMPARE(name.error().field, QStringLiteral("displayName"));
    // A department may be empty, and is held to the same rules otherwise.
    const Result<QString> department = checkedDepartment(text);
    QCOMPARE(department.ok(), fineAsName || text.trimmed().isEmpty());
    if (!department) QCOMPARE(department.error().field, QStringLiteral("department"));
    QCOMPARE(checkedReason(text).ok(), fineAsName || text.size() == 257);
}

void TestAccountRules::emails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *email, bool fine) { QTest::newRow(email) << QString::fromUtf8(email) << fine; };
    row("", true);
    row("ann@example.com", true);
    row("ann.lee+calls@mail.example.co.uk", true);
    row("o'hara@example.com", true);
    row("anna@bücher.example", true);
    row("ann", false);
    row("ann@", false);
    row("@example.com", false);
    row("ann@localhost", false);
    row("ann@@example.com", false);
    row("ann@-example.com", false);
    row("ann@example..com", false);
    row(".ann@example.com", false);
    row("ann.@example.com", false);
    row("an..n@example.com", false);
    row("ann lee@example.com", false);
    row("ann@example.com, bob@example.com", false);
    row("ann@example.com\r\nBcc: bob@example.com", false);
    row("<ann@example.com>", false);
    QTest::newRow("64 before the sign") << QString(64, u'a') + QStringLiteral("@example.com") << true;
    QTest::newRow("65 before the sign") << QString(65, u'a') + QStringLiteral("@example.com") << false;
    QTest::newRow("255 in all") << QStringLiteral("a@") + QString(249, u'b') + QStringLiteral(".com") << false;
}

void TestAccountRules::emails()
{
    QFETCH(QString, email);
    QFETCH(bool, fine);
    const Result<QString> judged = checkedEmail(email);
    QCOMPARE(judged.ok(), fine);
    if (!judged) QCOMPARE(judged.error().field, QStringLiteral("email"));
}

QTEST_GUILESS_MAIN(TestAccountRules)
#include "tst_accountrules.moc"
