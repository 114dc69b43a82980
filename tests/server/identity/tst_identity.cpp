// SPDX-License-Identifier: GPL-3.0-or-later
// The identity over the life of a back end: first start, every start after it, renewal, and damage.
#include "core/audit/note.h"
#include "server/identity/certificates.h"
#include "server/identity/identity.h"
#include "server/identity/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::server;

class TestIdentity : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void firstStart();
    void modes();
    void reuse();
    void renewal_data();
    void renewal();
    void newNameRenews();
    void fewerNamesDoNot();
    void clockBeforeCertificate();
    void missingFile_data();
    void missingFile();
    void damagedFile_data();
    void damagedFile();
    void looseFile_data();
    void looseFile();
    void foreignServerPair();
    void names_data();
    void names();
    void logKeySigns();
    void interruptedFirstStart();

  private:
    Result<Identity> load(const QStringList &hosts = {QStringLiteral("localhost")},
                          const QStringList &addresses = {QStringLiteral("127.0.0.1")}) const
    {
        return loadOrCreateIdentity(m_data, hosts, addresses, m_clock);
    }
    QString file(const char *name) const { return m_data + u'/' + QLatin1String(name); }
    static QByteArray contents(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    SecretMemory m_memory;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
    FixedClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
};

void TestIdentity::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("identity"));
    m_clock.set(QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC));
}

void TestIdentity::firstStart()
{
    const auto identity = load();
    QVERIFY(identity.ok());
    QVERIFY(identity->created);
    QVERIFY(!identity->renewed);
    QCOMPARE(identity->caPem, contents(identity->caFile));
    QCOMPARE(identity->certificateChainPem.count("BEGIN CERTIFICATE"), 2);
    QVERIFY(identity->certificateChainPem.endsWith(identity->caPem));
    QVERIFY(isSignedBy(identity->certificateChainPem, identity->caPem));
    QVERIFY(isGoodFor(identity->certificateChainPem, QStringLiteral("localhost")));
    QVERIFY(isGoodFor(identity->certificateChainPem, QStringLiteral("127.0.0.1")));
    QVERIFY(belongTogether(identity->serverKeyPem, identity->certificateChainPem));
    QVERIFY(isLogKey(identity->logKeyPem));
    QCOMPARE(identity->certificateExpires, m_clock.nowUtc().addDays(serverCertificateDays));
    QCOMPARE(identity->certificateSha256, factsOf(identity->certificateChainPem)->sha256);
}

void TestIdentity::modes()
{
#ifdef Q_OS_WIN
    QSKIP("access lists are inherited there");
#endif
    QVERIFY(load().ok());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(m_data).permissions() & others));
    for (const char *name : {"ca.key", "server.key", "log.key"}) {
        const auto permissions = QFileInfo(file(name)).permissions();
        QVERIFY2(!(permissions & others), name);
        QVERIFY2(!(permissions & QFileDevice::ExeOwner), name);
    }
    QCOMPARE(QDir(m_data).entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{QStringLiteral("ca.key"), QStringLiteral("ca.pem"), QStringLiteral("log.key"),
                          QStringLiteral("server.key"), QStringLiteral("server.pem")}));
}

void TestIdentity::reuse()
{
    const auto first = load();
    m_clock.advanceMs(100LL * 24 * 3600 * 1000);
    const auto second = load();
    QVERIFY(second.ok());
    QVERIFY(!second->created);
    QVERIFY(!second->renewed);
    QCOMPARE(second->certificateChainPem, first->certificateChainPem);
    QCOMPARE(second->logKeyPem.toByteArray(), first->logKeyPem.toByteArray());
}

void TestIdentity::renewal_data()
{
    QTest::addColumn<int>("daysLater");
    QTest::addColumn<bool>("renewed");
    QTest::newRow("30 days are left") << serverCertificateDays - renewalDays << false;
    QTest::newRow("29 days are left") << serverCertificateDays - renewalDays + 1 << true;
    QTest::newRow("expired") << serverCertificateDays + 100 << true;
}

void TestIdentity::renewal()
{
    QFETCH(int, daysLater);
    QFETCH(bool, renewed);
    const auto first = load();
    m_clock.set(m_clock.nowUtc().addDays(daysLater));
    const auto later = load();
    QVERIFY(later.ok());
    QCOMPARE(later->renewed, renewed);
    QCOMPARE(later->certificateSha256 != first->certificateSha256, renewed);
    // What consoles trust stays.
    QCOMPARE(later->caPem, first->caPem);
    QCOMPARE(later->logKeyPem.toByteArray(), first->logKeyPem.toByteArray());
    QVERIFY(isSignedBy(later->certificateChainPem, first->caPem));
    if (renewed) QCOMPARE(later->certificateExpires, m_clock.nowUtc().addDays(serverCertificateDays));
    QVERIFY(!load()->renewed);
}

void TestIdentity::newNameRenews()
{
    const auto first = load();
    const auto second = load({QStringLiteral("localhost"), QStringLiteral("PBX.example.org")}, {QStringLiteral("::1")});
    QVERIFY(second->renewed);
    QVERIFY(isGoodFor(second->certificateChainPem, QStringLiteral("pbx.example.org")));
    QVERIFY(isGoodFor(second->certificateChainPem, QStringLiteral("::1")));
    QCOMPARE(second->caPem, first->caPem);
}

void TestIdentity::fewerNamesDoNot()
{
    const auto first = load({QStringLiteral("localhost"), QStringLiteral("pbx.example.org")});
    const auto second = load();
    QCOMPARE(second->certificateSha256, first->certificateSha256);
}

void TestIdentity::clockBeforeCertificate()
{
    const auto first = load();
    m_clock.set(m_clock.nowUtc().addDays(-10));
    const auto second = load();
    QVERIFY(second->renewed);
    QVERIFY(second->certificateSha256 != first->certificateSha256);
}

void TestIdentity::missingFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("mendable");
    QTest::newRow("authority certificate") << QStringLiteral("ca.pem") << false;
    QTest::newRow("authority key") << QStringLiteral("ca.key") << false;
    QTest::newRow("log key") << QStringLiteral("log.key") << false;
    QTest::newRow("server certificate") << QStringLiteral("server.pem") << true;
    QTest::newRow("server key") << QStringLiteral("server.key") << true;
}

void TestIdentity::missingFile()
{
    QFETCH(QString, name);
    QFETCH(bool, mendable);
    const auto first = load();
    QVERIFY(QFile::remove(m_data + u'/' + name));
    const auto second = load();
    QCOMPARE(second.ok(), mendable);
    if (mendable) {
        QVERIFY(second->renewed);
        QCOMPARE(second->caPem, first->caPem);
    } else {
        QCOMPARE(second.error().code, Errc::Corrupt);
        QVERIFY(second.error().message.contains(name));
        QVERIFY(second.error().message.contains(QLatin1String("backup")));
        QVERIFY(!QFile::exists(m_data + u'/' + name));  // nothing was made in its place
    }
}

void TestIdentity::damagedFile_data()
{
    missingFile_data();
}

void TestIdentity::damagedFile()
{
    QFETCH(QString, name);
    QFETCH(bool, mendable);
    QVERIFY(load().ok());
    QFile damaged(m_data + u'/' + name);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("-----BEGIN NONSENSE-----\n");
    damaged.close();
    const auto second = load();
    QCOMPARE(second.ok(), mendable);
    if (!mendable) QCOMPARE(second.error().code, Errc::Corrupt);
}

void TestIdentity::looseFile_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"ca.key", "server.key", "log.key"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestIdentity::looseFile()
{
#ifdef Q_OS_WIN
    QSKIP("access lists are inherited there");
#endif
    QFETCH(QString, name);
    QVERIFY(load().ok());
    const QString path = m_data + u'/' + name;
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup));
    const auto second = load();
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, Errc::InvalidInput);
    QVERIFY(second.error().message.contains(name));
}

void TestIdentity::foreignServerPair()
{
    QVERIFY(load().ok());
    const auto foreign = makeServerCertificate(*makeAuthority(m_clock.nowUtc()), {QStringLiteral("localhost")},
                                               {QStringLiteral("127.0.0.1")}, m_clock.nowUtc());
    QVERIFY(writePrivateFile(file("server.key"), foreign->keyPem, true).ok());
    QVERIFY(writePublicFile(file("server.pem"), foreign->certificatePem).ok());
    const auto second = load();
    QVERIFY(second->renewed);
    QVERIFY(isSignedBy(second->certificateChainPem, second->caPem));
}

void TestIdentity::names_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const QStringList &hosts, const QStringList &addresses, bool accepted) {
        QTest::newRow(name) << hosts << addresses << accepted;
    };
    row("one host", {QStringLiteral("pbx")}, {}, true);
    row("only an address", {}, {QStringLiteral("192.0.2.1")}, true);
    row("mapped address", {}, {QStringLiteral("::ffff:192.0.2.1")}, true);
    row("twice the same", {QStringLiteral("a.b"), QStringLiteral("A.B")}, {}, true);
    row("nothing", {}, {}, false);
    row("empty host", {QString()}, {}, false);
    row("space", {QStringLiteral("a b")}, {}, false);
    row("underscore", {QStringLiteral("a_b")}, {}, false);
    row("wildcard", {QStringLiteral("*.example.org")}, {}, false);
    row("extension smuggled in", {QStringLiteral("a,IP:192.0.2.9")}, {}, false);
    row("newline", {QStringLiteral("a\n")}, {}, false);
    row("long label", {QString(64, u'a')}, {}, false);
    row("dash at the end", {QStringLiteral("a-")}, {}, false);
    row("two dots", {QStringLiteral("a..b")}, {}, false);
    row("not an address", {}, {QStringLiteral("localhost")}, false);
    row("leading zero", {}, {QStringLiteral("010.0.0.1")}, false);
}

void TestIdentity::names()
{
    QFETCH(QStringList, hosts);
    QFETCH(QStringList, addresses);
    QFETCH(bool, accepted);
    const auto identity = load(hosts, addresses);
    QCOMPARE(identity.ok(), accepted);
    if (accepted) return;
    QCOMPARE(identity.error().code, Errc::InvalidInput);
    QVERIFY(!QFile::exists(m_data));  // a refused name leaves nothing behind
}

void TestIdentity::logKeySigns()
{
    const auto identity = load();
    const auto signer = audit::Signer::fromPem(QStringLiteral("localhost/demo"), identity->logKeyPem);
    QVERIFY(signer.ok());
    const auto note = audit::signNote("text\n", *signer);
    QVERIFY(note.ok());
    QVERIFY(audit::openNote(*note, signer->verifierKey()).ok());
}

void TestIdentity::interruptedFirstStart()
{
    // Ended right after the log key was made: it is used, not made anew.
    const auto first = load();
    for (const char *name : {"ca.pem", "ca.key", "server.pem", "server.key"})
        QVERIFY(QFile::remove(file(name)));
    const auto second = load();
    QVERIFY(second.ok());
    QVERIFY(second->created);
    QCOMPARE(second->logKeyPem.toByteArray(), first->logKeyPem.toByteArray());
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
