// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF judged by tools that others wrote: qpdf and poppler.
#include "core/domain/user.h"
#include "core/report/controls.h"
#include "core/report/passwordrotation.h"
#include "core/report/pdfstamp.h"
#include "core/report/pdfwriter.h"
#include "tests/core/report/reporttesting.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::report;

class TestPdfWriter : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void passesQpdf();
    void fontsAreEmbedded();
    void firstPageSaysWhatItRestsOn();
    void everyPageHasHeadAndNumber();
    void everyRowIsThere();
    void sameBytesTwice();
    void sameBytesInAnotherProcess();
    void saysPdfA();
    void datesAgree();
    void isA4();
    void longTablesAreCut();
    void emptyReport();
    void longAndStrangeCells();
    void passwordRotationReport();
    void progressAndCancel();
    void errors();
    void stampRefusesOthers();

  private:
    QString tool(const QString &program, const QStringList &arguments, int *exitCode = nullptr);
    QString save(const QByteArray &pdf, const char *name);

    QTemporaryDir m_dir;
    QByteArray m_pdf;  ///< of 300 rows
    int m_pages = 0;
};

namespace {

QByteArray pdfOf(const ReportContent &content, int *pages = nullptr, const PdfOptions &options = {})
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto result = writePdf(content, buffer, options);
    if (!result) return {};
    if (pages) *pages = *result;
    return bytes;
}

}  // namespace

QString TestPdfWriter::tool(const QString &program, const QStringList &arguments, int *exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
        return QStringLiteral("did not finish");
    }
    if (exitCode) *exitCode = process.exitCode();
    return QString::fromUtf8(process.readAll());
}

QString TestPdfWriter::save(const QByteArray &pdf, const char *name)
{
    const QString path = m_dir.filePath(QString::fromLatin1(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? path : QString();
}

void TestPdfWriter::initTestCase()
{
    m_pdf = pdfOf(testing::activity(300), &m_pages);
    QVERIFY(!m_pdf.isEmpty());
    // a child of sameBytesInAnotherProcess only writes its file
    if (const QString path = qEnvironmentVariable("LW_WRITE_PDF"); !path.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_pdf);
    }
}

void TestPdfWriter::passesQpdf()
{
    if (QStandardPaths::findExecutable(QStringLiteral("qpdf")).isEmpty()) QSKIP("qpdf is not installed");
    int exitCode = -1;
    const QString said = tool(QStringLiteral("qpdf"), {QStringLiteral("--check"), save(m_pdf, "a.pdf")}, &exitCode);
    QVERIFY2(exitCode == 0, qPrintable(said));
    QVERIFY2(!said.contains(u"WARNING"), qPrintable(said));
}

void TestPdfWriter::fontsAreEmbedded()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty()) QSKIP("pdffonts is not installed");
    const QStringList lines = tool(QStringLiteral("pdffonts"), {save(m_pdf, "a.pdf")}).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 3);
    static const QRegularExpression columns(QStringLiteral("(yes|no) +(yes|no) +(yes|no) +\\d+ +\\d+$"));
    for (qsizetype i = 2; i < lines.size(); ++i) {
        const auto match = columns.match(lines[i]);
        QVERIFY2(match.hasMatch(), qPrintable(lines[i]));
        QVERIFY2(match.captured(1) == u"yes", qPrintable(lines[i]));  // embedded
        QVERIFY2(match.captured(3) == u"yes", qPrintable(lines[i]));  // its text can be read out
    }
}

void TestPdfWriter::firstPageSaysWhatItRestsOn()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    const QString text =
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-layout"),
                                           save(m_pdf, "a.pdf"), QStringLiteral("-")})
            .simplified();
    for (const QString &wanted :
         {QStringLiteral("Login activity"), QStringLiteral("Acme Telephony Ltd"),
          QStringLiteral("24 Oct 2026 00:00 to 23 Nov 2026 00:00 (UTC"),
          QStringLiteral("outcome:failure ip:203.0.113.0/24"), QStringLiteral("UTC, in every time"),
          QStringLiteral("22 Nov 2026, 14:02:05 UTC by ann.lee"), QStringLiteral("https://pbx.acme.example:8443"),
          QStringLiteral("1,204,331 events of pbx.acme.example/log/acme"),
          QStringLiteral("AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o="), QStringLiteral("A.8.15, A.8.17"),
          QStringLiteral("10.2.1, 10.2.2, 10.4.1, 10.6"), QStringLiteral("10.3.1–10.3.4"), QStringLiteral("CC7.2"),
          QStringLiteral("AU-12"), QStringLiteral("does not claim certification"), QStringLiteral("shows all 300 rows"),
          QStringLiteral("24 Oct"), QStringLiteral("succeeded"), QStringLiteral("failed")})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + QStringLiteral(" not in: ") + text));
}

void TestPdfWriter::everyPageHasHeadAndNumber()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    const QString path = save(m_pdf, "a.pdf");
    QVERIFY(m_pages > 4);
    QStringList pages =
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}).split(u'\f');
    QCOMPARE(pages.size(), m_pages + 1);
    QVERIFY(pages.takeLast().trimmed().isEmpty());
    for (int i = 0; i < m_pages; ++i) {
        const QString page = pages[i].simplified();
        QVERIFY2(page.contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(m_pages)), qPrintable(page));
        QVERIFY(page.startsWith(QStringLiteral("Linewarden Login activity · Acme Telephony Ltd")));
        QCOMPARE(page.contains(QStringLiteral("Time (UTC) Person Event Outcome Address Service Detail Log index")),
                 i > 0);
    }
}

void TestPdfWriter::everyRowIsThere()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    const QString text =
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), save(m_pdf, "a.pdf"), QStringLiteral("-")});
    for (quint64 i = 0; i < 300; ++i)
        QCOMPARE(text.count(QString::number(1100000 + i)), 1);
    QVERIFY(text.contains(QStringLiteral("2026-10-24 00:03:17.418")));
    QVERIFY(text.contains(QStringLiteral("Jürgen Müller")));
}

void TestPdfWriter::sameBytesTwice()
{
    QVERIFY(pdfOf(testing::activity(300)) == m_pdf);
    ReportContent later = testing::activity(300);
    later.scope.exportedAt = later.scope.exportedAt.addSecs(1);
    QVERIFY(pdfOf(later) != m_pdf);
}

void TestPdfWriter::sameBytesInAnotherProcess()
{
    if (!qEnvironmentVariableIsEmpty("LW_WRITE_PDF")) QSKIP("this is the child");
    const QString path = m_dir.filePath(QStringLiteral("child.pdf"));
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LW_WRITE_PDF"), path);
    environment.insert(QStringLiteral("TZ"), QStringLiteral("Asia/Kolkata"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("stampRefusesOthers")});
    QVERIFY(child.waitForFinished(60000));
    QCOMPARE(child.exitCode(), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == m_pdf);
}

void TestPdfWriter::saysPdfA()
{
    QVERIFY(m_pdf.startsWith("%PDF-1.4\n"));
    QVERIFY(m_pdf.contains("pdfaid:part=\"1\""));
    QVERIFY(m_pdf.contains("pdfaid:conformance=\"B\""));
    QVERIFY(m_pdf.contains("/OutputIntents"));
    QVERIFY(!m_pdf.contains("/Encrypt"));
    QVERIFY(!m_pdf.contains("/JavaScript"));
    static const QRegularExpression transparency(QStringLiteral("/(ca|CA) 0|/SMask \\d"));
    QVERIFY(!transparency.match(QString::fromLatin1(m_pdf)).hasMatch());
    QVERIFY(!m_pdf.contains("/Subtype /Image"));  // text and lines, no picture of them
}

void TestPdfWriter::datesAgree()
{
    QVERIFY(m_pdf.contains("/CreationDate (D:20261122140205Z)"));
    QVERIFY(m_pdf.contains("xmp:CreateDate=\"2026-11-22T14:02:05Z\""));
    QVERIFY(m_pdf.contains("xmp:ModifyDate=\"2026-11-22T14:02:05Z\""));
    static const QRegularExpression id(QStringLiteral("/ID \\[ <([0-9a-f]{32})> <([0-9a-f]{32})> \\]"));
    const auto match = id.match(QString::fromLatin1(m_pdf));
    QVERIFY(match.hasMatch());
    QCOMPARE(match.captured(1), match.captured(2));
}

void TestPdfWriter::isA4()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdfinfo")).isEmpty()) QSKIP("pdfinfo is not installed");
    const QString info = tool(QStringLiteral("pdfinfo"), {save(m_pdf, "a.pdf")});
    QVERIFY2(info.contains(u"A4"), qPrintable(info));
    QVERIFY2(info.contains(QStringLiteral("Login activity – Acme Telephony Ltd")), qPrintable(info));
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages: +%1\n").arg(m_pages))), qPrintable(info));
}

void TestPdfWriter::longTablesAreCut()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    PdfOptions options;
    options.rowLimit = 50;
    const QString text = tool(QStringLiteral("pdftotext"),
                              {QStringLiteral("-layout"),
                               save(pdfOf(testing::activity(51), nullptr, options), "cut.pdf"), QStringLiteral("-")})
                             .simplified();
    QVERIFY(text.contains(u"shows the first 50 of 51 rows"));
    QVERIFY(text.contains(u"1100049"));
    QVERIFY(!text.contains(u"1100050"));
    const QString whole = tool(QStringLiteral("pdftotext"),
                               {QStringLiteral("-layout"),
                                save(pdfOf(testing::activity(50), nullptr, options), "whole.pdf"), QStringLiteral("-")})
                              .simplified();
    QVERIFY(whole.contains(u"shows all 50 rows"));
}

void TestPdfWriter::emptyReport()
{
    int pages = 0;
    const QByteArray pdf = pdfOf(testing::activity(0), &pages);
    QCOMPARE(pages, 1);
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    const QString text = tool(QStringLiteral("pdftotext"), {save(pdf, "empty.pdf"), QStringLiteral("-")}).simplified();
    QVERIFY(text.contains(u"There is no entry in this period"));
    QVERIFY(text.contains(u"Page 1 of 1"));
}

void TestPdfWriter::longAndStrangeCells()
{
    ReportContent content = testing::activity(1);
    content.scope.customer = QString(300, u'W');
    content.scope.filter = QStringLiteral("words ").repeated(200);
    int given = 0;
    content.rows = [&given](QStringList &cells) -> Result<bool> {
        cells = {QStringLiteral("2026-10-24T00:00:00.418Z"),
                 QString(5000, u'x'),
                 QStringLiteral("a b ").repeated(300),
                 QStringLiteral("Failure"),
                 QStringLiteral("2001:db8:").repeated(40),
                 QStringLiteral("密码 Жук"),
                 {},
                 QStringLiteral("\u202e\x1b\n\t"),
                 QStringLiteral("1")};
        return given++ < 200;
    };
    int pages = 0;
    const QByteArray pdf = pdfOf(content, &pages);
    QVERIFY(pages > 2);
    if (QStandardPaths::findExecutable(QStringLiteral("qpdf")).isEmpty()) QSKIP("qpdf is not installed");
    int exitCode = -1;
    const QString said = tool(QStringLiteral("qpdf"), {QStringLiteral("--check"), save(pdf, "strange.pdf")}, &exitCode);
    QVERIFY2(exitCode == 0, qPrintable(said));
}

void TestPdfWriter::passwordRotationReport()
{
    QList<User> people;
    for (int i = 0; i < 40; ++i) {
        User user;
        user.login = QStringLiteral("person%1").arg(i, 2, 10, QChar(u'0'));
        user.displayName = QStringLiteral("Person Number %1").arg(i);
        user.department = QStringLiteral("Sales");
        user.createdAt = fromRfc3339(u"2025-01-01T00:00:00Z");
        if (i != 7) user.passwordChangedAt = fromRfc3339(u"2026-11-22T14:02:05Z").addDays(-3 * i);
        if (i == 35)
            user.exemption = RotationExemption{QStringLiteral("crew at sea"), fromRfc3339(u"2027-01-01T00:00:00Z")};
        people << user;
    }
    PasswordPolicy policy;
    policy.minLength = 8;
    const QByteArray pdf = pdfOf(passwordRotation(testing::scope(), people, policy));
    QVERIFY(!pdf.isEmpty());
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
    const QString text =
        tool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), save(pdf, "rotation.pdf"), QStringLiteral("-")})
            .simplified();
    for (const QString &wanted :
         {QStringLiteral("Password rotation"), QStringLiteral("A.5.17, A.8.5"), QStringLiteral("8.3.6, 8.3.7, 8.3.9"),
          QStringLiteral("oppose periodic change"),
          QStringLiteral("PCI DSS 8.3.6 asks for 12 characters, the policy for 8."), QStringLiteral("crew at sea"),
          QStringLiteral("Never set"), QStringLiteral("Overdue"), QStringLiteral("person39")})
        QVERIFY2(text.contains(wanted), qPrintable(wanted));
}

void TestPdfWriter::progressAndCancel()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    quint64 last = 0;
    bool grows = true;
    QVERIFY(writePdf(testing::activity(2000), buffer, {}, [&](quint64 done, quint64 total) {
        grows = grows && done >= last && done <= total;
        last = done;
        return true;
    }));
    QVERIFY(grows);
    QCOMPARE(last, quint64(2000));
    QBuffer unused;
    unused.open(QIODevice::WriteOnly);
    const auto cancelled =
        writePdf(testing::activity(2000), unused, {}, [](quint64 done, quint64) { return done < 500; });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, Errc::Cancelled);
    QVERIFY(unused.data().isEmpty());
}

void TestPdfWriter::errors()
{
    ReportContent content = testing::activity(10);
    content.rows = [](QStringList &) -> Result<bool> { return makeError(Errc::Corrupt, QStringLiteral("damaged")); };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto damaged = writePdf(content, buffer);
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, Errc::Corrupt);
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*device not open.*")));
    const auto unwritten = writePdf(testing::activity(1), closed);
    QVERIFY(!unwritten);
    QCOMPARE(unwritten.error().code, Errc::Io);
}

void TestPdfWriter::stampRefusesOthers()
{
    const QDateTime now = fromRfc3339(u"2026-11-22T14:02:05Z");
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("rubbish"), QByteArray("%PDF-1.4\nstartxref\n9999999\n%%EOF\n"), m_pdf.first(2000)})
        QCOMPARE(stampPdf(bytes, now).ok(), false);
    const auto again = stampPdf(m_pdf, now);
    QVERIFY(again);
    QVERIFY(*again == m_pdf);
}

QTEST_MAIN(TestPdfWriter)
#include "tst_pdfwriter.moc"
