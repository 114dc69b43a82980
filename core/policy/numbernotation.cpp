// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/numbernotation.h"

#include "core/policy/numberclass.h"

#include <QString>

namespace lw::policy {

namespace {

constexpr int digitsMost = 15;    ///< ITU-T E.164
constexpr int prefixDigits = 3;   ///< "00" and "(0)", which are no part of the number
constexpr int extensionMost = 7;  ///< RFC 3966 sets none; longer ones are mistakes

bool isSeparator(char16_t c)
{
    switch (c) {
        case u' ':
        case u'\t':
        case u'-':
        case u'.':
        case u'/':
        case u'(':
        case u')':
        case u'[':
        case u']':
        case 0x00A0:  // no-break space
        case 0x2007:  // figure space
        case 0x2009:  // thin space
        case 0x202F:  // narrow no-break space
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return true;  // dashes and the minus
        default: return false;
    }
}

/// How many code units of a mark in front of an extension there are; 0: none.
qsizetype extensionMark(QStringView rest)
{
    static constexpr std::array<QStringView, 7> marks{u";ext=", u"extension", u"ext.", u"ext", u"x", u"#", u","};
    for (const QStringView mark : marks)
        if (rest.startsWith(mark, Qt::CaseInsensitive)) return mark.size();
    return 0;
}

NotationProblem problemOf(QChar c)
{
    if (c.isDigit() || c.category() == QChar::Number_DecimalDigit) return NotationProblem::ForeignDigits;
    if (c.category() == QChar::Other_Format || c.category() == QChar::Other_Control)
        return NotationProblem::InvisibleMarks;
    return c.isLetter() ? NotationProblem::Letters : NotationProblem::OtherCharacters;
}

void readExtension(QStringView rest, DialledDigits &read)
{
    const QStringView digits = rest.trimmed();
    bool good = !digits.isEmpty() && digits.size() <= extensionMost;
    for (const QChar c : digits)
        good = good && c >= u'0' && c <= u'9';
    if (good)
        read.extension = digits;
    else
        read.problem = NotationProblem::BadExtension;
}

}  // namespace

DialledDigits readDialled(QStringView text)
{
    DialledDigits read;
    const auto fail = [&read](NotationProblem problem, QChar offender = {}) {
        read.problem = problem;
        read.offender = offender;
        return read;
    };
    if (text.size() > dialledLengthMost) return fail(NotationProblem::TooLong);
    text = text.trimmed();
    if (text.startsWith(u"tel:", Qt::CaseInsensitive)) text = text.sliced(4);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= u'0' && c <= u'9') {
            if (read.size >= digitsMost + prefixDigits) return fail(NotationProblem::TooManyDigits);
            const bool bracketed =
                c == u'0' && i > 0 && i + 1 < text.size() && text[i - 1] == u'(' && text[i + 1] == u')';
            if (bracketed && read.size > 0) read.bracketedZero = read.size;
            read.digits[static_cast<size_t>(read.size++)] = static_cast<char>(c);
            continue;
        }
        if (c == u'+') {
            if (read.plus || read.size > 0) return fail(NotationProblem::PlusInside);
            read.plus = true;
            continue;
        }
        if (isSeparator(c)) continue;
        if (const qsizetype mark = read.size > 0 ? extensionMark(text.sliced(i)) : 0) {
            readExtension(text.sliced(i + mark), read);
            return read;
        }
        // Half of a pair is nothing that could be shown.
        return fail(problemOf(text[i]), text[i].isSurrogate() ? QChar(QChar::ReplacementCharacter) : text[i]);
    }
    if (read.size == 0) return fail(NotationProblem::Empty);
    return read;
}

QString notationSentence(const DialledDigits &read)
{
    switch (read.problem) {
        case NotationProblem::None: return {};
        case NotationProblem::Empty: return QStringLiteral("There are no digits. Type a telephone number.");
        case NotationProblem::TooLong:
            return QStringLiteral("This is longer than %1 characters, which no telephone number is.")
                .arg(dialledLengthMost);
        case NotationProblem::TooManyDigits:
            return QStringLiteral("A telephone number has at most %1 digits. Type one number alone.").arg(digitsMost);
        case NotationProblem::Letters:
            return QStringLiteral("The letter “%1” is no part of a number. Type digits only.").arg(read.offender);
        case NotationProblem::ForeignDigits:
            return QStringLiteral("“%1” (U+%2) is a digit of another script. Type it as 0 to 9.")
                .arg(read.offender)
                .arg(uint(read.offender.unicode()), 4, 16, QLatin1Char('0'));
        case NotationProblem::InvisibleMarks:
            return QStringLiteral(
                       "There is an invisible character (U+%1) in it, as texts that were copied have. Type "
                       "the number by hand.")
                .arg(uint(read.offender.unicode()), 4, 16, QLatin1Char('0'));
        case NotationProblem::OtherCharacters:
            return QStringLiteral("The character “%1” is no part of a number. Remove it.").arg(read.offender);
        case NotationProblem::PlusInside:
            return QStringLiteral("“+” belongs in front of the number only. Type one number alone.");
        case NotationProblem::BadExtension:
            return QStringLiteral("An extension has 1 to %1 digits. Correct or remove it.").arg(extensionMost);
    }
    return {};
}

}  // namespace lw::policy
