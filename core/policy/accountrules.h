// SPDX-License-Identifier: GPL-3.0-or-later
// What may be written into an account: login names that nobody can mistake for another's, and the texts around them.
// The back end refuses with these sentences, the console shows them while somebody types. Source: seed (unique IDs,
// never reused; PCI DSS 4.0.1 8.2.1); Unicode UTS #39 (confusable and mixed-script names); RFC 5321 4.5.3.1 (length of
// an e-mail address).
#pragma once

#include "core/util/result.h"

#include <QHash>
#include <QStringList>

namespace lw::policy {

inline constexpr int loginLengthMost = 64;     ///< UTF-16 code units
inline constexpr int accountTextMost = 256;    ///< display names and departments
inline constexpr int emailLengthMost = 254;    ///< the whole address
inline constexpr int reasonLengthMost = 1024;  ///< why somebody is exempt from rotation
inline constexpr int exemptionDaysMost = 366;  ///< an exemption ends within so many days

/// A login name in the form in which it is stored (NFKC). Letters and digits of one script, and . _ - between them.
/// Errc::InvalidInput with field "login" says what is wrong and what to do.
Result<QString> checkedLogin(const QString &login);

/// What two login names share when they are the same name: NFKC, case-folded.
QString sameLoginKey(QStringView login);

/// The texts as they are stored: NFC, without space at their ends. Errc::InvalidInput names field and remedy.
Result<QString> checkedDisplayName(const QString &name);       ///< "displayName"; must not be empty
Result<QString> checkedDepartment(const QString &department);  ///< "department"; may be empty
Result<QString> checkedEmail(const QString &email);            ///< "email"; may be empty
Result<QString> checkedReason(const QString &reason);          ///< "exemption.reason"; must not be empty

/// The login names of a customer, disabled people's too: an ID is never used again.
class TakenLogins {
  public:
    TakenLogins() = default;
    explicit TakenLogins(const QStringList &logins);
    void add(const QString &login);
    /// Errc::Conflict with field "login": the same name is taken, or one that the eye cannot tell from it; the sentence
    /// names it.
    Result<void> admit(const QString &login) const;

  private:
    QHash<QString, QString> m_same;   ///< by sameLoginKey()
    QHash<QString, QString> m_looks;  ///< by what the eye sees
};

}  // namespace lw::policy
