// SPDX-License-Identifier: GPL-3.0-or-later
// Time-based one-time passwords. Source: RFC 6238 and RFC 4226 5.3 (truncation), RFC 6238 5.2 (one step of drift on
// each side, a code is good once).
#pragma once

#include "core/util/secret.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace lw::policy {

enum class TotpAlgorithm : quint8 { Sha1, Sha256, Sha512 };

struct TotpParameters {
    int digits = 6;  ///< 6 to 8
    int stepSeconds = 30;
    TotpAlgorithm algorithm = TotpAlgorithm::Sha1;  ///< what every authenticator app speaks
};

/// Digits as ASCII; empty for an instant before 1970, an empty secret or parameters out of range.
QByteArray totpCode(const Secret &secret, const QDateTime &timeUtc, const TotpParameters &parameters = {});

/// The step that the code belongs to, for the caller to store as the new `lastUsedStep`; nullopt: refused. Accepts the
/// present step and one on each side; a step at or before lastUsedStep is refused, so that no code is used twice.
/// Takes the same time whichever step matches.
std::optional<qint64> verifyTotp(const Secret &secret, QByteArrayView code, const QDateTime &nowUtc,
                                 std::optional<qint64> lastUsedStep, const TotpParameters &parameters = {});

}  // namespace lw::policy
