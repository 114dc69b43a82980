// SPDX-License-Identifier: GPL-3.0-or-later
// Real log lines go into the real back end, travel over TLS into the encrypted cache, are found with the back end gone,
// leave as reports, and verify; nothing readable lies anywhere. The functions run in order, each on what the last left.
#include "tests/e2e/programs.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace lw::test;

namespace {

const QByteArray newPassword = "quiet-harbour-lantern-58";
const QByteArray passphrase = "umbrella granite teapot seventeen";

/// By the document for outsiders, not by the code that is tested.
QByteArray purgedLine(const QByteArray &leaf)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray(1, '\0') + leaf, QCryptographicHash::Sha256);
    return "{\"purged\":\"" + hash.toHex() + "\"}";
}

}  // namespace

class TestEndToEnd : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        QFile material(QStringLiteral(LW_SHARED_DATA "/logs/annotated_lines.jsonl"));
        if (!material.open(QIODevice::ReadOnly)) QSKIP("the annotated log lines are not here");
        while (!material.atEnd()) {
            const QJsonObject object = QJsonDocument::fromJson(material.readLine()).object();
            QByteArray &log = m_logs[object.value(QLatin1String("format")).toString()];
            log += object.value(QLatin1String("raw")).toString().toUtf8() + '\n';
        }
        QVERIFY(m_logs.contains(QStringLiteral("asterisk")));
        QVERIFY(m_logs.contains(QStringLiteral("sshd")));
        m_logs[QStringLiteral("openssh")] = m_logs.take(QStringLiteral("sshd"));
        // One line each that is surely found again.
        m_logs[QStringLiteral("asterisk")] +=
            "[2026-11-20 10:11:12] NOTICE[771] chan_sip.c: Registration from '<sip:4711@pbx1>' failed for "
            "'203.0.113.77:5060' - Wrong password\n";
        m_logs[QStringLiteral("openssh")] +=
            "2026-11-20T11:12:13.000000+00:00 edge1 sshd[77]: Failed password for heidi.brandt from 198.51.100.44 "
            "port 50022 ssh2\n";
        QVERIFY(m_backEnd.start(m_programs));
        static const QRegularExpression password(QStringLiteral("([0-9A-Z]{4}(-[0-9A-Z]{4}){3,})"));
        QTRY_VERIFY(password.match(QString::fromUtf8(m_backEnd.output())).hasMatch());
        m_firstPassword = password.match(QString::fromUtf8(m_backEnd.output())).captured(1).toUtf8();
    }

    void unknownCertificateIsNotTrusted()
    {
        // No terminal to ask at: refused, and the fingerprint is told.
        const Ran ran = connectBy({}, m_firstPassword + '\n');
        QCOMPARE(ran.exit, 4);
        QString shown = ran.error().value(QLatin1String("message")).toString().remove(QLatin1Char(':')).toLower();
        QVERIFY2(shown.contains(m_backEnd.value("fingerprint").toLower()), ran.err.constData());
        QCOMPARE(ran.error().value(QLatin1String("code")).toString(), QStringLiteral("tls"));
    }

    void otherFingerprintIsRefused()
    {
        const Ran ran =
            connectBy({QStringLiteral("--accept-fingerprint"), QString(64, QLatin1Char('a'))}, m_firstPassword + '\n');
        QCOMPARE(ran.exit, 4);
        QVERIFY(ran.err.contains("another certificate"));
    }

    void plaintextIsRefused()
    {
        const Ran ran = m_programs.ctl({QStringLiteral("connect"), QStringLiteral("http://127.0.0.1:1"),
                                        QStringLiteral("--customer"), QStringLiteral("main"), QStringLiteral("--login"),
                                        QStringLiteral("owner")});
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.err.contains("unencrypted"));
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        const auto row = [](const char *line, int exit) {
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts) << exit;
        };
        row("", 2);
        row("--help", 0);
        row("--version", 0);
        row("dance", 2);
        row("connect", 2);
        row("connect --help", 0);
        row("connect a b", 2);
        row("connect a --password secret", 2);
        row("sync --help", 0);
        row("sync --bogus", 2);
        row("log --help", 0);
        row("log dance", 2);
        row("log query outcome:maybe", 2);
        row("report --help", 0);
        row("report login-activity", 2);
        row("report nothing --output x.csv", 2);
        row("report login-activity --output x.doc", 2);
        row("verify --help", 0);
        row("verify --leaves x", 2);
        row("profiles --help", 0);
        row("profiles list", 0);
        row("profiles list --json", 0);
        row("sync", 1);
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Ran ran = m_programs.ctl(arguments);
        QCOMPARE(ran.exit, exit);
        if (exit == 0)
            QVERIFY(!ran.out.isEmpty() && ran.err.isEmpty());
        else
            QVERIFY(ran.out.isEmpty() && ran.err.startsWith("linewardenctl: "));
    }

    void wrongPasswordIsRefused()
    {
        const Ran ran = connectBy(accepted(), "not the password\n" + passphrase + '\n');
        QCOMPARE(ran.exit, 5);
        QVERIFY(m_programs.ctl({QStringLiteral("profiles"), QStringLiteral("list"), QStringLiteral("--json")})
                    .out.contains("\"profiles\":[]"));
    }

    void connectAndChangeTheOneTimePassword()
    {
        const Ran ran = connectBy(accepted(), m_firstPassword + '\n' + newPassword + '\n' + passphrase + '\n');
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonObject result = ran.json();
        QCOMPARE(result.value(QLatin1String("identity")).toString(), QStringLiteral("owner@main"));
        QVERIFY(result.value(QLatin1String("protocol")).toString().startsWith(QLatin1String("TLS 1.")));
        m_recoveryKey = result.value(QLatin1String("recoveryKey")).toString().toUtf8();
        QVERIFY(m_recoveryKey.size() > 30);
        m_logKey = result.value(QLatin1String("logKey")).toString();
        QVERIFY(m_logKey.contains(QLatin1Char('+')));
    }

    void sameNameTwiceIsRefused() { QCOMPARE(connectBy(accepted(), newPassword + '\n' + passphrase + '\n').exit, 1); }

    void ingestRealLogs()
    {
        for (const QString &format : {QStringLiteral("asterisk"), QStringLiteral("openssh")}) {
            m_programs.write(format + QStringLiteral(".log"), m_logs[format]);
            const QStringList arguments{QStringLiteral("ingest"),
                                        QStringLiteral("--data"),
                                        m_programs.path(QStringLiteral("server")),
                                        QStringLiteral("--customer"),
                                        QStringLiteral("main"),
                                        QStringLiteral("--format"),
                                        format,
                                        QStringLiteral("--json"),
                                        m_programs.path(format + QStringLiteral(".log"))};
            const Ran ran = m_programs.run(QStringLiteral("linewardend"), arguments);
            QVERIFY2(ran.exit == 0, ran.err.constData());
        }
    }

    void sync()
    {
        const Ran ran = syncOnce();
        QVERIFY2(ran.exit == 0, ran.err.constData());
        m_events = ran.json().value(QLatin1String("totalEvents")).toInt();
        QVERIFY2(m_events > 100, ran.out.constData());
        QCOMPARE(ran.json().value(QLatin1String("newEvents")).toInt(), m_events);
        const Ran exported =
            m_programs.ctl({QStringLiteral("log"), QStringLiteral("export"), QStringLiteral("--output"),
                            QStringLiteral("first"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                           passphrase + '\n');
        QVERIFY2(exported.exit == 0, exported.err.constData());
    }

    void secondSyncGoesOn()
    {
        const Ran ran = syncOnce();
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const int total = ran.json().value(QLatin1String("totalEvents")).toInt();
        QVERIFY(total > m_events);  // at least: the log was viewed, the session ended
        QVERIFY(ran.json().value(QLatin1String("newEvents")).toInt() < 20);
        QCOMPARE(ran.json().value(QLatin1String("exportsDelivered")).toInt(), 1);
        m_events = total;
    }

    void backEndStops()
    {
        QCOMPARE(m_backEnd.stop(), 0);
        const Ran ran = syncOnce();
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.error().value(QLatin1String("code")).toString(), QStringLiteral("network"));
    }

    void foundOffline_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QByteArray>("person");
        QTest::newRow("telephony, by name") << QStringLiteral("person:4711") << QByteArray("4711");
        QTest::newRow("telephony, by network")
            << QStringLiteral("ip:203.0.113.64/26 outcome:failure") << QByteArray("4711");
        QTest::newRow("shell, by word") << QStringLiteral("heidi") << QByteArray("heidi.brandt");
        QTest::newRow("shell, by address and day")
            << QStringLiteral("ip:198.51.100.44 on:2026-11-20") << QByteArray("heidi.brandt");
    }

    void foundOffline()
    {
        QFETCH(QString, filter);
        QFETCH(QByteArray, person);
        const Ran ran = offline({QStringLiteral("log"), QStringLiteral("query"), filter, QStringLiteral("--json")});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonObject event = ran.json();
        QVERIFY2(ran.out.count('\n') == 1, ran.out.constData());
        QCOMPARE(event.value(QLatin1String("person")).toString().toUtf8(), person);
        QCOMPARE(event.value(QLatin1String("outcome")).toString(), QStringLiteral("failure"));
        const Ran table = offline({QStringLiteral("log"), QStringLiteral("query"), filter});
        QVERIFY(table.out.contains(person));
        QVERIFY(!table.out.contains('\x1b'));
        const Ran count = offline({QStringLiteral("log"), QStringLiteral("query"), filter, QStringLiteral("--count")});
        QCOMPARE(count.out.trimmed(), QByteArray("1"));
    }

    void wholeLogOffline()
    {
        const Ran all = offline(
            {QStringLiteral("log"), QStringLiteral("query"), QStringLiteral("in:all"), QStringLiteral("--json")});
        QCOMPARE(all.out.count('\n'), m_events);
        const Ran few =
            offline({QStringLiteral("log"), QStringLiteral("query"), QStringLiteral("--limit"), QStringLiteral("3"),
                     QStringLiteral("--order"), QStringLiteral("newest"), QStringLiteral("--json")});
        QCOMPARE(few.out.count('\n'), 3);
    }

    void reports_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        QTest::newRow("login activity, CSV") << QStringLiteral("login-activity") << QStringLiteral("activity.csv");
        QTest::newRow("login activity, PDF") << QStringLiteral("login-activity") << QStringLiteral("activity.pdf");
        QTest::newRow("password rotation, CSV")
            << QStringLiteral("password-rotation") << QStringLiteral("rotation.csv");
        QTest::newRow("password rotation, PDF")
            << QStringLiteral("password-rotation") << QStringLiteral("rotation.pdf");
    }

    void reports()
    {
        QFETCH(QString, kind);
        QFETCH(QString, file);
        const QStringList arguments{QStringLiteral("report"),   kind,
                                    QStringLiteral("--output"), file,
                                    QStringLiteral("--at"),     QStringLiteral("2026-11-22T14:00:00Z"),
                                    QStringLiteral("--from"),   QStringLiteral("2026-11-01"),
                                    QStringLiteral("--json")};
        const Ran ran = offline(arguments);
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QByteArray bytes = m_programs.file(file);
        QCOMPARE(bytes.size(), ran.json().value(QLatin1String("bytes")).toInt());
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
                 ran.json().value(QLatin1String("sha256")).toString());
        QCOMPARE(ran.json().value(QLatin1String("notice")).toString(), QStringLiteral("queued"));
        QVERIFY(offline(arguments).exit == 0);
        QVERIFY(m_programs.file(file) == bytes);  // same cache, same options, same bytes

        QByteArray text = bytes;
        if (file.endsWith(QLatin1String(".pdf"))) {
            QVERIFY(bytes.startsWith("%PDF-"));
            if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
                QSKIP("pdftotext is not installed");
            QProcess reader;
            reader.start(QStringLiteral("pdftotext"), {m_programs.path(file), QStringLiteral("-")});
            QVERIFY(reader.waitForFinished());
            text = reader.readAllStandardOutput();
        }
        if (kind == QLatin1String("login-activity")) {
            QVERIFY(text.contains("heidi.brandt"));
            QVERIFY(text.contains("4711"));
            QVERIFY(text.contains("203.0.113.77"));
        } else {
            QVERIFY(text.contains("owner"));
        }
    }

    void reportThatCannotBeWritten()
    {
        const Ran ran = offline({QStringLiteral("report"), QStringLiteral("login-activity"), QStringLiteral("--output"),
                                 m_programs.path(QStringLiteral("no/such/folder/a.csv")), QStringLiteral("--json")});
        QVERIFY(ran.exit == 10 || ran.exit == 1);
        QVERIFY(!ran.error().isEmpty());
    }

    void wrongPassphrase()
    {
        const Ran ran = m_programs.ctl({QStringLiteral("log"), QStringLiteral("query"), QStringLiteral("--json"),
                                        QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                                       "not the passphrase\n");
        QCOMPARE(ran.exit, 7);
        QVERIFY(ran.out.isEmpty());
    }

    void recoveryKeyOpensToo()
    {
        const Ran ran = m_programs.ctl({QStringLiteral("log"), QStringLiteral("query"), QStringLiteral("--count"),
                                        QStringLiteral("--recovery-key-fd"), QStringLiteral("0")},
                                       m_recoveryKey + '\n');
        QVERIFY2(ran.exit == 0, ran.err.constData());
    }

    void verifyCache()
    {
        const Ran ran = offline({QStringLiteral("verify"), QStringLiteral("--json"), QStringLiteral("--old-checkpoint"),
                                 QStringLiteral("first/checkpoint.txt")});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QCOMPARE(ran.json().value(QLatin1String("events")).toInt(), m_events);
        QVERIFY(ran.json().value(QLatin1String("oldEvents")).toInt() > 100);
        const Ran said = offline({QStringLiteral("verify")});
        for (const char *part : {"signature", "Ed25519", "canonical", "root", "span", "not checked"})
            QVERIFY2(said.out.contains(part), part);
    }

    void verifyFiles_data()
    {
        QTest::addColumn<int>("damage");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("kind");
        QTest::newRow("as exported") << 0 << 0 << QString();
        QTest::newRow("a leaf changed") << 1 << 6 << QStringLiteral("changed-leaf");
        QTest::newRow("a leaf removed") << 2 << 6 << QStringLiteral("removed-leaf");
        QTest::newRow("tail cut off") << 3 << 6 << QStringLiteral("removed-leaf");
        QTest::newRow("a leaf too many") << 4 << 6 << QStringLiteral("removed-leaf");
        QTest::newRow("two leaves exchanged") << 5 << 6 << QStringLiteral("changed-leaf");
        QTest::newRow("a leaf with a blank more") << 6 << 6 << QStringLiteral("changed-leaf");
        QTest::newRow("head altered") << 7 << 6 << QStringLiteral("signature");
        QTest::newRow("another key") << 8 << 6 << QStringLiteral("other-key");
        QTest::newRow("last line cut") << 9 << 6 << QStringLiteral("changed-leaf");
        QTest::newRow("half of it purged") << 12 << 0 << QString();
        QTest::newRow("purged with another hash") << 13 << 6 << QStringLiteral("changed-leaf");
        QTest::newRow("key that is no key") << 10 << 2 << QString();
        QTest::newRow("head that is no note") << 11 << 2 << QString();
    }

    void verifyFiles()
    {
        QFETCH(int, damage);
        QFETCH(int, exit);
        QFETCH(QString, kind);
        QList<QByteArray> leaves = m_programs.file(QStringLiteral("first/leaves.ndjson")).split('\n');
        QVERIFY(leaves.takeLast().isEmpty());
        QByteArray note = m_programs.file(QStringLiteral("first/checkpoint.txt"));
        QByteArray key = m_programs.file(QStringLiteral("first/key.txt"));
        QCOMPARE(QString::fromUtf8(key).trimmed(), m_logKey);
        QByteArray tail = "\n";
        if (damage == 1) leaves[50].replace("failure", "success");
        if (damage == 2) leaves.removeAt(50);
        if (damage == 3) leaves.removeLast();
        if (damage == 4) leaves.append(leaves.constFirst());
        if (damage == 5) leaves.swapItemsAt(50, 51);
        if (damage == 6) leaves[50].replace(0, 1, "{ ");
        if (damage == 7) note[note.indexOf('\n') + 1] = note[note.indexOf('\n') + 1] == '9' ? '8' : '9';
        if (damage == 8) key = anotherKey();
        if (damage == 9) tail.clear();
        if (damage == 10) key = "hello";
        if (damage == 11) note = "hello";
        const qsizetype purged = damage == 12 ? leaves.size() / 2 : 0;
        for (qsizetype i = 0; i < purged; ++i)
            leaves[i] = purgedLine(leaves[i]);
        if (damage == 13) leaves[50] = purgedLine(leaves[51]);
        m_programs.write(QStringLiteral("leaves"), leaves.join('\n') + tail);
        m_programs.write(QStringLiteral("note"), note);
        m_programs.write(QStringLiteral("key"), key);
        const Ran ran = m_programs.ctl({QStringLiteral("verify"), QStringLiteral("--leaves"), QStringLiteral("leaves"),
                                        QStringLiteral("--checkpoint"), QStringLiteral("note"), QStringLiteral("--key"),
                                        QStringLiteral("key"), QStringLiteral("--json")});
        QVERIFY2(ran.exit == exit, ran.err.constData());
        if (exit == 6) QCOMPARE(ran.error().value(QLatin1String("field")).toString(), kind);
        if (exit != 0) QVERIFY(ran.out.isEmpty());
        if (exit == 0)
            QCOMPARE(QJsonDocument::fromJson(ran.out).object().value(QLatin1String("purged")).toInteger(-1), purged);
        for (const char *name : {"leaves", "note", "key"})
            QVERIFY(QFile::remove(m_programs.path(QLatin1String(name))));
    }

    void nothingReadableIsLeft()
    {
        // What the person asked for is readable; everything else that the console side wrote must not be.
        const QList<QByteArray> secrets{"heidi.brandt", "203.0.113.77", "198.51.100.44", "wrong_password",
                                        "login.failed", newPassword,    m_firstPassword, passphrase,
                                        m_recoveryKey,  "Bearer ",      "sshd",          "linewarden-user"};
        int files = 0;
        for (const QString &place :
             {m_programs.home(), m_programs.path(QStringLiteral("tmp")), m_programs.path(QStringLiteral("runtime"))}) {
            QDirIterator walk(place, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                const QByteArray bytes = file.readAll();
                ++files;
                for (const QByteArray &secret : secrets) {
                    const QString text = QString::fromUtf8(secret);
                    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
                    QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName() + QLatin1String(" holds ") + text));
                    QVERIFY2(!bytes.contains(wide), qPrintable(file.fileName() + QLatin1String(" holds ") + text));
                    QVERIFY2(!bytes.contains(secret.toBase64(QByteArray::OmitTrailingEquals)),
                             qPrintable(file.fileName()));
                }
            }
        }
        QVERIFY(files >= 3);  // profiles, key slots, database
    }

  private:
    QStringList accepted() const { return {QStringLiteral("--accept-fingerprint"), m_backEnd.value("fingerprint")}; }

    Ran connectBy(const QStringList &more, const QByteArray &input) const
    {
        return m_programs.ctl(
            QStringList{QStringLiteral("connect"), m_backEnd.value("url"), QStringLiteral("--customer"),
                        QStringLiteral("main"), QStringLiteral("--login"), QStringLiteral("owner"),
                        QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--new-password-fd"),
                        QStringLiteral("0"), QStringLiteral("--passphrase-fd"), QStringLiteral("0"),
                        QStringLiteral("--json")} +
                more,
            input);
    }

    /// A well-formed key of the same name that never signed this log.
    QByteArray anotherKey() const
    {
        const QByteArray name = m_logKey.section(QLatin1Char('+'), 0, 0).toUtf8();
        const QByteArray typed =
            '\x01' + QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const QByteArray id = QCryptographicHash::hash(name + '\n' + typed, QCryptographicHash::Sha256).left(4).toHex();
        return name + '+' + id + '+' + typed.toBase64();
    }

    Ran syncOnce() const
    {
        return m_programs.ctl({QStringLiteral("sync"), QStringLiteral("--json"), QStringLiteral("--password-fd"),
                               QStringLiteral("0"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                              passphrase + '\n' + newPassword + '\n');
    }

    Ran offline(const QStringList &arguments) const
    {
        return m_programs.ctl(arguments + QStringList{QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                              passphrase + '\n');
    }

    Programs m_programs;
    BackEnd m_backEnd;
    QHash<QString, QByteArray> m_logs;
    QByteArray m_firstPassword, m_recoveryKey;
    QString m_logKey;
    int m_events = 0;
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
