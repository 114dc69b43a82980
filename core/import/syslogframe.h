// SPDX-License-Identifier: GPL-3.0-or-later
// The frame that syslog puts around a message. Source: RFC 3164 as rsyslog, syslog-ng, metalog and journalctl write it
// (with or without priority, host, year; also with ISO 8601 times), and RFC 5424.
#pragma once

#include "core/import/logtime.h"

#include <string_view>

namespace lw::import {

struct SyslogFrame {
    LogTime::Stamp stamp;      ///< state None in RFC 5424 lines whose time is "-"
    std::string_view host;     ///< empty: the line names none
    std::string_view program;  ///< "sshd", "sshd-session", "asterisk" without path, brackets and colon
    std::string_view pid;
    std::string_view message;
};

/// False: the line has no such frame. The views point into the line.
bool readSyslogFrame(std::string_view line, LogTime &time, SyslogFrame &frame);

}  // namespace lw::import
