// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/recoverykey.h"

#include <QTest>

using namespace lw;
using namespace lw::cache;

class TestRecoveryKey : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    static Secret sample()
    {
        QByteArray bytes;
        for (int i = 0; i < 32; ++i)
            bytes.append(static_cast<char>(i * 37 + 11));
        return toSecret(bytes);
    }
    static QByteArray printed() { return printRecoveryKey(sample()).toByteArray(); }

  private Q_SLOTS:
    void printsThirteenGroupsOfFive()
    {
        const QList<QByteArray> groups = printed().split('-');
        QCOMPARE(groups.size(), 13);
        for (const QByteArray &group : groups)
            QCOMPARE(group.size(), 5);
    }

    void whatIsPrintedIsRead_data()
    {
        QTest::addColumn<QByteArray>("typed");
        const QByteArray text = printed();
        QTest::newRow("as printed") << text;
        QTest::newRow("lower case") << text.toLower();
        QTest::newRow("no dashes") << QByteArray(text).replace("-", "");
        QTest::newRow("spaces") << QByteArray(text).replace("-", " ");
        QTest::newRow("line breaks") << QByteArray(text).replace("-", "\r\n") + "\n";
        QTest::newRow("one by one") << [&] {
            QByteArray spaced;
            for (const char c : text)
                spaced += QByteArray(1, c) + " ";
            return spaced;
        }();
        QTest::newRow("O for 0") << QByteArray(text).replace("0", "O");
        QTest::newRow("o for 0") << QByteArray(text).replace("0", "o");
        QTest::newRow("I for 1") << QByteArray(text).replace("1", "I");
        QTest::newRow("l for 1") << QByteArray(text).replace("1", "l");
    }
    void whatIsPrintedIsRead()
    {
        QFETCH(QByteArray, typed);
        const auto key = readRecoveryKey(toSecret(typed));
        QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().message));
        QCOMPARE(key->toByteArray(), sample().toByteArray());
    }

    void everyWrongCharacterIsFoundInItsGroup()
    {
        const QByteArray text = printed();
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == '-') continue;
            for (const char c : QByteArray("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
                if (c == text[at]) continue;
                QByteArray wrong = text;
                wrong[at] = c;
                const auto key = readRecoveryKey(toSecret(wrong));
                QVERIFY(!key.ok());
                QCOMPARE(key.error().code, Errc::InvalidInput);
                QVERIFY2(key.error().message.contains(QStringLiteral("Group %1 ").arg(at / 6 + 1)), wrong.constData());
            }
        }
    }

    void everySwapOfTwoInAGroupIsFound()
    {
        const QByteArray text = printed();
        for (qsizetype group = 0; group < 13; ++group)
            for (qsizetype a = 0; a < 5; ++a)
                for (qsizetype b = a + 1; b < 5; ++b) {
                    QByteArray wrong = text;
                    std::swap(wrong[group * 6 + a], wrong[group * 6 + b]);
                    if (wrong == text) continue;
                    QVERIFY(!readRecoveryKey(toSecret(wrong)).ok());
                }
    }

    void everySwapOfTwoGroupsIsFound()
    {
        const QList<QByteArray> groups = printed().split('-');
        for (qsizetype a = 0; a < groups.size(); ++a)
            for (qsizetype b = a + 1; b < groups.size(); ++b) {
                QList<QByteArray> wrong = groups;
                wrong.swapItemsAt(a, b);
                QVERIFY(!readRecoveryKey(toSecret(wrong.join('-'))).ok());
            }
    }

    void otherTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("typed");
        const QByteArray text = printed();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too short") << text.chopped(1);
        QTest::newRow("too long") << text + "0";
        QTest::newRow("U is no character") << "U" + text.mid(1);
        QTest::newRow("umlaut") << QByteArray("ä") + text.mid(1);
        QTest::newRow("NUL") << QByteArray(1, '\0') + text.mid(1);
        QTest::newRow("a passphrase") << QByteArray("correct horse battery staple");
        QTest::newRow("very long") << QByteArray(100'000, 'A');
    }
    void otherTextIsRefused()
    {
        QFETCH(QByteArray, typed);
        const auto key = readRecoveryKey(toSecret(typed));
        QVERIFY(!key.ok());
        QCOMPARE(key.error().code, Errc::InvalidInput);
        QCOMPARE(key.error().field, QStringLiteral("recoveryKey"));
    }

    void randomKeysRoundTrip()
    {
        for (int i = 0; i < 200; ++i) {
            const Secret key = randomSecret(32);
            const auto read = readRecoveryKey(printRecoveryKey(key));
            QVERIFY(read.ok());
            QVERIFY(sameSecret(*read, key));
        }
    }
};

QTEST_GUILESS_MAIN(TestRecoveryKey)
#include "tst_recoverykey.moc"
