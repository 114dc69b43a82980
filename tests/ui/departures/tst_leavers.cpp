// SPDX-License-Identifier: GPL-3.0-or-later
// A leavers' list: sure lines, doubts that a person decides, and the cases that are opened all at once.
#include "core/session/consolesession.h"
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "ui/departures/leaversdialog.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lw;
using Standing = ui::LeaversModel::Standing;

class TestLeavers : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    static constexpr char list[] =
        "login,name,date\r\n"
        "jide.okafor,Jide Okafor,2026-11-20\r\n"  // sure
        ",Ann Lee,2026-11-30\r\n"                 // only the name: a doubt
        "nobody.here,,\r\n"                       // nobody
        "daniel.costa,,2026-02-30\r\n"            // no such day
        "sami.haddad,,\r\n"                       // the last owner
        "bruno.moreau\r\n";                       // a field missing

    static people::PeopleList people()
    {
        return people::judgePeople(test::OpenProfile::samplePeople(), test::OpenProfile::customer(),
                                   test::OpenProfile::now());
    }
    static import::LeaversFile file(QByteArray text = list)
    {
        QBuffer buffer(&text);
        if (!buffer.open(QIODevice::ReadOnly)) return {};
        const auto read = import::readLeaversFile(buffer);
        return read ? *read : import::LeaversFile();
    }
    static std::unique_ptr<ui::LeaversModel> model(const QList<Departure> &cases = {})
    {
        return std::make_unique<ui::LeaversModel>(file(), people(), cases, test::OpenProfile::now());
    }
    static int rowOf(const ui::LeaversModel &model, const QString &part)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.written(row).contains(part)) return row;
        return -1;
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void nobodyIsGuessed()
    {
        const auto lines = model();
        QAbstractItemModelTester tester(lines.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(lines->rowCount(), 6);
        QCOMPARE(lines->standing(0), Standing::Undecided);  // doubts first
        QCOMPARE(lines->written(0), QStringLiteral("Ann Lee · 2026-11-30"));
        QCOMPARE(lines->chosen(0), QString());
        QCOMPARE(lines->standing(rowOf(*lines, QStringLiteral("jide"))), Standing::Opens);
        QCOMPARE(lines->standing(rowOf(*lines, QStringLiteral("nobody"))), Standing::Nobody);
        QCOMPARE(lines->standing(rowOf(*lines, QStringLiteral("daniel"))), Standing::Unusable);
        QCOMPARE(lines->count(Standing::Unusable), 2);
        const int owner = rowOf(*lines, QStringLiteral("sami"));
        QCOMPARE(lines->standing(owner), Standing::Refused);
        QVERIFY2(lines->why(owner).contains(QStringLiteral("last owner")), qPrintable(lines->why(owner)));
        QCOMPARE(lines->cases({}).size(), 1);
        QCOMPARE(lines->breaches(), 1);
    }

    void decisionsAreAPersons()
    {
        const auto lines = model();
        QAbstractItemModelTester tester(lines.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto candidates = lines->candidates(0);
        QCOMPARE(candidates.size(), 1);
        lines->choose(0, candidates[0].userId);
        QCOMPARE(lines->standing(0), Standing::Opens);
        QCOMPARE(lines->nextUndecided(-1), -1);
        const auto cases = lines->cases(QStringLiteral("list"));
        QCOMPARE(cases.size(), 2);
        // The last day is worked to its end on the customer's clock.
        QCOMPARE(cases[0].departedAt, QDateTime(QDate(2026, 12, 1), QTime(0, 0), Qt::UTC));
        lines->leaveOut(0);
        QCOMPARE(lines->standing(0), Standing::LeftOut);
        QCOMPARE(lines->cases({}).size(), 1);
    }

    void anOpenCaseIsNotOpenedTwice()
    {
        QList<Departure> cases = test::AccessBackend::sampleDepartures().mid(0, 1);
        cases[0].userId = test::OpenProfile::samplePeople()[4].id;
        const auto lines = model(cases);
        const int row = rowOf(*lines, QStringLiteral("jide"));
        QCOMPARE(lines->standing(row), Standing::Refused);
        QVERIFY(lines->cases({}).isEmpty());
    }

    void linesWithoutADateTakeTheGivenOne()
    {
        ui::LeaversModel lines(file("login\njide.okafor\n"), people(), {}, test::OpenProfile::now());
        QCOMPARE(lines.undated(), 1);
        const QDateTime moment = test::OpenProfile::now().addDays(2);
        lines.setUndated(moment);
        QCOMPARE(lines.cases({})[0].departedAt, moment);
    }

    void doubtsAreDecidedByKeysAndTheCasesOpened()
    {
        test::AccessBackend backend;
        test::OpenProfile profile(test::OpenProfile::sampleEvents(), test::OpenProfile::samplePeople(),
                                  backend.transport());
        QVERIFY2(profile.signIn(test::AccessBackend::password()), qPrintable(profile.problem()));
        ui::LeaversDialog dialog(*profile.session().departures(), QStringLiteral("leavers.csv"), model(),
                                 QTimeZone("Europe/London"), test::OpenProfile::now());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *submit = dialog.findChild<QPushButton *>(QStringLiteral("leaversDialogSubmit"));
        const auto counts = [&] { return dialog.findChild<QLabel *>(QStringLiteral("leaversCounts"))->text(); };
        QVERIFY(!submit->isEnabled());
        QVERIFY2(counts().contains(QStringLiteral("1 line to be decided")), qPrintable(counts()));
        QVERIFY(counts().contains(QStringLiteral("past the 24 hours")));
        QCOMPARE(test::inputsWithoutName(&dialog), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(&dialog), QStringList());

        auto *table = dialog.findChild<QTableView *>(QStringLiteral("leaversTable"));
        QCOMPARE(table->currentIndex().row(), 0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        auto *first = qobject_cast<QRadioButton *>(dialog.focusWidget());
        QVERIFY(first && !first->isChecked());
        QTest::keyClick(first, Qt::Key_Space);
        QVERIFY(submit->isEnabled());
        QVERIFY2(submit->text().contains(QStringLiteral("2 cases")), qPrintable(submit->text()));
        const QString folder = qEnvironmentVariable("LW_PICTURES");
        if (!folder.isEmpty()) QVERIFY(dialog.grab().save(folder + QStringLiteral("/leavers.png")));
        QSignalSpy opened(&dialog, &ui::LeaversDialog::opened);
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(backend.changes().size(), 1);  // all at once
        QVERIFY(!dialog.isVisible());
    }

    void whatTheBackEndRefusesIsSaidInPlace()
    {
        test::AccessBackend backend;
        test::OpenProfile profile(test::OpenProfile::sampleEvents(), test::OpenProfile::samplePeople(),
                                  backend.transport());
        QVERIFY(profile.signIn(test::AccessBackend::password()));
        backend.change([](test::AccessBackend::State &state) {
            state.refuse = makeError(Errc::Conflict, QStringLiteral("“jide.okafor” has an open departure already."),
                                     QStringLiteral("userId"));
        });
        auto lines = model();
        lines->leaveOut(0);
        ui::LeaversDialog dialog(*profile.session().departures(), QStringLiteral("leavers.csv"), std::move(lines),
                                 QTimeZone::utc(), test::OpenProfile::now());
        dialog.show();
        auto *submit = dialog.findChild<QPushButton *>(QStringLiteral("leaversDialogSubmit"));
        QTRY_VERIFY(submit->isEnabled());
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_VERIFY(dialog.problem().contains(QStringLiteral("open departure")));
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(TestLeavers)
#include "tst_leavers.moc"
