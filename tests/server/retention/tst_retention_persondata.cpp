// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a person as one document, and the erasure of a person, against a real store.
#include "core/policy/retention.h"
#include "server/store/certificatetable.h"
#include "server/store/importplantable.h"
#include "server/store/numbertable.h"
#include "tests/server/retention/retentiontesting.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

class PersonBackEnd : public RetentionBackEnd {
  public:
    User ann;
    QList<quint64> about;  ///< entries that name ann
    QList<quint64> others;

    PersonBackEnd()
    {
        ann = addUser(acme, QStringLiteral("ann.lee"), QStringLiteral("user"));
        ann.displayName = QStringLiteral("Annabel Leeward");
        ann.email = QStringLiteral("annabel@leeward.example");
        ann.status = UserStatus::Disabled;
        ann.disabledAt = noon;
        update(ann);
        AuditEvent event = loginEvent(QStringLiteral("ANN.LEE"), noon.addDays(-3));
        event.actor.id = ann.id;
        about << append(event);
        about << appendLogin(noon.addDays(-2), QStringLiteral("Ann.Lee"));
        others << appendLogin(noon.addDays(-2), QStringLiteral("ann"));
        event = loginEvent(QStringLiteral("olga"), noon.addDays(-1));
        event.kind = EventKind::UserChanged;
        event.actor.id = olga.id;
        event.object = {QStringLiteral("account"), QStringLiteral("x"), QStringLiteral("x")};
        event.after = QJsonObject{{QStringLiteral("email"), ann.email}};
        about << append(event);
        event.after = QJsonObject{{QStringLiteral("email"), QStringLiteral("other@leeward.example")}};
        others << append(event);
        // Somebody else with the same name as a text, and an ID of his own.
        event = loginEvent(QStringLiteral("ann.lee"), noon.addDays(-1));
        event.actor.id = QStringLiteral("usr_other");
        event.object = {};
        others << append(event);
    }

    QJsonObject document()
    {
        const Result<LeafSource> source = services->personData.hand(author(), ann.id);
        if (!source) return {{QStringLiteral("error"), source.error().message}};
        QByteArray all;
        QByteArray chunk;
        while (must((*source)(chunk))) {
            if (chunk.isEmpty()) qFatal("an empty piece");
            all += chunk;
        }
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(all, &error);
        if (error.error != QJsonParseError::NoError) qFatal("%s", qUtf8Printable(error.errorString()));
        return document.object();
    }

    Result<PurgeRun> erase(const QString &id, const QString &reason = QStringLiteral("Asked for by letter"))
    {
        return services->personData.erase(author(), id, reason,
                                          [](const Transaction &, const PurgeRun &) { return Result<void>(); });
    }
    bool filesHold(const QByteArray &text)
    {
        for (const char *suffix : {"", "-wal"}) {
            QFile file(folder.filePath(QStringLiteral("store.sqlite") + QLatin1String(suffix)));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) return true;
        }
        return false;
    }
};

}  // namespace

class TestPersonData : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theDocumentHasWhatNamesThePersonAndNothingElse()
    {
        PersonBackEnd backEnd;
        const auto own = QStringLiteral("+442079460001");
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            must(
                NumberTable(transaction.connection())
                    .insert(backEnd.acme.id,
                            {{own, QStringLiteral("Ann's desk"), backEnd.ann.id, {}, GuardState::On, {}, noon}, "{}"}));
            must(transaction.commit());
        }
        for (int i = 0; i < 1'100; ++i)
            backEnd.addCall(QStringLiteral("c%1").arg(i), i % 2 == 0 ? own : QStringLiteral("+442079460002"),
                            noon.addSecs(-10'000 + i));
        const QJsonObject document = backEnd.document();
        QCOMPARE(document.value(QLatin1String("person")).toObject().value(QLatin1String("displayName")).toString(),
                 backEnd.ann.displayName);
        QCOMPARE(document.value(QLatin1String("numbers")).toArray().size(), 1);
        QCOMPARE(document.value(QLatin1String("calls")).toArray().size(), 550);
        const QJsonArray events = document.value(QLatin1String("events")).toArray();
        // With the one that says that it was handed out.
        QCOMPARE(events.size(), backEnd.about.size() + 1);
        QCOMPARE(events.last().toObject().value(QLatin1String("kind")).toString(), QStringLiteral("data.exported"));
        QCOMPARE(backEnd.events(backEnd.acme).back().kind, EventKind::DataExported);
        QCOMPARE(backEnd.services->personData.hand(backEnd.author(), QStringLiteral("usr_x")).error().code,
                 Errc::NotFound);
    }

    void whoCanSignInIsNotErased()
    {
        PersonBackEnd backEnd;
        QCOMPARE(backEnd.erase(backEnd.olga.id).error().code, Errc::Conflict);
        QCOMPARE(backEnd.erase(QStringLiteral("usr_x")).error().code, Errc::NotFound);
        QCOMPARE(backEnd.erase(backEnd.ann.id, QStringLiteral("  ")).error().field, QStringLiteral("reason"));
        QVERIFY(backEnd.goneLeaves().isEmpty());
    }

    void whoIsHeldIsNotErased()
    {
        PersonBackEnd backEnd;
        LegalHold hold;
        hold.value = backEnd.ann.id;
        hold = backEnd.place(hold);
        const Error refused = backEnd.erase(backEnd.ann.id).error();
        QCOMPARE(refused.code, Errc::Conflict);
        QVERIFY(refused.message.contains(QStringLiteral("A dispute")));
        must(backEnd.services->retention.releaseHold(backEnd.author(), hold.id));
        must(backEnd.erase(backEnd.ann.id));
    }

    void anErasureTakesThePersonOutOfEverything()
    {
        PersonBackEnd backEnd;
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            const QSqlDatabase &connection = transaction.connection();
            must(NumberTable(connection)
                     .insert(backEnd.acme.id, {{QStringLiteral("+442079460001"),
                                                QStringLiteral("Desk"),
                                                backEnd.ann.id,
                                                {},
                                                GuardState::On,
                                                {},
                                                noon},
                                               "{}"}));
            must(CertificateTable(connection).insert(backEnd.ann.id, {QByteArray(32, 'c'), {}, noon}));
            must(ImportPlanTable(connection)
                     .insert({QStringLiteral("pln_1"),
                              backEnd.acme.id,
                              QStringLiteral("planned"),
                              noon,
                              QStringLiteral("olga"),
                              QStringLiteral("{\"login\":\"ann.lee\"}"),
                              {}}));
            must(transaction.commit());
        }
        LegalHold hold;
        hold.subject = HoldSubject::Period;
        hold.from = noon.addDays(-3).addSecs(-1);
        hold.until = noon.addDays(-3).addSecs(1);
        backEnd.place(hold);
        QVERIFY(backEnd.filesHold("Annabel Leeward"));

        const PurgeRun begun = must(backEnd.erase(backEnd.ann.id));
        QCOMPARE(begun.cause, PurgeCause::Erasure);
        QCOMPARE(begun.subjectId, backEnd.ann.id);
        const User after =
            must(UserTable(must(backEnd.services->database->connection())).byId(backEnd.acme.id, backEnd.ann.id));
        QVERIFY(after.login.startsWith(QStringLiteral("erased-")));
        QCOMPARE(after.status, UserStatus::Disabled);
        QVERIFY(after.email.isEmpty() && after.roles.isEmpty());
        must(backEnd.services->purger.round(std::chrono::hours(1)));

        // Of the log: what names the person, but for what the hold keeps, and what says that it was done.
        QCOMPARE(backEnd.goneLeaves(), (QList<quint64>{backEnd.about[1], backEnd.about[2]}));
        QCOMPARE(backEnd.toldLeaves(), backEnd.goneLeaves());
        const PurgeRun run = backEnd.lastRun();
        QVERIFY(run.finished());
        QCOMPARE(run.removed(), 2);
        QCOMPARE(run.held(), 1);
        const std::vector<AuditEvent> told = backEnd.events(backEnd.acme);
        QCOMPARE(told[told.size() - 2].kind, EventKind::PersonErased);
        QCOMPARE(told[told.size() - 2].detail, QStringLiteral("Asked for by letter"));
        QCOMPARE(told[told.size() - 1].kind, EventKind::DataPurged);
        QCOMPARE(told[told.size() - 1].object.id, backEnd.ann.id);
        QVERIFY(!backEnd.filesHold("Annabel Leeward"));
        QVERIFY(!backEnd.filesHold("annabel@leeward.example"));
        QVERIFY(must(NumberTable(must(backEnd.services->database->connection())).all(backEnd.acme.id))[0]
                    .number.owner.isEmpty());
        QCOMPARE(ImportPlanTable(must(backEnd.services->database->connection()))
                     .byId(backEnd.acme.id, QStringLiteral("pln_1"))
                     .error()
                     .code,
                 Errc::NotFound);
        // The name may be given again, and means somebody else.
        backEnd.addUser(backEnd.acme, QStringLiteral("ann.lee"));
        // An erasure is no purge by the rules: the schedule does not count it.
        QVERIFY(!must(backEnd.services->retention.state(backEnd.acme.id)).nextRunAt.isValid());
    }
};

QTEST_GUILESS_MAIN(TestPersonData)
#include "tst_retention_persondata.moc"
