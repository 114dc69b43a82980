// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a new password may be used. Strength by zxcvbn, length in Unicode code points. Reuse of former passwords is
// decided where their hashes are (the back end).
// Source: seed "at least 6 characters, hardened" (6 is the floor below every policy); domain defaults 12 and score 3.
#pragma once

#include "core/domain/customer.h"
#include "core/policy/standards.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace lw::policy {

/// Longest password that is judged and accepted, in code points (NIST asks for at least 64).
inline constexpr int passwordLengthCeiling = 256;

enum class PasswordRule : quint8 {
    TooShort,          ///< under the policy's minLength, or under the floor of 6 when the policy says less
    TooLong,           ///< over passwordLengthCeiling
    TooWeak,           ///< zxcvbn score under the policy's minStrength
    PersonalWord,      ///< is, backwards or forwards, one of the person's own words (login, name, customer)
    ControlCharacter,  ///< holds a control character or NUL
    BrokenText         ///< is not UTF-8
};

struct StrengthVerdict {
    int score = 0;                          ///< 0 (guessed within 10^3 tries) to 4 (more than 10^10), zxcvbn's scale
    double bits = 0;                        ///< zxcvbn's estimate: log2 of the guesses
    int length = 0;                         ///< code points
    std::vector<PasswordRule> failed;       ///< empty: accepted
    std::vector<Standard> failedStandards;  ///< standards for which this very password is too short or too simple
    std::vector<PolicyGap> policyGaps;      ///< where the policy itself is laxer than a standard
    bool accepted() const { return failed.empty(); }
};

/// `utf8` stays with the caller; working copies are wiped. `userInputs`: login, display name, e-mail, customer name:
/// the words an attacker tries first (their parts are tried too).
StrengthVerdict judgePassword(QByteArrayView utf8, const PasswordPolicy &policy, const QStringList &userInputs);

/// Stable names for problem details: "too_short", "too_long", "too_weak", "personal_word", "control_character",
/// "broken_text".
QLatin1String passwordRuleName(PasswordRule rule);

}  // namespace lw::policy
