// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/totp.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace lw::policy {

namespace {

const EVP_MD *digestOf(TotpAlgorithm algorithm)
{
    switch (algorithm) {
        case TotpAlgorithm::Sha1: return EVP_sha1();
        case TotpAlgorithm::Sha256: return EVP_sha256();
        case TotpAlgorithm::Sha512: return EVP_sha512();
    }
    return nullptr;
}

bool usable(const Secret &secret, const TotpParameters &p)
{
    return !secret.isEmpty() && p.digits >= 6 && p.digits <= 8 && p.stepSeconds > 0;
}

/// RFC 4226 5.3 over the step as the counter.
QByteArray codeOfStep(const Secret &secret, qint64 step, const TotpParameters &p)
{
    std::array<unsigned char, 8> counter{};
    for (size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(static_cast<quint64>(step) >> (56 - 8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    if (!HMAC(digestOf(p.algorithm), secret.constData(), secret.size(), counter.data(), counter.size(), mac.data(),
              &size))
        return {};
    const size_t at = mac[size - 1] & 0x0fu;
    quint32 number = (static_cast<quint32>(mac[at] & 0x7fu) << 24) | (static_cast<quint32>(mac[at + 1]) << 16) |
                     (static_cast<quint32>(mac[at + 2]) << 8) | mac[at + 3];
    QByteArray code(p.digits, '0');
    for (int i = p.digits - 1; i >= 0; --i, number /= 10)
        code[i] = static_cast<char>('0' + number % 10);
    OPENSSL_cleanse(mac.data(), mac.size());
    return code;
}

}  // namespace

QByteArray totpCode(const Secret &secret, const QDateTime &timeUtc, const TotpParameters &parameters)
{
    const qint64 seconds = timeUtc.toSecsSinceEpoch();
    if (!timeUtc.isValid() || seconds < 0 || !usable(secret, parameters)) return {};
    return codeOfStep(secret, seconds / parameters.stepSeconds, parameters);
}

std::optional<qint64> verifyTotp(const Secret &secret, QByteArrayView code, const QDateTime &nowUtc,
                                 std::optional<qint64> lastUsedStep, const TotpParameters &parameters)
{
    const qint64 seconds = nowUtc.toSecsSinceEpoch();
    if (!nowUtc.isValid() || seconds < 0 || !usable(secret, parameters) || code.size() != parameters.digits)
        return std::nullopt;
    const qint64 present = seconds / parameters.stepSeconds;
    std::optional<qint64> match;
    for (const qint64 step : {present - 1, present, present + 1}) {
        if (step < 0) continue;
        QByteArray expected = codeOfStep(secret, step, parameters);
        const bool same = expected.size() == code.size() &&
                          CRYPTO_memcmp(expected.constData(), code.data(), static_cast<size_t>(code.size())) == 0;
        wipe(expected);
        if (same && !match && (!lastUsedStep || step > *lastUsedStep)) match = step;
    }
    return match;
}

}  // namespace lw::policy
