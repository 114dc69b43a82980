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
inline constexpr QLatin1String userPassword("/v1/users/{userId}/password");
inline constexpr QLatin1String userMfa("/v1/users/{userId}/mfa");
inline constexpr QLatin1String userSessions("/v1/users/{userId}/sessions");
inline constexpr QLatin1String userDevices("/v1/users/{userId}/devices");
inline constexpr QLatin1String userCertificates("/v1/users/{userId}/certificates");
inline constexpr QLatin1String userCertificate("/v1/users/{userId}/certificates/{fingerprint}");
inline constexpr QLatin1String usersExpiry("/v1/users/expiry");
inline constexpr QLatin1String usersDisable("/v1/users/disable");
inline constexpr QLatin1String usersImport("/v1/users/import");
inline constexpr QLatin1String usersImportPlan("/v1/users/import/{planId}");
inline constexpr QLatin1String usersImportApply("/v1/users/import/{planId}/apply");
inline constexpr QLatin1String usersImportUndo("/v1/users/import/{planId}/undo");
inline constexpr QLatin1String device("/v1/devices/{deviceId}");
inline constexpr QLatin1String deviceSecret("/v1/devices/{deviceId}/secret");
inline constexpr QLatin1String devices("/v1/devices");
inline constexpr QLatin1String registrations("/v1/registrations");
inline constexpr QLatin1String customerPolicy("/v1/customer/policy");
inline constexpr QLatin1String roles("/v1/roles");
inline constexpr QLatin1String role("/v1/roles/{roleName}");
inline constexpr QLatin1String myMfa("/v1/me/mfa");
inline constexpr QLatin1String myMfaConfirm("/v1/me/mfa/confirm");
inline constexpr QLatin1String sessions("/v1/sessions");
inline constexpr QLatin1String liveSession("/v1/sessions/{sessionId}");
inline constexpr QLatin1String departures("/v1/departures");
inline constexpr QLatin1String departure("/v1/departures/{departureId}");
inline constexpr QLatin1String departureProbe("/v1/departures/{departureId}/probe");
inline constexpr QLatin1String network("/v1/network");
inline constexpr QLatin1String networkConfirm("/v1/network/confirm");
inline constexpr QLatin1String networkRevert("/v1/network/revert");
inline constexpr QLatin1String networkBlocks("/v1/network/blocks");
inline constexpr QLatin1String networkBlock("/v1/network/blocks/{address}");
inline constexpr QLatin1String networkBlocking("/v1/network/blocking");
inline constexpr QLatin1String numbers("/v1/numbers");
inline constexpr QLatin1String number("/v1/numbers/{number}");
inline constexpr QLatin1String numbersGuard("/v1/numbers/guard");
inline constexpr QLatin1String numbersImport("/v1/numbers/import");
inline constexpr QLatin1String numbersExport("/v1/numbers/export");
inline constexpr QLatin1String callGuard("/v1/callguard");
inline constexpr QLatin1String callsAuthorize("/v1/calls/authorize");
inline constexpr QLatin1String callsRecords("/v1/calls/records");
inline constexpr QLatin1String rates("/v1/rates");
inline constexpr QLatin1String spend("/v1/spend");
inline constexpr QLatin1String spendUsage("/v1/spend/usage");
inline constexpr QLatin1String spendHistory("/v1/spend/history");
inline constexpr QLatin1String spendRaises("/v1/spend/raises");
inline constexpr QLatin1String spendRaise("/v1/spend/raises/{raiseId}");
inline constexpr QLatin1String spendReset("/v1/spend/reset");
inline constexpr QLatin1String spendReplay("/v1/spend/replay");
inline constexpr QLatin1String retention("/v1/retention");
inline constexpr QLatin1String retentionPreview("/v1/retention/preview");
inline constexpr QLatin1String retentionHolds("/v1/retention/holds");
inline constexpr QLatin1String retentionHold("/v1/retention/holds/{holdId}");
inline constexpr QLatin1String retentionRuns("/v1/retention/runs");
inline constexpr QLatin1String userData("/v1/users/{userId}/data");
inline constexpr QLatin1String userErasure("/v1/users/{userId}/erasure");
inline constexpr QLatin1String changes("/v1/changes");
inline constexpr QLatin1String auditEvents("/v1/audit/events");
inline constexpr QLatin1String auditCheckpoint("/v1/audit/checkpoint");
inline constexpr QLatin1String consistencyProof("/v1/audit/proof/consistency");
inline constexpr QLatin1String inclusionProof("/v1/audit/proof/inclusion");
inline constexpr QLatin1String auditPurges("/v1/audit/purges");
inline constexpr QLatin1String auditExports("/v1/audit/exports");
inline constexpr QLatin1String health("/v1/health");
inline constexpr QLatin1String openApi("/v1/openapi.json");
}  // namespace paths

namespace media {
inline constexpr QLatin1String json("application/json");
inline constexpr QLatin1String problem("application/problem+json");
inline constexpr QLatin1String csv("text/csv");
inline constexpr QLatin1String eventStream("text/event-stream");
inline constexpr QLatin1String ndjson("application/x-ndjson");
inline constexpr QLatin1String note("text/plain; charset=utf-8");
}  // namespace media

namespace headers {
inline constexpr QLatin1String idempotencyKey("Idempotency-Key");
inline constexpr QLatin1String ifMatch("If-Match");
inline constexpr QLatin1String ifNoneMatch("If-None-Match");
inline constexpr QLatin1String etag("ETag");
inline constexpr QLatin1String requestId("X-Request-Id");
}  // namespace headers

}  // namespace lw::protocol
