// SPDX-License-Identifier: GPL-3.0-or-later
// Client certificates on the page People: registered from a file or by fingerprint, seen, removed, and required.
#include "tests/core/net/testcertificates.h"
#include "tests/ui/people/adminpage.h"

#include <QCheckBox>
#include <QFile>

using namespace lw;
using lw::test::AdminPage;

namespace {

const auto fingerprint = QStringLiteral("0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0");

}  // namespace

class TestPeopleCertificates : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;

    static QString write(AdminPage &on, const char *name, const QByteArray &bytes)
    {
        QFile file(on.profile.path(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return file.fileName();
    }

  private Q_SLOTS:
    void oneIsRegisteredFromItsFile()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        QTRY_VERIFY(on.detailText().contains(QStringLiteral("a person gets in only with a certificate")));
        on.click("certificateAdd");
        QDialog *dialog = on.dialog("certificateDialog");
        QVERIFY(dialog);
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        const lw::test::CertificateOptions ended{QStringLiteral("Ann Lee"), {}, -30, -1};
        on.answers.path = write(on, "ended.pem", lw::test::selfSigned(ended).certificate.toPem());
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("certificateBrowse")), Qt::LeftButton);
        QVERIFY(AdminPage::label(dialog, "certificateDialogProblem").contains(QStringLiteral("ended on")));
        QVERIFY(!AdminPage::submit(dialog)->isEnabled());
        const lw::test::CertificateOptions good{QStringLiteral("Ann Lee"), {}, -1, 30};
        on.answers.path = write(on, "ann.der", lw::test::selfSigned(good).certificate.toDer());
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("certificateBrowse")), Qt::LeftButton);
        QVERIFY(AdminPage::label(dialog, "certificateFacts").contains(QStringLiteral("Ann Lee")));
        QTest::keyClick(AdminPage::submit(dialog), Qt::Key_Space);
        QTRY_VERIFY(on.page->isReady() && on.detailText().contains(QStringLiteral("CN=Ann Lee")));
    }

    void theLastOneIsRemovedKnowingly()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.choose("Ann Lee"));
        on.click("certificateAdd");
        QDialog *dialog = on.dialog("certificateDialog");
        QVERIFY(dialog);
        AdminPage::type(dialog, "certificateFingerprintEdit", QStringLiteral("12:34"));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QVERIFY(AdminPage::label(dialog, "certificateFingerprintEditError").contains(QStringLiteral("64")));
        AdminPage::type(dialog, "certificateFingerprintEdit", fingerprint.toUpper());
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.page->isReady() && on.detailText().contains(QStringLiteral("Registered by its fingerprint")));
        on.answers.agree = false;
        on.click("certificateRemove_0f1e2d3c");
        QVERIFY(on.answers.asked.last().contains(QStringLiteral("0 certificate")));
        QVERIFY(on.detailText().contains(QStringLiteral("Registered by its fingerprint")));
        on.answers.agree = true;
        on.click("certificateRemove_0f1e2d3c");
        QTRY_VERIFY(on.page->isReady() && !on.detailText().contains(QStringLiteral("Registered by its fingerprint")));
    }

    void aRoleRequiresOneAndItIsSaidWhomItMeets()
    {
        AdminPage on;
        QVERIFY(on.isReady());
        QVERIFY(on.pick("peopleMore", "peopleRules"));
        QDialog *dialog = on.dialog("rulesDialog");
        QVERIFY(dialog);
        auto *box = dialog->findChild<QCheckBox *>(QStringLiteral("ruleCertificate_owner"));
        QVERIFY(box && !box->isChecked());
        box->click();
        QVERIFY2(AdminPage::label(dialog, "rulesEffect").contains(QStringLiteral("registered client certificate")),
                 qPrintable(AdminPage::label(dialog, "rulesEffect")));
        QVERIFY(AdminPage::label(dialog, "rulesEffect").contains(QStringLiteral("You are one of them")));
        QTest::mouseClick(AdminPage::submit(dialog), Qt::LeftButton);
        QTRY_VERIFY(on.profile.admin().backend.customer.certificateRequiredRoles ==
                    QStringList{QStringLiteral("owner")});
    }
};

QTEST_MAIN(TestPeopleCertificates)
#include "tst_peoplecertificates.moc"
