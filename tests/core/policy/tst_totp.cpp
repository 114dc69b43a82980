// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/totp.h"
#include "core/util/time.h"

#include <QFile>
#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestTotp : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void vectorFile_data();
    void vectorFile();
    void rfc6238_data();
    void rfc6238();
    void window_data();
    void window();
    void noCodeTwice();
    void refusesNonsense();

  private:
    SecretMemory m_memory;
    Secret m_key = toSecret("12345678901234567890");
};

void TestTotp::vectorFile_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<TotpParameters>("parameters");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QByteArray>("code");
    QFile file(QStringLiteral(LW_SHARED_DATA "/crypto/totp.vec"));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("no shared test data: crypto/totp.vec");
    TotpParameters parameters;
    QByteArray key;
    QDateTime time;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const QByteArray value = line.mid(line.indexOf('=') + 1).trimmed();
        if (line.startsWith("[SHA-1]")) parameters.algorithm = TotpAlgorithm::Sha1;
        if (line.startsWith("[SHA-256]")) parameters.algorithm = TotpAlgorithm::Sha256;
        if (line.startsWith("[SHA-512]")) parameters.algorithm = TotpAlgorithm::Sha512;
        if (line.startsWith("Key")) key = QByteArray::fromHex(value);
        if (line.startsWith("Digits")) parameters.digits = value.toInt();
        if (line.startsWith("Timestep")) parameters.stepSeconds = value.toInt();
        if (line.startsWith("Timestamp"))
            time = fromRfc3339(QString::fromLatin1(value.first(10) + "T" + value.sliced(11) + "Z"));
        if (line.startsWith("OTP")) QTest::newRow(value.constData()) << key << parameters << time << value;
    }
}

void TestTotp::vectorFile()
{
    QFETCH(QByteArray, key);
    QFETCH(TotpParameters, parameters);
    QFETCH(QDateTime, time);
    QTEST(totpCode(toSecret(key), time, parameters), "code");
}

void TestTotp::rfc6238_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("sha1");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<QByteArray>("sha512");
    const auto row = [](qint64 t, const char *a, const char *b, const char *c) {
        QTest::addRow("%lld", static_cast<long long>(t)) << t << QByteArray(a) << QByteArray(b) << QByteArray(c);
    };
    row(59, "94287082", "46119246", "90693936");
    row(1111111109, "07081804", "68084774", "25091201");
    row(1111111111, "14050471", "67062674", "99943326");
    row(1234567890, "89005924", "91819424", "93441116");
    row(2000000000, "69279037", "90698825", "38618901");
    row(20000000000, "65353130", "77737706", "47863826");
}

void TestTotp::rfc6238()
{
    QFETCH(qint64, seconds);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const QByteArray digits("1234567890123456789012345678901234567890123456789012345678901234");
    QTEST(totpCode(toSecret(digits.first(20)), time, {8, 30, TotpAlgorithm::Sha1}), "sha1");
    QTEST(totpCode(toSecret(digits.first(32)), time, {8, 30, TotpAlgorithm::Sha256}), "sha256");
    QTEST(totpCode(toSecret(digits), time, {8, 30, TotpAlgorithm::Sha512}), "sha512");
}

void TestTotp::window_data()
{
    QTest::addColumn<qint64>("nowMs");
    QTest::addColumn<bool>("accepted");
    // the code of step 100: 3000 s to 3030 s; good from step 99 to step 101
    QTest::newRow("1 ms before the step before") << qint64(2969999) << false;
    QTest::newRow("the step before begins") << qint64(2970000) << true;
    QTest::newRow("its own step") << qint64(3015000) << true;
    QTest::newRow("last ms of its step") << qint64(3029999) << true;
    QTest::newRow("last ms of the step after") << qint64(3059999) << true;
    QTest::newRow("the second step after begins") << qint64(3060000) << false;
}

void TestTotp::window()
{
    QFETCH(qint64, nowMs);
    QFETCH(bool, accepted);
    const QByteArray code = totpCode(m_key, QDateTime::fromSecsSinceEpoch(3000, Qt::UTC));
    const auto step = verifyTotp(m_key, code, QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC), std::nullopt);
    QCOMPARE(step, accepted ? std::optional<qint64>(100) : std::nullopt);
}

void TestTotp::noCodeTwice()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(3000, Qt::UTC);
    const QByteArray code = totpCode(m_key, now);
    const auto step = verifyTotp(m_key, code, now, std::nullopt);
    QVERIFY(step);
    QVERIFY(!verifyTotp(m_key, code, now, step));
    QVERIFY(!verifyTotp(m_key, code, now.addSecs(30), step));
    const QDateTime next = now.addSecs(30);
    QVERIFY(verifyTotp(m_key, totpCode(m_key, next), next, step));
    // an older code, unused so far, is refused once a newer one was used
    QVERIFY(!verifyTotp(m_key, totpCode(m_key, now.addSecs(-30)), now, step));
}

void TestTotp::refusesNonsense()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(3000, Qt::UTC);
    const QByteArray code = totpCode(m_key, now);
    QCOMPARE(code.size(), 6);
    QVERIFY(!verifyTotp(m_key, "", now, std::nullopt));
    QVERIFY(!verifyTotp(m_key, code + "0", now, std::nullopt));
    QVERIFY(!verifyTotp(m_key, code.first(5), now, std::nullopt));
    QVERIFY(!verifyTotp(toSecret("another"), code, now, std::nullopt));
    QVERIFY(!verifyTotp(Secret(), code, now, std::nullopt));
    QVERIFY(totpCode(m_key, QDateTime::fromSecsSinceEpoch(-1, Qt::UTC)).isEmpty());
    QVERIFY(totpCode(m_key, QDateTime()).isEmpty());
    QVERIFY(totpCode(m_key, now, {5, 30, TotpAlgorithm::Sha1}).isEmpty());
    QVERIFY(totpCode(m_key, now, {9, 30, TotpAlgorithm::Sha1}).isEmpty());
    QVERIFY(totpCode(m_key, now, {6, 0, TotpAlgorithm::Sha1}).isEmpty());
}

QTEST_GUILESS_MAIN(TestTotp)
#include "tst_totp.moc"
