// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/profile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::session;

class TestProfileStore : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingYet()
    {
        QVERIFY(store().load()->isEmpty());
        QCOMPARE(store().find({}).error().code, Errc::NotFound);
    }

    void savedAndFound()
    {
        Profile acme = make(QStringLiteral("Acme"));
        acme.endpoint.pinnedSha256 = QByteArray(32, '\x7f');
        acme.endpoint.caPem = "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n";
        acme.logKey = QStringLiteral("a+b+c");
        QVERIFY(store().save(acme).ok());
        QCOMPARE(store().load()->size(), 1);
        QVERIFY(*store().find({}) == acme);
        QVERIFY(*store().find(QStringLiteral("acme")) == acme);
        QVERIFY(*store().find(acme.id) == acme);
        const Profile other = make(QStringLiteral("Globex"));
        QVERIFY(store().save(other).ok());
        QCOMPARE(store().find({}).error().code, Errc::InvalidInput);
        QCOMPARE(store().load()->constLast(), other);
        QVERIFY(acme.cacheDir != other.cacheDir);
        QVERIFY(QFileInfo(acme.cacheDir).isAbsolute());
    }

    void sameIdReplaces()
    {
        Profile acme = make(QStringLiteral("Acme"));
        QVERIFY(store().save(acme).ok());
        acme.name = QStringLiteral("Acme Ltd");
        QVERIFY(store().save(acme).ok());
        QCOMPARE(store().load()->size(), 1);
        QCOMPARE(store().load()->constFirst().name, QStringLiteral("Acme Ltd"));
    }

    void sameNameIsRefused()
    {
        QVERIFY(store().save(make(QStringLiteral("Acme"))).ok());
        const Result<void> again = store().save(make(QStringLiteral("ACME")));
        QCOMPARE(again.error().code, Errc::Conflict);
        QCOMPARE(store().save(make(QStringLiteral("  "))).error().code, Errc::InvalidInput);
    }

    void removed()
    {
        const Profile acme = make(QStringLiteral("Acme"));
        QVERIFY(store().save(acme).ok());
        QVERIFY(QDir().mkpath(acme.cacheDir));
        QVERIFY(store().remove(acme.id).ok());
        QVERIFY(store().load()->isEmpty());
        QVERIFY(QFileInfo::exists(acme.cacheDir));
        QCOMPARE(store().remove(acme.id).error().code, Errc::NotFound);
    }

    void onlyTheOwnerReads()
    {
#ifdef Q_OS_WIN
        QSKIP("permissions are the folder's on Windows");
#endif
        QVERIFY(store().save(make(QStringLiteral("Acme"))).ok());
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QCOMPARE(QFileInfo(file()).permissions() & others, QFileDevice::Permissions());
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Errc>("code");
        const QByteArray good =
            "{\"version\":1,\"profiles\":[{\"id\":\"1\",\"name\":\"n\",\"address\":\"https://"
            "a\",\"customer\":\"c\",\"login\":\"l\","
            "\"certificateSha256\":\"\",\"authorities\":\"\",\"logKey\":\"\",\"cacheFolder\":\"/x\"}]}";
        QTest::newRow("no JSON") << QByteArray("hello") << Errc::Corrupt;
        QTest::newRow("empty") << QByteArray() << Errc::Corrupt;
        QTest::newRow("cut") << good.left(60) << Errc::Corrupt;
        QTest::newRow("list") << QByteArray("[]") << Errc::Corrupt;
        QTest::newRow("no version") << QByteArray("{\"profiles\":[]}") << Errc::Corrupt;
        QTest::newRow("newer") << QByteArray(good).replace("\"version\":1", "\"version\":2") << Errc::NewerSchema;
        QTest::newRow("plaintext address") << QByteArray(good).replace("https://a", "http://a") << Errc::Corrupt;
        QTest::newRow("pin that cannot be read")
            << QByteArray(good).replace("\"certificateSha256\":\"\"", "\"certificateSha256\":\"zz\"") << Errc::Corrupt;
        QTest::newRow("name is no text") << QByteArray(good).replace("\"n\"", "5") << Errc::Corrupt;
        QTest::newRow("no cache folder") << QByteArray(good).replace("/x", "") << Errc::Corrupt;
    }

    void damaged()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Errc, code);
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        out.close();
        const Result<QList<Profile>> profiles = store().load();
        QVERIFY(!profiles.ok());
        QCOMPARE(profiles.error().code, code);
        // What cannot be read is not written over.
        QVERIFY(!store().save(make(QStringLiteral("New"))).ok());
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), bytes);
    }

  private:
    ProfileStore store() const
    {
        return ProfileStore(m_folder->path());
    }
    QString file() const
    {
        return m_folder->filePath(QStringLiteral("profiles.json"));
    }
    Profile make(const QString &name) const
    {
        net::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://pbx.example.com:8443"));
        return store().create(name, endpoint, QStringLiteral("acme"), QStringLiteral("ann.lee"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
