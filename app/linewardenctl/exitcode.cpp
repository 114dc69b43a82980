// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/exitcode.h"

namespace lw::ctl {

namespace {

struct Row {
    Errc code;
    QLatin1String name;
    ExitCode exit;
};

constexpr Row rows[] = {
    {Errc::InvalidInput, QLatin1String("invalid-input"), ExitCode::Usage},
    {Errc::NotFound, QLatin1String("not-found"), ExitCode::Failure},
    {Errc::Unauthorized, QLatin1String("unauthorised"), ExitCode::Refused},
    {Errc::Forbidden, QLatin1String("forbidden"), ExitCode::Refused},
    {Errc::Conflict, QLatin1String("conflict"), ExitCode::Failure},
    {Errc::Stale, QLatin1String("stale"), ExitCode::Stale},
    {Errc::Precondition, QLatin1String("precondition-required"), ExitCode::Failure},
    {Errc::AccountLocked, QLatin1String("account-locked"), ExitCode::Refused},
    {Errc::RateLimited, QLatin1String("rate-limited"), ExitCode::Refused},
    {Errc::TooLarge, QLatin1String("too-large"), ExitCode::Failure},
    {Errc::Timeout, QLatin1String("timeout"), ExitCode::NoConnection},
    {Errc::Network, QLatin1String("network"), ExitCode::NoConnection},
    {Errc::Tls, QLatin1String("tls"), ExitCode::NotTrusted},
    {Errc::Protocol, QLatin1String("protocol"), ExitCode::Failure},
    {Errc::Tampered, QLatin1String("tampered"), ExitCode::Tampered},
    {Errc::Crypto, QLatin1String("crypto"), ExitCode::Failure},
    {Errc::WrongKey, QLatin1String("wrong-key"), ExitCode::Locked},
    {Errc::Corrupt, QLatin1String("corrupt"), ExitCode::Damaged},
    {Errc::DiskFull, QLatin1String("disk-full"), ExitCode::CannotWrite},
    {Errc::ReadOnly, QLatin1String("read-only"), ExitCode::CannotWrite},
    {Errc::NewerSchema, QLatin1String("newer-schema"), ExitCode::Damaged},
    {Errc::Io, QLatin1String("io"), ExitCode::CannotWrite},
    {Errc::Cancelled, QLatin1String("cancelled"), ExitCode::Cancelled},
    {Errc::Unsupported, QLatin1String("unsupported"), ExitCode::Failure},
    {Errc::Internal, QLatin1String("internal"), ExitCode::Failure},
};

}  // namespace

ExitCode exitCodeOf(const Error &error)
{
    for (const Row &row : rows)
        if (row.code == error.code) return row.exit;
    return ExitCode::Failure;
}

QLatin1String errorName(Errc code)
{
    for (const Row &row : rows)
        if (row.code == code) return row.name;
    return QLatin1String("internal");
}

}  // namespace lw::ctl
