// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/displaytext.h"

#include <QTest>

using namespace lw::import;

class TestDisplayText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void texts_data();
    void texts();
    void everyControlCharacterIsVisible();
    void lengthIsLimited();
};

void TestDisplayText::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("ann") << "ann";
    QTest::newRow("empty") << QByteArray() << "";
    QTest::newRow("escape") << QByteArray("\x1b[31m") << "\\x1b[31m";
    QTest::newRow("tab and line end") << QByteArray("a\tb\r\n") << "a\\x09b\\x0d\\x0a";
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << "a\\x00b";
    QTest::newRow("DEL") << QByteArray("\x7f") << "\\x7f";
    QTest::newRow("C1") << QByteArray("\xc2\x9b") << "\\x9b";
    QTest::newRow("UTF-8") << QByteArray("\xd0\x96\xc3\xbc") << QStringLiteral("Жü");
    QTest::newRow("beyond the BMP") << QByteArray("\xf0\x9f\x98\x80") << QStringLiteral("😀");
    QTest::newRow("lone byte") << QByteArray("a\xff") << QStringLiteral("a\uFFFD");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\uFFFD\uFFFD");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD");
    QTest::newRow("right to left override") << QByteArray(
                                                   "a\xe2\x80\xae"
                                                   "b")
                                            << "a\\u202eb";
    QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << "\\u2028";
    QTest::newRow("isolate") << QByteArray("\xe2\x81\xa6") << "\\u2066";
    QTest::newRow("byte order mark inside") << QByteArray(
                                                   "a\xef\xbb\xbf"
                                                   "b")
                                            << "a\\ufeffb";
}

void TestDisplayText::texts()
{
    QFETCH(QByteArray, bytes);
    QTEST(displayText(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()))), "text");
}

void TestDisplayText::everyControlCharacterIsVisible()
{
    QString all;
    for (char16_t c = 0; c < 0x100; ++c)
        all += QChar(c);
    for (QChar c : displayText(all, 10000))
        QVERIFY(c.category() != QChar::Other_Control);
}

void TestDisplayText::lengthIsLimited()
{
    QCOMPARE(displayText(std::string_view("abcdef"), 6), QStringLiteral("abcdef"));
    QCOMPARE(displayText(std::string_view("abcdefg"), 6), QStringLiteral("abcdef…"));
    // a pair is not torn apart
    const QString cut = displayText(QStringLiteral("abc😀😀😀"), 4);
    for (qsizetype i = 0; i < cut.size(); ++i)
        if (cut[i].isHighSurrogate()) QVERIFY(i + 1 < cut.size() && cut[i + 1].isLowSurrogate());
    QVERIFY(displayText(QByteArray(100000, '\x01').toStdString()).size() <= longestName + 8);
}

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
