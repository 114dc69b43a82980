// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/selfservice.h"

#include "core/access/answers.h"
#include "core/protocol/endpoints.h"

namespace lw::access {

namespace paths = protocol::paths;

void SelfService::beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done)
{
    // Nothing is in force yet, so that there is nothing to sync.
    m_link.call(callOf("POST", paths::myMfa), context,
                decoded<protocol::MfaEnrolment>(m_link, Answer<protocol::MfaEnrolment>(context, std::move(done)),
                                                &protocol::mfaEnrolmentFromJson));
}

void SelfService::confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done)
{
    change<protocol::RecoveryCodes>(m_link,
                                    callOf("POST", paths::myMfaConfirm, protocol::toJson(protocol::MfaCode{code})),
                                    context, std::move(done), &protocol::recoveryCodesFromJson);
}

void SelfService::endMfa(Secret password, QObject *context, Callback<void> done)
{
    change(m_link, callOf("DELETE", paths::myMfa, protocol::toJson(protocol::OwnPassword{std::move(password)})),
           context, std::move(done));
}

}  // namespace lw::access
