// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "ui/common/momentedit.h"
#include "ui/common/roles.h"
#include "ui/departures/departuremodel.h"
#include "ui/departures/departurewords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using ui::DepartureModel;

class TestDepartureModel : public QObject {
    Q_OBJECT

    static QDateTime now() { return test::OpenProfile::now(); }
    static QTimeZone london() { return QTimeZone("Europe/London"); }
    static void fill(DepartureModel &model)
    {
        model.setCases(test::AccessBackend::sampleDepartures(), now(), london());
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void theClockSaysWhatIsLeft_data()
    {
        QTest::addColumn<qint64>("departedSecs");  ///< from now
        QTest::addColumn<qint64>("executedSecs");  ///< from departure; -1: not yet, -2: withdrawn
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("tone");
        QTest::addColumn<bool>("action");
        constexpr qint64 h = 3600, min = 60, d = 24 * h;
        const auto row = [](const char *name, qint64 departed, qint64 executed, const char *words, ui::Tone tone,
                            bool action = false) {
            QTest::newRow(name) << departed << executed << QString::fromLatin1(words) << int(tone) << action;
        };
        row("future", 3 * d + 4 * h, -1, "leaves in 3 d 4 h", ui::Tone::Neutral);
        row("in a moment", 30, -1, "leaves in under a minute", ui::Tone::Neutral);
        row("just left", 0, -1, "24 h left", ui::Tone::Accent);
        row("running", -(20 * h + 48 * min), -1, "3 h 12 min left", ui::Tone::Warning);
        row("last second", -24 * h, -1, "under a minute left", ui::Tone::Warning);
        row("overdue", -26 * h, -1, "breach: 26 h", ui::Tone::Bad, true);
        row("long overdue", -100 * h, -1, "breach: 4 d 4 h", ui::Tone::Bad, true);
        row("in time", -d, 14 * min, "revoked in 14 min", ui::Tone::Good);
        row("beforehand", -d, -5 * min, "revoked beforehand", ui::Tone::Good);
        row("at the deadline", -2 * d, 24 * h, "revoked in 24 h", ui::Tone::Good);
        row("late", -4 * d, 26 * h + 300, "breach: 26 h", ui::Tone::Bad);
        row("withdrawn", -d, -2, "no clock", ui::Tone::Neutral);
    }
    void theClockSaysWhatIsLeft()
    {
        QFETCH(qint64, departedSecs);
        QFETCH(qint64, executedSecs);
        Departure departure;
        departure.departedAt = now().addSecs(departedSecs);
        departure.effectiveAt = departure.departedAt;
        if (executedSecs == -2) {
            departure.state = DepartureState::Cancelled;
        } else if (executedSecs != -1) {
            departure.state = DepartureState::Proved;
            departure.executedAt = departure.departedAt.addSecs(executedSecs);
        }
        QTEST(ui::clockWords(departure, now()), "words");
        QTEST(int(ui::clockTone(departure, now())), "tone");
        QTEST(ui::needsAction(departure, now()), "action");
        QVERIFY(!ui::clockSentence(departure, now()).isEmpty());
    }

    void everyKindAndStateHasWords()
    {
        for (const DepartureKind kind : {DepartureKind::Departure, DepartureKind::Reassignment})
            QVERIFY(!ui::departureKindWords(kind).isEmpty());
        for (int state = 1; state <= 5; ++state)
            QVERIFY(!ui::departureStateWords(static_cast<DepartureState>(state)).isEmpty());
        for (const char *what : {"login", "sessions", "tokens", "devices", "roles"})
            QVERIFY(ui::probeWords(QLatin1String(what)) != QLatin1String(what));
        for (const char *problem : {"nothing_named", "no_such_date", "ambiguous_date", "unreadable_date",
                                    "contradiction", "named_before", "several", "only_name", "only_alike"})
            QVERIFY(!ui::leaverProblemWords(QLatin1String(problem)).contains(QLatin1Char('_')));
    }

    void effectsAreSaidInNumbers()
    {
        ui::DepartureEffect effect;
        effect.name = QStringLiteral("Jide Okafor");
        effect.effectiveAt = now();
        effect.sessions = 3;
        effect.devices = 2;
        const QString atOnce = ui::effectWords(effect, london(), now());
        QCOMPARE(atOnce,
                 QStringLiteral("At once, in one step: Jide Okafor can no longer sign in, 3 live sessions end, 2 "
                                "devices lose their registration."));
        QVERIFY(ui::wayBackWords(effect, now()).contains(QStringLiteral("page People")));
        effect.effectiveAt = now().addDays(1);
        effect.sessions.reset();
        QVERIFY(ui::effectWords(effect, london(), now()).contains(QStringLiteral("23 Nov 2026")));
        QVERIFY(ui::effectWords(effect, london(), now()).contains(QStringLiteral("all live sessions")));
        QVERIFY(ui::wayBackWords(effect, now()).contains(QStringLiteral("Withdraw")));
        effect.kind = DepartureKind::Reassignment;
        effect.roles = {QStringLiteral("user")};
        effect.newRoles = {QStringLiteral("security_officer")};
        QVERIFY(ui::effectWords(effect, london(), now()).contains(QStringLiteral("User become Security officer")));
        effect.breach = true;
        QVERIFY(ui::effectWords(effect, london(), now()).contains(QStringLiteral("breach")));
    }

    void rowsSayWhatTheyKnow()
    {
        DepartureModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(1, DepartureModel::Person).data().toString(), QStringLiteral("Bruno Moreau"));
        QCOMPARE(model.index(1, DepartureModel::Kind).data().toString(), QStringLiteral("changes duties"));
        QCOMPARE(model.index(1, DepartureModel::Clock).data().toString(), QStringLiteral("3 h 12 min left"));
        QCOMPARE(model.index(2, DepartureModel::State).data().toString(), QStringLiteral("proved"));
        QCOMPARE(model.needingAction(), 1);
        for (int column = 0; column < DepartureModel::NUM_COLUMNS; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void tickingTellsOnlyOfClocksThatChanged()
    {
        DepartureModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.tick(now());
        QCOMPARE(changed.count(), 0);
        model.tick(now().addSecs(60));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model.index(1, DepartureModel::Clock));
        QCOMPARE(model.index(1, DepartureModel::Clock).data().toString(), QStringLiteral("3 h 11 min left"));
        model.tick(now().addSecs(4 * 3600));
        QCOMPARE(model.index(1, DepartureModel::Clock).data().toString(), QStringLiteral("breach: 24 h"));
        QCOMPARE(model.needingAction(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void theMostUrgentComesFirst()
    {
        DepartureModel model;
        ui::DepartureProxy proxy;
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        fill(model);
        proxy.sort(DepartureModel::Clock, Qt::AscendingOrder);
        QStringList people;
        for (int row = 0; row < proxy.rowCount(); ++row)
            people << proxy.index(row, DepartureModel::Person).data().toString();
        QCOMPARE(people,
                 (QStringList{QStringLiteral("Eva Varga"), QStringLiteral("Bruno Moreau"), QStringLiteral("Ann Lee"),
                              QStringLiteral("Daniel Costa"), QStringLiteral("Jide Okafor")}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << QString() << 5;
        QTest::newRow("open") << QStringLiteral("state:open") << 3;
        QTest::newRow("action") << QStringLiteral("state:action") << 1;
        QTest::newRow("breach") << QStringLiteral("state:breach") << 1;
        QTest::newRow("scheduled") << QStringLiteral("STATE:scheduled") << 2;
        QTest::newRow("proved") << QStringLiteral("state:proved") << 1;
        QTest::newRow("withdrawn") << QStringLiteral("state:withdrawn") << 1;
        QTest::newRow("kind") << QStringLiteral("kind:reassignment") << 1;
        QTest::newRow("word") << QStringLiteral("finance") << 1;
        QTest::newRow("both") << QStringLiteral("state:scheduled ann") << 1;
        QTest::newRow("none") << QStringLiteral("zzz") << 0;
    }
    void filters()
    {
        QFETCH(QString, text);
        const auto parse = ui::parseDepartureFilter(text);
        QCOMPARE(parse.problem, QString());
        int rows = 0;
        for (const Departure &departure : test::AccessBackend::sampleDepartures())
            rows += parse.filter.matches(departure, now()) ? 1 : 0;
        QTEST(rows, "rows");
    }

    void mistakesInAFilterAreNamed()
    {
        QVERIFY(ui::parseDepartureFilter(QStringLiteral("state:gone")).problem.contains(QStringLiteral("breach")));
        QVERIFY(ui::parseDepartureFilter(QStringLiteral("kind:x")).problem.contains(QStringLiteral("reassignment")));
        QVERIFY(ui::parseDepartureFilter(QStringLiteral("team:x")).problem.contains(QStringLiteral("team:")));
        for (const QString &candidate : ui::completeDepartureFilter(QString()))
            QCOMPARE(ui::parseDepartureFilter(candidate).problem, QString());
    }
};

QTEST_MAIN(TestDepartureModel)
#include "tst_departuremodel.moc"
