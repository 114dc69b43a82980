// SPDX-License-Identifier: GPL-3.0-or-later
// What sessions and sign-in ask before they let a person in whose access is to end: server/revocation answers.
#pragma once

#include "core/util/result.h"

#include <QString>

namespace lw::server {

class DueRevocations {
  public:
    virtual ~DueRevocations() = default;

    /// Carries out the person's departure or reassignment if its time has come, whether or not the job ran. True: it
    /// was carried out now, so that every session of the person has ended and what was read of him is old. An error: it
    /// could not be, and the person must not be let in. Called outside of any transaction.
    virtual Result<bool> carryOutDue(const QString &customerId, const QString &userId) = 0;
};

}  // namespace lw::server
