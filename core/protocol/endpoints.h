// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the contract that both sides spell: paths, media types, headers.
#pragma once

#include <QLatin1String>

namespace lw::protocol {

namespace paths {
inline constexpr QLatin1String session("/v1/session");
inline constexpr QLatin1String me("/v1/me");
inline constexpr QLatin1String myPassword("/v1/me/password");
inline constexpr QLatin1String customer("/v1/customer");
inline constexpr QLatin1String users("/v1/users");
inline constexpr QLatin1String user("/v1/users/{userId}");
inline constexpr QLatin1String auditEvents("/v1/audit/events");
inline constexpr QLatin1String auditCheckpoint("/v1/audit/checkpoint");
inline constexpr QLatin1String consistencyProof("/v1/audit/proof/consistency");
inline constexpr QLatin1String inclusionProof("/v1/audit/proof/inclusion");
inline constexpr QLatin1String auditExports("/v1/audit/exports");
inline constexpr QLatin1String health("/v1/health");
inline constexpr QLatin1String openApi("/v1/openapi.json");
}  // namespace paths

namespace media {
inline constexpr QLatin1String json("application/json");
inline constexpr QLatin1String problem("application/problem+json");
inline constexpr QLatin1String ndjson("application/x-ndjson");
inline constexpr QLatin1String note("text/plain; charset=utf-8");
}  // namespace media

namespace headers {
inline constexpr QLatin1String idempotencyKey("Idempotency-Key");
inline constexpr QLatin1String requestId("X-Request-Id");
}  // namespace headers

}  // namespace lw::protocol
