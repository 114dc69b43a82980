// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notices/mailmessage.h"
#include "server/notices/noticetext.h"

#include <QTest>

using namespace lw;
using namespace lw::server;

namespace {

Mail simpleMail()
{
    return {QStringLiteral("Acme"),  "lw@acme.example",        "ann@acme.example",
            QStringLiteral("Hello"), QStringLiteral("Text\n"), QDateTime(QDate(2026, 11, 8), QTime(4, 0, 12), Qt::UTC),
            "8c3f@acme.example"};
}

/// The header fields, unfolded, by their names.
QMap<QByteArray, QByteArray> headersOf(const QByteArray &message)
{
    QMap<QByteArray, QByteArray> fields;
    QByteArray head = message.left(message.indexOf("\r\n\r\n"));
    head.replace("\r\n ", " ");
    for (const QByteArray &line : head.split('\n'))
        fields.insert(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed());
    return fields;
}

/// Reads encoded words (RFC 2047, base64) as a mail program does.
QString decoded(QByteArray text)
{
    text.replace("?= =?UTF-8?B?", "?==?UTF-8?B?");
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        if (!text.mid(at).startsWith("=?UTF-8?B?")) {
            out += text[at++];
            continue;
        }
        const qsizetype end = text.indexOf("?=", at + 10);
        out += QByteArray::fromBase64(text.mid(at + 10, end - at - 10));
        at = end + 2;
    }
    return QString::fromUtf8(out);
}

QString bodyOf(const QByteArray &message)
{
    QByteArray coded = message.mid(message.indexOf("\r\n\r\n") + 4);
    coded.replace("=\r\n", "");
    QByteArray out;
    for (qsizetype i = 0; i < coded.size(); ++i) {
        if (coded[i] != '=') {
            out += coded[i];
            continue;
        }
        out += QByteArray::fromHex(coded.mid(i + 1, 2));
        i += 2;
    }
    return QString::fromUtf8(out);
}

}  // namespace

class TestMailMessage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("wire");  // empty: refused
        const auto row = [](const char *name, const QString &address, const QByteArray &wire = {}) {
            QTest::newRow(name) << address << wire;
        };
        row("plain", QStringLiteral("ann@acme.example"), "ann@acme.example");
        row("tag and dots", QStringLiteral("ann.lee+lw@mail.acme.example"), "ann.lee+lw@mail.acme.example");
        row("apostrophe", QStringLiteral("siobhan.o'rourke@acme.example"), "siobhan.o'rourke@acme.example");
        row("international domain", QStringLiteral("ann@bücher.example"), "ann@xn--bcher-kva.example");
        row("longest local part", QString(64, u'a') + QStringLiteral("@b.example"), QByteArray(64, 'a') + "@b.example");
        row("local part too long", QString(65, u'a') + QStringLiteral("@b.example"));
        row("nothing", QString());
        row("no at", QStringLiteral("ann"));
        row("no local part", QStringLiteral("@acme.example"));
        row("no domain", QStringLiteral("ann@"));
        row("two at signs", QStringLiteral("ann@b@acme.example"));
        row("line break", QStringLiteral("ann@acme.example\r\nRCPT TO:<eve@x.example>"));
        row("line break in front", QStringLiteral("x\r\nDATA\r\n@acme.example"));
        row("only a line feed", QStringLiteral("ann@acme.example\nBcc: eve@x.example"));
        row("NUL", QString(QStringLiteral("ann@acme.example") + QChar(0)));
        row("space", QStringLiteral("ann lee@acme.example"));
        row("angle bracket", QStringLiteral("ann@acme.example>"));
        row("quoted", QStringLiteral("\"ann lee\"@acme.example"));
        row("comment", QStringLiteral("ann(x)@acme.example"));
        row("address literal", QStringLiteral("ann@[192.0.2.1]"));
        row("needs SMTPUTF8", QStringLiteral("jürgen@acme.example"));
        row("dot in front", QStringLiteral(".ann@acme.example"));
        row("two dots", QStringLiteral("ann..lee@acme.example"));
        row("label with a hyphen in front", QStringLiteral("ann@-acme.example"));
        row("empty label", QStringLiteral("ann@acme..example"));
        row("too long", QStringLiteral("ann@") + QString(60, u'a') + u'.' + QString(60, u'b') + u'.' +
                            QString(60, u'c') + u'.' + QString(60, u'd') + u'.' + QString(20, u'e'));
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, wire);
        const Result<QByteArray> got = wireAddress(address);
        QCOMPARE(got.ok(), !wire.isEmpty());
        if (got)
            QCOMPARE(*got, wire);
        else
            QCOMPARE(got.error().code, Errc::InvalidInput);
    }

    void theHeaders()
    {
        const QByteArray message = *compose(simpleMail());
        const auto fields = headersOf(message);
        QCOMPARE(fields.value("Date"), QByteArray("Sun, 8 Nov 2026 04:00:12 +0000"));
        QCOMPARE(fields.value("From"), QByteArray("\"Acme\" <lw@acme.example>"));
        QCOMPARE(fields.value("To"), QByteArray("ann@acme.example"));
        QCOMPARE(fields.value("Message-ID"), QByteArray("<8c3f@acme.example>"));
        QCOMPARE(fields.value("Subject"), QByteArray("Hello"));
        QCOMPARE(fields.value("MIME-Version"), QByteArray("1.0"));
        QCOMPARE(fields.value("Content-Type"), QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(fields.value("Auto-Submitted"), QByteArray("auto-generated"));
        QCOMPARE(fields.size(), 9);
    }

    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Hello");
        QTest::newRow("accents") << QStringLiteral("Für Élodie und Siobhán — “grüße”");
        QTest::newRow("beyond the BMP") << QString(QStringLiteral("\U0001F4DE").repeated(40));
        QTest::newRow("long") << QString(QStringLiteral("Acme Télécare ").repeated(20)).trimmed();
        QTest::newRow("long ASCII") << QString(QStringLiteral("word ").repeated(60)).trimmed();
        QTest::newRow("looks encoded") << QStringLiteral("=?UTF-8?B?SGVsbG8=?=");
        QTest::newRow("quotes") << QStringLiteral("\"Acme\" \\ Sons");
    }
    void texts()
    {
        QFETCH(QString, text);
        Mail mail = simpleMail();
        mail.subject = text;
        mail.fromName = text;
        mail.text = text + QStringLiteral("\n.\n..dots\n trailing \nlast");
        const QByteArray message = *compose(mail);
        for (const QByteArray &line : message.split('\n')) {
            QVERIFY2(line.size() <= 77, line.constData());
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<uchar>(c) < 0x7F; }));
        }
        const auto fields = headersOf(message);
        QCOMPARE(decoded(fields.value("Subject")), text);
        QString name = decoded(fields.value("From").chopped(int(strlen(" <lw@acme.example>"))));
        if (name.startsWith(u'"'))
            name = name.sliced(1)
                       .chopped(1)
                       .replace(QLatin1String("\\\""), QLatin1String("\""))
                       .replace(QLatin1String("\\\\"), QLatin1String("\\"));
        QCOMPARE(name, text);
        QCOMPARE(bodyOf(message),
                 QString(mail.text).replace(QLatin1String("\n"), QLatin1String("\r\n")) + QStringLiteral("\r\n"));
    }

    void nothingBecomesAHeader_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        for (const char *field : {"subject", "fromName"}) {
            QTest::addRow("%s, CRLF", field) << QString::fromLatin1(field) << QStringLiteral("a\r\nBcc: eve@x.example");
            QTest::addRow("%s, LF", field) << QString::fromLatin1(field) << QStringLiteral("a\nBcc: eve@x.example");
            QTest::addRow("%s, CR", field) << QString::fromLatin1(field) << QStringLiteral("a\rBcc: eve@x.example");
            QTest::addRow("%s, NUL", field) << QString::fromLatin1(field) << QString(QStringLiteral("a") + QChar(0));
            QTest::addRow("%s, NEL", field) << QString::fromLatin1(field) << QString(QStringLiteral("a") + QChar(0x85));
            QTest::addRow("%s, LS", field)
                << QString::fromLatin1(field) << QString(QStringLiteral("a") + QChar(0x2028));
            QTest::addRow("%s, lone surrogate", field)
                << QString::fromLatin1(field) << QString(QStringLiteral("a") + QChar(0xD800));
        }
        for (const char *field : {"from", "to", "messageId"})
            QTest::addRow("%s, CRLF", field)
                << QString::fromLatin1(field) << QStringLiteral("a@x.example\r\nBcc: eve@x.example");
    }
    void nothingBecomesAHeader()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        Mail mail = simpleMail();
        if (field == QLatin1String("subject")) mail.subject = text;
        if (field == QLatin1String("fromName")) mail.fromName = text;
        if (field == QLatin1String("from")) mail.from = text.toLatin1();
        if (field == QLatin1String("to")) mail.to = text.toLatin1();
        if (field == QLatin1String("messageId")) mail.messageId = text.toLatin1();
        const Result<QByteArray> message = compose(mail);
        QVERIFY(!message);
        QCOMPARE(message.error().field, field);
    }

    void noticesAreOneLineAndPlainWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("inSubject");
        QTest::addColumn<QString>("inText");
        const QString when = QStringLiteral("Wednesday, 25 November 2026 at 12:00 (Europe/London)");
        QTest::newRow("warning") << 1 << QStringLiteral("due in 7 days") << when;
        QTest::newRow("overdue") << 2 << QStringLiteral("must be changed now") << when;
        QTest::newRow("reset") << 3 << QStringLiteral("new password") << when;
        QTest::newRow("device warning") << 4 << QStringLiteral("“Desk phone” is due in 7 days") << when;
        QTest::newRow("device overdue") << 5 << QStringLiteral("“Desk phone” must be changed") << when;
    }
    void noticesAreOneLineAndPlainWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, inSubject);
        QFETCH(QString, inText);
        NoticeFacts facts;
        facts.kind = static_cast<NoticeKind>(kind);
        facts.user.login = QStringLiteral("ann.lee");
        facts.user.displayName = QStringLiteral("Ann Lée");
        facts.customer.name = QStringLiteral("Acme\r\nTelecare");
        facts.customer.timeZone = QStringLiteral("Europe/London");
        facts.device = Device();
        facts.device->label = QStringLiteral("Desk phone");
        facts.device->sipUser = QStringLiteral("acme-1");
        facts.at = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
        facts.daysLeft = 7;
        const NoticeText text = noticeText(facts);
        QVERIFY2(text.subject.contains(inSubject), qPrintable(text.subject));
        QVERIFY(!text.subject.contains(u'\n') && !text.subject.contains(u'\r'));
        QVERIFY2(text.text.contains(inText), qPrintable(text.text));
        QVERIFY(text.text.startsWith(QStringLiteral("Hello Ann Lée,\n")));
        QVERIFY(text.text.contains(QStringLiteral("ann.lee")));
        QVERIFY(!text.text.contains(QStringLiteral("http")));
        QVERIFY(!text.text.contains(QStringLiteral("%1")));
    }
};

QTEST_GUILESS_MAIN(TestMailMessage)
#include "tst_mailmessage.moc"
