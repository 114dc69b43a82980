// SPDX-License-Identifier: GPL-3.0-or-later
// The outcome of a fallible function: a value, or an error that a caller can branch on and a person can act on.
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace lw {

/// What callers branch on. The sentence in Error::message is for people; never parse it.
enum class Errc {
    InvalidInput,   ///< a field breaks its rule; Error::field names it
    NotFound,       ///< no such object, or not in the caller's customer
    Unauthorized,   ///< no valid session
    Forbidden,      ///< a valid session without the permission
    Conflict,       ///< it exists already, or its present state forbids the change
    Stale,          ///< the object changed meanwhile (If-Match): read it again and merge
    Precondition,   ///< the request must name the version that it changes (If-Match)
    AccountLocked,  ///< too many failures; retry later
    RateLimited,    ///< over a limit of the contract; retry later
    TooLarge,       ///< over a size limit of the contract
    Timeout,        ///< the peer did not answer in time
    Network,        ///< no connection to the peer
    Tls,            ///< the connection could not be trusted
    Protocol,       ///< the peer's answer breaks the contract
    Tampered,       ///< the audit log was rewritten, truncated or forked
    Crypto,         ///< a cryptographic operation is unavailable or failed
    WrongKey,       ///< passphrase, recovery key or key store entry does not open the cache
    Corrupt,        ///< stored data is damaged
    DiskFull,       ///< no space left
    ReadOnly,       ///< the place may not be written
    NewerSchema,    ///< stored data was written by a newer version
    Io,             ///< any other failure of a file
    Cancelled,      ///< the person cancelled
    Unsupported,    ///< this build or peer cannot do it
    Internal        ///< a defect on our side
};

struct Error {
    Errc code = Errc::Internal;
    QString message;  ///< one or two sentences: what is wrong and the remedy; never a secret
    QString field;    ///< the offending field in the contract's words, where there is one
};

/// Value or Error. `Result<void>` for functions that only succeed or fail.
template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }

    const Error &error() const { return std::get<1>(m_state); }

  private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

  private:
    Error m_error;
    bool m_ok = true;
};

inline Error makeError(Errc code, QString message, QString field = {})
{
    return Error{code, std::move(message), std::move(field)};
}

}  // namespace lw
