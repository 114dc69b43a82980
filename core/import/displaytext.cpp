// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/displaytext.h"

namespace lw::import {

namespace {

bool steersText(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xfeff;
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

QString hex(char16_t c, int width)
{
    return QString::number(c, 16).rightJustified(width, u'0');
}

}  // namespace

QString displayText(const QString &text, qsizetype longest)
{
    QString shown;
    shown.reserve(qMin(text.size(), longest));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (shown.size() >= longest)
            return shown.first(longest - (shown[longest - 1].isHighSurrogate() ? 1 : 0)) + u'…';
        if (isControl(c.unicode()))
            shown += QStringLiteral("\\x") + hex(c.unicode(), 2);
        else if (steersText(c.unicode()))
            shown += QStringLiteral("\\u") + hex(c.unicode(), 4);
        else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            shown += c, shown += text[++i];
        else
            shown += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
    }
    return shown;
}

QString displayText(std::string_view bytes, qsizetype longest)
{
    // four bytes a character at most: what lies further behind is cut anyway
    const size_t enough = static_cast<size_t>(longest) * 4 + 8;
    return displayText(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), enough))),
                       longest);
}

}  // namespace lw::import
