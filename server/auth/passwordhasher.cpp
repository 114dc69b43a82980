// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordhasher.h"

#include "server/auth/token.h"

#include <sodium.h>

#include <chrono>

namespace lw::server {

/// One of the places for a running computation, given back at the end of the scope.
class PasswordHasher::Seat {
  public:
    explicit Seat(PasswordHasher &hasher) : m_hasher(hasher)
    {
        std::unique_lock lock(hasher.m_mutex);
        m_taken = hasher.m_free.wait_for(lock, std::chrono::milliseconds(hasher.m_patienceMs),
                                         [&hasher] { return hasher.m_seats > 0; });
        if (m_taken) --hasher.m_seats;
    }
    ~Seat()
    {
        if (!m_taken) return;
        {
            const std::lock_guard lock(m_hasher.m_mutex);
            ++m_hasher.m_seats;
        }
        m_hasher.m_free.notify_one();
    }
    Seat(const Seat &) = delete;
    Seat &operator=(const Seat &) = delete;
    bool taken() const { return m_taken; }

  private:
    PasswordHasher &m_hasher;
    bool m_taken = false;
};

namespace {

Error tooBusy()
{
    return makeError(Errc::RateLimited, QStringLiteral("The back end is checking many passwords right now. Try again "
                                                       "in a few seconds."));
}

constexpr QByteArrayView oneTimePrefix("$hmac-sha256$");
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray oneTimeTag(const QByteArray &salt, const Secret &password)
{
    QByteArray tag(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256(
        reinterpret_cast<unsigned char *>(tag.data()), reinterpret_cast<const unsigned char *>(password.constData()),
        static_cast<unsigned long long>(password.size()), reinterpret_cast<const unsigned char *>(salt.constData()));
    return tag;
}

bool matchesOneTime(const QByteArray &hash, const Secret &password)
{
    const QList<QByteArray> parts = hash.sliced(oneTimePrefix.size()).split('$');
    if (parts.size() != 2) return false;
    const QByteArray salt = QByteArray::fromBase64(parts[0], base64);
    const QByteArray tag = QByteArray::fromBase64(parts[1], base64);
    if (salt.size() != crypto_auth_hmacsha256_KEYBYTES || tag.size() != crypto_auth_hmacsha256_BYTES) return false;
    return sodium_memcmp(tag.constData(), oneTimeTag(salt, password).constData(), crypto_auth_hmacsha256_BYTES) == 0;
}

}  // namespace

PasswordHasher::OneTime PasswordHasher::makeOneTime()
{
    OneTime made{newOneTimePassword(), {}};
    QByteArray salt(crypto_auth_hmacsha256_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    made.hash =
        oneTimePrefix.toByteArray() + salt.toBase64(base64) + '$' + oneTimeTag(salt, made.password).toBase64(base64);
    return made;
}

PasswordHasher::PasswordHasher(Cost cost, int parallel, int patienceMs)
    : m_cost(cost), m_patienceMs(patienceMs), m_seats(std::max(parallel, 1))
{
    // The one place where a failure cannot be handed on: without a dummy hash no sign-in would take constant time.
    const Result<QByteArray> dummy = hash(randomSecret(32));
    if (!dummy) qFatal("Argon2id is not available: not enough memory for its parameters");
    m_dummy = *dummy;
    m_computations = 0;
}

Result<QByteArray> PasswordHasher::hash(const Secret &password)
{
    const Seat seat(*this);
    if (!seat.taken()) return tooBusy();
    ++m_computations;
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(text, password.constData(), static_cast<unsigned long long>(password.size()), m_cost.passes,
                          m_cost.memoryBytes) != 0)
        return makeError(Errc::Crypto, QStringLiteral("There is not enough memory to protect the password."));
    return QByteArray(text);
}

Result<bool> PasswordHasher::verify(const QByteArray &hash, const Secret &password)
{
    const Seat seat(*this);
    if (!seat.taken()) return tooBusy();
    ++m_computations;
    const bool known = hash.startsWith("$argon2id$") && hash.size() < qsizetype(crypto_pwhash_STRBYTES);
    const QByteArray &against = known ? hash : m_dummy;
    const bool same = crypto_pwhash_str_verify(against.constData(), password.constData(),
                                               static_cast<unsigned long long>(password.size())) == 0;
    if (hash.startsWith(oneTimePrefix)) return matchesOneTime(hash, password);
    return known && same;
}

bool PasswordHasher::outdated(const QByteArray &hash) const
{
    return crypto_pwhash_str_needs_rehash(hash.constData(), m_cost.passes, m_cost.memoryBytes) != 0;
}

}  // namespace lw::server
