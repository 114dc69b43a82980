// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/credentialtable.h"
#include "server/store/guardtable.h"
#include "server/store/idempotencytable.h"
#include "server/store/metatable.h"
#include "server/store/migrations.h"
#include "server/store/numbertable.h"
#include "server/store/purgetable.h"
#include "server/store/retentiontable.h"
#include "server/store/roletable.h"
#include "server/store/sessiontable.h"
#include "server/store/statement.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

#include <QFileInfo>
#include <QSqlQuery>

#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestDatabase : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

    static QString rowText(const QSqlDatabase &connection, const QString &sql)
    {
        QSqlQuery query(connection);
        return query.exec(sql) && query.next() ? query.value(0).toString() : QStringLiteral("?");
    }

    /// A store as that version left it.
    static QString madeFrom(const QTemporaryDir &folder, int version)
    {
        QFile fixture(QStringLiteral(LW_SOURCE_DIR "/tests/server/store/fixtures/version%1.sql").arg(version));
        if (!fixture.open(QIODevice::ReadOnly)) qFatal("%s", qUtf8Printable(fixture.fileName()));
        const QString file = folder.filePath(QStringLiteral("old.sqlite"));
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("fixture"));
            old.setDatabaseName(file);
            if (!old.open()) qFatal("%s", qUtf8Printable(file));
            QSqlQuery query(old);
            const QStringList statements = QString::fromUtf8(fixture.readAll()).split(QStringLiteral(";\n"));
            for (const QString &statement : statements)
                if (!statement.trimmed().isEmpty() && !query.exec(statement)) qFatal("%s", qUtf8Printable(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("fixture"));
        return file;
    }

  private Q_SLOTS:
    void aNewStoreHasThePresentSchema()
    {
        TestStore store;
        const QSqlDatabase connection = must(store.database->connection());
        QCOMPARE(must(MetaTable(connection).value(QStringLiteral("schema_version"))), QString::number(schemaVersion()));
        QCOMPARE(rowText(connection, QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
        QCOMPARE(rowText(connection, QStringLiteral("PRAGMA synchronous")), QStringLiteral("2"));
        QCOMPARE(rowText(connection, QStringLiteral("PRAGMA foreign_keys")), QStringLiteral("1"));
    }

    void onlyTheOwnerMayReadTheFiles()
    {
        TestStore store;
        store.addCustomer(QStringLiteral("acme"));
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const char *suffix : {"", "-wal"}) {
            const QFileInfo info(store.file + QLatin1String(suffix));
            QVERIFY2(info.exists(), suffix);
            QVERIFY2(!(info.permissions() & others), suffix);
        }
    }

    void aStoreOfVersion1IsBroughtUpToDateAndKeepsItsData()
    {
        QTemporaryDir folder;
        const std::unique_ptr<Database> database = must(Database::open(madeFrom(folder, 1)));
        const QSqlDatabase connection = must(database->connection());
        QCOMPARE(must(MetaTable(connection).value(QStringLiteral("schema_version"))), QString::number(schemaVersion()));
        const Customer customer = must(CustomerTable(connection).bySlug(QStringLiteral("acme")));
        QCOMPARE(customer.name, QStringLiteral("Acme"));
        QCOMPARE(must(UserTable(connection).byLogin(customer.id, u"ANN")).displayName, QStringLiteral("Ann Lee"));
        QCOMPARE(rowText(connection, QStringLiteral("SELECT count(*) FROM fingerprints")), QStringLiteral("0"));
        QCOMPARE(rowText(connection, QStringLiteral("SELECT count(*) FROM idempotency")), QStringLiteral("0"));
    }

    void aStoreOfVersion2IsBroughtUpToDateAndKeepsItsData()
    {
        QTemporaryDir folder;
        const std::unique_ptr<Database> database = must(Database::open(madeFrom(folder, 2)));
        const QSqlDatabase connection = must(database->connection());
        QCOMPARE(must(MetaTable(connection).value(QStringLiteral("schema_version"))), QString::number(schemaVersion()));
        const Customer customer = must(CustomerTable(connection).bySlug(QStringLiteral("main")));
        QCOMPARE(customer.passwordPolicy, PasswordPolicy());
        QVERIFY(customer.mfaRequiredRoles.isEmpty() && customer.certificateRequiredRoles.isEmpty());
        User owner = must(UserTable(connection).byLogin(customer.id, u"owner"));
        QCOMPARE(owner.roles, QStringList{QStringLiteral("owner")});
        QVERIFY(owner.email.isEmpty() && !owner.passwordDueAt.isValid() && !owner.disabledAt.isValid());
        QVERIFY(must(CredentialTable(connection).ofUser(owner.id)).passwordHash.startsWith("$argon2id$"));
        QCOMPARE(must(CredentialTable(connection).history(owner.id, 4)).size(), 1);
        QCOMPARE(must(SessionTable(connection).ofUser(owner.id)).size(), 1);
        QVERIFY(must(IdempotencyTable(connection).find(owner.id, QStringLiteral("fixture"))).has_value());
        QVERIFY(must(RoleTable(connection).all(customer.id)).isEmpty());

        // The log goes on where it was, and every column of step 3 can be written.
        const FixedClock clock(noon);
        const audit::Signer key = must(audit::Signer::generate(QStringLiteral("test")));
        AuditLog log(*database, clock, key);
        QCOMPARE(must(log.head(customer.id)).size, quint64(6));
        QCOMPARE(must(log.append(customer.id, loginEvent(QStringLiteral("x")))), quint64(6));
        Transaction transaction = must(Transaction::begin(*database));
        owner.email = QStringLiteral("owner@example.org");
        owner.passwordDueAt = owner.disabledAt = noon;
        must(UserTable(transaction.connection()).update(owner));
        must(CustomerTable(transaction.connection())
                 .setRequirements(customer.id, {QStringLiteral("owner")}, {QStringLiteral("auditor")}));
        must(transaction.commit());
        QCOMPARE(must(UserTable(connection).byId(customer.id, owner.id)), owner);
        QCOMPARE(must(CustomerTable(connection).byId(customer.id)).mfaRequiredRoles,
                 QStringList{QStringLiteral("owner")});
    }

    void aStoreOfVersion3IsBroughtUpToDateAndKeepsItsData()
    {
        QTemporaryDir folder;
        const std::unique_ptr<Database> database = must(Database::open(madeFrom(folder, 3)));
        const QSqlDatabase connection = must(database->connection());
        QCOMPARE(must(MetaTable(connection).value(QStringLiteral("schema_version"))), QString::number(schemaVersion()));
        const Customer customer = must(CustomerTable(connection).bySlug(QStringLiteral("main")));
        QCOMPARE(must(RoleTable(connection).all(customer.id)).size(), 1);
        for (const char *table : {"devices", "registrations", "client_certificates", "departures", "allowed_networks",
                                  "blocked_addresses", "notices"})
            QCOMPARE(rowText(connection, QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))),
                     QStringLiteral("1"));
        QVERIFY(must(NumberTable(connection).all(customer.id)).isEmpty());
        QVERIFY(must(GuardTable(connection).of(customer.id)).isEmpty());

        Transaction transaction = must(Transaction::begin(*database));
        NumberTable numbers(transaction.connection());
        NumberRow row{{QStringLiteral("+442079460001"), QStringLiteral("Desk"), {}, {}, GuardState::Off, {}, noon},
                      "{}"};
        must(numbers.insert(customer.id, row));
        QVERIFY(!numbers.insert(customer.id, row).ok());
        row.number.guard = GuardState::On;
        row.number.label = QStringLiteral("Lobby");
        must(numbers.update(customer.id, row));
        must(numbers.setGuard(customer.id, row.number.number, GuardState::Inherit));
        must(GuardTable(transaction.connection()).set(customer.id, "{\"a\":1}"));
        must(GuardTable(transaction.connection()).set(customer.id, "{\"a\":2}"));
        must(transaction.commit());
        const NumberRow back = must(NumberTable(connection).find(customer.id, row.number.number));
        QCOMPARE(back.number.label, QStringLiteral("Lobby"));
        QCOMPARE(back.number.guard, GuardState::Inherit);
        QCOMPARE(back.number.addedAt, noon);
        QCOMPARE(must(NumberTable(connection).customerOf(row.number.number)).value(), customer.id);
        QCOMPARE(must(NumberTable(connection).count(customer.id)), 1);
        QCOMPARE(NumberTable(connection).find(QStringLiteral("cus_x"), row.number.number).error().code, Errc::NotFound);
        QCOMPARE(must(GuardTable(connection).of(customer.id)), QByteArray("{\"a\":2}"));
        QCOMPARE(NumberTable(connection).remove(customer.id, QStringLiteral("+1")).error().code, Errc::NotFound);
    }

    void aStoreOfVersion4IsBroughtUpToDateAndKeepsItsData()
    {
        QTemporaryDir folder;
        const std::unique_ptr<Database> database = must(Database::open(madeFrom(folder, 4)));
        const QSqlDatabase connection = must(database->connection());
        QCOMPARE(must(MetaTable(connection).value(QStringLiteral("schema_version"))), QString::number(schemaVersion()));
        const Customer customer = must(CustomerTable(connection).bySlug(QStringLiteral("main")));
        for (const char *table : {"numbers", "guard_settings", "spend_settings", "spend_raises", "rate_decks", "rates",
                                  "calls", "spend_usage", "reservations", "spend_levels"})
            QCOMPARE(rowText(connection, QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))),
                     QStringLiteral("1"));
        const RetentionTable before(connection);
        QVERIFY(must(before.rules(customer.id)).rules.allPermanent());
        QVERIFY(must(before.holds(customer.id, 10)).isEmpty());
        QVERIFY(must(before.customersWithRules()).isEmpty());

        Transaction transaction = must(Transaction::begin(*database));
        RetentionTable table(transaction.connection());
        RetentionRules rules;
        rules.reportsDays = 30;
        must(table.setRules(customer.id, rules, noon));
        LegalHold hold{QStringLiteral("hld_1"),
                       HoldSubject::Number,
                       QStringLiteral("+442079460001"),
                       {},
                       noon,
                       QStringLiteral("Why"),
                       noon,
                       QStringLiteral("olga"),
                       {},
                       {}};
        must(table.insertHold(customer.id, hold));
        PurgeTable purges(transaction.connection());
        PurgeWork work;
        work.customerId = customer.id;
        work.run.id = QStringLiteral("prg_1");
        work.run.startedAt = noon;
        work.logSize = 6;
        work.nextLeaf = 3;
        work.lastCallAt = noon;
        work.lastCallId = QStringLiteral("c");
        work.subjectTexts = QStringList{QStringLiteral("a")};
        must(purges.insert(work));
        must(purges.addPurged(1, std::array<quint64, 4>{0, 1, 2, 5}));
        must(purges.addPurged(1, std::array<quint64, 1>{3}));
        must(transaction.commit());

        QCOMPARE(must(RetentionTable(connection).rules(customer.id)).rules, rules);
        QCOMPARE(must(RetentionTable(connection).rules(customer.id)).changedAt, noon);
        QCOMPARE(must(RetentionTable(connection).holdsInForce(customer.id)), QList<LegalHold>{hold});
        QCOMPARE(must(RetentionTable(connection).customersWithRules()), QStringList{customer.id});
        const PurgeWork back = must(PurgeTable(connection).unfinished(10)).value(0);
        QCOMPARE(back.run, work.run);
        QCOMPARE(back.nextLeaf, quint64(3));
        QCOMPARE(back.lastCallAt, noon);
        QCOMPARE(back.subjectTexts, work.subjectTexts);
        QCOMPARE(must(PurgeTable(connection).purgedAfter(1, 1, 10)), (QList<PurgedRange>{{2, 5, 5}, {3, 3, 3}}));
        QVERIFY(must(PurgeTable(connection).purgedAfter(2, 0, 10)).isEmpty());
    }

    void openingTwiceChangesNothing()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const std::unique_ptr<Database> again = must(Database::open(store.file));
        QCOMPARE(must(CustomerTable(must(again->connection())).byId(customer.id)), customer);
    }

    void aNewerSchemaIsRefusedAndLeftUntouched()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        {
            const std::unique_ptr<Database> database = must(Database::open(file));
            Transaction transaction = must(Transaction::begin(*database));
            must(MetaTable(transaction.connection())
                     .setValue(QStringLiteral("schema_version"), QString::number(schemaVersion() + 1)));
            must(transaction.commit());
        }
        const Result<std::unique_ptr<Database>> refused = Database::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::NewerSchema);
        QVERIFY(refused.error().message.contains(QString::number(schemaVersion() + 1)));
        QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        raw.setDatabaseName(file);
        QVERIFY(raw.open());
        QCOMPARE(rowText(raw, QStringLiteral("SELECT value FROM meta WHERE name = 'schema_version'")),
                 QString::number(schemaVersion() + 1));
        raw = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    }

    void whatIsNoStoreIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray(8192, 'x');
        QTest::newRow("damaged header") << QByteArray("SQLite format 3") + QByteArray(1, '\0') +
                                               QByteArray(8176, '\xff');
    }
    void whatIsNoStoreIsRefused()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("store.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<std::unique_ptr<Database>> refused = Database::open(file.fileName());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Corrupt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const Result<std::unique_ptr<Database>> refused =
            Database::open(QStringLiteral("/nonexistent/folder/store.sqlite"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Io);
        QVERIFY(refused.error().message.contains(QLatin1String("/nonexistent/folder")));
    }

    void whatIsNotCommittedIsGone()
    {
        TestStore store;
        {
            Transaction transaction = must(Transaction::begin(*store.database));
            must(MetaTable(transaction.connection()).setValue(QStringLiteral("fact"), QStringLiteral("x")));
        }
        QCOMPARE(must(MetaTable(must(store.database->connection())).value(QStringLiteral("fact"))), QString());
        Transaction transaction = must(Transaction::begin(*store.database));
        must(MetaTable(transaction.connection()).setValue(QStringLiteral("fact"), QStringLiteral("y")));
        must(transaction.commit());
        QCOMPARE(must(MetaTable(must(store.database->connection())).value(QStringLiteral("fact"))),
                 QStringLiteral("y"));
    }

    void aFullDiskIsSaidAndNothingIsHalfWritten()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const QSqlDatabase connection = must(store.database->connection());
        const int pages = rowText(connection, QStringLiteral("PRAGMA page_count")).toInt();
        rowText(connection, QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4));
        Result<quint64> written = quint64(0);
        AuditEvent event = loginEvent(QStringLiteral("x"));
        event.detail = QString(20000, QLatin1Char('d'));
        quint64 stored = 0;
        while ((written = store.audit.append(customer.id, event)))
            ++stored;
        QCOMPARE(written.error().code, Errc::DiskFull);
        QVERIFY(written.error().message.contains(QLatin1String("disk is full")));
        QCOMPARE(must(store.audit.head(customer.id)).size, stored);
        rowText(connection, QStringLiteral("PRAGMA max_page_count = 100000"));
        QCOMPARE(must(store.audit.append(customer.id, event)), stored);
    }

    void aBusyStoreIsSaid()
    {
        TestStore store;
        const std::unique_ptr<Database> other = must(Database::open(store.file, 50));
        const Transaction held = must(Transaction::begin(*store.database));
        const Result<Transaction> refused = Transaction::begin(*other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Timeout);
    }

    void foreignKeysHold()
    {
        TestStore store;
        const Transaction transaction = must(Transaction::begin(*store.database));
        User user;
        user.id = QStringLiteral("usr_1");
        user.login = QStringLiteral("ann");
        user.createdAt = noon;
        const Result<void> stored = UserTable(transaction.connection()).insert(QStringLiteral("cus_nobody"), user);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, Errc::Conflict);
    }

    void everyThreadHasItsOwnConnection()
    {
        TestStore store;
        const QString mine = must(store.database->connection()).connectionName();
        QCOMPARE(must(store.database->connection()).connectionName(), mine);
        QString other;
        std::thread([&] { other = must(store.database->connection()).connectionName(); }).join();
        QVERIFY(!other.isEmpty());
        QVERIFY(other != mine);
        QVERIFY2(!QSqlDatabase::contains(other), "the thread's connection went with it");
    }

    void instantsSurvive_data()
    {
        QTest::addColumn<QDateTime>("instant");
        QTest::newRow("milliseconds") << noon.addMSecs(7);
        QTest::newRow("before 1970") << QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59, 999), Qt::UTC);
        QTest::newRow("none") << QDateTime();
    }
    void instantsSurvive()
    {
        QFETCH(QDateTime, instant);
        QCOMPARE(instantOf(toColumn(instant)), instant);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_store_database.moc"
