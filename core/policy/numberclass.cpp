// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/numberclass.h"

#include "core/policy/numbernotation.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int extensionLeast = 2;
constexpr int extensionLongest = 5;
constexpr int areaCodeMissingMost = 8;  ///< digits of a number dialled within its area
constexpr int e164Most = 15;

struct Judged {
    std::array<char, 24> digits{};
    int size = 0;
    bool international = false;
    const NumberRange *range = nullptr;  ///< the longest prefix, whatever the length
    bool exists = false;                 ///< and numbers of this length exist
    std::span<const char> view() const { return {digits.data(), static_cast<size_t>(size)}; }
};

Judged judged(std::span<const char> digits, bool international, const NumberTable &table)
{
    Judged number;
    number.size = static_cast<int>(std::min(digits.size(), number.digits.size()));
    std::copy_n(digits.begin(), number.size, number.digits.begin());
    number.international = international;
    number.range = table.find(number.view(), international);
    number.exists = number.range && number.range->has(number.size) && number.size <= e164Most;
    return number;
}

/// The country's code in front of a national number.
Judged national(std::span<const char> digits, const NumberTable &table)
{
    std::array<char, 24> whole{};
    const QByteArrayView country = table.countryDigits();
    size_t size = 0;
    for (const char digit : country)
        whole[size++] = digit;
    for (const char digit : digits)
        if (size < whole.size()) whole[size++] = digit;
    return judged({whole.data(), size}, true, table);
}

bool startsWith(std::span<const char> digits, QByteArrayView prefix)
{
    return digits.size() >= static_cast<size_t>(prefix.size()) &&
           std::equal(prefix.begin(), prefix.end(), digits.begin());
}

/// After "+" or "00".
Judged fromAbroad(std::span<const char> digits, const NumberTable &table)
{
    const QByteArrayView country = table.countryDigits();
    if (!startsWith(digits, country)) return judged(digits, true, table);
    std::span<const char> rest = digits.subspan(static_cast<size_t>(country.size()));
    // "+44 (0)20 …" and "+44 020 …": the trunk zero does not belong there.
    if (!rest.empty() && rest.front() == '0') rest = rest.subspan(1);
    Judged number = national(rest, table);
    if (number.exists) return number;
    // "+44 999" means nothing but this, and must never be held up.
    const Judged shortOne = judged(rest, false, table);
    return shortOne.exists ? shortOne : number;
}

/// Without "+", "00" or a trunk zero: short numbers, extensions, and what was typed without its prefix.
Judged bare(std::span<const char> digits, const NumberTable &table)
{
    Judged number = judged(digits, false, table);
    if (number.exists || number.size <= extensionLongest) return number;
    if (startsWith(digits, table.countryDigits()))
        if (const Judged abroad = fromAbroad(digits, table); abroad.exists) return abroad;
    if (const Judged home = national(digits, table); home.exists) return home;
    return number;
}

Judged judge(const DialledDigits &read, const NumberTable &table)
{
    std::array<char, 24> kept{};
    size_t size = 0;
    const bool doubleZero = read.size > 2 && read.digits[0] == '0' && read.digits[1] == '0';
    for (int i = 0; i < read.size; ++i) {
        // "+44 (0)20": only behind a country's code; "(0)20 …" alone is a national number.
        if (i == read.bracketedZero && (read.plus || doubleZero)) continue;
        kept[size++] = read.digits[static_cast<size_t>(i)];
    }
    const std::span<const char> digits(kept.data(), size);
    if (read.plus) return fromAbroad(digits, table);
    if (doubleZero) return fromAbroad(digits.subspan(2), table);
    if (digits.front() == '0') return national(digits.subspan(1), table);
    return bare(digits, table);
}

bool isExtension(const Judged &number)
{
    return !number.international && !number.exists && number.size >= extensionLeast && number.size <= extensionLongest;
}

QuickClass result(const Judged &number)
{
    QuickClass quick;
    if (number.size > e164Most) return quick;
    size_t at = 0;
    if (number.international) quick.canonical[at++] = u'+';
    for (const char digit : number.view())
        quick.canonical[at++] = static_cast<char16_t>(digit);
    quick.length = static_cast<quint8>(at);
    if (number.exists) {
        quick.callClass = number.range->callClass;
        quick.range = number.range;
    } else if (isExtension(number)) {
        quick.callClass = CallClass::Extension;
    }
    return quick;
}

QString lengthsText(quint64 lengths)
{
    QStringList parts;
    for (int length = 1; length < 64; ++length)
        if (lengths >> length & 1) parts.append(QString::number(length));
    if (parts.size() > 1) {
        const QString last = parts.takeLast();
        return QStringLiteral("%1 or %2").arg(parts.join(QLatin1String(", ")), last);
    }
    return parts.join(QString());
}

QString problemSentence(const Judged &number)
{
    if (number.size > e164Most) {
        DialledDigits many;
        many.problem = NotationProblem::TooManyDigits;
        return notationSentence(many);
    }
    if (number.range)
        return QStringLiteral("Numbers that begin with %1 have %2 digits, this one has %3. Correct it.")
            .arg(number.range->prefix, lengthsText(number.range->lengths))
            .arg(number.size);
    if (!number.international && number.size <= areaCodeMissingMost)
        return QStringLiteral("The area code is missing. Type the whole number.");
    return QStringLiteral("No numbers begin like this one. Correct it.");
}

}  // namespace

QuickClass classifyQuickly(QStringView dialled, const NumberTable &table)
{
    const DialledDigits read = readDialled(dialled);
    return read.problem == NotationProblem::None ? result(judge(read, table)) : QuickClass();
}

Classification classify(QStringView dialled, const NumberTable &table)
{
    Classification classification;
    const DialledDigits read = readDialled(dialled);
    if (read.problem != NotationProblem::None) {
        classification.problem = notationSentence(read);
        return classification;
    }
    const Judged number = judge(read, table);
    const QuickClass quick = result(number);
    classification.callClass = quick.callClass;
    classification.canonical = quick.view().toString();
    classification.extension = read.extension.toString();
    if (quick.range) {
        classification.rule = quick.range->prefix;
        classification.name = quick.range->name;
    }
    if (quick.callClass == CallClass::Invalid) classification.problem = problemSentence(number);
    return classification;
}

Result<QString> inventoryNumber(QStringView text, const NumberTable &table)
{
    const Classification number = classify(text, table);
    const auto refuse = [](const QString &sentence) {
        return makeError(Errc::InvalidInput, sentence, QStringLiteral("number"));
    };
    if (number.callClass == CallClass::Invalid) return refuse(number.problem);
    if (!number.extension.isEmpty())
        return refuse(QStringLiteral("A number of the inventory has no extension. Type the number alone."));
    switch (number.callClass) {
        case CallClass::Geographic:
        case CallClass::UkWide:
        case CallClass::Freephone:
        case CallClass::Mobile:
        case CallClass::CrownDependencies:
        case CallClass::International: break;
        case CallClass::Emergency:
        case CallClass::ShortCode:
        case CallClass::DirectoryEnquiries:
        case CallClass::Extension:
            return refuse(
                QStringLiteral("%1 is a short number. Type one that others can call, such as +44 20 7946 0001.")
                    .arg(number.canonical));
        default:
            return refuse(QStringLiteral("%1 is a number that is only called (%2). Type one of your own.")
                              .arg(number.canonical, number.name));
    }
    return number.canonical;
}

}  // namespace lw::policy
