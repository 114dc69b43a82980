// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/purgedleaf.h"
#include "core/cache/eventreader.h"
#include "core/cache/sqlite.h"
#include "core/cache/statetable.h"
#include "tests/core/cache/cachefixtures.h"

using namespace fixture;

class TestSyncWriter : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

  private Q_SLOTS:
    void aLogOfAnySizeIsTaken_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 2, 255, 256, 257, 511, 512, 513, 1000, 4097})
            QTest::addRow("%d", size) << size;
    }
    void aLogOfAnySizeIsTaken()
    {
        QFETCH(int, size);
        TempVault temp;
        const auto log = leaves(5, static_cast<quint32>(size));
        const Checkpoint target = checkpoint(log, size);
        auto connection = temp.connect(Purpose::Write);
        const auto done = sync(*connection, log, target);
        LW_OK(done);
        QCOMPARE(*done, target);
        EventReader reader(*connection);
        QCOMPARE(reader.span()->events, quint64(size));
        QCOMPARE(reader.span()->checkpoint, std::optional(target));
        QCOMPARE(*reader.reverify(), target);
        for (int i = 0; i<size; i += size> 1000 ? 97 : 1) {
            const auto index = static_cast<quint32>(i);
            QCOMPARE(*reader.leaf(index), log[i]);
            QCOMPARE(*reader.event(index), sampleEvent(5, index));
            const auto proof = reader.inclusion(index);
            LW_OK(proof);
            LW_OK(audit::verifyInclusion(*proof, audit::leafHash(log[i]), target.root));
        }
        QCOMPARE(reader.leaf(static_cast<quint32>(size)).error().code, Errc::NotFound);
        QCOMPARE(reader.inclusion(static_cast<quint32>(size)).error().code, Errc::NotFound);
    }

    void aLogGrowsByAnySteps()
    {
        TempVault temp;
        const auto log = leaves(6, 2000);
        auto connection = temp.connect(Purpose::Write);
        for (const int size : {1, 3, 255, 256, 300, 768, 769, 1500, 1500, 2000}) {
            LW_OK(sync(*connection, log, checkpoint(log, size)));
            EventReader reader(*connection);
            QCOMPARE(*reader.reverify(), checkpoint(log, size));
            QCOMPARE(*reader.count(everything()), quint64(size));
            for (const int at : {0, size / 2, size - 1})
                LW_OK(audit::verifyInclusion(*reader.inclusion(static_cast<quint32>(at)), audit::leafHash(log[at]),
                                             checkpoint(log, size).root));
        }
    }

    void purgedLeavesKeepTheLogWhole_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("every");
        QTest::newRow("the older half") << 0 << 1300 << 1;
        QTest::newRow("every other one") << 0 << 2600 << 2;
        QTest::newRow("one chunk") << 256 << 512 << 1;
        QTest::newRow("the newest") << 2599 << 2600 << 1;
        QTest::newRow("all") << 0 << 2600 << 1;
    }
    void purgedLeavesKeepTheLogWhole()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, every);
        TempVault temp;
        const auto whole = leaves(8, 2600);
        const Checkpoint target = checkpoint(whole, 2600);
        auto log = whole;
        quint64 purged = 0;
        for (int i = from; i < to; i += every, ++purged)
            log[i] = audit::purgedLeaf(audit::leafHash(whole[i]));
        auto connection = temp.connect(Purpose::Write);
        LW_OK(sync(*connection, log, checkpoint(whole, 700)));
        // Broken off and taken up where purged leaves lie at the seam.
        for (int part = 700; part < 2600; part += 190) {
            SyncWriter writer(*connection);
            QCOMPARE(writer.begin(target)->next, quint64(part));
            LW_OK(writer.append(views(log, part, qMin(part + 190, 2600))));
            LW_OK(writer.flush());
        }
        LW_OK(sync(*connection, log, target));
        EventReader reader(*connection);
        QCOMPARE(*reader.reverify(), target);
        QCOMPARE(reader.span()->events, quint64(2600));
        QCOMPARE(reader.span()->firstTime.isValid(), purged < 2600);
        QCOMPARE(*reader.count(everything()), 2600 - purged);
        for (int i = 0; i < 2600; i += 53) {
            const auto index = static_cast<quint32>(i);
            QCOMPARE(*reader.leaf(index), log[i]);
            LW_OK(audit::verifyInclusion(*reader.inclusion(index), audit::leafHash(whole[i]), target.root));
            const auto event = reader.event(index);
            if (audit::purgedHash(log[i]))
                QCOMPARE(event.error().code, Errc::NotFound);
            else
                QCOMPARE(*event, sampleEvent(8, index));
        }
    }

    void aPurgedLeafWithAnotherHashIsFound()
    {
        TempVault temp;
        const auto whole = leaves(8, 600);
        auto log = whole;
        log[300] = audit::purgedLeaf(audit::leafHash(whole[301]));
        auto connection = temp.connect(Purpose::Write);
        const auto done = sync(*connection, log, checkpoint(whole, 600));
        QCOMPARE(done.error().code, Errc::Tampered);
        QCOMPARE(done.error().field, QStringLiteral("changed-leaf"));
        QCOMPARE(EventReader(*connection).span()->events, quint64(0));
    }

    void aBrokenSyncGoesOnWhereItStopped()
    {
        TempVault temp;
        const auto log = leaves(7, 1000);
        const Checkpoint target = checkpoint(log, 1000);
        auto connection = temp.connect(Purpose::Write);
        for (int part = 0; part < 1000; part += 100) {
            SyncWriter writer(*connection);
            const auto point = writer.begin(target);
            LW_OK(point);
            QCOMPARE(point->next, quint64(part));
            QCOMPARE(point->visible, quint64(0));
            LW_OK(writer.append(views(log, part, part + 100)));
            LW_OK(writer.flush());
        }
        SyncWriter writer(*connection);
        QCOMPARE(writer.begin(target)->next, quint64(1000));
        QCOMPARE(*writer.finish(instant(firstMs)), target);
        QCOMPARE(*EventReader(*connection).reverify(), target);
    }

    void aNewerTargetTakesOverWhatIsStored()
    {
        TempVault temp;
        const auto log = leaves(7, 900);
        auto connection = temp.connect(Purpose::Write);
        {
            SyncWriter writer(*connection);
            LW_OK(writer.begin(checkpoint(log, 700)));
            LW_OK(writer.append(views(log, 0, 600)));
            LW_OK(writer.flush());
        }
        LW_OK(sync(*connection, log, checkpoint(log, 900)));
        QCOMPARE(*EventReader(*connection).reverify(), checkpoint(log, 900));
    }

    void anOlderTargetDropsWhatIsBeyond()
    {
        TempVault temp;
        const auto log = leaves(7, 900);
        auto connection = temp.connect(Purpose::Write);
        LW_OK(sync(*connection, log, checkpoint(log, 300)));
        {
            SyncWriter writer(*connection);
            LW_OK(writer.begin(checkpoint(log, 900)));
            LW_OK(writer.append(views(log, 300, 800)));
            LW_OK(writer.flush());
        }
        SyncWriter writer(*connection);
        const auto point = writer.begin(checkpoint(log, 400));
        LW_OK(point);
        QCOMPARE(point->next, quint64(300));
        LW_OK(writer.append(views(log, 300, 400)));
        LW_OK(writer.finish(instant(firstMs)));
        QCOMPARE(*EventReader(*connection).reverify(), checkpoint(log, 400));
    }

    void anotherLogIsRefused_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("kind");
        QTest::newRow("changed leaf") << QStringLiteral("changed") << QStringLiteral("changed-leaf");
        QTest::newRow("changed leaf of another sync")
            << QStringLiteral("changed-before") << QStringLiteral("changed-leaf");
        QTest::newRow("swapped leaves") << QStringLiteral("swapped") << QStringLiteral("changed-leaf");
        QTest::newRow("a leaf twice") << QStringLiteral("twice") << QStringLiteral("changed-leaf");
        QTest::newRow("rewritten history") << QStringLiteral("history") << QStringLiteral("changed-leaf");
        QTest::newRow("shorter than before") << QStringLiteral("truncated") << QStringLiteral("truncated");
        QTest::newRow("two heads of one size") << QStringLiteral("fork") << QStringLiteral("fork");
    }
    void anotherLogIsRefused()
    {
        QFETCH(QString, how);
        QFETCH(QString, kind);
        TempVault temp;
        const auto log = leaves(8, 1000);
        const Checkpoint verified = checkpoint(log, 600);
        auto connection = temp.connect(Purpose::Write);
        LW_OK(sync(*connection, log, verified));

        auto sent = log;
        Checkpoint target = checkpoint(log, 1000);
        if (how == QLatin1String("changed")) sent[800] = audit::leafBytes(sampleEvent(9, 800));
        if (how == QLatin1String("swapped")) std::swap(sent[700], sent[701]);
        if (how == QLatin1String("twice")) sent[701] = sent[700];
        if (how == QLatin1String("truncated")) target = checkpoint(log, 599);
        if (how == QLatin1String("fork")) target = checkpoint(leaves(9, 600), 600);
        if (how == QLatin1String("history")) {
            sent = leaves(9, 1000);
            target = checkpoint(sent, 1000);
        }
        if (how == QLatin1String("changed-before")) {
            SyncWriter writer(*connection);
            LW_OK(writer.begin(target));
            auto lie = log;
            lie[650] = audit::leafBytes(sampleEvent(9, 650));
            LW_OK(writer.append(views(lie, 600, 700)));
            LW_OK(writer.flush());
        }
        target.note = "offending";
        const auto refused = sync(*connection, sent, target);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::Tampered);
        QCOMPARE(refused.error().field, kind);

        EventReader reader(*connection);
        QCOMPARE(*reader.reverify(), verified);
        QCOMPARE(*reader.count(everything()), quint64(600));
        const auto evidence = StateTable(*connection).evidence();
        LW_OK(evidence);
        QCOMPARE(evidence->size(), 1);
        QCOMPARE(evidence->first().kind, kind);
        QCOMPARE(evidence->first().trustedNote, verified.note);
        QCOMPARE(evidence->first().offendingNote, QByteArray("offending"));
        QCOMPARE(evidence->first().message, refused.error().message);
        QCOMPARE(SyncWriter(*connection).resumePoint()->next, quint64(600));
        LW_OK(sync(*connection, log, checkpoint(log, 1000)));
        QCOMPARE(*reader.reverify(), checkpoint(log, 1000));
        LW_OK(temp.vault->checkIntegrity());
    }

    void aStreamThatIsNoLogIsRefused_data()
    {
        QTest::addColumn<QByteArray>("leaf");
        QTest::newRow("no JSON") << QByteArray("login failed");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other JSON") << QByteArray("{\"v\":1}");
        QTest::newRow("a newer version") << leaves(1, 1)[0].replace("\"v\":1", "\"v\":2");
        QTest::newRow("too large") << QByteArray(70'000, ' ');
    }
    void aStreamThatIsNoLogIsRefused()
    {
        QFETCH(QByteArray, leaf);
        TempVault temp;
        auto log = leaves(1, 10);
        log[5] = leaf;
        auto connection = temp.connect(Purpose::Write);
        const auto refused = sync(*connection, log, checkpoint(log, 10));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::Protocol);
        QVERIFY(refused.error().message.contains(u'5'));
        QCOMPARE(EventReader(*connection).span()->events, quint64(0));
    }

    void tooManyOrTooFewAreRefused()
    {
        TempVault temp;
        const auto log = leaves(1, 20);
        auto connection = temp.connect(Purpose::Write);
        {
            SyncWriter writer(*connection);
            LW_OK(writer.begin(checkpoint(log, 10)));
            LW_OK(writer.append(views(log, 0, 9)));
            QCOMPARE(writer.finish(instant(firstMs)).error().code, Errc::Protocol);
        }
        {
            SyncWriter writer(*connection);
            QCOMPARE(writer.begin(checkpoint(log, 10))->next, quint64(9));
            QCOMPARE(writer.append(views(log, 9, 12)).error().code, Errc::Protocol);
        }
        LW_OK(sync(*connection, log, checkpoint(log, 10)));
    }

    void onlyOneWritesAtATime()
    {
        TempVault temp;
        const auto log = leaves(1, 20);
        auto one = temp.connect(Purpose::Write);
        auto two = temp.connect(Purpose::Write);
        auto writer = std::make_unique<SyncWriter>(*one);
        LW_OK(writer->begin(checkpoint(log, 20)));
        const auto refused = sync(*two, log, checkpoint(log, 20));
        QCOMPARE(refused.error().code, Errc::Conflict);
        QVERIFY(refused.error().message.contains(QString::number(QCoreApplication::applicationPid())));
        writer.reset();
        LW_OK(sync(*two, log, checkpoint(log, 20)));
    }

    void lockingEndsASync()
    {
        TempVault temp;
        const auto log = leaves(1, 400);
        auto connection = temp.connect(Purpose::Write);
        SyncWriter writer(*connection, 256);
        LW_OK(writer.begin(checkpoint(log, 400)));
        LW_OK(writer.append(views(log, 0, 300)));
        temp.vault->lock();
        QCOMPARE(writer.append(views(log, 300, 400)).ok(), true);
        QCOMPARE(writer.finish(instant(firstMs)).error().code, Errc::Cancelled);
        connection.reset();
        auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        LW_OK(vault);
        auto again = (*vault)->connect(Purpose::Write);
        LW_OK(again);
        QCOMPARE(SyncWriter(**again).resumePoint()->next, quint64(256));
    }

    void aCancelledFinishIsFinishedLater()
    {
        TempVault temp;
        const auto log = leaves(1, 400);
        auto connection = temp.connect(Purpose::Write);
        CancelToken cancel;
        cancel.cancel();
        {
            SyncWriter writer(*connection);
            LW_OK(writer.begin(checkpoint(log, 400)));
            LW_OK(writer.append(views(log, 0, 400)));
            QCOMPARE(writer.finish(instant(firstMs), cancel).error().code, Errc::Cancelled);
            QCOMPARE(EventReader(*connection).span()->events, quint64(0));
        }
        LW_OK(sync(*connection, log, checkpoint(log, 400)));
    }

    void unverifiedEventsAreInvisible_data()
    {
        QTest::addColumn<int>("verified");
        QTest::newRow("nothing verified") << 0;
        QTest::newRow("some verified") << 300;
        QTest::newRow("a whole chunk verified") << 256;
    }
    void unverifiedEventsAreInvisible()
    {
        QFETCH(int, verified);
        TempVault temp, control;
        const auto log = leaves(4, 900);
        auto connection = temp.connect(Purpose::Write);
        auto other = control.connect(Purpose::Write);
        if (verified > 0) {
            LW_OK(sync(*connection, log, checkpoint(log, verified)));
            LW_OK(sync(*other, log, checkpoint(log, verified)));
        }
        SyncWriter writer(*connection);
        LW_OK(writer.begin(checkpoint(log, 900)));
        LW_OK(writer.append(views(log, verified, 900)));
        LW_OK(writer.flush());
        // Indexed as well, as after a kill between indexing and the end: still not there for anybody.
        CancelToken none;
        const auto indexThem = [&] {
            const auto use = connection->use();
            return execute(connection->handle(),
                           "INSERT OR IGNORE INTO event_time SELECT time_ms, idx, kind, outcome FROM event;"
                           "INSERT OR IGNORE INTO event_person SELECT (person_id << 42) | time_ms, idx FROM event;"
                           "INSERT OR IGNORE INTO event_address SELECT (address_id << 42) | time_ms, idx FROM event",
                           QString());
        };
        LW_OK(indexThem());

        EventReader seen(*connection), expected(*other);
        EventFilter all = everything();
        EventFilter person = all, network = all, words = all, period = all;
        person.person = QStringLiteral("ann.lee");
        network.address = QStringLiteral("203.0.113.0/24");
        words.words = {QStringLiteral("yealink")};
        period.from = instant(firstMs + 3'600'000);
        for (const EventFilter &filter : {all, person, network, words, period, EventFilter{}}) {
            QCOMPARE(*seen.count(filter), *expected.count(filter));
            for (const SortKey key : {SortKey::Time, SortKey::Person, SortKey::Kind, SortKey::Address})
                QCOMPARE(*seen.indices(filter, key), *expected.indices(filter, key));
            QList<EventRow> a, b;
            LW_OK(seen.forEach(filter, {}, [&](const EventRow &row) {
                a << row;
                return true;
            }));
            LW_OK(expected.forEach(filter, {}, [&](const EventRow &row) {
                b << row;
                return true;
            }));
            QCOMPARE(a, b);
            const auto h1 = seen.histogram(filter, instant(firstMs - 1'000'000), instant(firstMs + 100'000'000), 50);
            const auto h2 =
                expected.histogram(filter, instant(firstMs - 1'000'000), instant(firstMs + 100'000'000), 50);
            QCOMPARE(h1->buckets, h2->buckets);
        }
        const QDate day = instant(firstMs).date();
        QCOMPARE(*seen.daily(day.addDays(-1), day.addDays(2)), *expected.daily(day.addDays(-1), day.addDays(2)));
        QCOMPARE(seen.span()->events, quint64(verified));
        QCOMPARE(seen.span()->lastTime, expected.span()->lastTime);
        QCOMPARE(seen.gaps(60'000)->size(), expected.gaps(60'000)->size());
        const auto a1 = seen.activity({}, {}), a2 = expected.activity({}, {});
        QCOMPARE(a1->failed, a2->failed);
        QCOMPARE(a1->addresses, a2->addresses);
        QCOMPARE(a1->topFailingAddresses, a2->topFailingAddresses);
        const QStringList people{QStringLiteral("ann.lee"), QStringLiteral("bo chen")};
        for (qsizetype i = 0; i < people.size(); ++i) {
            QCOMPARE(seen.personActivity(people)->at(i).events, expected.personActivity(people)->at(i).events);
            QCOMPARE(seen.personActivity({people[i]})->first().events, expected.personActivity(people)->at(i).events);
        }
        for (const SuggestField field : {SuggestField::Person, SuggestField::Address, SuggestField::Agent})
            QCOMPARE(*seen.suggest(QString(), field), *expected.suggest(QString(), field));
        const auto first = static_cast<quint32>(verified);
        QCOMPARE(seen.event(first).error().code, Errc::NotFound);
        QCOMPARE(seen.leaf(first).error().code, Errc::NotFound);
        QCOMPARE(seen.inclusion(first).error().code, Errc::NotFound);
        QCOMPARE(seen.rows(std::array{first}).error().code, Errc::NotFound);
        QCOMPARE(seen.forEachLeaf(0, first + 1, [](quint64, QByteArrayView) { return true; }).error().code,
                 Errc::NotFound);
        if (verified > 0) LW_OK(seen.reverify());

        {
            const auto use = connection->use();
            LW_OK(execute(connection->handle(), "UPDATE state SET value = 900 WHERE name = 'indexed_size'", QString()));
        }
        LW_OK(writer.discardUnverified());
        QCOMPARE(writer.resumePoint()->next, quint64(verified));
        LW_OK(sync(*connection, log, checkpoint(log, 900)));
        QCOMPARE(*seen.reverify(), checkpoint(log, 900));
        QCOMPARE(*seen.count(all), quint64(900));
    }
};

QTEST_GUILESS_MAIN(TestSyncWriter)
#include "tst_syncwriter.moc"
