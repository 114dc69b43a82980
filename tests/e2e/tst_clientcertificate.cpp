// SPDX-License-Identifier: GPL-3.0-or-later
// A role that requires a client certificate, with the real programs: who shows a registered one gets in, who does not
// stays out, and the key lies nowhere but under encryption.
#include "tests/core/net/testcertificates.h"
#include "tests/e2e/apiclient.h"

#include <QDirIterator>

using namespace lw::test;

namespace {

const QString annPassword = QStringLiteral("copper-meadow-signal-4");
const QByteArray passphrase = "umbrella granite teapot seventeen";
const QByteArray filePassphrase = "bright-anvil-of-march";

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TestClientCertificate : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;
    QByteArray m_owner;
    Identity m_ann;

    const Programs &programs() const { return m_backEnd.programs; }

    Ran connectAs(const char *login, const QByteArray &secrets, const QStringList &more = {})
    {
        return programs().ctl(QStringList{QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--json"),
                                          QStringLiteral("--customer"), QStringLiteral("acme"),
                                          QStringLiteral("--login"), QLatin1String(login), QStringLiteral("--name"),
                                          QLatin1String(login), QStringLiteral("--accept-fingerprint"),
                                          m_backEnd.fact("fingerprint"), QStringLiteral("--password-fd"),
                                          QStringLiteral("0"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")} +
                                  more,
                              secrets);
    }
    Ran asOwner(const char *command)
    {
        return programs().ctl(words(command) + words("--json --yes --profile owner --password-fd 0"),
                              FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        QVERIFY(!m_owner.isEmpty());
        const ApiAnswer made = m_backEnd.api().call("POST", "/v1/users", m_owner,
                                                    {{QStringLiteral("login"), QStringLiteral("ann")},
                                                     {QStringLiteral("displayName"), QStringLiteral("Ann Lee")},
                                                     {QStringLiteral("department"), QStringLiteral("Audit")},
                                                     {QStringLiteral("roles"), QJsonArray{QStringLiteral("auditor")}}});
        QCOMPARE(made.status, 201);
        QVERIFY(
            !m_backEnd.api().firstSignIn(QStringLiteral("ann"), made.text("oneTimePassword"), annPassword).isEmpty());
        const Ran owner = connectAs("owner", FreshBackEnd::ownerPassword().toUtf8() + '\n' + passphrase + '\n');
        QVERIFY2(owner.exit == 0, owner.err.constData());
        m_ann = selfSigned({QStringLiteral("Ann Lee"), {}, -1, 30});
        programs().write(QStringLiteral("ann.pem"), m_ann.certificate.toPem());
        programs().write(QStringLiteral("ann.p12"), pkcs12(m_ann, filePassphrase));
    }

    void theRoleRequiresOne()
    {
        QJsonObject rules = m_backEnd.api().call("GET", "/v1/customer", m_owner).json();
        rules.insert(QStringLiteral("certificateRequiredRoles"), QJsonArray{QStringLiteral("auditor")});
        QCOMPARE(m_backEnd.api().call("PUT", "/v1/customer/policy", m_owner, rules).status, 200);
        const Ran refused = connectAs("ann", annPassword.toUtf8() + '\n' + passphrase + '\n');
        QVERIFY(refused.exit != 0);
        QCOMPARE(refused.error().value(QLatin1String("field")).toString(), QStringLiteral("clientCertificate"));
        QVERIFY2(refused.err.contains("--client-certificate"), refused.err.constData());
    }

    void oneThatNobodyRegisteredIsNone()
    {
        const Ran refused = connectAs("ann", filePassphrase + '\n' + annPassword.toUtf8() + '\n' + passphrase + '\n',
                                      words("--client-certificate ann.p12 --certificate-passphrase-fd 0"));
        QVERIFY(refused.exit != 0);
        const QByteArray fingerprint = m_ann.certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
        QVERIFY2(refused.err.contains(fingerprint), refused.err.constData());
        const Ran listed = asOwner("people certificates ann");
        QVERIFY(listed.json().value(QLatin1String("certificates")).toArray().isEmpty());
    }

    void registeredItOpensTheDoor()
    {
        const Ran added = asOwner("people certificates ann --add ann.pem");
        QVERIFY2(added.exit == 0, added.err.constData());
        QVERIFY(asOwner("people certificates ann --add ann.pem").exit != 0);  // once is enough
        const Ran wrong = connectAs("ann", "marble\n" + annPassword.toUtf8() + '\n' + passphrase + '\n',
                                    words("--client-certificate ann.p12 --certificate-passphrase-fd 0"));
        QCOMPARE(wrong.error().value(QLatin1String("field")).toString(), QStringLiteral("passphrase"));
        const Ran connected = connectAs("ann", filePassphrase + '\n' + annPassword.toUtf8() + '\n' + passphrase + '\n',
                                        words("--client-certificate ann.p12 --certificate-passphrase-fd 0"));
        QVERIFY2(connected.exit == 0, connected.err.constData());
    }

    void theCacheKeepsIt()
    {
        QVERIFY(QFile::remove(programs().path(QStringLiteral("ann.p12"))));
        const Ran synced = programs().ctl(words("sync --json --profile ann --passphrase-fd 0 --password-fd 0"),
                                          passphrase + '\n' + annPassword.toUtf8() + '\n');
        QVERIFY2(synced.exit == 0, synced.err.constData());
        const Ran listed =
            programs().ctl(words("people certificates ann --json --profile ann --passphrase-fd 0 --password-fd 0"),
                           passphrase + '\n' + annPassword.toUtf8() + '\n');
        QVERIFY2(listed.exit == 0, listed.err.constData());
        const QJsonObject first = listed.json().value(QLatin1String("certificates")).toArray().first().toObject();
        QVERIFY(first.value(QLatin1String("shown")).toBool());
        // The cache stays closed: nothing is shown, and the refusal says how it is done.
        const Ran closed =
            programs().ctl(words("people list --json --profile ann --password-fd 0"), annPassword.toUtf8() + '\n');
        QVERIFY(closed.exit != 0);
        QVERIFY2(closed.err.contains("--passphrase-fd"), closed.err.constData());
    }

    void theKeyLiesNowhereInTheClear()
    {
        const QByteArray body = m_ann.key.toPem().split('\n').at(1);
        QVERIFY(body.size() >= 40);
        const QByteArray der = m_ann.key.toDer().mid(8, 32);
        int files = 0;
        QDirIterator every(programs().path(QString()), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (every.hasNext()) {
            QFile file(every.next());
            if (!file.open(QIODevice::ReadOnly)) continue;
            const QByteArray bytes = file.readAll();
            ++files;
            QVERIFY2(!bytes.contains(body) && !bytes.contains(der) && !bytes.contains(filePassphrase),
                     qPrintable(file.fileName()));
        }
        QVERIFY(files > 5);
    }

    void removedItCountsNoMore()
    {
        const QByteArray fingerprint = m_ann.certificate.digest(QCryptographicHash::Sha256).toHex();
        const Ran removed = asOwner("people certificates ann --remove " + fingerprint);
        QVERIFY2(removed.exit == 0, removed.err.constData());
        const Ran refused = programs().ctl(words("sync --json --profile ann --passphrase-fd 0 --password-fd 0"),
                                           passphrase + '\n' + annPassword.toUtf8() + '\n');
        QVERIFY(refused.exit != 0);
        QCOMPARE(refused.error().value(QLatin1String("field")).toString(), QStringLiteral("clientCertificate"));
    }
};

QTEST_GUILESS_MAIN(TestClientCertificate)
#include "tst_clientcertificate.moc"
