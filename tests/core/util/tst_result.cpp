// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/result.h"

#include <QTest>

#include <memory>

using namespace lw;

class TestResult : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void movesOutWhatCannotBeCopied();
    void ofVoid();
    void copiesAreIndependent();
    void errorOfErrorIsTheSame();
};

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) return makeError(Errc::InvalidInput, QStringLiteral("odd"), QStringLiteral("number"));
    return number / 2;
}

Result<QString> halfText(int number)
{
    const Result<int> result = half(number);
    if (!result) return result.error();
    return QString::number(*result);
}

}  // namespace

void TestResult::holdsAValue()
{
    const Result<int> result = half(8);
    QVERIFY(result.ok());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(*result, 4);
    QCOMPARE(result.value(), 4);
}

void TestResult::holdsAnError()
{
    const Result<int> result = half(7);
    QVERIFY(!result.ok());
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::InvalidInput);
    QCOMPARE(result.error().message, QStringLiteral("odd"));
    QCOMPARE(result.error().field, QStringLiteral("number"));
}

void TestResult::movesOutWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    QCOMPARE(**result, 5);
    const std::unique_ptr<int> owned = std::move(result).value();
    QCOMPARE(*owned, 5);
    const std::unique_ptr<int> again = *Result<std::unique_ptr<int>>(std::make_unique<int>(6));
    QCOMPARE(*again, 6);
}

void TestResult::ofVoid()
{
    const Result<void> fine;
    QVERIFY(fine.ok());
    const Result<void> bad = makeError(Errc::DiskFull, QStringLiteral("no space left"));
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, Errc::DiskFull);
    QVERIFY(bad.error().field.isEmpty());
}

void TestResult::copiesAreIndependent()
{
    Result<QString> first(QStringLiteral("one"));
    Result<QString> second = first;
    *second += QStringLiteral(" more");
    QCOMPARE(*first, QStringLiteral("one"));
    QCOMPARE(second->size(), 8);
    second = makeError(Errc::Io, QStringLiteral("gone"));
    QVERIFY(!second);
    QVERIFY(first.ok());
}

void TestResult::errorOfErrorIsTheSame()
{
    QCOMPARE(*halfText(10), QStringLiteral("5"));
    QCOMPARE(halfText(9).error().field, QStringLiteral("number"));
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
