// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/onetimesecret.h"
#include "ui/common/qrcode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace lw;
using namespace lw::ui;

class TestOneTimeSecret : public QObject {
    Q_OBJECT
    const SecretMemory m_memory;

    static OneTimeSecret sample()
    {
        OneTimeSecret shown;
        shown.title = QStringLiteral("Secret of “Desk phone”");
        shown.label = QStringLiteral("Secret");
        shown.secret = toSecret("moss-ferry-12-kite");
        shown.besides = {{QStringLiteral("SIP user name"), QStringLiteral("acme-1001")}};
        return shown;
    }

  private Q_SLOTS:
    void isGoneAfterClosing()
    {
        OneTimeSecretDialog dialog(sample());
        dialog.open();
        auto *text = dialog.findChild<QLabel *>(QStringLiteral("oneTimeSecretText"));
        QCOMPARE(text->text(), QStringLiteral("moss-ferry-12-kite"));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("oneTimeSecretCopy")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("moss-ferry-12-kite"));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QVERIFY(text->text().isEmpty());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void whatOthersCopiedStays()
    {
        copySecret(toSecret("mine"));
        QGuiApplication::clipboard()->setText(QStringLiteral("somebody else's"));
        forgetCopied();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("somebody else's"));
    }

    void qrCodeHasItsThreeFinders()
    {
        QrCode code(QStringLiteral("code"));
        QVERIFY(code.setContent(toSecret("otpauth://totp/acme:ann?secret=JBSWY3DPEHPK3PXP")));
        const int side = code.modules();
        QVERIFY(side >= 21 && (side - 17) % 4 == 0);
        for (const QPoint &corner : {QPoint(0, 0), QPoint(side - 7, 0), QPoint(0, side - 7)}) {
            QVERIFY(code.isDark(corner.x(), corner.y()));
            QVERIFY(!code.isDark(corner.x() + 1, corner.y() + 1));
            QVERIFY(code.isDark(corner.x() + 3, corner.y() + 3));
        }
        QVERIFY(!code.isDark(-1, 0) && !code.isDark(side, 0));
        QVERIFY(code.setContent({}));
        QCOMPARE(code.modules(), 0);
        QVERIFY(!code.setContent(toSecret(QByteArray(4000, 'x'))));
    }
};

QTEST_MAIN(TestOneTimeSecret)
#include "tst_onetimesecret.moc"
