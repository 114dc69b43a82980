// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing readable ever reaches the disk: a run of everything the cache does, then a search of every file it wrote.
#include "core/cache/eventreader.h"
#include "core/cache/outboxtable.h"
#include "core/cache/persontable.h"
#include "core/cache/statetable.h"
#include "tests/core/cache/cachefixtures.h"

#include <QDirIterator>
#include <QSqlQuery>
#include <QStringEncoder>

using namespace fixture;

class TestPlaintext : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

    static AuditEvent canary(quint32 index)
    {
        AuditEvent event = sampleEvent(1, index);
        event.actor.name = QStringLiteral("canary-person-%1").arg(index % 7);
        event.origin.address = QStringLiteral("192.0.2.%1").arg(index % 200);
        event.origin.agent = QStringLiteral("canary-agent");
        event.detail = QStringLiteral("canary-détail-%1").arg(index);
        return event;
    }
    static const QStringList &words()
    {
        static const QStringList list{
            QStringLiteral("canary"),        QStringLiteral("détail"),          QStringLiteral("192.0.2."),
            QStringLiteral("login.failed"),  QStringLiteral("SQLite format 3"), QStringLiteral("CREATE TABLE"),
            QString::fromLatin1(passphrase), QStringLiteral("leaf_chunk"),      QStringLiteral("note of size")};
        return list;
    }
    static QStringList readable(const QString &folder)
    {
        QStringList found;
        int files = 0;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly)) continue;
            ++files;
            const QByteArray bytes = file.readAll();
            for (const QString &word : words()) {
                const QByteArray utf8 = word.toUtf8();
                const QByteArray little = QStringEncoder(QStringEncoder::Utf16LE)(word);
                const QByteArray big = QStringEncoder(QStringEncoder::Utf16BE)(word);
                if (bytes.contains(utf8) || bytes.contains(little) || bytes.contains(big))
                    found << QStringLiteral("%1 in %2").arg(word, file.fileName());
            }
        }
        if (files == 0) found << QStringLiteral("no files at all");
        return found;
    }

  private Q_SLOTS:
    void theSearchFindsWhatIsThere()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("x")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, '\x90') +
                   QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(QStringLiteral("a canary"))));
        file.close();
        QCOMPARE(readable(dir.path()).size(), 1);
    }

    void noFileHoldsAnythingReadable()
    {
        // Whatever is made as a temporary file lands in the same folder and is searched as well.
        QTemporaryDir dir;
        qputenv("TMPDIR", dir.path().toUtf8());
        qputenv("SQLITE_TMPDIR", dir.path().toUtf8());
        const QString path = dir.filePath(QStringLiteral("cache"));
        auto made = Vault::create(path, secret(passphrase), cheap);
        LW_OK(made);
        Vault &vault = *made->vault;
        auto connection = vault.connect(Purpose::Write);
        LW_OK(connection);
        QList<QByteArray> log;
        for (quint32 i = 0; i < 6'000; ++i)
            log << audit::leafBytes(canary(i));
        {
            SyncWriter writer(**connection, 512);
            LW_OK(writer.begin(checkpoint(log, 6'000)));
            for (int at = 0; at < 6'000; at += 500) {
                LW_OK(writer.append(views(log, at, at + 500)));
                QCOMPARE(readable(dir.path()), QStringList());
            }
            LW_OK(writer.finish(instant(firstMs)));
        }
        QVERIFY(QFile::exists(vault.databasePath() + QStringLiteral("-wal")));
        User user;
        user.id = QStringLiteral("usr_canary");
        user.login = QStringLiteral("canary");
        LW_OK(PersonTable(**connection).replaceAll({user}, "canary", instant(firstMs)));
        LW_OK(StateTable(**connection).setValue(StateKey::Customer, "{\"name\":\"canary\"}"));
        LW_OK(OutboxTable(**connection).add("canary", "{\"report\":\"canary\"}", instant(firstMs)));
        auto lie = log;
        lie.removeLast();
        lie << audit::leafBytes(canary(9'999));
        QVERIFY(!sync(**connection, lie, checkpoint(lie, 6'000)).ok());

        EventReader reader(**connection);
        EventFilter filter;
        filter.words = {QStringLiteral("canary")};
        for (const SortKey key : {SortKey::Time, SortKey::Person, SortKey::Address})
            QVERIFY(!reader.indices(filter, key)->empty());
        {
            // A sort that SQLite has to do by itself, larger than its page cache.
            const auto use = (*connection)->use();
            QSqlQuery query((*connection)->database());
            QVERIFY(query.exec(QStringLiteral("PRAGMA cache_size = 10")));
            QVERIFY(query.exec(QStringLiteral(
                "SELECT t.value || e.idx AS v FROM event e, text t WHERE t.id < 40 ORDER BY v DESC LIMIT 100")));
            while (query.next()) {
                if (query.at() == 5) QCOMPARE(readable(dir.path()), QStringList());
            }
        }
        QCOMPARE(readable(dir.path()), QStringList());
        connection->reset();
        LW_OK(vault.rotateKey(secret(passphrase)));
        QCOMPARE(readable(dir.path()), QStringList());
        vault.lock();
        QCOMPARE(readable(dir.path()), QStringList());
        LW_OK(Vault::setAside(path, instant(firstMs)));
        QCOMPARE(readable(dir.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPlaintext)
#include "tst_plaintext.moc"
