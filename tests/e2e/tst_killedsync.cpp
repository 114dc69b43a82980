// SPDX-License-Identifier: GPL-3.0-or-later
// linewardenctl killed in the middle of a sync, again and again: the next one goes on, and what is visible is verified.
#include "tests/e2e/programs.h"

#include <QDirIterator>
#include <QRandomGenerator>

using namespace lw::test;

class TestKilledSync : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_backEnd.start(m_programs, {QStringLiteral("--demo")}));
        m_input = m_backEnd.value("password").toUtf8();
        const Ran ran = m_programs.ctl(
            {QStringLiteral("connect"), m_backEnd.value("url"), QStringLiteral("--customer"),
             m_backEnd.value("customer"), QStringLiteral("--login"), m_backEnd.value("login"),
             QStringLiteral("--accept-fingerprint"), m_backEnd.value("fingerprint"), QStringLiteral("--password-fd"),
             QStringLiteral("0"), QStringLiteral("--passphrase-fd"), QStringLiteral("0"), QStringLiteral("--json")},
            m_input + "\npassphrase of the test\n");
        QVERIFY2(ran.exit == 0, ran.err.constData());
        m_input = "passphrase of the test\n" + m_input + '\n';
    }

    void killedAtAnyMoment()
    {
        QRandomGenerator random(20261122);
        int killed = 0;
        for (int attempt = 0; attempt < 8; ++attempt) {
            QProcess process;
            process.setProcessEnvironment(m_programs.environment());
            process.start(Programs::binary(QStringLiteral("linewardenctl")), syncArguments());
            QVERIFY(process.waitForStarted());
            process.write(m_input);
            process.closeWriteChannel();
            // A moment between the start and some time after the usual end: the outcome is right whenever it falls.
            if (!process.waitForFinished(static_cast<int>(100 + random.bounded(500)))) {
                process.kill();
                QVERIFY(process.waitForFinished());
                ++killed;
            }
            const Ran seen =
                m_programs.ctl({QStringLiteral("log"), QStringLiteral("query"), QStringLiteral("in:all"),
                                QStringLiteral("--count"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                               m_input);
            QVERIFY2(seen.exit == 0, seen.err.constData());
            if (seen.out.trimmed() != "0") {
                const Ran verified = m_programs.ctl(
                    {QStringLiteral("verify"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")}, m_input);
                QVERIFY2(verified.exit == 0, verified.err.constData());
            }
        }
        QVERIFY(killed > 0);
        const Ran ran = m_programs.ctl(syncArguments(), m_input);
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QVERIFY(ran.json().value(QLatin1String("totalEvents")).toInt() > 1000);
        QCOMPARE(
            m_programs.ctl({QStringLiteral("verify"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")}, m_input)
                .exit,
            0);
    }

    void otherCertificateIsRefusedLoudly()
    {
        // The same address with another certificate: another back end on the same port cannot be had, so the pin is
        // changed.
        const QString path = profilesFile();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        const QByteArray pin = m_backEnd.value("fingerprint").remove(QLatin1Char(':')).toLower().toUtf8();
        QVERIFY(bytes.contains(pin));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bytes).replace(pin, QByteArray(64, 'b')));
        file.close();
        const Ran ran = m_programs.ctl(syncArguments(), m_input);
        QCOMPARE(ran.exit, 4);
        QVERIFY(ran.err.contains("BB:BB:BB"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(m_programs.ctl(syncArguments(), m_input).exit, 0);
        QCOMPARE(m_backEnd.stop(), 0);
    }

  private:
    QStringList syncArguments() const
    {
        return {QStringLiteral("sync"), QStringLiteral("--json"),          QStringLiteral("--password-fd"),
                QStringLiteral("0"),    QStringLiteral("--passphrase-fd"), QStringLiteral("0")};
    }

    QString profilesFile() const
    {
        QDirIterator walk(m_programs.home(), {QStringLiteral("profiles.json")}, QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        return walk.hasNext() ? walk.next() : QString();
    }

    Programs m_programs;
    BackEnd m_backEnd;
    QByteArray m_input;
};

QTEST_GUILESS_MAIN(TestKilledSync)
#include "tst_killedsync.moc"
