// SPDX-License-Identifier: GPL-3.0-or-later
// A program that writes to the cache is killed at random points, again and again; nothing verified is ever lost, and in
// the end the cache is the same as one that was never interrupted.
#include "core/cache/eventreader.h"
#include "tests/core/cache/cachefixtures.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace fixture;

namespace {

constexpr int first = 2'300;
constexpr int second = 6'000;
constexpr quint32 seed = 11;

/// Runs the child and kills it after so many lines and a moment; false: it ended before.
bool runAndKill(const QStringList &arguments, int lines, int moment)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(LW_CACHE_CHILD), arguments);
    if (!child.waitForStarted()) qFatal("the child did not start");
    int seen = 0;
    while (seen < lines && (child.canReadLine() || child.waitForReadyRead(60'000))) {
        while (child.canReadLine() && seen < lines) {
            child.readLine();
            ++seen;
        }
    }
    // Not a wait for anything: it only spreads the kills over the writing of a batch.
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < moment * 1000LL) {
    }
    child.kill();
    child.waitForFinished(60'000);
    return child.exitStatus() == QProcess::CrashExit;
}

QList<EventRow> allRows(Connection &connection)
{
    QList<EventRow> rows;
    const auto done = EventReader(connection).forEach(everything(), {}, [&](const EventRow &row) {
        rows << row;
        return true;
    });
    if (!done) qWarning("%s", qPrintable(done.error().message));
    return rows;
}

}  // namespace

class TestKillResume : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

  private Q_SLOTS:
    void aKilledSyncGoesOn()
    {
        const auto log = leaves(seed, second);
        const Checkpoint atFirst = checkpoint(log, first), atSecond = checkpoint(log, second);
        TempVault control;
        QList<EventRow> expected;
        {
            auto connection = control.connect(Purpose::Write);
            LW_OK(sync(*connection, log, atSecond));
            expected = allRows(*connection);
        }
        QCOMPARE(expected.size(), second);

        QRandomGenerator random(20'261'122);
        int kills = 0, duringFirst = 0, duringSecond = 0;
        while (kills < 50) {
            TempVault temp;
            temp.vault->lock();
            quint64 before = 0;
            for (bool done = false; !done;) {
                const QStringList arguments{QStringLiteral("sync"), temp.path(), QString::number(seed),
                                            QString::number(first), QString::number(second)};
                // The last runs are let through, or a vault would take forever.
                const bool killed = runAndKill(arguments, static_cast<int>(random.bounded(1, 14)),
                                               static_cast<int>(random.bounded(4000)));
                auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
                LW_OK(vault);
                auto connection = (*vault)->connect();
                LW_OK(connection);
                const auto point = SyncWriter(**connection).resumePoint();
                LW_OK(point);
                QVERIFY2(point->next >= before, "stored events were lost");
                before = point->next;
                QVERIFY(point->visible == 0 || point->visible == first || point->visible == second);
                QCOMPARE(*EventReader(**connection).count(everything()), point->visible);
                if (point->visible == first) QCOMPARE(*EventReader(**connection).reverify(), atFirst);
                if (killed) {
                    ++kills;
                    ++(point->visible == 0 ? duringFirst : duringSecond);
                }
                done = point->visible == second;
                if (!done) continue;
                QCOMPARE(*EventReader(**connection).reverify(), atSecond);
                QCOMPARE(allRows(**connection), expected);
                LW_OK((*vault)->checkIntegrity());
            }
        }
        qInfo("%d kills: %d before anything was verified, %d after", kills, duringFirst, duringSecond);
        QVERIFY(duringFirst > 5);
        QVERIFY(duringSecond > 5);
    }

    void aKilledRotationLeavesOneThatOpens()
    {
        const auto log = leaves(seed, 4'000);
        TempVault temp;
        {
            auto connection = temp.connect(Purpose::Write);
            LW_OK(sync(*connection, log, checkpoint(log, 4'000)));
        }
        QElapsedTimer timer;
        timer.start();
        LW_OK(temp.vault->rotateKey(secret(passphrase)));
        int longest = static_cast<int>(timer.nsecsElapsed() / 1000);
        temp.vault->lock();
        QRandomGenerator random(7);
        int kills = 0, rotated = 0;
        QString name = temp.vault->databasePath();
        // Every machine, and every minute of it, takes its own time: the moment of the kill follows what came of those
        // before, so that some are killed at each place and some come through.
        for (int run = 0; run < 25 || (rotated == 0 && run < 200); ++run) {
            kills += runAndKill({QStringLiteral("rotate"), temp.path()}, 1, static_cast<int>(random.bounded(longest)));
            auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
            LW_OK(vault);
            auto connection = (*vault)->connect();
            LW_OK(connection);
            QCOMPARE(*EventReader(**connection).reverify(), checkpoint(log, 4'000));
            QCOMPARE(QDir(temp.path()).entryList({QStringLiteral("*.db")}, QDir::Files).size(), 1);
            const bool through = (*vault)->databasePath() != name;
            rotated += through;
            longest += through ? -longest / 4 : longest / 8;
            name = (*vault)->databasePath();
        }
        qInfo("%d kills, %d rotations came through", kills, rotated);
        QVERIFY(kills > 5);
        QVERIFY(rotated > 0);
    }
};

QTEST_GUILESS_MAIN(TestKillResume)
#include "tst_killresume.moc"
