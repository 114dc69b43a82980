// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/recoverykey.h"

#include "core/cache/keywrap.h"

#include <cstring>

namespace lw::cache {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int groups = 13;
constexpr int symbolsInGroup = 4;
constexpr int groupLength = symbolsInGroup + 1;

// Multiplication in GF(32) with x^5 + x^2 + 1.
constexpr unsigned times(unsigned a, unsigned b)
{
    unsigned product = 0;
    for (; b; b >>= 1) {
        if (b & 1) product ^= a;
        a <<= 1;
        if (a & 32) a ^= 37;
    }
    return product;
}

// Distinct powers of x as weights: every single wrong character and every swap of two in a group changes the check
// character; the group's number finds groups that were swapped.
unsigned checkOf(const unsigned char *symbols, unsigned group)
{
    unsigned check = group + 1;
    unsigned weight = 2;
    for (int i = 0; i < symbolsInGroup; ++i, weight = times(weight, 2))
        check ^= times(symbols[i], weight);
    return check;
}

int valueOf(char c)
{
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const char *found = c ? std::strchr(alphabet, c) : nullptr;
    return found ? static_cast<int>(found - alphabet) : -1;
}

bool isFiller(char c)
{
    return c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r';
}

Error mistake(const QString &sentence)
{
    return makeError(Errc::InvalidInput, sentence, QStringLiteral("recoveryKey"));
}

}  // namespace

Secret printRecoveryKey(const Secret &key)
{
    Secret symbols(groups * symbolsInGroup, 0);
    for (int bit = 0; bit < keyBytes * 8; ++bit) {
        const int set = (static_cast<unsigned char>(key.constData()[bit / 8]) >> (7 - bit % 8)) & 1;
        symbols[bit / 5] = static_cast<char>(symbols[bit / 5] | (set << (4 - bit % 5)));
    }
    Secret text(groups * (groupLength + 1) - 1);
    char *out = text.data();
    for (int group = 0; group < groups; ++group) {
        const auto *in = reinterpret_cast<const unsigned char *>(symbols.constData()) + group * symbolsInGroup;
        if (group > 0) *out++ = '-';
        for (int i = 0; i < symbolsInGroup; ++i)
            *out++ = alphabet[in[i]];
        *out++ = alphabet[checkOf(in, static_cast<unsigned>(group))];
    }
    return text;
}

Result<Secret> readRecoveryKey(const Secret &typed)
{
    constexpr int wanted = groups * groupLength;
    Secret values(wanted, 0);
    int count = 0;
    for (int i = 0; i < typed.size(); ++i) {
        const char c = typed.constData()[i];
        if (isFiller(c)) continue;
        const int value = valueOf(c);
        if (value < 0)
            return mistake(
                QStringLiteral("Group %1 of the recovery key holds a character that no recovery key has. Type "
                               "letters and digits only.")
                    .arg(qMin(count / groupLength + 1, groups)));
        if (count < wanted) values[count] = static_cast<char>(value);
        ++count;
    }
    if (count != wanted)
        return mistake(QStringLiteral("The recovery key has %1 characters in %2 groups; %3 were typed.")
                           .arg(wanted)
                           .arg(groups)
                           .arg(count));
    Secret key(keyBytes, 0);
    unsigned padding = 0;
    for (int group = 0; group < groups; ++group) {
        const auto *in = reinterpret_cast<const unsigned char *>(values.constData()) + group * groupLength;
        if (checkOf(in, static_cast<unsigned>(group)) != in[symbolsInGroup])
            return mistake(
                QStringLiteral("Group %1 of the recovery key has a typing mistake. Compare it with the printed "
                               "key.")
                    .arg(group + 1));
        for (int i = 0; i < symbolsInGroup * 5; ++i) {
            const int bit = group * symbolsInGroup * 5 + i;
            const unsigned set = (in[i / 5] >> (4 - i % 5)) & 1U;
            if (bit < keyBytes * 8)
                key[bit / 8] = static_cast<char>(static_cast<unsigned char>(key[bit / 8]) | (set << (7 - bit % 8)));
            else
                padding |= set;
        }
    }
    if (padding)
        return mistake(QStringLiteral("Group %1 of the recovery key has a typing mistake. Compare it with the "
                                      "printed key.")
                           .arg(groups));
    return key;
}

}  // namespace lw::cache
