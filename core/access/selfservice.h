// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does about his own second factor. Passwords: ConsoleSession::changePassword().
#pragma once

#include "core/access/backendlink.h"
#include "core/protocol/mfa.h"

namespace lw::access {

class SelfService {
  public:
    explicit SelfService(BackendLink &link) : m_link(link) {}

    /// A new secret, not in force before confirmMfa().
    void beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done);
    /// InvalidInput with field "code": it does not fit. The recovery codes are shown once.
    void confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done);
    void endMfa(Secret password, QObject *context, Callback<void> done);

  private:
    BackendLink &m_link;
};

}  // namespace lw::access
