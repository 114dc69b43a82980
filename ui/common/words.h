// SPDX-License-Identifier: GPL-3.0-or-later
// The words people read for the codes of the domain. Each enum value has words; a test walks all of them.
#pragma once

#include "core/domain/event.h"
#include "core/domain/role.h"
#include "core/domain/user.h"
#include "core/policy/passwordage.h"
#include "core/policy/passwordstrength.h"
#include "ui/common/tokens.h"

namespace lw::ui {

QString kindWords(EventKind kind);  ///< "Login failed"
Tone kindTone(EventKind kind, Outcome outcome);
QString outcomeWords(Outcome outcome);
QString actorTypeWords(ActorType type);
/// Reason codes of the contract in words: "wrong_password" -> "wrong password"; an unknown code with its underscores as
/// spaces, so that nothing is hidden.
QString reasonWords(const QString &reason);
/// Whether the code is known, and translated.
bool hasReasonWords(const QString &reason);

QString roleWords(const QString &roleName);  ///< "security_officer" -> "Security officer"; unknown: as it is
QString rolesWords(const QStringList &roleNames);
QString permissionWords(Permission permission);
QString userStatusWords(UserStatus status);
Tone userStatusTone(UserStatus status);
QString mfaWords(MfaKind kind);
Tone mfaTone(MfaKind kind);

QString passwordStateWords(policy::PasswordState state);  ///< "Overdue"
Tone passwordStateTone(policy::PasswordState state);
/// "14 days overdue", "in 9 days", "due today", "exempt", "never set", "no rotation".
QString passwordDueWords(const policy::PasswordAgeVerdict &verdict);
/// One sentence a standard: what it says about this password's rotation.
QString standardWords(const policy::StandardVerdict &verdict);

QString standardName(policy::Standard standard);  ///< "PCI DSS"
/// Where the policy is laxer than a standard: "PCI DSS 8.3.6 asks for at least 12 characters."
QString gapWords(const policy::PolicyGap &gap);
/// What to do about a refused password: "Use at least 12 characters."
QString passwordRuleWords(policy::PasswordRule rule, const PasswordPolicy &policy);

QString strengthWords(int score);  ///< 0 to 4: "very weak" … "strong"
Tone strengthTone(int score);

}  // namespace lw::ui
