// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/numberclass.h"

#include <QFile>
#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

QString data(const char *name)
{
    return QStringLiteral(LW_SHARED_DATA) + QLatin1String("/numbers/") + QLatin1String(name);
}

/// Every number pattern of a row of ranges: "76[0-2]" stands for three prefixes.
QStringList expanded(const QString &pattern)
{
    QStringList all{QString()};
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        QString choices(pattern[i]);
        if (pattern[i] == u'[') {
            const qsizetype end = pattern.indexOf(u']', i);
            choices.clear();
            for (qsizetype j = i + 1; j < end; ++j) {
                if (j + 2 < end && pattern[j + 1] == u'-') {
                    for (char16_t c = pattern[j].unicode(); c <= pattern[j + 2].unicode(); ++c)
                        choices.append(QChar(c));
                    j += 2;
                } else {
                    choices.append(pattern[j]);
                }
            }
            i = end;
        }
        QStringList next;
        for (const QString &prefix : std::as_const(all))
            for (const QChar c : std::as_const(choices))
                next.append(prefix + c);
        all = next;
    }
    return all;
}

CallClass expectedClass(const QString &prefix, const QString &type, const QString &tariff, const QString &regions)
{
    if (type == QLatin1String("PAGER")) return CallClass::Pager;
    if (type == QLatin1String("PERSONAL_NUMBER")) return CallClass::Personal;
    if (type == QLatin1String("UAN") || type == QLatin1String("VOIP")) return CallClass::UkWide;
    if (tariff == QLatin1String("TOLL_FREE")) return CallClass::Freephone;
    if (tariff == QLatin1String("PREMIUM_RATE")) {
        if (prefix.startsWith(QLatin1String("84"))) return CallClass::Special084;
        if (prefix.startsWith(QLatin1String("87"))) return CallClass::Special087;
        return CallClass::Premium;
    }
    // 07911 2 and 8 belong to an operator of Guernsey, whatever the region of the row.
    const bool guernsey = prefix == QLatin1String("79112") || prefix == QLatin1String("79118");
    if (!regions.startsWith(QLatin1String("GB")) || regions == QLatin1String("GB,IM") || guernsey)
        return CallClass::CrownDependencies;
    return type == QLatin1String("MOBILE") ? CallClass::Mobile : CallClass::Geographic;
}

}  // namespace

class TestNumberClass : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void notations_data()
    {
        QTest::addColumn<QString>("dialled");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<CallClass>("callClass");
        const auto row = [](const char *dialled, const char *canonical, CallClass callClass) {
            QTest::newRow(dialled) << QString::fromUtf8(dialled) << QString::fromLatin1(canonical) << callClass;
        };
        using C = CallClass;
        row("+442071234567", "+442071234567", C::Geographic);
        row("020 7123 4567", "+442071234567", C::Geographic);
        row("(020) 7123-4567", "+442071234567", C::Geographic);
        row("+44 (0)20 7123 4567", "+442071234567", C::Geographic);
        row("(+44) 20 7123 4567", "+442071234567", C::Geographic);
        row("+44 020 7123 4567", "+442071234567", C::Geographic);
        row("0044 20 7123 4567", "+442071234567", C::Geographic);
        row("0044 (0) 20 7123 4567", "+442071234567", C::Geographic);
        row("0044 (0)20 7123 4567", "+442071234567", C::Geographic);
        row("44 20 7123 4567", "+442071234567", C::Geographic);
        row("20 7123 4567", "+442071234567", C::Geographic);
        row("(0)20 7123 4567", "+442071234567", C::Geographic);
        row("tel:+44-20-7123-4567", "+442071234567", C::Geographic);
        row("020.7123.4567", "+442071234567", C::Geographic);
        row("020\u00A07123\u202F4567", "+442071234567", C::Geographic);
        row("020\u20137123\u20134567", "+442071234567", C::Geographic);
        row("020 7123 4567 ext. 12", "+442071234567", C::Geographic);
        row("020 7123 4567 x12", "+442071234567", C::Geographic);
        row("tel:+442071234567;ext=12", "+442071234567", C::Geographic);
        row("020 7123 4567#12", "+442071234567", C::Geographic);
        row("01204 61234", "+44120461234", C::Geographic);  // nine digits there
        row("0800 1111", "+448001111", C::Freephone);
        row("0845 46 47", "+448454647", C::Special084);
        row("0808 157 0192", "+448081570192", C::Freephone);
        row("0844 811 0000", "+448448110000", C::Special084);
        row("0871 200 3000", "+448712003000", C::Special087);
        row("0870 600 1000", "+448706001000", C::Special087);
        row("0900 123 4567", "+449001234567", C::Premium);
        row("09842 599495", "+449842599495", C::Premium);
        row("070 1234 5678", "+447012345678", C::Personal);
        row("076 2512 3456", "+447625123456", C::Pager);
        row("07400 123456", "+447400123456", C::Mobile);
        row("0300 123 4567", "+443001234567", C::UkWide);
        row("055 1234 5678", "+445512345678", C::UkWide);
        row("01481 251234", "+441481251234", C::CrownDependencies);
        row("01534 251234", "+441534251234", C::CrownDependencies);
        row("01624 651234", "+441624651234", C::CrownDependencies);
        row("07624 412345", "+447624412345", C::CrownDependencies);
        row("07781 123456", "+447781123456", C::CrownDependencies);
        row("07797 712345", "+447797712345", C::CrownDependencies);
        row("07911 212345", "+447911212345", C::CrownDependencies);
        row("07911 112345", "+447911112345", C::CrownDependencies);
        row("07911 012345", "+447911012345", C::Mobile);
        row("999", "999", C::Emergency);
        row("112", "112", C::Emergency);
        row(" 1 0 1 ", "101", C::Emergency);
        row("111", "111", C::Emergency);
        row("18000", "18000", C::Emergency);
        row("116 123", "116123", C::Emergency);
        row("+44 999", "999", C::Emergency);
        row("0044112", "112", C::Emergency);
        row("118 118", "118118", C::DirectoryEnquiries);
        row("118500", "118500", C::DirectoryEnquiries);
        row("0118 496 0000", "+441184960000", C::Geographic);
        row("123", "123", C::ShortCode);
        row("1571", "1571", C::ShortCode);
        row("201", "201", C::Extension);
        row("20", "20", C::Extension);
        row("20145", "20145", C::Extension);
        row("+1 212 555 0123", "+12125550123", C::International);
        row("001 212 555 0123", "+12125550123", C::International);
        row("+353 1 234 5678", "+35312345678", C::International);
        row("+33 1 23 45 67 89", "+33123456789", C::International);
        row("00 870 773 123456", "+870773123456", C::International);
    }

    void notations()
    {
        QFETCH(QString, dialled);
        QFETCH(QString, canonical);
        QFETCH(CallClass, callClass);
        const Classification found = classify(dialled);
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        QCOMPARE(found.canonical, canonical);
        QCOMPARE(callClassName(found.callClass), callClassName(callClass));
        QVERIFY(!found.name.isEmpty() || callClass == CallClass::Extension);
        // Canonical numbers are read as what they are.
        QCOMPARE(classify(canonical).canonical, canonical);
        QCOMPARE(classify(canonical).callClass, callClass);
        const QuickClass quick = classifyQuickly(dialled);
        QCOMPARE(quick.view(), canonical);
        QCOMPARE(quick.callClass, callClass);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("dialled");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &dialled, const char *says) {
            QTest::newRow(name) << dialled << QString::fromUtf8(says);
        };
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        row("nothing", {}, "no digits");
        row("blanks", text("  "), "no digits");
        row("plus alone", text("+"), "no digits");
        row("40 digits", QString(40, u'7'), "at most 15");
        row("16 digits", text("+4412345678901234"), "at most 15");
        row("long text", QString(65, u' '), "longer than 64");
        row("letters", text("0800 FLOWERS"), "letter “F”");
        row("Arabic digits", text("\u0660\u0661\u0662"), "another script");
        row("fullwidth digits", text("\uFF10\uFF12\uFF10"), "another script");
        row("bidirectional mark in front", text("\u202A+442071234567\u202C"), "invisible");
        row("bidirectional mark inside", text("020\u200E71234567"), "invisible");
        row("zero byte", QString(QChar(u'\0')) + text("20"), "invisible");
        row("plus inside", text("020+71234567"), "in front");
        row("two pluses", text("++442071234567"), "in front");
        row("bad extension", text("020 7123 4567 ext. a"), "extension");
        row("long extension", text("020 7123 4567 ext. 12345678"), "extension");
        row("semicolon", text("020 7123;4567"), "no part of a number");
        row("half a pair", QString(QChar(0xD835)) + text("20"), "no part of a number");
        row("too short", text("0115693064"), "this one has 11");
        row("too long", text("+44 20 7123 45678"), "this one has 13");
        row("no area code", text("7946000"), "area code");
        row("no such range", text("+44 5000 123"), "");
        row("no such country", text("+999 123456"), "No numbers begin");
        row("begins like an emergency number", text("0999"), "");
    }

    void refusals()
    {
        QFETCH(QString, dialled);
        QFETCH(QString, says);
        const Classification found = classify(dialled);
        QCOMPARE(found.callClass, CallClass::Invalid);
        QVERIFY(!found.problem.isEmpty());
        QVERIFY2(found.problem.contains(says), qPrintable(found.problem));
        QCOMPARE(classifyQuickly(dialled).callClass, CallClass::Invalid);
    }

    void agreesWithTheSamples()
    {
        QFile file(data("uk_samples.csv"));
        if (!file.open(QIODevice::ReadOnly)) QSKIP("../shared/data is not there");
        const QHash<QByteArray, CallClass> classes{
            {"freephone", CallClass::Freephone}, {"geographic", CallClass::Geographic},
            {"invalid", CallClass::Invalid},     {"mobile", CallClass::Mobile},
            {"pager", CallClass::Pager},         {"personal_070", CallClass::Personal},
            {"premium_09", CallClass::Premium},  {"premium_09_adult", CallClass::Premium},
            {"uk_wide_03", CallClass::UkWide}};
        int rows = 0;
        (void)file.readLine();
        while (!file.atEnd()) {
            const QByteArrayList fields = file.readLine().trimmed().split(',');
            if (fields.size() != 2) continue;
            ++rows;
            const CallClass found = classify(QString::fromUtf8(fields[0])).callClass;
            const bool service =
                fields[1] == "service_084_087" && (found == CallClass::Special084 || found == CallClass::Special087);
            // The samples know no Crown dependencies: of theirs they tell the kind of number.
            const bool crown =
                found == CallClass::CrownDependencies && (fields[1] == "geographic" || fields[1] == "mobile");
            QVERIFY2(service || crown || (classes.contains(fields[1]) && found == classes.value(fields[1])),
                     fields.join(' ') + " is " + callClassName(found).data());
        }
        QCOMPARE(rows, 99);
    }

    void agreesWithEveryRange()
    {
        QFile file(data("uk_ranges.csv"));
        if (!file.open(QIODevice::ReadOnly)) QSKIP("../shared/data is not there");
        (void)file.readLine();
        int numbers = 0;
        while (!file.atEnd()) {
            QStringList fields;
            const QStringList cells = QString::fromUtf8(file.readLine()).split(u';');
            for (const QString &cell : cells)
                fields.append(cell.trimmed().remove(u'"'));
            if (fields.size() < 9) continue;
            const QStringList prefixes = expanded(fields[0]);
            const QStringList lengths = fields[1].split(u',');
            for (const QString &prefix : prefixes)
                for (const QString &length : lengths)
                    for (const QChar fill : {u'0', u'5', u'9'}) {
                        const QString national = prefix.leftJustified(length.toInt(), fill);
                        const Classification found = classify(u'0' + national);
                        const CallClass expected = expectedClass(prefix, fields[2], fields[3], fields[8]);
                        ++numbers;
                        // Filling up may lead into a range of its own.
                        if (found.callClass == expected || found.rule.size() > prefix.size() + 3) continue;
                        QFAIL(qPrintable(national + QLatin1String(" is ") + callClassName(found.callClass)));
                    }
        }
        QVERIFY2(numbers > 3000, qPrintable(QString::number(numbers)));
    }

    void badTables_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        const QByteArray head = "# country: 44\nprefix,lengths,class,name\n";
        QTest::newRow("good") << QByteArray(head + "+44,12,geographic,All\n") << QString();
        QTest::newRow("no header") << QByteArray("# country: 44\n+44,12,geographic,All\n") << "Line 2, header";
        QTest::newRow("no country") << QByteArray("prefix,lengths,class,name\n+44,12,mobile,M\n") << "country";
        QTest::newRow("fields") << QByteArray(head + "+44,12,mobile\n") << "Line 3, row";
        QTest::newRow("prefix") << QByteArray(head + "+4a,12,mobile,M\n") << "Line 3, prefix";
        QTest::newRow("empty prefix") << QByteArray(head + "+,12,mobile,M\n") << "Line 3, prefix";
        QTest::newRow("lengths") << QByteArray(head + "+44,x,mobile,M\n") << "Line 3, lengths";
        QTest::newRow("no lengths") << QByteArray(head + "+44,,mobile,M\n") << "Line 3, lengths";
        QTest::newRow("class") << QByteArray(head + "+44,12,cheap,M\n") << "Line 3, class";
        QTest::newRow("twice") << QByteArray(head + "+44,12,mobile,M\n+44,11,mobile,M\n") << "Line 4, prefix";
    }

    void badTables()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        const Result<NumberTable> table = NumberTable::fromCsv(csv);
        QCOMPARE(table.ok(), says.isEmpty());
        if (!table) QVERIFY2(table.error().message.contains(says), qPrintable(table.error().message));
    }

    void anotherCountrysTable()
    {
        const Result<NumberTable> table = NumberTable::fromCsv(
            "# country: 49\nprefix,lengths,class,name\n110,3,emergency,Police\n+4930,12 13,geographic,Berlin\n"
            "+44,12,international,United Kingdom\n");
        QVERIFY(table.ok());
        QCOMPARE(classify(u"030 123456789", *table).canonical, QStringLiteral("+4930123456789"));
        QCOMPARE(classify(u"110", *table).callClass, CallClass::Emergency);
        QCOMPARE(classify(u"+44 20 7123 4567", *table).callClass, CallClass::International);
    }

    void theInventoryTakesOwnNumbersOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::newRow("geographic") << "020 7946 0001"
                                    << "+442079460001";
        QTest::newRow("mobile") << "07400 123456"
                                << "+447400123456";
        QTest::newRow("abroad") << "+1 212 555 0123"
                                << "+12125550123";
        QTest::newRow("extension behind") << "020 7946 0001 x5"
                                          << "";
        QTest::newRow("emergency") << "999"
                                   << "";
        QTest::newRow("directory") << "118118"
                                   << "";
        QTest::newRow("extension") << "201"
                                   << "";
        QTest::newRow("premium") << "0900 123 4567"
                                 << "";
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void theInventoryTakesOwnNumbersOnly()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        const Result<QString> read = inventoryNumber(text);
        QCOMPARE(read.ok(), !number.isEmpty());
        if (read)
            QCOMPARE(*read, number);
        else
            QCOMPARE(read.error().field, QStringLiteral("number"));
    }
};

QTEST_GUILESS_MAIN(TestNumberClass)
#include "tst_numberclass.moc"
