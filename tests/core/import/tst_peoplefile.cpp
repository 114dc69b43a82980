// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/peoplefile.h"
#include "core/protocol/limits.h"

#include <QTest>

using namespace lw;
using namespace lw::import;

namespace {

/// "line login|name|department|email|roles|status" of each row ("-": no such column), "!line column" of each error.
QStringList shown(const PeopleFile &file)
{
    QStringList text;
    const auto cell = [](const std::optional<QString> &value) { return value.value_or(QStringLiteral("-")); };
    for (const PeopleRow &row : file.rows)
        text.append(QStringLiteral("%1 %2|%3|%4|%5|%6|%7")
                        .arg(row.line)
                        .arg(row.login, cell(row.displayName), cell(row.department), cell(row.email),
                             row.roles ? row.roles->join(u'+') : QStringLiteral("-"),
                             row.status ? QString(userStatusName(*row.status)) : QStringLiteral("-")));
    for (const PeopleLineError &error : file.errors)
        text.append(QStringLiteral("!%1 %2").arg(error.line).arg(error.column));
    return text;
}

}  // namespace

class TestPeopleFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &csv, const QStringList &expected) {
            QTest::newRow(name) << csv << expected;
        };
        const auto one = [](const char *text) { return QStringList{QString::fromUtf8(text)}; };
        row("every column", "login,name,department,email,roles,status\nann,Ann Lee,Sales,ann@example.com,user,active\n",
            one("2 ann|Ann Lee|Sales|ann@example.com|user|active"));
        row("login alone", "login\nann\n", one("2 ann|-|-|-|-|-"));
        row("another order, capitals, spaces", " Roles , LOGIN \nuser, ann \n", one("2 ann|-|-|-|user|-"));
        row("byte order mark, CRLF, no last line end", "\xef\xbb\xbflogin,name\r\nann,Ann\r\nbob,Bob",
            {QStringLiteral("2 ann|Ann|-|-|-|-"), QStringLiteral("3 bob|Bob|-|-|-|-")});
        row("quotes", "login,name\nann,\"Lee, \"\"Ann\"\"\"\n", one("2 ann|Lee, \"Ann\"|-|-|-|-"));
        row("a name over two lines counts lines", "login,name\nann,\"Ann\nLee\"\nbob,Bob\n",
            {QStringLiteral("2 ann|Ann\nLee|-|-|-|-"), QStringLiteral("4 bob|Bob|-|-|-|-")});
        row("blank lines are no people", "\n\nlogin\n\nann\n\n\n", one("5 ann|-|-|-|-|-"));
        row("roles by spaces, semicolons, twice", "login,roles\nann,user; auditor user\n",
            one("2 ann|-|-|-|user+auditor|-"));
        row("empty cells", "login,name,roles,status\nann,,,\n", one("2 ann||-|-||-"));
        row("empty login is the back end's to refuse", "login,name\n,Ann\n", one("2 |Ann|-|-|-|-"));
        row("shielded formula", "login,name\nann,'=1+1\n", one("2 ann|=1+1|-|-|-|-"));
        row("an apostrophe of one's own", "login,name\nann,'Ndrangheta\n", one("2 ann|'Ndrangheta|-|-|-|-"));
        row("Unicode", "login,name\nr\xc3\xa9n\xc3\xa9,\xd8\xb3\xd9\x84\xd9\x85\xd9\x89\n", one("2 réné|سلمى|-|-|-|-"));
        row("status in capitals", "login,status\nann,Disabled\n", one("2 ann|-|-|-|-|disabled"));
        row("status locked", "login,status\nann,locked\nbob,active\n",
            {QStringLiteral("3 bob|-|-|-|-|active"), QStringLiteral("!2 status")});
        row("status unknown", "login,status\nann,gone\n", one("!2 status"));
        row("twice", "login\nann\nbob\nann\n",
            {QStringLiteral("2 ann|-|-|-|-|-"), QStringLiteral("3 bob|-|-|-|-|-"), QStringLiteral("!4 login")});
        row("twice in another case and width", "login\nann\nANN\n\xef\xbd\x81nn\n",
            {QStringLiteral("2 ann|-|-|-|-|-"), QStringLiteral("!3 login"), QStringLiteral("!4 login")});
        row("a cell too many", "login,name\nann,Ann,x\n", one("!2 "));
        row("a cell too few", "login,name\nann\n", one("!2 "));
        row("not UTF-8", "login,name\nann,\xc3\x28\nbob,\xc3\n", {QStringLiteral("!2 "), QStringLiteral("!3 ")});
        row("text beside quotes", "login,name\nann,\"Ann\"x\nbob,Bob\n",
            {QStringLiteral("3 bob|Bob|-|-|-|-"), QStringLiteral("!2 ")});
        row("a quote that never ends", "login,name\nann,\"Ann\nbob,Bob\n", one("!2 "));
        row("a line longer than anybody", "login,name\nann," + QByteArray(70'000, 'x') + "\nbob,Bob\n",
            {QStringLiteral("3 bob|Bob|-|-|-|-"), QStringLiteral("!2 ")});
    }
    void reads()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, expected);
        const Result<PeopleFile> file = readPeopleFile(csv);
        QVERIFY2(file, qUtf8Printable(file ? QString() : file.error().message));
        QCOMPARE(shown(*file), expected);
        for (const PeopleLineError &error : file->errors)
            QVERIFY(!error.message.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &csv, const char *field, const char *says) {
            QTest::newRow(name) << csv << QString::fromLatin1(field) << QString::fromLatin1(says);
        };
        row("nothing", "", "file", "empty");
        row("only a mark", "\xef\xbb\xbf", "file", "empty");
        row("only blank lines", "\n\r\n\n", "file", "empty");
        row("only the columns", "login,name\n", "file", "nobody");
        row("no columns", "ann,Ann\n", "header", "\"ann\"");
        row("no login", "name,email\nAnn,a@example.com\n", "header", "login");
        row("an unknown column is named", "login,stauts\nann,active\n", "header", "\"stauts\"");
        row("an empty column name", "login,\nann,\n", "header", "\"\"");
        row("a column twice", "login,name,Name\nann,a,b\n", "header", "\"Name\"");
        row("columns with semicolons", "login;name\nann;Ann\n", "header", "\"login;name\"");
        row("a header that is no CSV", "login,\"name\nann,Ann\n", "header", "no CSV");
        row("UTF-16", QByteArray("\xff\xfel\0o\0g\0i\0n\0\n\0", 14), "header", "column");
        row("binary", QByteArray("\0\1\2\3", 4), "header", "column");
    }
    void refuses()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const Result<PeopleFile> file = readPeopleFile(csv);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::InvalidInput);
        QCOMPARE(file.error().field, field);
        QVERIFY2(file.error().message.contains(says), qUtf8Printable(file.error().message));
    }

    void limitsOfTheContract()
    {
        QByteArray most = "login\n";
        for (int i = 0; i < protocol::limits::importLines; ++i)
            most += "person" + QByteArray::number(i) + '\n';
        QCOMPARE(readPeopleFile(most)->rows.size(), protocol::limits::importLines);
        const Result<PeopleFile> more = readPeopleFile(most + "one.more\n");
        QCOMPARE(more.error().code, Errc::TooLarge);
        const QByteArray long_ = "login\n" + QByteArray(protocol::limits::importBytes, 'x');
        QCOMPARE(readPeopleFile(long_).error().code, Errc::TooLarge);
    }

    void everyTruncation()
    {
        const QByteArray csv = "\xef\xbb\xbflogin,name,roles\r\nann,\"L\xc3\xa9\"\"e\",user;auditor\r\nbob,Bob,\r\n";
        for (qsizetype size = 0; size <= csv.size(); ++size) {
            const Result<PeopleFile> file = readPeopleFile(csv.first(size));
            if (!file) QVERIFY(!file.error().message.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPeopleFile)
#include "tst_peoplefile.moc"
