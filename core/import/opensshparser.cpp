// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/opensshparser.h"

#include "core/import/eventbuild.h"
#include "core/import/textview.h"

namespace lw::import {

namespace {

using Role = SshMessage::Role;
using State = LogTime::Stamp::State;

/// "message repeated 5 times: [ … ]" (rsyslog): leaves what is inside. nullopt: more than mostRepetitions.
std::optional<quint32> takeRepetition(std::string_view &text)
{
    std::string_view rest = text;
    if (!eat(rest, "message repeated ")) return 1;
    const auto times = takeNumber(rest, mostRepetitions);
    if (!times || *times == 0) return std::nullopt;
    if (!eat(rest, " times: [") || !eatEnd(rest, "]")) return 1;
    text = trimmed(rest);
    return static_cast<quint32>(*times);
}

/// Solaris puts "[ID 800047 auth.info] " before the message, sshd itself its level.
void skipMarks(std::string_view &text)
{
    text = trimmed(text);
    if (text.starts_with("[ID "))
        if (const size_t end = text.find("] "); end != std::string_view::npos) text = text.substr(end + 2);
    while (eat(text, "error: ") || eat(text, "fatal: ") || eat(text, "info: ")) {
    }
}

bool compatible(const SshConnection &connection, const SshMessage &message)
{
    const bool samePeer =
        !connection.peer.known() || !message.peer.known() || connection.peer.address == message.peer.address;
    const QString user = displayText(message.user);
    return samePeer && (user.isEmpty() || connection.user.isEmpty() || user == connection.user);
}

/// True when the line tells of the attempt that is already counted.
bool sameAttempt(const SshConnection &connection, const SshMessage &message)
{
    if (connection.attemptStage == 0 || !compatible(connection, message)) return false;
    if (message.stage > connection.attemptStage) return true;
    const QByteArrayView module(message.module.data(), static_cast<qsizetype>(message.module.size()));
    return message.stage == connection.attemptStage && !module.isEmpty() && connection.module != module;
}

}  // namespace

OpenSshParser::OpenSshParser(const ImportOptions &options) : m_time(options.zone, options.now) {}

LineVerdict OpenSshParser::feed(std::string_view line)
{
    SyslogFrame frame;
    if (trimmed(line).empty()) return LineVerdict::notLogin();
    if (!readSyslogFrame(line, m_time, frame))
        return LineVerdict::refuse(QStringLiteral("is no syslog line: it has no time"));
    if (frame.message.starts_with("last message repeated ")) return repeatPrevious(frame);
    m_previous = LineVerdict::notLogin();
    if (!frame.program.starts_with("sshd")) return LineVerdict::notLogin();

    std::string_view text = trimmed(frame.message);
    const auto count = takeRepetition(text);
    if (!count)
        return LineVerdict::refuse(QStringLiteral("claims none or more than %1 repetitions").arg(mostRepetitions));
    skipMarks(text);
    const bool preauth = eatEnd(text, " [preauth]");
    const auto message = readSshMessage(trimmed(text), preauth);
    if (!message) return LineVerdict::notLogin();
    if (frame.stamp.state == State::NoSuch)
        return LineVerdict::refuse(QStringLiteral("names a date or time that does not exist"));
    if (frame.stamp.state == State::None) return LineVerdict::refuse(QStringLiteral("has no time"));
    m_previous = judge(frame, *message, preauth, *count);
    return m_previous;
}

LineVerdict OpenSshParser::repeatPrevious(const SyslogFrame &frame)
{
    std::string_view text = frame.message;
    eat(text, "last message repeated ");
    if (m_previous.state != LineVerdict::State::Event || !frame.stamp.ok()) return LineVerdict::notLogin();
    const auto times = takeNumber(text, mostRepetitions);
    if (!times || *times == 0)
        return LineVerdict::refuse(QStringLiteral("claims none or more than %1 repetitions").arg(mostRepetitions));
    LineVerdict verdict = m_previous;
    verdict.event.time = utcFromMs(frame.stamp.ms);
    verdict.count = static_cast<quint32>(*times);
    return verdict;
}

LineVerdict OpenSshParser::judge(const SyslogFrame &frame, const SshMessage &message, bool preauth, quint32 count)
{
    const auto connection = m_connections.of(frame.host, frame.pid, frame.stamp.ms);
    switch (message.role) {
        case Role::Connection: m_connections.restart(*connection, message.peer); return LineVerdict::notLogin();

        case Role::Attempt: {
            const bool known = sameAttempt(*connection, message);
            connection->attemptStage = message.stage;
            connection->module = QByteArray(message.module.data(), static_cast<qsizetype>(message.module.size()));
            if (known && count == 1) return LineVerdict::notLogin();
            return makeEvent(frame, message, *connection, known ? count - 1 : count);
        }

        case Role::Accepted: {
            connection->attemptStage = 0;
            connection->accepted = true;
            connection->loggedOut = false;
            connection->peer = message.peer;
            m_connections.rememberSession(frame.host, connection);
            return makeEvent(frame, message, *connection, count);
        }

        case Role::Closing: {
            const auto session = connection->accepted ? connection : m_connections.session(frame.host, message.peer);
            if (session && session->accepted && !preauth) {
                if (session->loggedOut) return LineVerdict::notLogin();
                session->loggedOut = true;
                SshMessage logout = message;
                logout.kind = EventKind::Logout;
                logout.reason = "";
                logout.detail = {};
                logout.user = {};
                LineVerdict verdict = makeEvent(frame, logout, *session, 1);
                return verdict;
            }
            connection->attemptStage = 0;
            if (connection->countedWithPeer) return LineVerdict::notLogin();
            return makeEvent(frame, message, *connection, count);
        }

        case Role::Probe: return makeEvent(frame, message, *connection, count);

        case Role::Logout: {
            auto session = connection->accepted ? connection : m_connections.session(frame.host, message.peer);
            if (!session) session = connection;
            if (session->loggedOut) return LineVerdict::notLogin();
            session->loggedOut = true;
            return makeEvent(frame, message, *session, 1);
        }
    }
    return LineVerdict::notLogin();
}

LineVerdict OpenSshParser::makeEvent(const SyslogFrame &frame, const SshMessage &message, SshConnection &connection,
                                     quint32 count)
{
    if (message.peer.known()) {
        connection.peer.address = message.peer.address;
        if (message.peer.port != 0) connection.peer.port = message.peer.port;
    }
    AuditEvent event;
    event.time = utcFromMs(frame.stamp.ms);
    event.kind = message.kind;
    event.outcome = outcomeOf(message.kind);
    event.reason = QString::fromLatin1(message.reason);
    event.detail = displayText(message.detail, longestDetail);
    setActor(event, message.actor, message.user);
    if (event.kind == EventKind::Logout && event.actor.name.isEmpty() && connection.accepted) {
        event.actor = {ActorType::User, {}, connection.user};
        event.object = {QStringLiteral("account"), {}, connection.user};
    }
    if (!event.actor.name.isEmpty()) connection.user = event.actor.name;
    setOrigin(event, connection.peer, QStringLiteral("SSH"));
    if (connection.peer.known()) connection.countedWithPeer = true;
    event.source = {QString(formatName(Format::OpenSsh)), displayText(frame.host)};
    return LineVerdict::of(std::move(event), count);
}

}  // namespace lw::import
