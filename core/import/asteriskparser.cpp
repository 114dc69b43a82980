// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/asteriskparser.h"

#include "core/import/eventbuild.h"
#include "core/import/syslogframe.h"
#include "core/import/textview.h"

#include <array>
#include <cstdlib>

namespace lw::import {

namespace {

using State = LogTime::Stamp::State;

/// EventTV is the instant itself; a header in another zone differs by at most this.
constexpr qint64 widestZoneMs = 26LL * 3600 * 1000;

/// "[1638][C-00000fa9]:" after the level.
void skipBrackets(std::string_view &text)
{
    text = trimmed(text);
    while (text.starts_with('[')) {
        const size_t end = text.find(']');
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
    eat(text, ":");
    text = trimmed(text);
}

/// "chan_sip.c: text", "chan_sip.c:28926 handle_request_register: text", "chan_sip.c:23417 in handle_request_register:
/// text".
bool readSource(std::string_view text, AsteriskMessage &message)
{
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    message.module = text.substr(0, colon);
    if (!message.module.ends_with(".c") || message.module.find(' ') != std::string_view::npos) return false;
    text.remove_prefix(colon + 1);
    if (!text.empty() && isDigit(text.front())) {
        const size_t function = text.find(": ");
        if (function == std::string_view::npos) return false;
        text.remove_prefix(function + 1);
    }
    message.text = trimmed(text);
    return true;
}

}  // namespace

bool readAsteriskMessage(std::string_view text, AsteriskMessage &message)
{
    for (const std::string_view level : {"NOTICE", "SECURITY", "WARNING", "ERROR", "VERBOSE"}) {
        if (!eat(text, level)) continue;
        message.level = level;
        if (!text.starts_with('[') && !text.starts_with(" [")) return false;
        skipBrackets(text);
        if (text.starts_with("Ext. ")) {
            const size_t colon = text.find(": ");
            if (colon == std::string_view::npos) return false;
            message.module = text.substr(0, colon);
            message.text = text.substr(colon + 2);
            return true;
        }
        return readSource(text, message);
    }
    return false;
}

AsteriskParser::AsteriskParser(const ImportOptions &options) : m_time(options.zone, options.now) {}

LineVerdict AsteriskParser::feed(std::string_view line)
{
    LogTime::Stamp stamp;
    SyslogFrame frame;
    std::string_view text = line;
    if (line.starts_with('[')) {
        stamp = m_time.read(line.substr(1));
        if (stamp.state != State::None) text = line.substr(std::min(line.size(), stamp.length + 1));
        if (stamp.state != State::None && !eat(text, "]")) return LineVerdict::notLogin();
    } else if (readSyslogFrame(line, m_time, frame)) {
        if (!frame.program.starts_with("asterisk")) return LineVerdict::notLogin();
        stamp = frame.stamp;
        text = frame.message;
        if (text.starts_with('[')) {  // Asterisk's own stamp inside syslog's: the more exact one
            const LogTime::Stamp inner = m_time.read(text.substr(1));
            if (inner.ok() && inner.length + 1 < text.size()) {
                stamp = inner;
                text.remove_prefix(inner.length + 2);
            }
        }
    }
    text = trimmed(text);
    const bool hadTime = m_hasPrevious;
    const qint64 previousMs = m_previousMs;
    if (stamp.ok()) {
        m_hasPrevious = true;
        m_previousMs = stamp.ms;
    }

    AsteriskMessage message;
    if (!readAsteriskMessage(text, message)) return LineVerdict::notLogin();
    AuditEvent event;
    std::string_view eventTv;
    const bool security = message.level == "SECURITY";
    if (!(security ? readAsteriskSecurity(message.text, event, eventTv) : readAsteriskEvent(message, event)))
        return LineVerdict::notLogin();

    if (!eventTv.empty()) {
        const LogTime::Stamp instant = m_time.readEventTv(eventTv);
        if (instant.ok() && (!stamp.ok() || std::llabs(instant.ms - stamp.ms) <= widestZoneMs)) stamp = instant;
    }
    if (stamp.state == State::NoSuch)
        return LineVerdict::refuse(QStringLiteral("names a date or time that does not exist"));
    if (stamp.state == State::None) {
        if (!hadTime) return LineVerdict::refuse(QStringLiteral("has no time, and no line before it has one"));
        stamp.ms = previousMs;
    }
    event.time = utcFromMs(stamp.ms);
    event.source = {QString(formatName(Format::Asterisk)), displayText(frame.host)};
    return LineVerdict::of(std::move(event));
}

}  // namespace lw::import
