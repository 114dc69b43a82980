// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog "Cache and locking" over a real encrypted cache: what it says, and what then opens the cache.
#include "core/cache/statetable.h"
#include "core/cache/vault.h"
#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/openprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/common/theme.h"
#include "ui/security/securitydialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTest>

#include <algorithm>

using namespace lw;

namespace {

const QString openingPassphrase = QStringLiteral("three small test words");
const QString betterPassphrase = QStringLiteral("velvet tractor onion glacier 71");

cache::TamperEvidence makeEvidence(const char *kind, const char *trusted)
{
    cache::TamperEvidence evidence;
    evidence.foundAt = test::OpenProfile::now();
    evidence.kind = QString::fromLatin1(kind);
    evidence.message = QStringLiteral("The log has 390 events now; 400 were verified before.");
    evidence.trustedNote = trusted;
    evidence.offendingNote = QByteArrayLiteral(
        "pbx.acme.example/acme\n390\nUk9PVC1TSE9XTg==\n\n— pbx.acme.example "
        "d3JpdHRlbiBmb3IgdGhlIHRlc3Qgb25seSwgYXMgbG9uZyBhcyBhIHJlYWwgc2lnbmF0dXJlIG9mIGEgY2hlY2twb2ludCBpcw==\n");
    return evidence;
}

}  // namespace

class TestCacheSecurity : public QObject {
    Q_OBJECT
    SecretMemory m_secretMemory;

    std::unique_ptr<test::OpenProfile> m_profile;
    test::PreparedAnswers m_answers;
    std::unique_ptr<ui::SecurityDialog> m_dialog;

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
    QString cacheDir() const { return m_profile->directory() + QStringLiteral("/cache"); }
    QString iniFile() const { return m_profile->directory() + QStringLiteral("/window.ini"); }
    QString opensWith(const QString &passphrase) const
    {
        const auto vault = cache::Vault::unlockWithPassphrase(cacheDir(), toSecret(passphrase.toUtf8()));
        return vault                                  ? QStringLiteral("opens")
               : vault.error().code == Errc::WrongKey ? QStringLiteral("wrong key")
                                                      : vault.error().message;
    }
    QString opensWithRecovery(const QByteArray &key) const
    {
        const auto vault = cache::Vault::unlockWithRecoveryKey(cacheDir(), toSecret(key));
        return vault                                  ? QStringLiteral("opens")
               : vault.error().code == Errc::WrongKey ? QStringLiteral("wrong key")
                                                      : vault.error().message;
    }
    void showDialog()
    {
        m_dialog = std::make_unique<ui::SecurityDialog>(
            ui::PageContext{m_profile->session(), m_answers, m_profile->clock()}, ui::LockMemory(iniFile()));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    void addEvidence(const cache::TamperEvidence &evidence)
    {
        auto connection = m_profile->session().connectForWriting();
        QVERIFY(connection.ok());
        QVERIFY(cache::StateTable(**connection).addEvidence(evidence).ok());
    }
    QList<cache::TamperEvidence> keptEvidence()
    {
        auto connection = m_profile->session().connectForReading();
        if (!connection) return {};
        const auto evidence = cache::StateTable(**connection).evidence();
        auto kept = evidence ? *evidence : QList<cache::TamperEvidence>();
        std::sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        return kept;
    }
    QByteArray makeRecoveryKey()
    {
        QTest::mouseClick(find<QPushButton>("recoveryMake"), Qt::LeftButton);
        const auto isShown = [this] {
            const auto *key = find<QLabel>("recoveryKey");
            return key && key->isVisible();
        };
        if (!QTest::qWaitFor(isShown, 20'000)) return {};
        return find<QLabel>("recoveryKey")->text().toUtf8();
    }

  private Q_SLOTS:
    void initTestCase()
    {
        // No key store of the machine that runs this may be asked or changed.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        test::installEnglish();
    }
    void init()
    {
        m_profile = std::make_unique<test::OpenProfile>();
        QVERIFY2(m_profile->isOpen(), qPrintable(m_profile->problem()));
        m_answers = {};
        showDialog();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_profile.reset();
    }

    void wrongCurrentPassphraseIsRefusedInPlace()
    {
        type("passphraseCurrent", QStringLiteral("not the passphrase"));
        type("passphraseNewFirst", betterPassphrase);
        type("passphraseNewSecond", betterPassphrase);
        QTest::mouseClick(find<QPushButton>("passphraseChange"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!said("passphraseCurrentError").isEmpty(), 20'000);
        QVERIFY(find<QLineEdit>("passphraseCurrent")->text().isEmpty());
        QCOMPARE(said("passphraseSaid"), QString());
        QCOMPARE(opensWith(openingPassphrase), QStringLiteral("opens"));
        QCOMPARE(opensWith(betterPassphrase), QStringLiteral("wrong key"));
    }

    void changedPassphraseOpensAndTheFormerDoesNot()
    {
        type("passphraseCurrent", openingPassphrase);
        type("passphraseNewFirst", betterPassphrase);
        type("passphraseNewSecond", betterPassphrase);
        QTest::keyClick(find<QLineEdit>("passphraseNewSecond"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(said("passphraseSaid").contains(QStringLiteral("no longer")), 20'000);
        for (const char *field : {"passphraseCurrent", "passphraseNewFirst", "passphraseNewSecond"})
            QVERIFY2(find<QLineEdit>(field)->text().isEmpty(), field);
        QCOMPARE(opensWith(betterPassphrase), QStringLiteral("opens"));
        QCOMPARE(opensWith(openingPassphrase), QStringLiteral("wrong key"));
    }

    void newPassphraseIsCheckedBeforeAnythingIsChanged_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("field");
        QTest::newRow("weak") << QStringLiteral("password") << QStringLiteral("password")
                              << QStringLiteral("passphraseNewFirstError");
        QTest::newRow("not the same") << betterPassphrase << betterPassphrase + QLatin1Char('x')
                                      << QStringLiteral("passphraseNewSecondError");
        QTest::newRow("the current one") << openingPassphrase << openingPassphrase
                                         << QStringLiteral("passphraseNewFirstError");
    }
    void newPassphraseIsCheckedBeforeAnythingIsChanged()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, field);
        type("passphraseCurrent", openingPassphrase);
        type("passphraseNewFirst", first);
        QVERIFY(!find<QPushButton>("passphraseChange")->isEnabled());
        type("passphraseNewSecond", second);
        QTest::mouseClick(find<QPushButton>("passphraseChange"), Qt::LeftButton);
        QVERIFY(!said(field.toLatin1().constData()).isEmpty());
        QCOMPARE(opensWith(openingPassphrase), QStringLiteral("opens"));
    }

    void renewedRecoveryKeyOpensAndTheFormerDoesNot()
    {
        const QByteArray former = makeRecoveryKey();
        QVERIFY(!former.isEmpty());
        QVERIFY(m_answers.asked.value(0).contains(QStringLiteral("no longer opens")));
        QCOMPARE(opensWithRecovery(former), QStringLiteral("opens"));
        QVERIFY(!find<QPushButton>("recoveryHide")->isEnabled());
        auto *stored = find<QCheckBox>("recoveryStored");
        stored->setFocus();
        QTest::keyClick(stored, Qt::Key_Space);
        QTest::mouseClick(find<QPushButton>("recoveryHide"), Qt::LeftButton);
        QTRY_VERIFY(!find<QLabel>("recoveryKey"));

        const QByteArray renewed = makeRecoveryKey();
        QVERIFY(renewed != former);
        QCOMPARE(opensWithRecovery(renewed), QStringLiteral("opens"));
        QCOMPARE(opensWithRecovery(former), QStringLiteral("wrong key"));
        QCOMPARE(opensWith(openingPassphrase), QStringLiteral("opens"));
    }

    void recoveryKeyIsSavedAsTextOnRequest()
    {
        const QByteArray key = makeRecoveryKey();
        m_answers.path = m_profile->directory() + QStringLiteral("/key.txt");
        QTest::mouseClick(find<QPushButton>("recoverySaveText"), Qt::LeftButton);
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(key));
    }

    void nothingIsRenewedWithoutConsent()
    {
        m_answers.agree = false;
        QTest::mouseClick(find<QPushButton>("recoveryMake"), Qt::LeftButton);
        QCOMPARE(m_answers.asked.size(), 1);
        QVERIFY(find<QPushButton>("recoveryMake")->isEnabled());
        QVERIFY(!find<QLabel>("recoveryKey"));
    }

    void closingWithAnUnstoredKeyAsksFirst()
    {
        QVERIFY(!makeRecoveryKey().isEmpty());
        m_answers.agree = false;
        QTest::mouseClick(find<QPushButton>("securityClose"), Qt::LeftButton);
        QCOMPARE(m_answers.asked.size(), 2);
        QVERIFY(m_dialog->isVisible());
        m_answers.agree = true;
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->isVisible());
        QTRY_VERIFY(!find<QLabel>("recoveryKey"));
    }

    void autoLockIsAppliedAndRemembered()
    {
        auto *minutes = find<QComboBox>("autoLockMinutes");
        QCOMPARE(minutes->currentData().toInt(), 15);
        minutes->setFocus();
        QTest::keyClick(minutes, Qt::Key_Up);
        QCOMPARE(m_profile->session().autoLockMinutes(), 5);
        QCOMPARE(ui::LockMemory(iniFile()).minutes(), 5);
        QTest::keyClick(minutes, Qt::Key_Home);
        QCOMPARE(m_profile->session().autoLockMinutes(), 0);
        QCOMPARE(ui::LockMemory(iniFile()).minutes(), 0);
        showDialog();
        QCOMPARE(find<QComboBox>("autoLockMinutes")->currentData().toInt(), 0);
    }

    void aFileChangedByHandGivesTheDefault_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("minutes");
        QTest::newRow("absent") << QString() << 15;
        QTest::newRow("never") << QStringLiteral("0") << 0;
        QTest::newRow("offered") << QStringLiteral("60") << 60;
        QTest::newRow("not offered") << QStringLiteral("99999") << 15;
        QTest::newRow("negative") << QStringLiteral("-1") << 15;
        QTest::newRow("no number") << QStringLiteral("soon") << 15;
    }
    void aFileChangedByHandGivesTheDefault()
    {
        QFETCH(QString, text);
        if (!text.isEmpty()) QSettings(iniFile(), QSettings::IniFormat).setValue(QStringLiteral("lock/minutes"), text);
        QTEST(ui::LockMemory(iniFile()).minutes(), "minutes");
    }

    void withoutAKeyStoreThatIsSaidAndNothingIsOn()
    {
        auto *open = find<QCheckBox>("keyStoreOpen");
        QVERIFY(!open->isChecked());
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), 20'000);
        QVERIFY(!open->isChecked());
        QVERIFY2(said("keyStoreSaid").contains(QStringLiteral("key store")), qPrintable(said("keyStoreSaid")));
    }

    void evidenceIsShownSavedAndRemoved()
    {
        QVERIFY(!find<QWidget>("evidenceSection")->isVisible());
        addEvidence(makeEvidence("truncated", "trusted-note-one\n"));
        addEvidence(makeEvidence("fork", "trusted-note-two\n"));
        showDialog();
        const QList<cache::TamperEvidence> kept = keptEvidence();
        QCOMPARE(kept.size(), 2);
        const QByteArray first = QByteArray::number(kept[0].id), second = QByteArray::number(kept[1].id);
        QTRY_VERIFY(find<QWidget>("evidenceSection")->isVisible());
        QVERIFY(said(("evidenceKind" + first).constData()).contains(QStringLiteral("shorter")));
        QVERIFY(said(("evidenceKind" + second).constData()).contains(QStringLiteral("Two different logs")));
        QCOMPARE(find<QPlainTextEdit>(("evidenceTrusted" + first).constData())->toPlainText(),
                 QStringLiteral("trusted-note-one"));
        QVERIFY(find<QPlainTextEdit>(("evidenceOffending" + first).constData())
                    ->toPlainText()
                    .contains(QStringLiteral("Uk9PVC1TSE9XTg==")));

        m_answers.path = m_profile->directory() + QStringLiteral("/evidence.txt");
        QTest::mouseClick(find<QPushButton>(("evidenceSave" + first).constData()), Qt::LeftButton);
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(saved.contains("trusted-note-one\n") && saved.contains(kept[0].offendingNote));

        m_answers.agree = false;
        QTest::mouseClick(find<QPushButton>(("evidenceDone" + first).constData()), Qt::LeftButton);
        QCOMPARE(keptEvidence().size(), 2);
        m_answers.agree = true;
        QTest::mouseClick(find<QPushButton>(("evidenceDone" + first).constData()), Qt::LeftButton);
        QTRY_COMPARE(keptEvidence().size(), 1);
        QCOMPARE(keptEvidence().constFirst().kind, QStringLiteral("fork"));
        QTRY_VERIFY(!find<QPushButton>(("evidenceDone" + first).constData()));
        auto *last = find<QPushButton>(("evidenceDone" + second).constData());
        QTRY_VERIFY((last = find<QPushButton>(("evidenceDone" + second).constData())) && last->isVisible());
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Space);
        QTRY_VERIFY(!find<QWidget>("evidenceSection")->isVisible());
        QVERIFY(keptEvidence().isEmpty());
    }

    void evidenceThatCannotBeSavedIsExplained()
    {
        addEvidence(makeEvidence("other-key", ""));
        showDialog();
        const QByteArray id = QByteArray::number(keptEvidence().value(0).id);
        QTRY_VERIFY(find<QPushButton>(("evidenceSave" + id).constData()));
        m_answers.path = m_profile->directory() + QStringLiteral("/no/such/folder/evidence.txt");
        QTest::mouseClick(find<QPushButton>(("evidenceSave" + id).constData()), Qt::LeftButton);
        QVERIFY(said("evidenceSaid").contains(QStringLiteral("Choose another place")));
    }

    void lockingEndsTheDialogWithoutAQuestion()
    {
        QVERIFY(!makeRecoveryKey().isEmpty());
        type("passphraseCurrent", openingPassphrase);
        m_answers.agree = false;
        const auto asked = m_answers.asked.size();
        m_profile->session().lock();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_answers.asked.size(), asked);
        QVERIFY(find<QLineEdit>("passphraseCurrent")->text().isEmpty());
    }

    void everyInputIsNamedAndReached()
    {
        addEvidence(makeEvidence("fork", "trusted\n"));
        showDialog();
        QTRY_VERIFY(find<QWidget>("evidenceSection")->isVisible());
        QVERIFY(!makeRecoveryKey().isEmpty());
        QCOMPARE(test::inputsWithoutName(m_dialog.get()), QStringList());
        QCOMPARE(test::inputsWithoutObjectName(m_dialog.get()), QStringList());
        QCOMPARE(test::inputsOutOfReach(m_dialog.get()), QStringList());
        QCOMPARE(test::cutWidgets(m_dialog.get()), QStringList());
        m_dialog->resize(m_dialog->minimumSize());
        QCOMPARE(test::cutWidgets(m_dialog.get()), QStringList());
        const auto *area = find<QScrollArea>("securityScroll");
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(ui::Scheme::Light);
        QTest::newRow("dark") << int(ui::Scheme::Dark);
    }
    /// Both schemes paint; with LW_PICTURES set to a folder the pictures are kept for people to look at.
    void pictures()
    {
        QFETCH(int, scheme);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        addEvidence(makeEvidence("truncated", "pbx.acme.example/acme\n400\nUk9PVC1LRVBU\n"));
        showDialog();
        QTRY_VERIFY(find<QWidget>("evidenceSection")->isVisible());
        QVERIFY(!makeRecoveryKey().isEmpty());
        m_dialog->resize(680, 1500);
        QTRY_COMPARE(m_dialog->height(), 1500);
        const QImage picture = m_dialog->grab().toImage();
        const int lightness = picture.pixelColor(3, 3).lightness();
        QVERIFY2(scheme == int(ui::Scheme::Dark) ? lightness < 80 : lightness > 175,
                 qPrintable(QString::number(lightness)));
        const QString folder = qEnvironmentVariable("LW_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder +
                                 QStringLiteral("/cachesecurity-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        ui::Theme::current().setScheme(ui::Scheme::Light);
    }
};

QTEST_MAIN(TestCacheSecurity)
#include "tst_cachesecurity.moc"
