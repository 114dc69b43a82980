// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/secret.h"

#include <QTest>

using namespace lw;

class TestSecret : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void takesAndWipesText();
    void copiesBytes();
    void wipesBuffers();
    void randomIsRandom();

  private:
    SecretMemory m_memory;
};

void TestSecret::takesAndWipesText()
{
    QString text = QStringLiteral("pässwörd \U0001F512");
    QString other = text;
    other.detach();
    const Secret secret = takeSecret(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(secret.toByteArray(), other.toUtf8());
    QString none;
    QCOMPARE(takeSecret(none).size(), 0);
}

void TestSecret::copiesBytes()
{
    QByteArray bytes("a\0b", 3);
    const Secret secret = toSecret(bytes);
    bytes.fill('x');
    QCOMPARE(secret.toByteArray(), QByteArray("a\0b", 3));
    QCOMPARE(toSecret(QByteArrayView()).size(), 0);
}

void TestSecret::wipesBuffers()
{
    QByteArray bytes("top secret");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QString text = QStringLiteral("also secret");
    const QString copy = text;
    wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(copy, QStringLiteral("also secret"));  // a shared copy is not touched: that is its owner's duty
}

void TestSecret::randomIsRandom()
{
    const Secret a = randomSecret(32), b = randomSecret(32);
    QCOMPARE(a.size(), 32);
    QVERIFY(!sameSecret(a, b));
    QVERIFY(!sameSecret(a, Secret(32, 0)));
    QVERIFY(sameSecret(a, Secret(a.toByteArray())));
    QVERIFY(!sameSecret(a, randomSecret(31)));
    QVERIFY(sameSecret(Secret(), randomSecret(0)));
    QCOMPARE(randomSecret(0).size(), 0);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
