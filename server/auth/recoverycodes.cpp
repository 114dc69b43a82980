// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/recoverycodes.h"

#include <sodium.h>

#include <cstring>

namespace lw::server {

namespace {

constexpr char letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
constexpr int group = 5;
constexpr int length = 2 * group;
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr qsizetype hashBytes = 32;
constexpr unsigned long long operations = 2;
constexpr size_t memoryBytes = size_t(8) * 1024 * 1024;

QByteArrayView saltOf(const QByteArray &stored)
{
    return QByteArrayView(stored).first(std::min(saltBytes, stored.size()));
}

Result<QByteArray> hashOf(const Secret &code, QByteArrayView salt)
{
    QByteArray hash(hashBytes, Qt::Uninitialized);
    const int done = crypto_pwhash(reinterpret_cast<unsigned char *>(hash.data()), hashBytes, code.constData(),
                                   static_cast<unsigned long long>(code.size()),
                                   reinterpret_cast<const unsigned char *>(salt.data()), operations, memoryBytes,
                                   crypto_pwhash_ALG_ARGON2ID13);
    if (done != 0)
        return makeError(Errc::Crypto, QStringLiteral("There is not enough memory to check a recovery code."));
    return hash;
}

}  // namespace

Result<RecoveryCodeSet> newRecoveryCodes()
{
    RecoveryCodeSet set;
    QByteArray salt(saltBytes, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(saltBytes));
    for (int number = 0; number < recoveryCodeCount; ++number) {
        Secret code(length);
        for (int i = 0; i < length; ++i)
            code[i] = letters[randombytes_uniform(sizeof letters - 1)];
        const Result<QByteArray> hash = hashOf(code, salt);
        if (!hash) return hash.error();
        set.hashes.append(salt + *hash);
        Secret shown(length + 1);
        for (int i = 0; i < length; ++i)
            shown[i < group ? i : i + 1] = code.at(i);
        shown[group] = '-';
        set.codes.push_back(std::move(shown));
    }
    return set;
}

std::optional<Secret> readRecoveryCode(QByteArrayView typed)
{
    Secret code(length);
    int size = 0;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == '\0' || !std::strchr(letters, c) || size == length) return std::nullopt;
        code[size++] = c;
    }
    if (size != length) return std::nullopt;
    return code;
}

Result<std::optional<qsizetype>> matchRecoveryCode(const Secret &code, const QList<QByteArray> &hashes)
{
    std::optional<qsizetype> match;
    QByteArray salt;
    QByteArray hash;
    for (qsizetype i = 0; i < hashes.size(); ++i) {
        if (hashes[i].size() != saltBytes + hashBytes) continue;
        if (salt != saltOf(hashes[i])) {
            salt = saltOf(hashes[i]).toByteArray();
            const Result<QByteArray> made = hashOf(code, salt);
            if (!made) return made.error();
            hash = *made;
        }
        const char *stored = hashes[i].constData() + saltBytes;
        if (sodium_memcmp(hash.constData(), stored, static_cast<size_t>(hashBytes)) == 0) match = i;
    }
    return match;
}

}  // namespace lw::server
