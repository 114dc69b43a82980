// SPDX-License-Identifier: GPL-3.0-or-later
// SECURITY lines: SecurityEvent="…",EventTV="…",Severity="…",Service="…",EventVersion="…",AccountID="…",SessionID="…",
// LocalAddress="…",RemoteAddress="…",… Values are not escaped, and AccountID, SessionID and what follows RemoteAddress
// are chosen by the peer. The five fields before AccountID are Asterisk's own; of several RemoteAddress the last that
// is followed by well-formed fields only is Asterisk's.
#include "core/import/asteriskparser.h"
#include "core/import/eventbuild.h"
#include "core/import/textview.h"

#include <array>

namespace lw::import {

namespace {

constexpr size_t npos = std::string_view::npos;

struct Meaning {
    std::string_view event;
    EventKind kind;
    const char *reason;
    bool namesNobody;
};

constexpr std::array<Meaning, 14> meanings{{
    {"SuccessfulAuth", EventKind::LoginSucceeded, "", false},
    {"InvalidAccountID", EventKind::LoginFailed, "no_such_user", true},
    {"InvalidPassword", EventKind::LoginFailed, "wrong_password", false},
    {"ChallengeResponseFailed", EventKind::LoginFailed, "wrong_password", false},
    {"AuthMethodNotAllowed", EventKind::LoginRefused, "not_allowed", false},
    {"FailedACL", EventKind::LoginRefused, "acl", false},
    {"UnexpectedAddress", EventKind::LoginRefused, "unexpected_address", false},
    {"InvalidTransport", EventKind::LoginRefused, "transport", false},
    {"RequestNotAllowed", EventKind::LoginRefused, "not_allowed", false},
    {"RequestNotSupported", EventKind::ConnectionProbe, "not_supported", false},
    {"RequestBadFormat", EventKind::ConnectionProbe, "bad_request", false},
    {"SessionLimit", EventKind::LoginRefused, "overload", false},
    {"MemoryLimit", EventKind::LoginRefused, "overload", false},
    {"LoadAverageLimit", EventKind::LoginRefused, "overload", false},
}};

/// Takes `name="value",` from the front, for fields whose values hold no quotes.
bool takeField(std::string_view &text, std::string_view name, std::string_view &value)
{
    std::string_view rest = text;
    if (!eat(rest, name) || !eat(rest, "=\"")) return false;
    const size_t end = rest.find('"');
    if (end == npos) return false;
    value = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    eat(rest, ",");
    text = rest;
    return true;
}

/// `,Name="value"` any number of times and nothing else.
bool onlyFields(std::string_view text)
{
    while (!text.empty()) {
        if (!eat(text, ",")) return false;
        const size_t equals = text.find("=\"");
        if (equals == npos || equals == 0 || text.substr(0, equals).find_first_of(",\" ") != npos) return false;
        text.remove_prefix(equals + 2);
        const size_t end = text.find('"');
        if (end == npos) return false;
        text.remove_prefix(end + 1);
    }
    return true;
}

/// "IPV4/UDP/1.2.3.4/5060", "IPV6/TLS/2001:db8::1/5061".
bool readAddress(std::string_view text, Endpoint &endpoint)
{
    if (!eat(text, "IPV4/") && !eat(text, "IPV6/")) return false;
    const size_t slash = text.find('/'), port = text.rfind('/');
    if (slash == npos || port == slash) return false;
    const auto address = addressFrom(text.substr(slash + 1, port - slash - 1));
    std::string_view digits = text.substr(port + 1);
    const auto number = takeNumber(digits, 65535);
    if (!address || !number || !digits.empty()) return false;
    endpoint.address = *address;
    endpoint.port = static_cast<quint16>(*number);
    for (const std::string_view known : {"UDP", "TCP", "TLS", "WS", "WSS"})
        if (text.substr(0, slash) == known)
            endpoint.transport = QString::fromLatin1(known.data(), static_cast<qsizetype>(known.size()));
    return true;
}

}  // namespace

bool readAsteriskSecurity(std::string_view text, AuditEvent &event, std::string_view &eventTv)
{
    std::string_view name, severity, service, version;
    if (!takeField(text, "SecurityEvent", name) || !takeField(text, "EventTV", eventTv)) return false;
    const Meaning *meaning = nullptr;
    for (const Meaning &row : meanings)
        if (name == row.event) meaning = &row;
    if (!meaning) return false;
    takeField(text, "Severity", severity);
    takeField(text, "Service", service);
    takeField(text, "EventVersion", version);

    constexpr std::string_view remoteMark = ",RemoteAddress=\"";
    Endpoint remote;
    size_t remoteAt = text.rfind(remoteMark);
    for (; remoteAt != npos; remoteAt = remoteAt == 0 ? npos : text.rfind(remoteMark, remoteAt - 1)) {
        const std::string_view value = text.substr(remoteAt + remoteMark.size());
        const size_t end = value.find('"');
        if (end != npos && onlyFields(value.substr(end + 1)) && readAddress(value.substr(0, end), remote)) break;
    }
    if (remoteAt == npos) return false;

    std::string_view account = text.substr(0, remoteAt);
    for (const std::string_view mark : {"\",LocalAddress=\"", "\",SessionID=\""})
        if (const size_t at = account.rfind(mark); at != npos) account = account.substr(0, at);
    if (!eat(account, "AccountID=\"") || account == "<unknown>") account = {};

    event.kind = meaning->kind;
    event.outcome = outcomeOf(meaning->kind);
    event.reason = QString::fromLatin1(meaning->reason);
    const bool sip = service == "SIP" || service == "PJSIP";
    if (!sip) remote.transport.clear();
    setOrigin(event, remote, sip ? QStringLiteral("SIP") : displayText(service, 16));
    setActor(event, meaning->namesNobody ? ActorType::Unknown : (sip ? ActorType::Device : ActorType::User), account);
    event.detail = displayText(name);
    return true;
}

}  // namespace lw::import
