// SPDX-License-Identifier: GPL-3.0-or-later
// What the back end last answered about things that have no table of their own: roles, departures, network access,
// blocked addresses, devices. Kept as it came, to be shown read-only while offline.
#pragma once

#include "core/cache/connection.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace lw::cache {

namespace snapshotname {
inline constexpr QLatin1String roles("roles");            ///< GET /v1/roles
inline constexpr QLatin1String departures("departures");  ///< GET /v1/departures
inline constexpr QLatin1String network("network");        ///< GET /v1/network
inline constexpr QLatin1String blocks("blocks");          ///< GET /v1/network/blocks
inline constexpr QLatin1String devices("devices");        ///< GET /v1/devices
inline constexpr QLatin1String numbers("numbers");        ///< GET /v1/numbers
inline constexpr QLatin1String callGuard("callguard");    ///< GET /v1/callguard
inline constexpr QLatin1String spend("spend");            ///< GET /v1/spend
inline constexpr QLatin1String spendUsage("spendusage");  ///< GET /v1/spend/usage
inline constexpr QLatin1String spendHistory("spendhistory");
inline constexpr QLatin1String spendRaises("spendraises");
inline constexpr QLatin1String retention("retention");
inline constexpr QLatin1String retentionHolds("retentionholds");
inline constexpr QLatin1String retentionRuns("retentionruns");
}  // namespace snapshotname

struct Snapshot {
    QByteArray body;  ///< JSON of the contract, not judged here
    QByteArray etag;  ///< empty: none
    QDateTime asOf;   ///< UTC: when the back end last said so
    bool operator==(const Snapshot &) const = default;
};

class SnapshotTable {
  public:
    explicit SnapshotTable(Connection &connection) : m_connection(connection) {}

    /// nullopt: never seen.
    Result<std::optional<Snapshot>> find(const QString &name);
    /// Only the tag, without reading a body of megabytes; empty when there is none.
    Result<QByteArray> etag(const QString &name);
    Result<void> keep(const QString &name, const Snapshot &snapshot);
    /// The back end said that it is unchanged.
    Result<void> unchanged(const QString &name, const QDateTime &nowUtc);
    /// The permission to see it is gone.
    Result<void> remove(const QString &name);

  private:
    Connection &m_connection;
};

}  // namespace lw::cache
