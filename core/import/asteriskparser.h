// SPDX-License-Identifier: GPL-3.0-or-later
// Asterisk's logs: registrations and requests of chan_sip and PJSIP, IAX2, the manager interface, rejected calls and
// the security log. Names and extensions in these lines are chosen by strangers and may hold anything, also text that
// looks like the rest of the line; where two readings of the address remain, the event has none and says so.
#pragma once

#include "core/import/logparser.h"
#include "core/import/logtime.h"

namespace lw::import {

class AsteriskParser final : public LogParser {
  public:
    explicit AsteriskParser(const ImportOptions &options);
    LineVerdict feed(std::string_view line) override;

  private:
    LogTime m_time;
    bool m_hasPrevious = false;
    qint64 m_previousMs = 0;  ///< a line without a time stamp belongs to the one before it
};

/// One line inside the time stamp: "NOTICE[1638] chan_sip.c: Registration from …"; parts by module and level.
struct AsteriskMessage {
    std::string_view level;   ///< "NOTICE", "SECURITY" …
    std::string_view module;  ///< "chan_sip.c", "Ext. s"
    std::string_view text;
};

bool readAsteriskMessage(std::string_view text, AsteriskMessage &message);

/// Fills everything but time and source. False: no change of login status.
bool readAsteriskEvent(const AsteriskMessage &message, AuditEvent &event);

/// The body of a SECURITY line (res_security_log). `eventTv` is the time it names, for LogTime::readEventTv.
bool readAsteriskSecurity(std::string_view text, AuditEvent &event, std::string_view &eventTv);

}  // namespace lw::import
