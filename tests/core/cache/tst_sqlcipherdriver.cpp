// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sqlcipherdriver.h"
#include "core/cache/sqlite.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace lw;
using namespace lw::cache;

namespace {

/// A connection of its own to a file; gone with its owner.
class Database {
  public:
    Database(const QString &path, const Secret &key, const QString &options = QStringLiteral("CREATE"))
        : m_name(QStringLiteral("test-%1").arg(++counter)), driver(new SqlCipherDriver)
    {
        driver->setKey(key);
        db = QSqlDatabase::addDatabase(driver, m_name);
        db.setDatabaseName(path);
        db.setConnectOptions(options);
        db.open();
    }
    ~Database()
    {
        db = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    QSqlQuery query() const { return QSqlQuery(db); }
    bool run(const QString &sql) const
    {
        QSqlQuery query(db);
        const bool ok = query.exec(sql);
        if (!ok) qWarning("%s", qPrintable(query.lastError().text()));
        return ok;
    }

  private:
    static inline int counter = 0;
    QString m_name;

  public:
    SqlCipherDriver *driver;
    QSqlDatabase db;
};

}  // namespace

class TestSqlCipherDriver : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    std::unique_ptr<QTemporaryDir> m_dir;
    Secret m_key;
    QString path() const { return m_dir->filePath(QStringLiteral("a.db")); }

  private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_key = randomSecret(32);
    }

    void valuesRoundTrip_data()
    {
        QTest::addColumn<QVariant>("in");
        QTest::addColumn<QVariant>("out");
        QTest::addColumn<QString>("type");
        const auto same = [](const char *name, const QVariant &value, const char *type) {
            QTest::newRow(name) << value << value << QString::fromLatin1(type);
        };
        same("zero", qlonglong(0), "integer");
        same("largest", std::numeric_limits<qlonglong>::max(), "integer");
        same("smallest", std::numeric_limits<qlonglong>::min(), "integer");
        same("double", 0.1, "real");
        same("tiny double", 5e-324, "real");
        same("text", QStringLiteral("ann.lee"), "text");
        same("empty text", QStringLiteral(""), "text");
        same("unicode", QString::fromUtf8("Zoë 📞 日本 \u202e"), "text");
        same("quotes", QStringLiteral("O'Brien \"x\"; DROP TABLE t"), "text");
        same("text with NUL", QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")), "text");
        same("blob", QByteArray("\x00\x01\xff\x00", 4), "blob");
        same("empty blob", QByteArray(""), "blob");
        QTest::newRow("int") << QVariant(-7) << QVariant(qlonglong(-7)) << QStringLiteral("integer");
        QTest::newRow("unsigned") << QVariant(4'294'967'295U) << QVariant(qlonglong(4'294'967'295))
                                  << QStringLiteral("integer");
        QTest::newRow("true") << QVariant(true) << QVariant(qlonglong(1)) << QStringLiteral("integer");
        QTest::newRow("false") << QVariant(false) << QVariant(qlonglong(0)) << QStringLiteral("integer");
        QTest::newRow("instant") << QVariant(QDateTime(QDate(2026, 11, 22), QTime(14, 0, 12, 418), Qt::UTC))
                                 << QVariant(QStringLiteral("2026-11-22T14:00:12.418Z")) << QStringLiteral("text");
        QTest::newRow("date") << QVariant(QDate(2026, 2, 28)) << QVariant(QStringLiteral("2026-02-28"))
                              << QStringLiteral("text");
        QTest::newRow("time") << QVariant(QTime(1, 2, 3, 4)) << QVariant(QStringLiteral("01:02:03.004"))
                              << QStringLiteral("text");
        QTest::newRow("null") << QVariant() << QVariant() << QStringLiteral("null");
        QTest::newRow("null text") << QVariant(QMetaType(QMetaType::QString)) << QVariant() << QStringLiteral("null");
    }
    void valuesRoundTrip()
    {
        QFETCH(QVariant, in);
        QFETCH(QVariant, out);
        QFETCH(QString, type);
        Database database(path(), m_key);
        QVERIFY(database.run(QStringLiteral("CREATE TABLE t(v)")));
        QSqlQuery query = database.query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO t VALUES(?)")));
        query.addBindValue(in);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QVERIFY(query.exec(QStringLiteral("SELECT v, typeof(v) FROM t")));
        QVERIFY(query.next());
        QCOMPARE(query.value(1).toString(), type);
        QCOMPARE(query.isNull(0), !out.isValid());
        if (out.isValid()) {
            QCOMPARE(query.value(0), out);
            QCOMPARE(query.value(0).metaType().id(), out.metaType().id());
        }
    }

    void placeholders_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QVariantMap>("named");
        QTest::addColumn<QVariantList>("positional");
        QTest::addColumn<QString>("result");
        QTest::newRow("positional") << QStringLiteral("SELECT ? || '-' || ?") << QVariantMap()
                                    << QVariantList{QStringLiteral("a"), QStringLiteral("b")} << QStringLiteral("a-b");
        QTest::newRow("named") << QStringLiteral("SELECT :x || '-' || :y")
                               << QVariantMap{{QStringLiteral(":y"), QStringLiteral("b")},
                                              {QStringLiteral(":x"), QStringLiteral("a")}}
                               << QVariantList() << QStringLiteral("a-b");
        QTest::newRow("name twice") << QStringLiteral("SELECT :x || :y || :x")
                                    << QVariantMap{{QStringLiteral(":x"), QStringLiteral("a")},
                                                   {QStringLiteral(":y"), QStringLiteral("b")}}
                                    << QVariantList() << QStringLiteral("aba");
        QTest::newRow("names by position")
            << QStringLiteral("SELECT :x || :y") << QVariantMap()
            << QVariantList{QStringLiteral("a"), QStringLiteral("b")} << QStringLiteral("ab");
        QTest::newRow("colon in a string") << QStringLiteral("SELECT ':x' || ?") << QVariantMap()
                                           << QVariantList{QStringLiteral("b")} << QStringLiteral(":xb");
    }
    void placeholders()
    {
        QFETCH(QString, sql);
        QFETCH(QVariantMap, named);
        QFETCH(QVariantList, positional);
        QFETCH(QString, result);
        Database database(path(), m_key);
        QSqlQuery query = database.query();
        QVERIFY2(query.prepare(sql), qPrintable(query.lastError().text()));
        for (auto it = named.cbegin(); it != named.cend(); ++it)
            query.bindValue(it.key(), it.value());
        for (const QVariant &value : positional)
            query.addBindValue(value);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), result);
    }

    void tooFewOrTooManyValuesAreRefused()
    {
        Database database(path(), m_key);
        QSqlQuery query = database.query();
        QVERIFY(query.prepare(QStringLiteral("SELECT ?, ?")));
        query.addBindValue(1);
        QVERIFY(!query.exec());
        QVERIFY(query.lastError().text().contains(QLatin1String("Parameter count mismatch")));
        QVERIFY(query.prepare(QStringLiteral("SELECT ?")));
        query.addBindValue(1);
        query.addBindValue(2);
        QVERIFY(!query.exec());
    }

    void aPreparedStatementRunsAgain()
    {
        Database database(path(), m_key);
        QVERIFY(database.run(QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT)")));
        QSqlQuery query = database.query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO t(v) VALUES(?)")));
        for (int i = 1; i <= 5; ++i) {
            query.bindValue(0, QString::number(i));
            QVERIFY(query.exec());
            QCOMPARE(query.lastInsertId().toInt(), i);
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QVERIFY(query.exec(QStringLiteral("UPDATE t SET v = 'x' WHERE id > 2")));
        QCOMPARE(query.numRowsAffected(), 3);
        QVERIFY(query.exec(QStringLiteral("SELECT * FROM t")));
        QCOMPARE(query.numRowsAffected(), -1);
        QCOMPARE(query.size(), -1);
    }

    void rowsAreReachedInAnyOrder_data()
    {
        QTest::addColumn<bool>("forwardOnly");
        QTest::newRow("any order") << false;
        QTest::newRow("forward only") << true;
    }
    void rowsAreReachedInAnyOrder()
    {
        QFETCH(bool, forwardOnly);
        Database database(path(), m_key);
        QSqlQuery query = database.query();
        query.setForwardOnly(forwardOnly);
        QVERIFY(query.exec(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<9) SELECT i FROM n")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 0);
        QVERIFY(query.seek(4));
        QCOMPARE(query.value(0).toInt(), 4);
        QCOMPARE(query.at(), 4);
        QCOMPARE(query.seek(2), !forwardOnly);
        if (!forwardOnly) {
            QCOMPARE(query.value(0).toInt(), 2);
            QVERIFY(query.previous());
            QCOMPARE(query.value(0).toInt(), 1);
            QVERIFY(query.first());
            QCOMPARE(query.value(0).toInt(), 0);
        }
        QVERIFY(query.last());
        QCOMPARE(query.value(0).toInt(), 9);
        QVERIFY(!query.next());
        QVERIFY(!query.isValid());
        if (!forwardOnly) {
            QVERIFY(query.previous());
            QCOMPARE(query.value(0).toInt(), 9);
            QVERIFY(!query.seek(10));
        }
    }

    void transactionsCommitAndRollBack()
    {
        Database database(path(), m_key);
        QVERIFY(database.run(QStringLiteral("CREATE TABLE t(v)")));
        const auto count = [&] {
            QSqlQuery query(QStringLiteral("SELECT count(*) FROM t"), database.db);
            return query.next() ? query.value(0).toInt() : -1;
        };
        QVERIFY(database.db.transaction());
        QVERIFY(database.run(QStringLiteral("INSERT INTO t VALUES(1)")));
        QVERIFY(database.db.rollback());
        QCOMPARE(count(), 0);
        QVERIFY(database.db.transaction());
        QVERIFY(database.run(QStringLiteral("INSERT INTO t VALUES(1)")));
        QVERIFY(database.run(QStringLiteral("SAVEPOINT s")));
        QVERIFY(database.run(QStringLiteral("INSERT INTO t VALUES(2)")));
        QVERIFY(database.run(QStringLiteral("ROLLBACK TO s")));
        QVERIFY(database.run(QStringLiteral("RELEASE s")));
        QVERIFY(database.db.commit());
        QCOMPARE(count(), 1);
        QVERIFY(!database.db.commit());
        QCOMPARE(database.db.lastError().type(), QSqlError::TransactionError);
    }

    void tablesColumnsAndKeysAreDescribed()
    {
        Database database(path(), m_key);
        QVERIFY(database.run(QStringLiteral(
            "CREATE TABLE \"odd name\"(a INTEGER NOT NULL, b TEXT DEFAULT 'x', c BLOB, d REAL, PRIMARY KEY(b, a))")));
        QVERIFY(database.run(QStringLiteral("CREATE VIEW v AS SELECT a FROM \"odd name\"")));
        QCOMPARE(database.db.tables(), QStringList{QStringLiteral("odd name")});
        QCOMPARE(database.db.tables(QSql::Views), QStringList{QStringLiteral("v")});
        QVERIFY(database.db.tables(QSql::SystemTables).contains(QStringLiteral("sqlite_master")));
        const QSqlRecord record = database.db.record(QStringLiteral("\"odd name\""));
        QCOMPARE(record.count(), 4);
        QCOMPARE(record.field(0).metaType().id(), int(QMetaType::LongLong));
        QCOMPARE(record.field(0).requiredStatus(), QSqlField::Required);
        QCOMPARE(record.field(1).metaType().id(), int(QMetaType::QString));
        QCOMPARE(record.field(2).metaType().id(), int(QMetaType::QByteArray));
        QCOMPARE(record.field(3).metaType().id(), int(QMetaType::Double));
        const QSqlIndex key = database.db.primaryIndex(QStringLiteral("odd name"));
        QCOMPARE(key.count(), 2);
        QCOMPARE(key.fieldName(0), QStringLiteral("b"));
        QSqlQuery query(QStringLiteral("SELECT a AS first, c FROM \"odd name\""), database.db);
        QCOMPARE(query.record().fieldName(0), QStringLiteral("first"));
        QCOMPARE(query.record().field(1).metaType().id(), int(QMetaType::QByteArray));
    }

    void errorsAreReported_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        QTest::newRow("syntax") << QStringLiteral("SELEKT 1") << QString::number(SQLITE_ERROR);
        QTest::newRow("no table") << QStringLiteral("SELECT * FROM nowhere") << QString::number(SQLITE_ERROR);
        QTest::newRow("constraint") << QStringLiteral("INSERT INTO t VALUES(1)") << QString::number(SQLITE_CONSTRAINT);
        QTest::newRow("two statements") << QStringLiteral("SELECT 1; SELECT 2") << QString::number(SQLITE_MISUSE);
        QTest::newRow("no statement") << QStringLiteral(" -- nothing") << QString::number(SQLITE_MISUSE);
    }
    void errorsAreReported()
    {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        Database database(path(), m_key);
        QVERIFY(database.run(QStringLiteral("CREATE TABLE t(v PRIMARY KEY)")));
        QVERIFY(database.run(QStringLiteral("INSERT INTO t VALUES(1)")));
        QSqlQuery query = database.query();
        QVERIFY(!query.exec(sql));
        QCOMPARE(query.lastError().nativeErrorCode(), code);
        QVERIFY(!query.isActive());
        const QString keyHex = QString::fromLatin1(m_key.toByteArray().toHex());
        QVERIFY(!query.lastError().text().contains(keyHex.left(16)));
    }

    void theKeyIsNeverAPassword()
    {
        SqlCipherDriver driver;
        driver.setKey(m_key);
        QVERIFY(!driver.open(path(), {}, QStringLiteral("hunter2"), {}, -1, QStringLiteral("CREATE")));
        QVERIFY(driver.isOpenError());
        QVERIFY(!driver.lastError().text().contains(QLatin1String("hunter2")));
        QVERIFY(!driver.open(path(), {}, {}, {}, -1, QStringLiteral("KEY=abc")));
        QCOMPARE(driver.openError().code, Errc::InvalidInput);
    }

    void filesThatDoNotOpen_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("errc");
        QTest::newRow("another key") << QStringLiteral("key") << int(Errc::WrongKey);
        QTest::newRow("plain SQLite") << QStringLiteral("plain") << int(Errc::WrongKey);
        QTest::newRow("other bytes") << QStringLiteral("noise") << int(Errc::WrongKey);
        QTest::newRow("missing") << QStringLiteral("missing") << int(Errc::NotFound);
        QTest::newRow("a folder") << QStringLiteral("folder") << int(Errc::Io);
        QTest::newRow("a short key") << QStringLiteral("short") << int(Errc::Internal);
    }
    void filesThatDoNotOpen()
    {
        QFETCH(QString, kind);
        QFETCH(int, errc);
        Secret key = m_key;
        if (kind == QLatin1String("key")) {
            Database database(path(), randomSecret(32));
            QVERIFY(database.run(QStringLiteral("CREATE TABLE t(v)")));
        } else if (kind == QLatin1String("plain")) {
            sqlite3 *plain = nullptr;
            QCOMPARE(sqlite3_open(path().toUtf8().constData(), &plain), SQLITE_OK);
            QCOMPARE(sqlite3_exec(plain, "CREATE TABLE t(v)", nullptr, nullptr, nullptr), SQLITE_OK);
            sqlite3_close(plain);
        } else if (kind == QLatin1String("noise")) {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(20'000, '\x5a'));
        } else if (kind == QLatin1String("folder")) {
            QVERIFY(QDir().mkpath(path()));
        } else if (kind == QLatin1String("short")) {
            key = randomSecret(16);
        }
        Database database(path(), key, QString());
        QVERIFY(!database.db.isOpen());
        QCOMPARE(int(database.driver->openError().code), errc);
        QVERIFY(!database.driver->openError().message.isEmpty());
    }

    void twoConnectionsShareAFile()
    {
        Database one(path(), m_key);
        QVERIFY(one.run(QStringLiteral("PRAGMA journal_mode = WAL")));
        QVERIFY(one.run(QStringLiteral("CREATE TABLE t(v)")));
        Database two(path(), m_key, QStringLiteral("BUSY_TIMEOUT=0"));
        QVERIFY(one.db.transaction());
        QVERIFY(one.run(QStringLiteral("INSERT INTO t VALUES(1)")));
        QSqlQuery reader = two.query();
        QVERIFY(reader.exec(QStringLiteral("SELECT count(*) FROM t")));
        QVERIFY(reader.next());
        QCOMPARE(reader.value(0).toInt(), 0);
        reader.finish();
        QSqlQuery writer = two.query();
        QVERIFY(!writer.exec(QStringLiteral("INSERT INTO t VALUES(2)")));
        QCOMPARE(writer.lastError().nativeErrorCode(), QString::number(SQLITE_BUSY));
        QVERIFY(one.db.commit());
        QVERIFY(writer.exec(QStringLiteral("INSERT INTO t VALUES(2)")));
    }

    void aReadOnlyConnectionDoesNotWrite()
    {
        {
            Database database(path(), m_key);
            QVERIFY(database.run(QStringLiteral("CREATE TABLE t(v)")));
        }
        Database database(path(), m_key, QStringLiteral("READONLY"));
        QVERIFY(database.db.isOpen());
        QSqlQuery query = database.query();
        QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(1)")));
        QCOMPARE(query.lastError().nativeErrorCode(), QString::number(SQLITE_READONLY));
    }

    void aQueryOutlivesItsConnection()
    {
        auto database = std::make_unique<Database>(path(), m_key);
        QSqlQuery query = database->query();
        QVERIFY(query.exec(QStringLiteral("SELECT 1 UNION SELECT 2")));
        QVERIFY(query.next());
        database->db.close();
        QVERIFY(!query.next());
        QVERIFY(!query.isActive());
        QVERIFY(!query.value(0).isValid());
        QVERIFY(!query.exec(QStringLiteral("SELECT 1")));
        database.reset();
        QVERIFY(!query.next());
    }

    void aLongStatementIsCancelled()
    {
        Database database(path(), m_key);
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done) {
                database.driver->cancelQuery();
                std::this_thread::yield();
            }
        });
        QSqlQuery query = database.query();
        const bool ok = query.exec(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n"));
        done = true;
        other.join();
        QVERIFY(!ok);
        QCOMPARE(query.lastError().nativeErrorCode(), QString::number(SQLITE_INTERRUPT));
    }

    void nothingReadableLiesInTheFile()
    {
        {
            Database database(path(), m_key);
            QVERIFY(database.run(QStringLiteral("CREATE TABLE canary_table(v)")));
            QVERIFY(database.run(QStringLiteral("INSERT INTO canary_table VALUES('canary value')")));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() >= 4096);
        QVERIFY(!bytes.contains("canary"));
        QVERIFY(!bytes.contains("SQLite format"));
    }
};

QTEST_GUILESS_MAIN(TestSqlCipherDriver)
#include "tst_sqlcipherdriver.moc"
