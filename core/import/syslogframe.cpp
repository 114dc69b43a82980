// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/syslogframe.h"

#include "core/import/textview.h"

namespace lw::import {

namespace {

/// "<38>" before RFC 3164, "<38>1 " before RFC 5424.
enum class Priority { None, Rfc3164, Rfc5424 };

Priority takePriority(std::string_view &line)
{
    std::string_view rest = line;
    if (!eat(rest, "<") || !takeNumber(rest, 191) || !eat(rest, ">")) return Priority::None;
    line = rest;
    if (rest.size() > 2 && isDigit(rest[0]) && rest[1] == ' ') {
        line.remove_prefix(2);
        return Priority::Rfc5424;
    }
    return Priority::Rfc3164;
}

/// Structured data: "-" or [id name="value" …]… where values escape ", \ and ].
void skipStructuredData(std::string_view &text)
{
    if (eat(text, "-")) return;
    while (text.starts_with('[')) {
        bool quoted = false;
        size_t i = 1;
        for (; i < text.size() && (quoted || text[i] != ']'); ++i) {
            if (text[i] == '\\' && quoted) {
                ++i;
            } else if (text[i] == '"') {
                quoted = !quoted;
            }
        }
        text.remove_prefix(std::min(i + 1, text.size()));
    }
}

std::string_view nilToEmpty(std::string_view token)
{
    return token == "-" ? std::string_view() : token;
}

/// "sshd[123]:", "[sshd]:", "[sshd]", "/usr/sbin/sshd[123]:", "sshd:"; false when the token is none of these.
bool readTag(std::string_view token, SyslogFrame &frame)
{
    const bool colon = eatEnd(token, ":");
    if (token.starts_with('[') && token.ends_with(']') && token.size() > 2) {
        frame.program = token.substr(1, token.size() - 2);
        return true;
    }
    if (token.empty()) return false;
    if (token.ends_with(']')) {
        const size_t open = token.rfind('[');
        if (open == std::string_view::npos || open == 0) return false;
        frame.pid = token.substr(open + 1, token.size() - open - 2);
        token = token.substr(0, open);
    } else if (!colon) {
        return false;
    }
    const size_t slash = token.rfind('/');
    frame.program = slash == std::string_view::npos ? token : token.substr(slash + 1);
    return true;
}

void readRfc5424(std::string_view line, LogTime &time, SyslogFrame &frame)
{
    frame.stamp = time.read(takeToken(line));
    frame.host = nilToEmpty(takeToken(line));
    frame.program = nilToEmpty(takeToken(line));
    frame.pid = nilToEmpty(takeToken(line));
    takeToken(line);
    skipStructuredData(line);
    eat(line, " ");
    eat(line, "\xef\xbb\xbf");
    frame.message = line;
}

}  // namespace

bool readSyslogFrame(std::string_view line, LogTime &time, SyslogFrame &frame)
{
    frame = {};
    if (takePriority(line) == Priority::Rfc5424) {
        readRfc5424(line, time, frame);
        return true;
    }
    frame.stamp = time.read(line);
    if (frame.stamp.state == LogTime::Stamp::State::None) return false;
    line = trimmed(line.substr(frame.stamp.length));

    std::string_view rest = line;
    if (readTag(takeToken(rest), frame)) {
        frame.message = rest;
        return true;
    }
    frame.host = takeToken(line);
    rest = line;
    if (readTag(takeToken(rest), frame)) line = rest;
    frame.message = line;
    return true;
}

}  // namespace lw::import
