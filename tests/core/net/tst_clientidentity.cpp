// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clientidentity.h"
#include "tests/core/net/testcertificates.h"

#include <QTest>

using namespace lw;
using namespace lw::net;

class TestClientIdentity final : public QObject {
    Q_OBJECT

    const SecretMemory m_memory;
    const lw::test::Identity m_authority = lw::test::makeAuthority(QStringLiteral("Acme people"));

    lw::test::Identity person(qint64 fromDays = -1, qint64 untilDays = 30) const
    {
        return lw::test::issue(m_authority, {QStringLiteral("Ann Lee"), {}, fromDays, untilDays});
    }

  private Q_SLOTS:
    void aFileOpensWithItsPassphrase()
    {
        const lw::test::Identity ann = person();
        const QByteArray file = lw::test::pkcs12(ann, "granite");
        const Result<ClientIdentity> identity =
            identityFromPkcs12(file, toSecret("granite"), QDateTime::currentDateTimeUtc());
        QVERIFY2(identity.ok(), qPrintable(identity ? QString() : identity.error().message));
        QCOMPARE(identity->leaf, ann.certificate);
        QCOMPARE(identity->key, ann.key);
        QVERIFY(identity->chain.isEmpty());
        QCOMPARE(identity->facts().subject, QStringLiteral("Ann Lee"));
    }

    void whatIsKeptComesBack()
    {
        const lw::test::Identity ann = person();
        const ClientIdentity identity{ann.certificate, {m_authority.certificate}, ann.key};
        const Result<ClientIdentity> back = identityFromSecret(toSecret(identity));
        QVERIFY(back.ok());
        QVERIFY(*back == identity);
        QCOMPARE(identityFromSecret(lw::toSecret("-----BEGIN NOTHING-----")).error().code, Errc::Corrupt);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const QByteArray good = lw::test::pkcs12(person(), "granite");
        const auto row = [](const char *name, const QByteArray &file, const char *passphrase, const char *field,
                            const char *says) {
            QTest::newRow(name) << file << QByteArray(passphrase) << QString::fromLatin1(field)
                                << QString::fromLatin1(says);
        };
        row("wrong passphrase", good, "marble", "passphrase", "does not open");
        row("no passphrase", good, "", "passphrase", "does not open");
        row("cut off", good.left(good.size() / 2), "granite", "passphrase", "does not open");
        row("empty", {}, "granite", "file", "empty");
        row("pem", person().certificate.toPem(), "granite", "file", "no PKCS#12");
        row("huge", QByteArray(identityFileBytes + 1, '0'), "granite", "file", "larger");
        row("expired", lw::test::pkcs12(person(-30, -1), "granite"), "granite", "file", "ended on");
        row("not yet", lw::test::pkcs12(person(2, 30), "granite"), "granite", "file", "only from");
    }

    void refusals()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const Result<ClientIdentity> identity =
            identityFromPkcs12(file, lw::toSecret(passphrase), QDateTime::currentDateTimeUtc());
        QVERIFY(!identity.ok());
        QCOMPARE(identity.error().code, Errc::InvalidInput);
        QCOMPARE(identity.error().field, field);
        QVERIFY2(identity.error().message.contains(says), qPrintable(identity.error().message));
    }

    void theEndIsExclusive()
    {
        const lw::test::Identity ann = person();
        const QByteArray file = lw::test::pkcs12(ann, "granite");
        const QDateTime end = ann.certificate.expiryDate();
        QVERIFY(identityFromPkcs12(file, toSecret("granite"), end.addMSecs(-1)).ok());
        QVERIFY(!identityFromPkcs12(file, toSecret("granite"), end).ok());
        const QDateTime begin = ann.certificate.effectiveDate();
        QVERIFY(identityFromPkcs12(file, toSecret("granite"), begin).ok());
        QVERIFY(!identityFromPkcs12(file, toSecret("granite"), begin.addMSecs(-1)).ok());
    }
};

QTEST_GUILESS_MAIN(TestClientIdentity)
#include "tst_clientidentity.moc"
