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
inline constexpr int emailLength = 254;  ///< RFC 5321 4.5.3.1.3
inline constexpr int rolesPerUser = 64;
inline constexpr int roleNameLength = 64;
inline constexpr int rolesPerCustomer = 200;
inline constexpr int devicesPerUser = 32;  ///< that are not revoked
inline constexpr int certificatesPerUser = 16;
inline constexpr int devicesListed = 20'000;                  ///< of a customer, revoked ones included
inline constexpr qint64 devicesBodyBytes = 16 * 1024 * 1024;  ///< GET /v1/devices
inline constexpr int sipUserLength = 96;
inline constexpr int contactLength = 512;          ///< a SIP URI
inline constexpr int registrationsPerDevice = 10;  ///< live at once
inline constexpr int registrationSecondsLeast = 60;
inline constexpr int registrationSecondsMost = 7200;
inline constexpr int registrationsPerAddress = 300;  ///< asked for within loginWindow, successes included
inline constexpr int selectionMost = 1000;           ///< people of one bulk change, cases of one request
inline constexpr int networksPerCustomer = 100'000;
inline constexpr qint64 networkBodyBytes = 16 * 1024 * 1024;       ///< PUT /v1/network
inline constexpr qint64 networkReplyBytes = 3 * networkBodyBytes;  ///< with what a pending change replaced
inline constexpr int confirmMinutesMost = 60;                      ///< until an allowlist change reverts by itself
inline constexpr int blocksListed = 20'000;
inline constexpr int blockFailuresLeast = 3;  ///< a person may mistype twice
inline constexpr int blockFailuresMost = 1000;
inline constexpr qint64 importBytes = 4 * 1024 * 1024;  ///< a people file
inline constexpr int importLines = 10'000;
inline constexpr int spreadDaysMost = 90;
inline constexpr int departuresListed = 10'000;
inline constexpr qint64 departuresBodyBytes = 32 * 1024 * 1024;  ///< the answer of GET /v1/departures
inline constexpr int sessionsListed = 10'000;
inline constexpr qint64 sessionsBodyBytes = 8 * 1024 * 1024;  ///< the answer of GET /v1/sessions
inline constexpr int feedsPerSession = 4;                     ///< open change feeds: 429 beyond
inline constexpr std::chrono::seconds feedHeartbeat{15};
inline constexpr qint64 importPlanBytes = 32 * 1024 * 1024;  ///< a plan of importLines lines
inline constexpr qint64 blocksBodyBytes = 16 * 1024 * 1024;  ///< GET /v1/network/blocks
inline constexpr int numbersPerCustomer = 20'000;
inline constexpr int numberLength = 64;  ///< of what is typed or dialled
inline constexpr int prefixesOfCustomer = 50'000;
inline constexpr int prefixesOfNumber = 1'000;
inline constexpr int hoursPerRules = 50;
inline constexpr qint64 guardBodyBytes = 8 * 1024 * 1024;     ///< PUT /v1/callguard, with 50,000 prefixes
inline constexpr qint64 numbersBodyBytes = 16 * 1024 * 1024;  ///< POST /v1/numbers, and what GET answers
inline constexpr int importListed = 1'000;                    ///< lines that the answer to an import of numbers names
inline constexpr int callIdLength = 128;
inline constexpr int callRecordsPerRequest = 1'000;
inline constexpr int callsPage = 100;  ///< of GET /v1/calls/records, when the request names no limit
inline constexpr int callsPageMost = 1'000;
inline constexpr int callCursorLength = 768;                 ///< a call id of 128 characters and its time, encoded
inline constexpr int callSecondsMost = 7 * 24 * 3600;        ///< of one record
inline constexpr qint64 spendBodyBytes = 4 * 1024 * 1024;    ///< PUT /v1/spend, with limits of 20,000 numbers
inline constexpr qint64 spendUsageBytes = 16 * 1024 * 1024;  ///< GET /v1/spend/usage
inline constexpr int spendLevels = 10;
inline constexpr int spendHistoryDays = 400;
inline constexpr int raisesPerCustomer = 1'000;                             ///< that have not ended
inline constexpr qint64 replayBodyBytes = guardBodyBytes + spendBodyBytes;  ///< POST /v1/spend/replay
inline constexpr int replayListed = 100;                                    ///< calls that one replay names
inline constexpr int reasonLength = 512;
inline constexpr int holdsPerCustomer = 1'000;  ///< in force
inline constexpr int holdsListed = 2'000;       ///< released ones included
inline constexpr int purgeRunsListed = 200;
inline constexpr int purgedRangesPage = 50'000;              ///< of GET /v1/audit/purges
inline constexpr qint64 personDataBytes = 64 * 1024 * 1024;  ///< what a console takes of GET /v1/users/{userId}/data
inline constexpr qint64 purgesBodyBytes = 16 * 1024 * 1024;  ///< the answer of GET /v1/audit/purges
inline constexpr qint64 ratesBodyBytes = 16 * 1024 * 1024;   ///< PUT /v1/rates, a CSV file, and what GET answers
inline constexpr int deckRefusals = 100;                     ///< told in one answer
inline constexpr int callDecisionsPerSecond = 2'000;         ///< of one session, where others have requestsPerSecond
inline constexpr std::chrono::hours idempotencyLife{24};     ///< how long a key's answer is remembered

/// Whole numbers beyond this are not exact in JSON (RFC 7493).
inline constexpr qint64 jsonIntegerMost = 9'007'199'254'740'991;

}  // namespace lw::protocol::limits
