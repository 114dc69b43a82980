// SPDX-License-Identifier: GPL-3.0-or-later
// What the back end purged goes from the cache too: no page of the decrypted file holds it, and the log still verifies.
#include "core/audit/purgedleaf.h"
#include "core/cache/cachepurge.h"
#include "core/cache/eventreader.h"
#include "core/cache/leafchunktable.h"
#include "core/cache/sqlite.h"
#include "tests/core/cache/cachefixtures.h"
#include "tests/core/cache/decryptedpages.h"

#include <QCryptographicHash>
using namespace fixture;

namespace {

constexpr int logSize = 3'000;

bool isPurged(int index)
{
    // Whole chunks, single entries, and some of the last chunk, which is not full.
    return index < 1'100 || (index < 2'000 && index % 3 == 0) || (index >= 2'850 && index < 2'900);
}

AuditEvent canary(quint32 index, bool longIds)
{
    AuditEvent event = sampleEvent(1, index);
    // As in a real log: what is long and different in each entry compresses badly.
    if (longIds)
        event.detail = QString::fromLatin1(
            QCryptographicHash::hash(QByteArray::number(index), QCryptographicHash::Sha512).toBase64());
    const QString word = isPurged(static_cast<int>(index)) ? QStringLiteral("goneword") : QStringLiteral("keptword");
    event.actor.name = QStringLiteral("%1-person-%2").arg(word).arg(index % 5);
    event.origin.address = isPurged(static_cast<int>(index)) ? QStringLiteral("192.0.2.%1").arg(index % 200)
                                                             : QStringLiteral("198.51.100.7");
    event.detail = QStringLiteral("%1-détail-%2").arg(word).arg(index) + event.detail;
    return event;
}

QList<PurgedRange> ranges()
{
    QList<PurgedRange> list;
    for (int i = 0; i < logSize; ++i) {
        if (!isPurged(i)) continue;
        const auto index = static_cast<quint64>(i);
        if (!list.isEmpty() && list.constLast().last + 1 == index)
            list.last().last = index;
        else
            list.append({list.size() + 1, index, index});
    }
    return list;
}

}  // namespace

class TestCachePurge : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

    static QByteArray pages(const Vault &vault)
    {
        return decryptedPages(vault.directory(), vault.databasePath(), secret(passphrase));
    }

    /// Pieces of the compressed leaves that hold purged text, as they are stored before the purge.
    static QList<QByteArray> piecesOfChunks(Connection &connection)
    {
        constexpr int piece = 48;
        const auto use = connection.use();
        auto select =
            Statement::prepare(connection.handle(), "SELECT chunk, bytes FROM leaf_chunk", QStringLiteral("reading"));
        QList<QByteArray> pieces;
        while (select->step() == SQLITE_ROW) {
            const auto first = static_cast<int>(select->integer(0) * 256);
            bool touched = false;
            for (int i = first; i < std::min(first + 256, logSize); ++i)
                touched |= isPurged(i);
            const QByteArrayView bytes = select->bytes(1);
            // From the middle, and not across the border of a page.
            for (qsizetype at = 300; touched && at + piece < bytes.size(); at += 600)
                pieces << bytes.sliced(at, piece).toByteArray();
        }
        return pieces;
    }

    static int found(const QByteArray &plain, const QList<QByteArray> &pieces)
    {
        return static_cast<int>(std::ranges::count_if(pieces, [&](const auto &one) { return plain.contains(one); }));
    }

  private Q_SLOTS:
    void noPageHoldsWhatWasPurged_data()
    {
        QTest::addColumn<bool>("longIds");
        QTest::newRow("leaves whose hashes are longer than themselves, compressed") << false;
        QTest::newRow("leaves that are written over in place") << true;
    }
    void noPageHoldsWhatWasPurged()
    {
        QFETCH(bool, longIds);
        TempVault temp;
        auto connection = temp.connect(Purpose::Write);
        QList<QByteArray> log;
        for (quint32 i = 0; i < logSize; ++i)
            log << audit::leafBytes(canary(i, longIds));
        const Checkpoint target = checkpoint(log, logSize);
        LW_OK(sync(*connection, log, target));

        // The search finds what is there: texts, and leaves in their compressed form.
        const QList<QByteArray> pieces = piecesOfChunks(*connection);
        QVERIFY(pieces.size() > 50);
        QByteArray plain = pages(*temp.vault);
        QVERIFY(plain.contains("CREATE TABLE event_person"));
        QVERIFY(plain.contains("goneword-person-3"));
        QVERIFY(plain.contains("goneword-d"));
        QVERIFY(plain.contains("192.0.2."));
        QVERIFY(plain.contains("keptword-person-3"));
        QVERIFY(found(plain, pieces) > pieces.size() * 8 / 10);
        const quint64 before = *EventReader(*connection).count(everything());

        CachePurge purge(*connection);
        QCOMPARE(*purge.seen(), 0);
        LW_OK(purge.apply(ranges()));
        LW_OK(purge.sweep());
        QCOMPARE(*purge.seen(), ranges().constLast().number);

        plain = pages(*temp.vault);
        QVERIFY(plain.contains("CREATE TABLE event_person"));
        QVERIFY(!plain.contains("goneword"));
        QVERIFY(!plain.contains("192.0.2."));
        QVERIFY(plain.contains("keptword-person-3"));
        QCOMPARE(found(plain, pieces), 0);

        // Rows and indexes agree on what is left, and the whole log hashes to its signed head.
        EventReader reader(*connection);
        LW_OK(reader.reverify());
        quint64 purged = 0;
        for (int i = 0; i < logSize; ++i)
            purged += isPurged(i) ? 1 : 0;
        QCOMPARE(*reader.count(everything()), before - purged);
        for (const SortKey key : {SortKey::Time, SortKey::Person, SortKey::Address}) {
            const auto indices = reader.indices(everything(), key);
            LW_OK(indices);
            QCOMPARE(static_cast<quint64>(indices->size()), before - purged);
        }
        QCOMPARE(reader.event(0).error().code, Errc::NotFound);
        QCOMPARE(*reader.event(2'999), canary(2'999, longIds));
        QCOMPARE(reader.leaf(2'999)->size(), log[2'999].size());
        LW_OK(reader.inclusion(5));
        EventFilter filter = everything();
        filter.words = {QStringLiteral("goneword")};
        QCOMPARE(*reader.count(filter), quint64(0));

        // Once more changes nothing, and the next sync goes on where the log stood.
        LW_OK(purge.apply(ranges()));
        LW_OK(purge.sweep());
        for (quint32 i = logSize; i < logSize + 400; ++i)
            log << audit::leafBytes(sampleEvent(9, i));
        LW_OK(sync(*connection, log, checkpoint(log, logSize + 400)));
        LW_OK(reader.reverify());
        QCOMPARE(*reader.count(everything()), before - purged + 400);
    }

    void anIdOfATextIsNeverGivenAgain()
    {
        TempVault temp;
        auto connection = temp.connect(Purpose::Write);
        AuditEvent event = sampleEvent(1, 0);
        event.detail = QStringLiteral("the last text of all");
        event.object = {};
        event.source.host.clear();
        QList<QByteArray> log{audit::leafBytes(event)};
        LW_OK(sync(*connection, log, checkpoint(log, 1)));
        const auto greatest = [&connection] {
            const auto use = connection->use();
            auto select =
                Statement::prepare(connection->handle(), "SELECT MAX(id) FROM text", QStringLiteral("reading"));
            return select->step() == SQLITE_ROW ? select->integer(0) : -1;
        };
        const qint64 former = greatest();
        CachePurge purge(*connection);
        LW_OK(purge.apply(QList<PurgedRange>{{1, 0, 0}}));
        LW_OK(purge.sweep());
        QCOMPARE(greatest(), former);
        log << audit::leafBytes(sampleEvent(2, 1));
        LW_OK(sync(*connection, log, checkpoint(log, 2)));
        QVERIFY(greatest() > former);
        QCOMPARE(*EventReader(*connection).event(1), sampleEvent(2, 1));
    }

    void rangesBeyondTheCacheDoNoHarm()
    {
        TempVault temp;
        auto connection = temp.connect(Purpose::Write);
        const QList<QByteArray> log = leaves(3, 300);
        LW_OK(sync(*connection, log, checkpoint(log, 300)));
        CachePurge purge(*connection);
        LW_OK(purge.apply(QList<PurgedRange>{{4, 299, 9'007'199'254'740'990}, {7, 5'000, 6'000}}));
        LW_OK(purge.sweep());
        QCOMPARE(*purge.seen(), 7);
        EventReader reader(*connection);
        LW_OK(reader.reverify());
        QCOMPARE(*reader.count(everything()), quint64(299));
        QCOMPARE(*reader.event(298), sampleEvent(3, 298));
    }

    void whatAPurgeWasBrokenOffAtIsDoneByTheNext()
    {
        TempVault temp;
        auto connection = temp.connect(Purpose::Write);
        const QList<QByteArray> log = leaves(4, 40'000);
        LW_OK(sync(*connection, log, checkpoint(log, 40'000)));
        CachePurge purge(*connection);
        const CancelToken cancel;
        cancel.cancel();
        QCOMPARE(purge.apply(QList<PurgedRange>{{1, 0, 39'000}}, cancel).error().code, Errc::Cancelled);
        QCOMPARE(*purge.seen(), 0);
        LW_OK(purge.apply(QList<PurgedRange>{{1, 0, 39'000}}));
        // Another program comes between: the sweep is still owed.
        auto other = temp.connect(Purpose::Write);
        LW_OK(CachePurge(*other).sweep());
        EventReader reader(*connection);
        LW_OK(reader.reverify());
        QCOMPARE(*reader.count(everything()), quint64(999));
    }
};

QTEST_GUILESS_MAIN(TestCachePurge)
#include "tst_cachepurge.moc"
