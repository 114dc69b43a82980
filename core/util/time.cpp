// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/time.h"

#include <QTimeZone>

namespace lw {

QString toRfc3339(const QDateTime &instant)
{
    if (!instant.isValid()) return {};
    const QDateTime utc = instant.toUTC();
    const QDate date = utc.date();
    const QTime time = utc.time();
    if (date.year() < 1 || date.year() > 9999) return utc.toString(Qt::ISODateWithMs);
    // By hand, because every event that is logged or exported passes here and QDateTime::toString takes a microsecond.
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    char16_t *out = reinterpret_cast<char16_t *>(text.data());
    const auto put = [out](int at, int digits, int value) {
        for (int i = at + digits - 1; i >= at; --i, value /= 10)
            out[i] = static_cast<char16_t>(u'0' + value % 10);
    };
    put(0, 4, date.year());
    put(5, 2, date.month());
    put(8, 2, date.day());
    put(11, 2, time.hour());
    put(14, 2, time.minute());
    put(17, 2, time.second());
    put(20, 3, time.msec());
    return text;
}

namespace {

bool digits(QStringView text, qsizetype at, qsizetype count, int &out)
{
    if (at + count > text.size()) return false;
    out = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const ushort c = text[i].unicode();
        if (c < u'0' || c > u'9') return false;
        out = out * 10 + (c - u'0');
    }
    return true;
}

bool is(QStringView text, qsizetype at, char16_t c)
{
    return at < text.size() && text[at].unicode() == c;
}

}  // namespace

QDateTime fromRfc3339(QStringView text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!digits(text, 0, 4, year) || !is(text, 4, u'-') || !digits(text, 5, 2, month) || !is(text, 7, u'-') ||
        !digits(text, 8, 2, day) || !(is(text, 10, u'T') || is(text, 10, u't')) || !digits(text, 11, 2, hour) ||
        !is(text, 13, u':') || !digits(text, 14, 2, minute) || !is(text, 16, u':') || !digits(text, 17, 2, second))
        return {};
    qsizetype at = 19;
    int ms = 0;
    if (is(text, at, u'.')) {
        ++at;
        int scale = 100;
        const qsizetype first = at;
        for (int d = 0; digits(text, at, 1, d) && at - first < 9; ++at, scale /= 10)
            ms += d * scale;
        if (at == first) return {};
    }
    int offset = 0;
    if (is(text, at, u'Z') || is(text, at, u'z')) {
        ++at;
    } else if (is(text, at, u'+') || is(text, at, u'-')) {
        int oh = 0, om = 0;
        if (!digits(text, at + 1, 2, oh) || !is(text, at + 3, u':') || !digits(text, at + 4, 2, om) || oh > 23 ||
            om > 59)
            return {};
        offset = (oh * 60 + om) * 60 * (is(text, at, u'-') ? -1 : 1);
        at += 6;
    } else {
        return {};
    }
    const QDate date(year, month, day);
    const QTime time(hour, minute, second, ms);
    if (at != text.size() || !date.isValid() || !time.isValid()) return {};
    // An offset can carry the first and last days out of the four-digit years, which have no text form.
    const QDateTime utc = QDateTime(date, time, Qt::UTC).addSecs(-offset);
    return utc.date().year() >= 1 && utc.date().year() <= 9999 ? utc : QDateTime();
}

}  // namespace lw
