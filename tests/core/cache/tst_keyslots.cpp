// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/keyslots.h"
#include "tests/core/cache/cachefixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace fixture;

class TestKeySlots : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    Secret m_key;
    Secret m_recovery;
    Secret m_store;

    KeySlots allSlots() const
    {
        KeySlots slots = KeySlots::fresh(QStringLiteral("cache.db"));
        const bool ok = slots.setPassphrase(m_key, secret(passphrase), cheap).ok() &&
                        slots.setRecovery(m_key, m_recovery).ok() && slots.setKeyStore(m_key, m_store).ok();
        if (!ok) qFatal("slots");
        return slots;
    }
    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }

  private Q_SLOTS:
    void initTestCase()
    {
        m_key = randomSecret(32);
        m_recovery = randomSecret(32);
        m_store = randomSecret(32);
    }

    void eachSlotOpens()
    {
        const auto read = KeySlots::fromJson(allSlots().toJson());
        LW_OK(read);
        for (const auto &key :
             {read->openPassphrase(secret(passphrase)), read->openRecovery(m_recovery), read->openKeyStore(m_store)}) {
            LW_OK(key);
            QVERIFY(sameSecret(*key, m_key));
        }
        QCOMPARE(read->cost(), cheap);
    }

    void wrongSecretsDoNot_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        QTest::newRow("another") << QByteArray("correct horse battery stapler");
        QTest::newRow("case") << QByteArray("Correct horse battery staple");
        QTest::newRow("trailing space") << QByteArray("correct horse battery staple ");
        QTest::newRow("trailing NUL") << QByteArray("correct horse battery staple\0", 29);
        QTest::newRow("empty") << QByteArray();
    }
    void wrongSecretsDoNot()
    {
        QFETCH(QByteArray, wrong);
        const KeySlots slots = allSlots();
        const auto key = slots.openPassphrase(toSecret(wrong));
        QVERIFY(!key.ok());
        QCOMPARE(key.error().code, Errc::WrongKey);
        QVERIFY(!key.error().message.contains(QLatin1String("horse")));
        QCOMPARE(slots.openRecovery(randomSecret(32)).error().code, Errc::WrongKey);
        QCOMPARE(slots.openKeyStore(randomSecret(32)).error().code, Errc::WrongKey);
        QCOMPARE(slots.openKeyStore(toSecret(wrong)).error().code, Errc::WrongKey);
    }

    void aSlotOpensOnlyInItsPlace()
    {
        // The same secret in two slots: swapping what they hold must open neither.
        KeySlots slots = KeySlots::fresh(QStringLiteral("cache.db"));
        LW_OK(slots.setRecovery(m_key, m_recovery));
        LW_OK(slots.setKeyStore(m_key, m_recovery));
        QJsonObject root = QJsonDocument::fromJson(slots.toJson()).object();
        QJsonArray list = root[QStringLiteral("slots")].toArray();
        QJsonObject a = list[0].toObject(), b = list[1].toObject();
        const QJsonValue typeOfA = a.value(QStringLiteral("type")), typeOfB = b.value(QStringLiteral("type"));
        QVERIFY(typeOfA != typeOfB);
        a.insert(QStringLiteral("type"), typeOfB);
        b.insert(QStringLiteral("type"), typeOfA);
        root[QStringLiteral("slots")] = QJsonArray{a, b};
        const auto swapped = KeySlots::fromJson(json(root));
        LW_OK(swapped);
        QCOMPARE(swapped->openRecovery(m_recovery).error().code, Errc::WrongKey);
        QCOMPARE(swapped->openKeyStore(m_recovery).error().code, Errc::WrongKey);
    }

    void aSlotOfAnotherVaultDoesNotOpen()
    {
        const QJsonObject one = QJsonDocument::fromJson(allSlots().toJson()).object();
        QJsonObject two = QJsonDocument::fromJson(allSlots().toJson()).object();
        two[QStringLiteral("slots")] = one[QStringLiteral("slots")];
        const auto mixed = KeySlots::fromJson(json(two));
        LW_OK(mixed);
        QCOMPARE(mixed->openPassphrase(secret(passphrase)).error().code, Errc::WrongKey);
    }

    void everyFlippedBitIsRefused()
    {
        KeySlots slots = KeySlots::fresh(QStringLiteral("cache.db"));
        LW_OK(slots.setRecovery(m_key, m_recovery));
        const QByteArray good = slots.toJson();
        int flips = 0;
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
                const auto read = KeySlots::fromJson(bad);
                if (!read) {
                    QVERIFY(read.error().code == Errc::Corrupt || read.error().code == Errc::NewerSchema);
                } else {
                    const auto key = read->openRecovery(m_recovery);
                    QVERIFY2(!key.ok(), qPrintable(QStringLiteral("bit %1 of byte %2").arg(bit).arg(at)));
                }
                ++flips;
            }
        }
        QVERIFY(flips > 2000);
    }

    void flippedBitsOfThePassphraseSlotAreRefused()
    {
        KeySlots slots = KeySlots::fresh(QStringLiteral("cache.db"));
        LW_OK(slots.setPassphrase(m_key, secret(passphrase), cheap));
        const QJsonObject root = QJsonDocument::fromJson(slots.toJson()).object();
        const QJsonObject slot = root[QStringLiteral("slots")].toArray()[0].toObject();
        for (const char *field : {"id", "salt", "nonce", "wrapped", "tag"}) {
            const QString name = QString::fromLatin1(field);
            QByteArray bytes = QByteArray::fromHex(slot[name].toString().toLatin1());
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                QByteArray bad = bytes;
                bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
                QJsonObject changed = slot, whole = root;
                changed[name] = QString::fromLatin1(bad.toHex());
                whole[QStringLiteral("slots")] = QJsonArray{changed};
                const auto read = KeySlots::fromJson(json(whole));
                LW_OK(read);
                QCOMPARE(read->openPassphrase(secret(passphrase)).error().code, Errc::WrongKey);
            }
        }
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("errc");
        const QJsonObject good = QJsonDocument::fromJson(allSlots().toJson()).object();
        const auto with = [&](const char *name, const QString &field, const QJsonValue &value,
                              Errc errc = Errc::Corrupt) {
            QJsonObject bad = good;
            bad[field] = value;
            QTest::newRow(name) << json(bad) << int(errc);
        };
        const auto withSlot = [&](const char *name, const QString &field, const QJsonValue &value) {
            QJsonArray list = good[QStringLiteral("slots")].toArray();
            QJsonObject slot = list[0].toObject();
            slot[field] = value;
            list[0] = slot;
            QJsonObject bad = good;
            bad[QStringLiteral("slots")] = list;
            QTest::newRow(name) << json(bad) << int(Errc::Corrupt);
        };
        const auto kdf = [](qint64 operations, qint64 memory, const QString &name = QStringLiteral("argon2id")) {
            return QJsonObject{{QStringLiteral("name"), name},
                               {QStringLiteral("operations"), operations},
                               {QStringLiteral("memoryBytes"), memory}};
        };
        QTest::newRow("empty") << QByteArray() << int(Errc::Corrupt);
        QTest::newRow("no JSON") << QByteArray("SQLite format 3") << int(Errc::Corrupt);
        QTest::newRow("an array") << QByteArray("[]") << int(Errc::Corrupt);
        QTest::newRow("too large") << QByteArray(70'000, ' ') + allSlots().toJson() << int(Errc::Corrupt);
        with("another format", QStringLiteral("format"), QStringLiteral("luks"));
        with("newer", QStringLiteral("version"), 2, Errc::NewerSchema);
        with("version zero", QStringLiteral("version"), 0);
        with("version of another type", QStringLiteral("version"), QStringLiteral("1"));
        with("no vault id", QStringLiteral("vaultId"), QJsonValue());
        with("short vault id", QStringLiteral("vaultId"), QStringLiteral("00"));
        with("path out of the folder", QStringLiteral("database"), QStringLiteral("../cache.db"));
        with("absolute path", QStringLiteral("database"), QStringLiteral("/etc/passwd"));
        with("no slots", QStringLiteral("slots"), QJsonArray());
        with("slots of another type", QStringLiteral("slots"), 7);
        const QJsonValue first = good[QStringLiteral("slots")].toArray()[0];
        with("the same slot twice", QStringLiteral("slots"), QJsonArray{first, first});
        QJsonArray many;
        for (int i = 0; i < 9; ++i)
            many.append(first);
        with("many slots", QStringLiteral("slots"), many);
        withSlot("unknown type", QStringLiteral("type"), QStringLiteral("fingerprint"));
        withSlot("short salt", QStringLiteral("salt"), QStringLiteral("00"));
        withSlot("salt in capitals", QStringLiteral("salt"), QString(32, QLatin1Char('A')));
        withSlot("long key", QStringLiteral("wrapped"), QString(66, QLatin1Char('0')));
        withSlot("missing tag", QStringLiteral("tag"), QJsonValue());
        withSlot("no derivation", QStringLiteral("kdf"), QJsonValue());
        withSlot("another derivation", QStringLiteral("kdf"), kdf(1, 8192, QStringLiteral("pbkdf2")));
        withSlot("a terabyte", QStringLiteral("kdf"), kdf(1, 1LL << 40));
        withSlot("just over the memory bound", QStringLiteral("kdf"),
                 kdf(1, static_cast<qint64>(KdfCost::maxMemoryBytes) + 1));
        withSlot("hours of work", QStringLiteral("kdf"), kdf(1'000'000, 8192));
        withSlot("no work", QStringLiteral("kdf"), kdf(0, 8192));
        withSlot("negative", QStringLiteral("kdf"), kdf(-1, -1));
        withSlot("fraction", QStringLiteral("kdf"),
                 QJsonObject{{QStringLiteral("name"), QStringLiteral("argon2id")},
                             {QStringLiteral("operations"), 1.5},
                             {QStringLiteral("memoryBytes"), 8192}});
    }
    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, errc);
        const auto read = KeySlots::fromJson(text);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), errc);
        QVERIFY(!read.error().message.isEmpty());
    }

    void passphrasesHaveBounds()
    {
        KeySlots slots = KeySlots::fresh(QStringLiteral("cache.db"));
        QCOMPARE(slots.setPassphrase(m_key, Secret(), cheap).error().field, QStringLiteral("passphrase"));
        QCOMPARE(slots.setPassphrase(m_key, Secret(1025, 'x'), cheap).error().code, Errc::InvalidInput);
        LW_OK(slots.setPassphrase(m_key, Secret(1024, 'x'), cheap));
        LW_OK(slots.openPassphrase(Secret(1024, 'x')));
    }

    void theFileIsPrivate()
    {
        QTemporaryDir dir;
        LW_OK(allSlots().save(dir.path()));
        const auto permissions = QFile::permissions(dir.filePath(KeySlots::fileName()));
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
        LW_OK(KeySlots::load(dir.path()));
        QCOMPARE(KeySlots::load(dir.filePath(QStringLiteral("nowhere"))).error().code, Errc::NotFound);
    }

    void noSecretIsInTheFile()
    {
        const QByteArray text = allSlots().toJson();
        for (const Secret &one : {m_key, m_recovery, m_store})
            QVERIFY(!text.contains(one.toByteArray().toHex()));
        QVERIFY(!text.contains(passphrase));
    }

    void theUsualCostIsThatOfTheDesign()
    {
        QCOMPARE(KdfCost{}.operations, 3U);
        QCOMPARE(KdfCost{}.memoryBytes, 64ULL * 1024 * 1024);
        QVERIFY(KdfCost{}.valid());
    }
};

QTEST_GUILESS_MAIN(TestKeySlots)
#include "tst_keyslots.moc"
