// SPDX-License-Identifier: GPL-3.0-or-later
// NOTICE, WARNING and VERBOSE lines of chan_sip, PJSIP, chan_iax2, manager and the dialplan.
#include "core/import/asteriskparser.h"
#include "core/import/eventbuild.h"
#include "core/import/textview.h"

#include <array>

namespace lw::import {

namespace {

constexpr size_t npos = std::string_view::npos;

struct Cause {
    std::string_view text;  ///< the line's words begin with it
    const char *reason;
    EventKind kind;
    bool namesNobody;
};

constexpr std::array<Cause, 17> causes{{
    {"Wrong password", "wrong_password", EventKind::LoginFailed, false},
    {"Failed to authenticate", "wrong_password", EventKind::LoginFailed, false},
    {"Error to authenticate", "wrong_password", EventKind::LoginFailed, false},
    {"No matching peer found", "no_such_user", EventKind::LoginFailed, true},
    {"No matching endpoint found", "no_such_user", EventKind::LoginFailed, true},
    {"Username/auth name mismatch", "name_mismatch", EventKind::LoginFailed, false},
    {"Device does not match ACL", "acl", EventKind::LoginRefused, false},
    {"ACL error (permit/deny)", "acl", EventKind::LoginRefused, false},
    {"Not match Endpoint ACL", "acl", EventKind::LoginRefused, false},
    {"Not match Endpoint Contact ACL", "acl", EventKind::LoginRefused, false},
    {"Peer is not supposed to register", "not_allowed", EventKind::LoginRefused, false},
    {"Not a local domain", "not_local_domain", EventKind::LoginRefused, true},
    {"Device not configured to use this transport type", "transport", EventKind::LoginRefused, false},
    {"Device does not match", "acl", EventKind::LoginRefused, false},
    {"Bad expires", "bad_request", EventKind::LoginFailed, false},
    {"Domain mismatch", "not_local_domain", EventKind::LoginRefused, true},
    {"", "failed", EventKind::LoginFailed, false},
}};

const Cause &causeOf(std::string_view text)
{
    for (const Cause &cause : causes)
        if (text.starts_with(cause.text)) return cause;
    return causes.back();
}

void setKind(AuditEvent &event, EventKind kind, const char *reason = "")
{
    event.kind = kind;
    event.outcome = outcomeOf(kind);
    event.reason = QString::fromLatin1(reason);
}

/// The user of the last "sip:" URI: a display name before it may hold another one.
std::string_view sipUser(std::string_view from)
{
    size_t at = npos;
    for (const std::string_view scheme : {"sip:", "sips:"})
        if (const size_t found = from.rfind(scheme); found != npos && (at == npos || found + scheme.size() > at))
            at = found + scheme.size();
    if (at == npos) return from.find('<') == npos ? from : std::string_view();
    std::string_view uri = from.substr(at);
    const size_t host = uri.rfind('@');
    return host == npos ? std::string_view() : uri.substr(0, host);
}

/// "1.2.3.4:5060' (callid: …) - Wrong password": strict, so that a forged copy inside the name does not pass.
bool readFailure(std::string_view tail, Endpoint &endpoint, std::string_view &cause)
{
    const size_t quote = tail.find('\'');
    if (quote == npos) return false;
    const auto found = endpointFrom(tail.substr(0, quote));
    if (!found) return false;
    tail.remove_prefix(quote + 1);
    if (eat(tail, " (callid: ")) {
        const size_t close = tail.find(") - ");
        if (close == npos || tail.substr(0, close).find(' ') != npos) return false;
        tail.remove_prefix(close + 1);
    }
    if (!eat(tail, " - ")) return false;
    endpoint = *found;
    cause = tail;
    return true;
}

/// "'"100"<sip:100@example.com>' failed for '1.2.3.4:5060' - Wrong password", from the first quote on.
bool readSipFailure(std::string_view text, AuditEvent &event)
{
    constexpr std::string_view mark = "' failed for '";
    for (size_t at = text.rfind(mark); at != npos && at > 0; at = text.rfind(mark, at - 1)) {
        Endpoint endpoint;
        std::string_view words;
        if (!readFailure(text.substr(at + mark.size()), endpoint, words)) continue;
        const Cause &cause = causeOf(words);
        setKind(event, cause.kind, cause.reason);
        setOrigin(event, endpoint, QStringLiteral("SIP"));
        setActor(event, cause.namesNobody ? ActorType::Unknown : ActorType::Device, sipUser(text.substr(0, at)));
        event.detail = displayText(words, longestDetail);
        return true;
    }
    return false;
}

/// "(1.2.3.4:10836) to extension '0972' rejected because …". Both the caller's name before it and the extension may
/// hold a copy of these words: with more than one reading nobody can tell the true address.
bool readRejectedCall(std::string_view caller, std::string_view text, AuditEvent &event)
{
    constexpr std::string_view mark = ") to extension '";
    constexpr std::string_view end = "' rejected because ";
    const size_t stop = text.rfind(end);
    if (stop == npos) return false;
    int readings = 0;
    Endpoint endpoint;
    std::string_view extension;
    for (size_t at = text.find(mark); at != npos && at < stop; at = text.find(mark, at + 1)) {
        const size_t open = text.rfind('(', at);
        const auto found = open == npos ? std::nullopt : endpointFrom(text.substr(open + 1, at - open - 1));
        if (!found) continue;
        if (readings++ == 0) {
            endpoint = *found;
            extension = text.substr(at + mark.size(), stop - at - mark.size());
            caller = caller.data() == text.data() ? trimmed(text.substr(0, open)) : caller;
        }
    }
    if (readings == 0) return false;
    if (readings > 1) endpoint = {};
    setKind(event, EventKind::CallRejected, readings > 1 ? "ambiguous_line" : "no_such_extension");
    eatEnd(caller, "'");
    setActor(event, ActorType::Unknown, caller == "anonymous" ? std::string_view() : caller);
    setOrigin(event, endpoint, QStringLiteral("SIP"));
    event.object = {QStringLiteral("extension"), {}, displayText(extension)};
    event.detail = displayText(readings > 1 ? text : text.substr(stop + 2), longestDetail);
    return true;
}

/// "… 'name'" with nothing behind the closing quote but `tail`.
bool takeQuoted(std::string_view text, std::string_view &name)
{
    const size_t close = text.rfind('\'');
    if (close == npos) return false;
    name = text.substr(0, close);
    return true;
}

bool simple(AuditEvent &event, EventKind kind, const char *reason, std::string_view address, const char *service,
            ActorType type, std::string_view name)
{
    const auto endpoint = endpointFrom(address);
    if (!endpoint) return false;
    setKind(event, kind, reason);
    setOrigin(event, *endpoint, QString::fromLatin1(service));
    setActor(event, type, name);
    return true;
}

bool readIax(std::string_view text, AuditEvent &event)
{
    std::string_view name;
    if (eat(text, "Host ")) {
        const std::string_view address = takeToken(text);
        if (eat(text, "failed to authenticate as '") && takeQuoted(text, name))
            return simple(event, EventKind::LoginFailed, "wrong_password", address, "IAX2", ActorType::Device, name);
        if (eat(text, "failed MD5 authentication for '") && takeQuoted(text, name))
            return simple(event, EventKind::LoginFailed, "wrong_password", address, "IAX2", ActorType::Device, name);
        return false;
    }
    constexpr std::string_view mark = "' (from ";
    const size_t at = text.rfind(mark);
    if (!eat(text, "No registration for peer '") || at == npos || !eatEnd(text, ")")) return false;
    const size_t from = text.rfind(mark);
    if (from == npos) return false;
    return simple(event, EventKind::LoginFailed, "no_such_user", text.substr(from + mark.size()), "IAX2",
                  ActorType::Unknown, text.substr(0, from));
}

bool readManager(std::string_view text, AuditEvent &event)
{
    std::string_view name;
    if (eat(text, "Manager '")) {
        for (const auto &[words, kind] : {std::pair{std::string_view("' logged on from "), EventKind::LoginSucceeded},
                                          std::pair{std::string_view("' logged off from "), EventKind::Logout}}) {
            const size_t at = text.rfind(words);
            if (at != npos)
                return simple(event, kind, "", trimmed(text.substr(at + words.size())), "AMI", ActorType::User,
                              text.substr(0, at));
        }
        return false;
    }
    const std::string_view address = takeToken(text);
    if (eat(text, "failed to authenticate as '") && takeQuoted(text, name))
        return simple(event, EventKind::LoginFailed, "wrong_password", address, "AMI", ActorType::User, name);
    if (eat(text, "tried to authenticate with nonexistent user '") && takeQuoted(text, name))
        return simple(event, EventKind::LoginFailed, "no_such_user", address, "AMI", ActorType::Unknown, name);
    if (eat(text, "failed to pass IP ACL as '") && takeQuoted(text, name))
        return simple(event, EventKind::LoginRefused, "acl", address, "AMI", ActorType::User, name);
    return false;
}

/// VERBOSE: "Registered SIP '301' at 1.2.3.4:5060", "Registered IAX2 '301' (AUTHENTICATED) at …", "Unregistered SIP
/// '301'".
bool readRegistered(std::string_view text, AuditEvent &event)
{
    const bool leaving = eat(text, "Unregistered ");
    if (!leaving && !eat(text, "Registered ")) return false;
    const bool iax = eat(text, "IAX2 '");
    if (!iax && !eat(text, "SIP '")) return false;
    const char *service = iax ? "IAX2" : "SIP";
    if (leaving) {
        std::string_view name;
        if (!takeQuoted(text, name)) return false;
        setKind(event, EventKind::Logout);
        setOrigin(event, {}, QString::fromLatin1(service));
        setActor(event, ActorType::Device, name);
        return true;
    }
    const size_t at = text.rfind(" at ");
    std::string_view name;
    if (at == npos || !takeQuoted(text.substr(0, at), name)) return false;
    return simple(event, EventKind::LoginSucceeded, "", trimmed(text.substr(at + 4)), service, ActorType::Device, name);
}

bool readDialplan(std::string_view text, AuditEvent &event)
{
    if (!eat(text, "\"Rejecting unknown SIP connection from ")) return false;
    eatEnd(text, "\"");
    return simple(event, EventKind::CallRejected, "unknown_peer", text, "SIP", ActorType::Unknown, {});
}

bool readSip(std::string_view text, AuditEvent &event)
{
    const std::string_view whole = text;
    if (eat(text, "Registration from '")) return readSipFailure(text, event);
    if (eat(text, "Request from '")) return readSipFailure(text, event);
    if (eat(text, "Request '")) {
        const size_t from = text.find("' from '");
        return from != npos && readSipFailure(text.substr(from + 8), event);
    }
    if (eat(text, "Call from '")) return readRejectedCall(text, text, event);
    if (eat(text, "hacking attempt detected '"))
        return simple(event, EventKind::ConnectionProbe, "attack_detected", text.substr(0, text.rfind('\'')), "SIP",
                      ActorType::Unknown, {});
    if (const size_t call = whole.find(": Call ("); call != npos)
        return readRejectedCall(whole.substr(0, call), whole.substr(call + 7), event);
    return false;
}

}  // namespace

bool readAsteriskEvent(const AsteriskMessage &message, AuditEvent &event)
{
    std::string_view text = message.text;
    if (message.module.starts_with("Ext. ")) return readDialplan(text, event);
    if (message.level == "VERBOSE") {
        while (eat(text, "-- ") || eat(text, "== ") || eat(text, " ")) {
        }
        return message.module == "manager.c" ? readManager(text, event) : readRegistered(text, event);
    }
    if (message.module == "chan_iax2.c") return readIax(text, event);
    if (message.module == "manager.c") return readManager(text, event);
    if (message.module == "chan_sip.c" || message.module.starts_with("res_pjsip")) return readSip(text, event);
    return false;
}

}  // namespace lw::import
