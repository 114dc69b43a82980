// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key on paper: 256 bits in Crockford's base 32 (https://www.crockford.com/base32.html), in 13 groups of
// four characters and a check character each, so that a typing mistake is found in its group.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

namespace lw::cache {

/// "7K3QM-…": 13 groups of five, joined by '-'. `key` has 32 bytes.
Secret printRecoveryKey(const Secret &key);

/// Tolerates case, spaces and dashes anywhere, O for 0, and I or L for 1. Errc::InvalidInput (field "recoveryKey") says
/// which group has a mistake, or how many characters are missing.
Result<Secret> readRecoveryKey(const Secret &typed);

}  // namespace lw::cache
