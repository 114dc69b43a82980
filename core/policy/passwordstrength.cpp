// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/passwordstrength.h"

#include "core/util/secret.h"

#include <QStringDecoder>

#include <sodium.h>
#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace lw::policy {

namespace {

/// zxcvbn's time grows faster than the length; what comes after this many bytes cannot make a password weaker.
constexpr qsizetype judgedBytes = 100;

struct Text {
    bool valid = true;
    bool control = false;
    bool letter = false;
    bool digit = false;
    int length = 0;
};

/// What the rules ask of the text; the decoded copy is wiped.
Text readText(QByteArrayView utf8)
{
    Text text;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder(utf8);
    text.valid = !decoder.hasError();
    for (qsizetype i = 0; i < decoded.size(); ++i) {
        const QChar c = decoded[i];
        if (c.isLowSurrogate()) continue;
        ++text.length;
        text.control = text.control || c.category() == QChar::Other_Control;
        text.letter = text.letter || c.isLetter();
        text.digit = text.digit || c.isDigit();
    }
    wipe(decoded);
    return text;
}

int scoreOf(double bits)
{
    const double guesses = bits * std::log10(2.0);
    if (guesses < 3) return 0;
    if (guesses < 6) return 1;
    if (guesses < 8) return 2;
    return guesses < 10 ? 3 : 4;
}

/// The inputs and their parts ("ann.lee@acme" gives ann, lee, acme as well), lower case.
QList<QByteArray> personalWords(const QStringList &userInputs)
{
    QStringList words;
    for (const QString &input : userInputs) {
        const QString lower = input.trimmed().toLower();
        words << lower;
        QString part;
        for (QChar c : lower + QChar(u' ')) {
            if (c.isLetterOrNumber()) {
                part += c;
                continue;
            }
            if (part.size() >= 3) words << part;
            part.clear();
        }
    }
    words.removeAll(QString());
    words.removeDuplicates();
    QList<QByteArray> list;
    for (const QString &word : std::as_const(words))
        list << word.toUtf8();
    return list;
}

bool equalsEitherWay(QByteArrayView password, const QByteArray &word)
{
    if (password.size() != word.size()) return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const auto same = [&](char a, char b) { return lower(a) == b; };
    return std::equal(password.begin(), password.end(), word.begin(), same) ||
           std::equal(password.begin(), password.end(), std::reverse_iterator(word.end()), same);
}

double estimate(QByteArrayView utf8, const QList<QByteArray> &words)
{
    std::vector<const char *> dictionary;
    for (const QByteArray &word : words)
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    std::array<char, judgedBytes + 1> copy{};
    const qsizetype size = std::min(utf8.size(), judgedBytes);
    std::memcpy(copy.data(), utf8.data(), static_cast<size_t>(size));
    const double bits = ZxcvbnMatch(copy.data(), dictionary.data(), nullptr);
    sodium_memzero(copy.data(), copy.size());
    return bits;
}

}  // namespace

StrengthVerdict judgePassword(QByteArrayView utf8, const PasswordPolicy &policy, const QStringList &userInputs)
{
    StrengthVerdict verdict;
    const Text text = readText(utf8);
    const QList<QByteArray> words = personalWords(userInputs);
    verdict.length = text.length;
    verdict.policyGaps = policyGaps(policy);
    if (!utf8.isEmpty() && text.valid && !text.control) {
        verdict.bits = estimate(utf8, words);
        verdict.score = scoreOf(verdict.bits);
    }

    auto &failed = verdict.failed;
    if (!text.valid) failed.push_back(PasswordRule::BrokenText);
    if (text.control) failed.push_back(PasswordRule::ControlCharacter);
    if (text.length < std::max(policy.minLength, passwordLengthFloor)) failed.push_back(PasswordRule::TooShort);
    if (text.length > passwordLengthCeiling) failed.push_back(PasswordRule::TooLong);
    if (verdict.score < policy.minStrength) failed.push_back(PasswordRule::TooWeak);
    if (std::any_of(words.begin(), words.end(), [&](const QByteArray &word) { return equalsEitherWay(utf8, word); }))
        failed.push_back(PasswordRule::PersonalWord);

    const bool listed = verdict.score < 2;
    if (text.length < 12 || !text.letter || !text.digit) verdict.failedStandards.push_back(Standard::PciDss);
    if (text.length < 15 || listed) verdict.failedStandards.push_back(Standard::Nist);
    if (text.length < 8 || (text.length < 12 && listed)) verdict.failedStandards.push_back(Standard::CyberEssentials);
    return verdict;
}

QLatin1String passwordRuleName(PasswordRule rule)
{
    switch (rule) {
        case PasswordRule::TooShort: return QLatin1String("too_short");
        case PasswordRule::TooLong: return QLatin1String("too_long");
        case PasswordRule::TooWeak: return QLatin1String("too_weak");
        case PasswordRule::PersonalWord: return QLatin1String("personal_word");
        case PasswordRule::ControlCharacter: return QLatin1String("control_character");
        case PasswordRule::BrokenText: return QLatin1String("broken_text");
    }
    return QLatin1String();
}

}  // namespace lw::policy
