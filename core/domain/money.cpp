// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"

#include <algorithm>

namespace lw {

namespace {

constexpr qint64 one = 1'000'000;
constexpr qsizetype placesMost = 6;
constexpr qsizetype wholeDigitsMost = 12;

bool allDigits(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Error refused(const QString &sentence)
{
    return makeError(Errc::InvalidInput, sentence);
}

}  // namespace

Result<Decimal> decimalFromText(QStringView text)
{
    const auto written = QStringLiteral("must be an amount like 12.50: digits with one point");
    if (text.isEmpty()) return refused(written);
    const bool negative = text.front() == u'-';
    if (negative) text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView places = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || !allDigits(whole) || !allDigits(places) || (point >= 0 && places.isEmpty()))
        return refused(written);
    if (places.size() > placesMost) return refused(QStringLiteral("must have at most six places after the point"));
    if (whole.size() > wholeDigitsMost) return refused(QStringLiteral("must be under 1000000000000"));
    qint64 value = 0;
    for (const QChar digit : whole)
        value = value * 10 + (digit.unicode() - u'0');
    for (qsizetype i = 0; i < placesMost; ++i)
        value = value * 10 + (i < places.size() ? places[i].unicode() - u'0' : 0);
    return Decimal{negative ? -value : value};
}

QString toText(Decimal value, int places)
{
    const quint64 size =
        value.millionths < 0 ? quint64(0) - quint64(value.millionths) : static_cast<quint64>(value.millionths);
    QString behind = QString::number(size % one).rightJustified(placesMost, u'0');
    while (behind.size() > places && behind.endsWith(u'0'))
        behind.chop(1);
    QString text = QString::number(size / one);
    if (!behind.isEmpty()) text += u'.' + behind;
    return value.millionths < 0 ? u'-' + text : text;
}

bool isCurrency(QStringView code)
{
    return code.size() == 3 && std::all_of(code.cbegin(), code.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

}  // namespace lw
