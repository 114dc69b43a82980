// SPDX-License-Identifier: GPL-3.0-or-later
// Two people changed the same thing: what is chosen already, what a person must choose, and by which keys.
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/openprofile.h"
#include "ui/common/conflictview.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using ui::ConflictField;
using ui::ConflictSide;

class TestConflictView : public QObject {
    Q_OBJECT

    static QList<ConflictField> sample()
    {
        return {
            {QStringLiteral("name"), QStringLiteral("Name"), QStringLiteral("Ann"), QStringLiteral("Ann Lee"),
             QStringLiteral("Ann")},
            {QStringLiteral("department"), QStringLiteral("Department"), QStringLiteral("Sales"),
             QStringLiteral("Sales"), QStringLiteral("Finance")},
            {QStringLiteral("role"), QStringLiteral("Role"), QStringLiteral("User"), QStringLiteral("Auditor"),
             QStringLiteral("Billing")},
            {QStringLiteral("mail"), QStringLiteral("E-mail"), QStringLiteral("a@x"), QStringLiteral("b@x"),
             QStringLiteral("b@x")},
        };
    }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void onlyWhatBothChangedIsLeftToThePerson()
    {
        ui::ConflictView view;
        view.setFields(sample());
        QCOMPARE(view.shown(), 3);  // they agree on the e-mail address
        QCOMPARE(view.side(QStringLiteral("name")), ConflictSide::Mine);
        QCOMPARE(view.side(QStringLiteral("department")), ConflictSide::Theirs);
        QCOMPARE(view.side(QStringLiteral("role")), ConflictSide::Undecided);
        QCOMPARE(view.side(QStringLiteral("mail")), ConflictSide::Theirs);
        QCOMPARE(view.undecided(), 1);
        view.chooseAll(ConflictSide::Mine);
        QVERIFY(view.keepsMine(QStringLiteral("department")));
        QCOMPARE(view.undecided(), 0);
    }

    void savingAgainWaitsForEveryDecision()
    {
        ui::ConflictDialog dialog(QStringLiteral("Ann Lee"), sample());
        dialog.show();
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("conflictDialogSubmit"));
        QVERIFY(!save->isEnabled());
        QVERIFY(
            dialog.findChild<QLabel *>(QStringLiteral("conflictLeft"))->text().startsWith(QStringLiteral("1 field")));
        auto *theirs = dialog.findChild<QRadioButton *>(QStringLiteral("conflictTheirs_role"));
        theirs->setFocus();
        QTest::keyClick(theirs, Qt::Key_Space);
        QVERIFY(save->isEnabled());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(!dialog.view().keepsMine(QStringLiteral("role")));
    }

    void theWholeBoxCanBeClicked()
    {
        ui::ConflictDialog dialog(QStringLiteral("Ann Lee"), sample());
        dialog.show();
        auto *mine = dialog.findChild<QRadioButton *>(QStringLiteral("conflictMine_role"));
        QWidget *box = mine->parentWidget();
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->width() - 8, box->height() / 2));
        QVERIFY(mine->isChecked());
    }

    void agreementLeavesNothingToSave()
    {
        ui::ConflictDialog dialog(QStringLiteral("Ann Lee"), sample().mid(3));
        dialog.show();
        QCOMPARE(dialog.view().shown(), 0);
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("conflictDialogSubmit"))->isVisible());
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
    }

    void everyInputIsNamed()
    {
        ui::ConflictDialog dialog(QStringLiteral("Ann Lee"), sample());
        dialog.show();
        QCOMPARE(test::inputsWithoutName(&dialog), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(&dialog), QStringList());
        QCOMPARE(test::cutWidgets(&dialog), QStringList());
        const QString folder = qEnvironmentVariable("LW_PICTURES");
        if (folder.isEmpty()) return;
        for (const auto scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
            ui::Theme::current().setScheme(scheme);
            QVERIFY(dialog.grab().save(folder + (scheme == ui::Scheme::Dark ? QStringLiteral("/conflict-dark.png")
                                                                            : QStringLiteral("/conflict-light.png"))));
        }
    }
};

QTEST_MAIN(TestConflictView)
#include "tst_conflictview.moc"
