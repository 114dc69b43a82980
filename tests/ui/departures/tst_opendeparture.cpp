// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that opens a departure: person, moments on the customer's clock, effect in numbers, refusals in place.
#include "core/session/consolesession.h"
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/accessbackend.h"
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/momentedit.h"
#include "ui/common/theme.h"
#include "ui/departures/opendeparturedialog.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;

class TestOpenDeparture : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::AccessBackend> m_backend;
    std::unique_ptr<test::OpenProfile> m_profile;
    std::unique_ptr<ui::OpenDepartureDialog> m_dialog;
    test::PreparedAnswers m_answers;

    static QDateTime now() { return test::OpenProfile::now(); }
    template <typename Kind>
    Kind *find(const char *name) const
    {
        return m_dialog->findChild<Kind *>(QLatin1String(name));
    }
    QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisibleTo(m_dialog.get()) ? label->text() : QString();
    }
    void openDialog(const QList<Departure> &cases = {}, const char *login = "")
    {
        m_dialog = std::make_unique<ui::OpenDepartureDialog>(
            ui::PageContext{m_profile->session(), m_answers, m_profile->clock()},
            people::judgePeople(test::OpenProfile::samplePeople(), test::OpenProfile::customer(), now()), cases,
            QString::fromLatin1(login));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void choose(const char *radio) const
    {
        find<QRadioButton>(radio)->setFocus();
        QTest::keyClick(find<QRadioButton>(radio), Qt::Key_Space);
    }
    void typePerson(const QString &text) const
    {
        auto *edit = find<QLineEdit>("departurePerson");
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    QPushButton *submit() const { return find<QPushButton>("openDepartureSubmit"); }

  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }
    void init()
    {
        m_backend = std::make_unique<test::AccessBackend>();
        m_profile = std::make_unique<test::OpenProfile>(test::OpenProfile::sampleEvents(),
                                                        test::OpenProfile::samplePeople(), m_backend->transport());
        QVERIFY2(m_profile->signIn(test::AccessBackend::password()), qPrintable(m_profile->problem()));
        openDialog();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_profile.reset();
        m_backend.reset();
    }

    void theEffectIsSaidInNumbersBeforeAnythingHappens()
    {
        QVERIFY(!submit()->isEnabled());
        typePerson(QStringLiteral("jide.okafor"));
        QTRY_VERIFY2(said("departureEffect").contains(QStringLiteral("3 live sessions end")),
                     qPrintable(said("departureEffect")));
        QTRY_VERIFY(said("departureEffect").contains(QStringLiteral("2 devices")));
        QVERIFY(said("departureEffect").startsWith(QStringLiteral("At once")));
        QVERIFY(!said("departureWayBack").isEmpty());
        QVERIFY(m_backend->changes().isEmpty());
        QVERIFY(submit()->isEnabled());
        QTest::keyClicks(find<QLineEdit>("departureReason"), QStringLiteral("contract ended"));
        QSignalSpy opened(m_dialog.get(), &ui::OpenDepartureDialog::opened);
        QTest::keyClick(find<QLineEdit>("departureReason"), Qt::Key_Return);
        QTRY_COMPARE(opened.count(), 1);
        const auto wishes = protocol::newDeparturesFromJson(m_backend->changes().first().body);
        QVERIFY(wishes.ok());
        QCOMPARE(wishes->first().departedAt, now());
        QCOMPARE(wishes->first().reason, QStringLiteral("contract ended"));
    }

    void someLettersLeadToAPerson()
    {
        auto *edit = find<QLineEdit>("departurePerson");
        QTest::keyClicks(edit, QStringLiteral("oka"));
        QVERIFY(!submit()->isEnabled());
        QTRY_VERIFY(edit->completer() != nullptr);
        edit->setText(QStringLiteral("Jide Okafor (jide.okafor)"));
        QVERIFY(submit()->isEnabled());
    }

    void aMomentIsOfTheCustomersClock()
    {
        typePerson(QStringLiteral("jide.okafor"));
        choose("departureAt");
        auto *edit = find<QDateTimeEdit>("departureMoment");
        edit->setDateTime(QDateTime(QDate(2027, 7, 1), QTime(17, 0), Qt::UTC));
        QVERIFY2(said("departureMomentUtc").contains(QStringLiteral("16:00 UTC")),
                 qPrintable(said("departureMomentUtc")));
        QVERIFY(said("departureEffect").contains(QStringLiteral("1 Jul 2027, 17:00 Europe/London")));
        QVERIFY(said("departureWayBack").contains(QStringLiteral("Withdraw")));
        QVERIFY(said("departureDeadline").contains(QStringLiteral("2 Jul 2027, 17:00")));
        QTest::mouseClick(submit(), Qt::LeftButton);
        QTRY_COMPARE(m_backend->changes().size(), 1);
        const auto wishes = protocol::newDeparturesFromJson(m_backend->changes().first().body);
        QCOMPARE(wishes->first().departedAt, QDateTime(QDate(2027, 7, 1), QTime(16, 0), Qt::UTC));
        QVERIFY(!wishes->first().effectiveAt.isValid());
    }

    void aTimeThatTheClockSkipsIsRefused()
    {
        typePerson(QStringLiteral("jide.okafor"));
        choose("departureAt");
        find<QDateTimeEdit>("departureMoment")->setDateTime(QDateTime(QDate(2027, 3, 28), QTime(1, 30), Qt::UTC));
        QVERIFY2(said("departureWrong").contains(QStringLiteral("goes forward")), qPrintable(said("departureWrong")));
        QVERIFY(!submit()->isEnabled());
    }

    void accessMayNotOutliveTheDeadline()
    {
        typePerson(QStringLiteral("jide.okafor"));
        choose("departureEndsLater");
        auto *edit = find<QDateTimeEdit>("departureEnd");
        edit->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 3), Qt::UTC));
        QVERIFY2(said("departureWrong").contains(QStringLiteral("24 hours")), qPrintable(said("departureWrong")));
        edit->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC));
        QVERIFY(said("departureWrong").isEmpty());
        QVERIFY(submit()->isEnabled());
    }

    void aDepartureLongPastIsABreachAtOnce()
    {
        typePerson(QStringLiteral("jide.okafor"));
        choose("departureAt");
        find<QDateTimeEdit>("departureMoment")->setDateTime(QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));
        QVERIFY2(said("departureEffect").contains(QStringLiteral("breach")), qPrintable(said("departureEffect")));
        QVERIFY(said("departureEffect").startsWith(QStringLiteral("At once")));
    }

    void theLastOwnerStays()
    {
        typePerson(QStringLiteral("sami.haddad"));
        QVERIFY2(said("departureWrong").contains(QStringLiteral("last owner")), qPrintable(said("departureWrong")));
        QVERIFY(!submit()->isEnabled());
    }

    void whoHasAnOpenCaseIsNotOpenedTwice()
    {
        openDialog(test::AccessBackend::sampleDepartures(), "ann.lee");
        QVERIFY2(said("departureWrong").contains(QStringLiteral("open departure")), qPrintable(said("departureWrong")));
    }

    void aReassignmentNeedsOtherRoles()
    {
        typePerson(QStringLiteral("jide.okafor"));
        choose("departureChanges");
        QVERIFY(!said("departureWrong").isEmpty());
        QVERIFY(!submit()->isEnabled());
        auto *auditor = find<QCheckBox>("departureRole_auditor");
        QVERIFY(auditor->isVisible());
        auditor->setFocus();
        QTest::keyClick(auditor, Qt::Key_Space);
        QVERIFY2(said("departureEffect").contains(QStringLiteral("User become Auditor")),
                 qPrintable(said("departureEffect")));
        QTest::mouseClick(submit(), Qt::LeftButton);
        QTRY_COMPARE(m_backend->changes().size(), 1);
        const auto wishes = protocol::newDeparturesFromJson(m_backend->changes().first().body);
        QCOMPARE(wishes->first().kind, DepartureKind::Reassignment);
        QCOMPARE(wishes->first().newRoles, QStringList{QStringLiteral("auditor")});
    }

    void whatTheBackEndRefusesIsSaidInPlace()
    {
        m_backend->change([](test::AccessBackend::State &state) {
            state.refuse = makeError(Errc::Forbidden, QStringLiteral("You need the permission departures.write."));
        });
        typePerson(QStringLiteral("jide.okafor"));
        QTest::mouseClick(submit(), Qt::LeftButton);
        QTRY_VERIFY(m_dialog->problem().contains(QStringLiteral("departures.write")));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(submit()->isEnabled());
    }

    void everyInputIsNamedAndReached()
    {
        choose("departureChanges");
        QCOMPARE(test::inputsWithoutName(m_dialog.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(m_dialog.get()), QStringList());
        QCOMPARE(test::cutWidgets(m_dialog.get()), QStringList());
    }

    void zonesAreNamed()
    {
        const QTimeZone london("Europe/London");
        QCOMPARE(ui::zonedTime(QDateTime(QDate(2026, 7, 1), QTime(16, 0), Qt::UTC), london),
                 QStringLiteral("1 Jul 2026, 17:00 Europe/London (16:00 UTC)"));
        QCOMPARE(ui::zonedTime(QDateTime(QDate(2026, 7, 1), QTime(16, 0), Qt::UTC), QTimeZone::utc()),
                 QStringLiteral("1 Jul 2026, 16:00 UTC"));
        QCOMPARE(ui::zonedTime({}, london), QStringLiteral("never"));
        QCOMPARE(ui::zoneNamed(QStringLiteral("No/Where")), QTimeZone::utc());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(ui::Scheme::Light);
        QTest::newRow("dark") << int(ui::Scheme::Dark);
    }
    /// With LW_PICTURES set to a folder the pictures are kept for people to look at.
    void pictures()
    {
        QFETCH(int, scheme);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        typePerson(QStringLiteral("jide.okafor"));
        QTRY_VERIFY(said("departureEffect").contains(QStringLiteral("2 devices")));
        const QImage picture = m_dialog->grab().toImage();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("LW_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder +
                                 QStringLiteral("/opendeparture-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        ui::Theme::current().setScheme(ui::Scheme::Light);
    }
};

QTEST_MAIN(TestOpenDeparture)
#include "tst_opendeparture.moc"
