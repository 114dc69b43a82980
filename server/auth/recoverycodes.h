// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery codes: what somebody writes down for the day on which the authenticator is lost. Ten letters and digits of
// an alphabet without look-alikes, in two groups; each is good once.
//
// A code has 49.5 bits of chance. Guessed at the sign-in that is plenty: an account locks after ten failures. Who stole
// the store is another matter: graphics cards try 2^34 plain SHA-256 a second and would have every code within a day.
// So codes go through Argon2id, each set with a salt of its own, which makes that 10^5 times as dear and in memory as
// well; the ten codes of a set share the salt, so that a sign-in costs one computation and not ten. (Such a thief finds
// the TOTP secrets in the clear beside them, as they must be; but not after somebody used a code, enrolled anew, and
// kept the old sheet.)
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace lw::server {

inline constexpr int recoveryCodeCount = 10;

struct RecoveryCodeSet {
    std::vector<Secret> codes;  ///< "XXXXX-XXXXX"
    QList<QByteArray> hashes;   ///< salt (16 bytes) and hash (32 bytes) of each, in the same order
};
Result<RecoveryCodeSet> newRecoveryCodes();

/// The ten characters of a code as people type it: in any case, with or without the dash. nullopt: it is none.
std::optional<Secret> readRecoveryCode(QByteArrayView typed);

/// Which of `hashes` the code belongs to; nullopt: none. `code` as readRecoveryCode() gives it.
Result<std::optional<qsizetype>> matchRecoveryCode(const Secret &code, const QList<QByteArray> &hashes);

}  // namespace lw::server
