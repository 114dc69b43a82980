// SPDX-License-Identifier: GPL-3.0-or-later
// Real lines whose time, host and user a human wrote down, fed in file order for "now" = 2005-08-14 12:00 in Berlin.
#include "core/import/logparser.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace lw;
using namespace lw::import;

class TestAnnotatedLogs : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void lines_data();
    void lines();
    void exceptionsAreNeeded();
};

namespace {

struct Exception {
    const char *part;  ///< of the line
    const char *field;
    const char *reason;
};

/// Where an event differs from the annotation on purpose.
constexpr Exception exceptions[]{
    {"sshd[19725]", "host", "the line that names the address of this process is not in the collection"},
    {"sshd[22477]", "host", "the line that names the address of this process is not in the collection"},
    {"EventTV=\"1368439853-500975\"", "time",
     "EventTV is the instant (10:10:53 UTC); the header's clock stood in another zone"},
    {"EventTV=\"1373098165-824497\"", "time",
     "EventTV is the instant (08:09:25 UTC); the header's clock stood in another zone"},
};

bool excepted(const QString &raw, const char *field)
{
    for (const Exception &exception : exceptions)
        if (qstrcmp(exception.field, field) == 0 && raw.contains(QLatin1String(exception.part))) return true;
    return false;
}

/// Annotated times are local to Berlin; of security lines that name their offset, local to that offset.
QDateTime expectedTime(const QString &raw, const QString &text)
{
    const QDateTime wall = QDateTime::fromString(text, Qt::ISODate);
    static const QRegularExpression eventTv(QStringLiteral("EventTV=\"[^\"]*([+-])(\\d\\d)(\\d\\d)\""));
    const auto match = eventTv.match(raw);
    if (!match.hasMatch()) return QDateTime(wall.date(), wall.time(), QTimeZone("Europe/Berlin")).toUTC();
    const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
    return QDateTime(wall.date(), wall.time(), Qt::OffsetFromUTC, match.captured(1) == u"-" ? -seconds : seconds)
        .toUTC();
}

}  // namespace

void TestAnnotatedLogs::lines_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QJsonObject>("expected");
    QTest::addColumn<LineVerdict>("verdict");
    QFile file(QStringLiteral(LW_SHARED_DATA "/logs/annotated_lines.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("no shared test data: logs/annotated_lines.jsonl");
    ImportOptions options;
    options.zone = QTimeZone("Europe/Berlin");
    options.now = QDateTime(QDate(2005, 8, 14), QTime(12, 0), options.zone);
    options.format = Format::Asterisk;
    const auto asterisk = makeParser(options);
    options.format = Format::OpenSsh;
    const auto openssh = makeParser(options);
    for (int number = 1; !file.atEnd(); ++number) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QString raw = line.value(u"raw").toString();
        const QByteArray bytes = raw.toUtf8();
        LogParser &parser = line.value(u"format") == QLatin1String("asterisk") ? *asterisk : *openssh;
        const LineVerdict verdict = parser.feed({bytes.constData(), static_cast<size_t>(bytes.size())});
        QTest::addRow("%03d", number) << raw << line.value(u"expected").toObject() << verdict;
    }
}

void TestAnnotatedLogs::lines()
{
    QFETCH(QString, raw);
    QFETCH(QJsonObject, expected);
    QFETCH(LineVerdict, verdict);
    QVERIFY2(verdict.state != LineVerdict::State::Refused, qPrintable(verdict.reason));
    if (expected.isEmpty()) return;
    QVERIFY2(verdict.state == LineVerdict::State::Event, qPrintable(raw));
    const AuditEvent &event = verdict.event;
    const QString host = expected.value(u"host").toString();
    QCOMPARE(event.origin.address, excepted(raw, "host") ? QString() : host);
    if (expected.contains(u"user")) QCOMPARE(event.actor.name, expected.value(u"user").toString());
    if (expected.contains(u"time")) {
        const QDateTime time = expectedTime(raw, expected.value(u"time").toString());
        const QDateTime whole = event.time.addMSecs(-event.time.time().msec());
        if (excepted(raw, "time"))
            QCOMPARE(whole.secsTo(time) % 3600, 0);
        else
            QCOMPARE(whole, time);
    }
    QVERIFY(event.outcome == Outcome::Failure);
    QVERIFY(isLoginKind(event.kind));
    QVERIFY(!event.reason.isEmpty());
}

void TestAnnotatedLogs::exceptionsAreNeeded()
{
    QFile file(QStringLiteral(LW_SHARED_DATA "/logs/annotated_lines.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("no shared test data: logs/annotated_lines.jsonl");
    QString all;
    while (!file.atEnd())
        all += QJsonDocument::fromJson(file.readLine()).object().value(u"raw").toString() + u'\n';
    for (const Exception &exception : exceptions)
        QCOMPARE(all.count(QLatin1String(exception.part)), 1);
    QVERIFY(std::size(exceptions) <= 4);
}

QTEST_GUILESS_MAIN(TestAnnotatedLogs)
#include "tst_annotatedlogs.moc"
