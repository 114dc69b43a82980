// SPDX-License-Identifier: GPL-3.0-or-later
// sshd's lines in a syslog file. One attempt counts once even where sshd, PAM and the user lookup each write a line
// about it, as far as the process number tells; the first of these lines makes the event. A session ends once.
#pragma once

#include "core/import/logparser.h"
#include "core/import/logtime.h"
#include "core/import/opensshmessages.h"
#include "core/import/sshconnections.h"
#include "core/import/syslogframe.h"

namespace lw::import {

class OpenSshParser final : public LogParser {
  public:
    explicit OpenSshParser(const ImportOptions &options);
    LineVerdict feed(std::string_view line) override;

  private:
    LineVerdict judge(const SyslogFrame &frame, const SshMessage &message, bool preauth, quint32 count);
    LineVerdict makeEvent(const SyslogFrame &frame, const SshMessage &message, SshConnection &connection,
                          quint32 count);
    LineVerdict repeatPrevious(const SyslogFrame &frame);

    LogTime m_time;
    SshConnections m_connections;
    LineVerdict m_previous;  ///< of the line before, for "last message repeated 5 times"
};

}  // namespace lw::import
