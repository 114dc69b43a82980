// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/databasefile.h"
#include "core/cache/schema.h"
#include "core/cache/sqlite.h"
#include "tests/core/cache/cachefixtures.h"

using namespace fixture;

class TestCacheSchema : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    std::unique_ptr<QTemporaryDir> m_dir;
    DatabaseFile m_file;

    QStringList lines(const char *sql)
    {
        QStringList list;
        auto query = Statement::prepare(m_file.handle(), sql, QString());
        if (!query) return {query.error().message};
        while (query->step() == SQLITE_ROW)
            list << QString::fromUtf8(query->bytes(0));
        return list;
    }
    int version() { return lines("PRAGMA user_version").value(0).toInt(); }
    static QString fixture(int version)
    {
        QFile file(QStringLiteral(LW_SOURCE_DIR "/tests/core/cache/fixtures/schema-%1.sql").arg(version));
        if (!file.open(QIODevice::ReadOnly)) return {};
        return QString::fromUtf8(file.readAll());
    }

  private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto file = DatabaseFile::open(m_dir->filePath(QStringLiteral("a.db")), randomSecret(32), OpenMode::Create);
        LW_OK(file);
        m_file = std::move(*file);
    }
    void cleanup() { m_file.close(); }

    void aFreshFileGetsTheNewestSchema()
    {
        LW_OK(migrate(m_file.handle()));
        QCOMPARE(version(), schemaVersion);
        QCOMPARE(schemaSteps().back().from + 1, schemaVersion);
        LW_OK(migrate(m_file.handle()));
    }

    void theSchemaIsThatOfItsFixture()
    {
        // A released version never changes: whoever needs another shape adds a step and a fixture.
        LW_OK(migrate(m_file.handle()));
        const QString now =
            lines("SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").join(u'\n');
        QCOMPARE(now.trimmed(), fixture(schemaVersion).trimmed());
    }

    void eachStepTakesItsFixtureToTheNext()
    {
        for (int from = 1; from < schemaVersion; ++from) {
            init();
            LW_OK(execute(m_file.handle(), fixture(from).toUtf8().constData(), QString()));
            LW_OK(
                execute(m_file.handle(), qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(from)), QString()));
            LW_OK(migrate(m_file.handle()));
            QCOMPARE(version(), schemaVersion);
        }
    }

    void versionOnesPeopleStayAndAreFetchedAnew()
    {
        LW_OK(execute(m_file.handle(), fixture(1).toUtf8().constData(), QString()));
        LW_OK(
            execute(m_file.handle(),
                    "INSERT INTO person(id, login, display_name, department, roles, status, mfa, "
                    "must_change_password, last_login_at_ms) VALUES('usr_1', 'ann', 'Ann', '', '[\"owner\"]', 1, 1, 0, "
                    "1700000000000);"
                    "INSERT INTO state(name, value) VALUES('people_etag', '\"7\"'), ('people_fetched_at', '1');"
                    "INSERT INTO event VALUES(0, 1700000000000, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);"
                    "PRAGMA user_version = 1",
                    QString()));
        LW_OK(migrate(m_file.handle()));
        QCOMPARE(version(), schemaVersion);
        QCOMPARE(lines("SELECT login || ':' || last_login_at_ms || ':' || email || ':' || "
                       "(password_due_at_ms IS NULL AND disabled_at_ms IS NULL) FROM person"),
                 QStringList{QStringLiteral("ann:1700000000000::1")});
        // With its tag the back end would answer "unchanged", and the new columns would stay empty.
        QCOMPARE(lines("SELECT name FROM state"), QStringList{QStringLiteral("people_fetched_at")});
        QCOMPARE(lines("SELECT count(*) FROM event"), QStringList{QStringLiteral("1")});
        QCOMPARE(lines("SELECT count(*) FROM snapshot"), QStringList{QStringLiteral("0")});
    }

    void stepsRunInTheirOrderAndOnce()
    {
        const SchemaStep steps[] = {{0, "CREATE TABLE t(v); INSERT INTO t VALUES(1)"},
                                    {1, "ALTER TABLE t ADD COLUMN w DEFAULT 7; INSERT INTO t VALUES(2, 8)"},
                                    {2, "INSERT INTO t VALUES(3, 9)"}};
        LW_OK(migrate(m_file.handle(), std::span(steps).first(1)));
        QCOMPARE(version(), 1);
        LW_OK(migrate(m_file.handle(), steps));
        QCOMPARE(version(), 3);
        LW_OK(migrate(m_file.handle(), steps));
        QCOMPARE(lines("SELECT v || ':' || w FROM t ORDER BY v"),
                 (QStringList{QStringLiteral("1:7"), QStringLiteral("2:8"), QStringLiteral("3:9")}));
    }

    void aFailedStepLeavesTheVersionBefore()
    {
        const SchemaStep steps[] = {{0, "CREATE TABLE t(v)"},
                                    {1, "INSERT INTO t VALUES(1); INSERT INTO nowhere VALUES(1)"}};
        QVERIFY(!migrate(m_file.handle(), steps).ok());
        QCOMPARE(version(), 1);
        QCOMPARE(lines("SELECT count(*) FROM t"), QStringList{QStringLiteral("0")});
    }

    void aNewerVersionIsRefused()
    {
        const int newer = schemaVersion + 1;
        LW_OK(execute(m_file.handle(), qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(newer)), QString()));
        const auto refused = migrate(m_file.handle());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::NewerSchema);
        QCOMPARE(version(), newer);
    }

    void aVersionThatNeverWasIsCorrupt()
    {
        LW_OK(execute(m_file.handle(), "PRAGMA user_version = -3", QString()));
        QCOMPARE(migrate(m_file.handle()).error().code, Errc::Corrupt);
    }

    void keysOrderByTextThenTime_data()
    {
        QTest::addColumn<qint64>("id");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<qint64>("key");
        QTest::newRow("none") << qint64(0) << qint64(5) << qint64(5);
        QTest::newRow("one") << qint64(1) << qint64(0) << (qint64(1) << 42);
        QTest::newRow("before 1970") << qint64(1) << qint64(-1) << (qint64(1) << 42);
        QTest::newRow("after 2109") << qint64(1) << std::numeric_limits<qint64>::max() << (qint64(2) << 42) - 1;
    }
    void keysOrderByTextThenTime()
    {
        QFETCH(qint64, id);
        QFETCH(qint64, time);
        QFETCH(qint64, key);
        QCOMPARE(keyOf(id, time), key);
    }
};

QTEST_GUILESS_MAIN(TestCacheSchema)
#include "tst_cacheschema.moc"
