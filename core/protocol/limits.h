// SPDX-License-Identifier: GPL-3.0-or-later
// The limits that are part of the contract. The back end enforces them (its operator may set the connection ones), the
// client neither sends nor takes more.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace lw::protocol::limits {

// Transport
inline constexpr qint64 requestHeadBytes = 16 * 1024;                ///< request line and headers together: 431 beyond
inline constexpr qint64 requestBodyBytes = 1024 * 1024;              ///< a JSON body: 413 beyond
inline constexpr std::chrono::milliseconds handshakeTimeout{5'000};  ///< TLS, from accept
inline constexpr std::chrono::milliseconds headTimeout{10'000};      ///< from a request's first byte: 408 after
inline constexpr std::chrono::milliseconds bodyTimeout{30'000};      ///< for the whole body: 408 after
inline constexpr std::chrono::milliseconds idleTimeout{60'000};      ///< between requests of a kept connection
inline constexpr int connections = 1000;

// Rates: over one gives 429 with Retry-After
inline constexpr int loginAttemptsPerAddress = 20;  ///< within loginWindow, successes included
inline constexpr std::chrono::seconds loginWindow{60};
inline constexpr int requestsPerSecond = 50;  ///< of one session, averaged over ten seconds

// Answers
inline constexpr qint64 replyBodyBytes = 4 * 1024 * 1024;  ///< any JSON answer
inline constexpr qint64 noteBytes = 128 * 1024;            ///< a signed note with many co-signatures
inline constexpr qint64 leafBytes = 64 * 1024;             ///< one line of the events stream, without its newline
inline constexpr int usersPage = 100;                      ///< when the request names no limit
inline constexpr int usersPageMost = 500;
inline constexpr quint64 eventsPerRequest = 100'000'000;  ///< to - from of one stream
inline constexpr int proofHashes = 64 * 2;

// Texts, in UTF-16 code units unless said otherwise
inline constexpr int slugLength = 64;
inline constexpr int loginLength = 256;
inline constexpr int nameLength = 256;      ///< display names, departments, customers' names
inline constexpr int passwordBytes = 1024;  ///< UTF-8
inline constexpr int searchLength = 256;
inline constexpr int cursorLength = 512;
inline constexpr int filterLength = 4096;    ///< the filter text in an export notice
inline constexpr int sentenceLength = 4096;  ///< details and reasons
inline constexpr int idempotencyKeyLength = 128;
inline constexpr int rolesPerUser = 64;
inline constexpr std::chrono::hours idempotencyLife{24};  ///< how long a key's answer is remembered

/// Whole numbers beyond this are not exact in JSON (RFC 7493).
inline constexpr qint64 jsonIntegerMost = 9'007'199'254'740'991;

}  // namespace lw::protocol::limits
