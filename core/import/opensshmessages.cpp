// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/opensshmessages.h"

#include "core/import/textview.h"

#include <array>

namespace lw::import {

namespace {

constexpr size_t npos = std::string_view::npos;
using Role = SshMessage::Role;
using Message = std::optional<SshMessage>;

/// Takes "ADDR", " port N", " on ADDR port N", " ssh2" from the front.
std::optional<Endpoint> takePeer(std::string_view &text)
{
    std::string_view rest = text;
    std::string_view host = rest.substr(0, rest.find_first_of(" ,"));
    rest.remove_prefix(host.size());
    const size_t size = host.size();
    eatEnd(host, ":");
    rest = text.substr(size - (host.size() == size ? 0 : 1));
    auto peer = endpointFrom(host);
    if (!peer) return std::nullopt;
    if (eat(rest, " port ")) {
        const auto port = takeNumber(rest, 65535);
        if (!port) return std::nullopt;
        peer->port = static_cast<quint16>(*port);
    }
    if (eat(rest, " on ")) {
        takeToken(rest);
        if (eat(rest, "port ")) takeNumber(rest, 65535);
    }
    if (eat(rest, " ssh1") || eat(rest, " ssh2")) {
    }
    text = rest;
    return peer;
}

struct UserFrom {
    std::string_view user;
    Endpoint peer;
    std::string_view tail;  ///< empty, or begins with ": " or " via "
};

/// "USER from ADDR port N ssh2: …". A user name may hold these very words: the last reading that is complete counts.
std::optional<UserFrom> splitUserFrom(std::string_view text, bool needsPort = false)
{
    constexpr std::string_view mark = " from ";
    for (size_t at = text.rfind(mark); at != npos; at = at == 0 ? npos : text.rfind(mark, at - 1)) {
        std::string_view rest = text.substr(at + mark.size());
        const auto peer = takePeer(rest);
        if (peer && needsPort && peer->port == 0) continue;
        if (peer && (rest.empty() || rest.starts_with(": ") || rest.starts_with(" via ")))
            return UserFrom{text.substr(0, at), *peer, rest};
    }
    return std::nullopt;
}

/// "USER ADDR port N" at the end of the text.
std::optional<UserFrom> splitUserAddress(std::string_view text)
{
    const size_t port = text.rfind(" port ");
    if (port == npos) return std::nullopt;
    const size_t space = text.rfind(' ', port - (port > 0 ? 1 : 0));
    const size_t begin = space == npos || space >= port ? 0 : space + 1;
    std::string_view rest = text.substr(begin);
    const auto peer = takePeer(rest);
    if (!peer || !rest.empty()) return std::nullopt;
    return UserFrom{begin == 0 ? std::string_view() : text.substr(0, begin - 1), *peer, rest};
}

bool eatInvalid(std::string_view &text)
{
    return eat(text, "invalid user ") || eat(text, "illegal user ");
}

Message attempt(int stage, EventKind kind, const char *reason, ActorType actor, std::string_view user,
                const Endpoint &peer, std::string_view detail = {})
{
    SshMessage message;
    message.role = Role::Attempt;
    message.stage = stage;
    message.kind = kind;
    message.reason = reason;
    message.actor = actor;
    message.user = user;
    message.peer = peer;
    message.detail = detail;
    return message;
}

Message probe(const char *reason, std::string_view detail, const Endpoint &peer = {}, Role role = Role::Probe,
              std::string_view user = {})
{
    SshMessage message;
    message.role = role;
    message.kind = EventKind::ConnectionProbe;
    message.reason = reason;
    message.detail = detail;
    message.peer = peer;
    message.user = user;
    return message;
}

Message accepted(std::string_view text)
{
    const std::string_view method = takeToken(text);
    if (!eat(text, "for ")) return std::nullopt;
    const auto split = splitUserFrom(text, true);
    if (!split) return std::nullopt;
    SshMessage message;
    message.role = Role::Accepted;
    message.kind = EventKind::LoginSucceeded;
    message.actor = ActorType::User;
    message.user = split->user;
    message.peer = split->peer;
    message.detail = method;
    return message;
}

Message failed(std::string_view text)
{
    const std::string_view method = takeToken(text);
    if (!eat(text, "for ")) return std::nullopt;
    if (method == "none") return std::nullopt;  // a client asks which methods there are
    const bool nobody = eatInvalid(text);
    if (method == "hostbased") text = text.substr(0, text.find(", client user \""));
    const auto split = splitUserFrom(text, true);
    if (!split) return std::nullopt;
    const bool unnamed = split->user == "<invalid username>";
    const char *reason = nobody || unnamed                                ? "no_such_user"
                         : method == "publickey" || method == "hostbased" ? "wrong_key"
                                                                          : "wrong_password";
    return attempt(sshstage::failed, EventKind::LoginFailed, reason,
                   nobody || unnamed ? ActorType::Unknown : ActorType::User, unnamed ? std::string_view() : split->user,
                   split->peer, method);
}

Message invalidUser(std::string_view text)
{
    const auto split = splitUserFrom(text);
    if (!split) return std::nullopt;
    return attempt(sshstage::announced, EventKind::LoginFailed, "no_such_user", ActorType::Unknown, split->user,
                   split->peer);
}

/// "root from 1.2.3.4 not allowed because not listed in AllowUsers", "root not allowed because account is locked".
Message notAllowed(std::string_view text)
{
    constexpr std::string_view mark = " not allowed because ";
    const size_t at = text.rfind(mark);
    if (at == npos) return std::nullopt;
    const std::string_view cause = text.substr(at + mark.size());
    const char *reason = cause.starts_with("account is locked") ? "account_locked" : "not_allowed";
    const auto split = splitUserFrom(text.substr(0, at));
    return attempt(sshstage::announced, EventKind::LoginRefused, reason, ActorType::User,
                   split ? split->user : text.substr(0, at), split ? split->peer : Endpoint(), cause);
}

/// "Authentication failure for james from example.com via 192.168.1.201".
Message pamError(std::string_view text)
{
    const size_t at = text.find(" for ");
    if (at == npos) return std::nullopt;
    const std::string_view words = text.substr(0, at);
    text.remove_prefix(at + 5);
    const bool nobody = eatInvalid(text) || words.starts_with("User not known");
    const auto split = splitUserFrom(text);
    if (!split) return std::nullopt;
    return attempt(sshstage::pamError, EventKind::LoginFailed, nobody ? "no_such_user" : "wrong_password",
                   nobody ? ActorType::Unknown : ActorType::User, split->user, split->peer, words);
}

/// "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.113  user=rda".
Message pamFailure(std::string_view module, std::string_view text)
{
    const size_t at = text.find(" rhost=");
    if (at == npos) return std::nullopt;
    std::string_view rest = text.substr(at + 7);
    const auto peer = endpointFrom(takeToken(rest));
    rest = trimmed(rest);
    std::string_view user = eat(rest, "user=") ? rest : std::string_view();
    const bool known = !user.empty();
    if (const size_t remote = text.substr(0, at).rfind(" ruser="); !known && remote != npos)
        user = text.substr(remote + 7, at - remote - 7);
    Message message =
        attempt(sshstage::pam, EventKind::LoginFailed, known ? "wrong_password" : "authentication_failure",
                known ? ActorType::User : ActorType::Unknown, user, peer.value_or(Endpoint()));
    message->module = module;
    return message;
}

Message pamModule(std::string_view text)
{
    const size_t open = text.find('('), close = text.find("): ");
    if (open == npos || close == npos || close < open) return std::nullopt;
    const std::string_view module = text.substr(0, open), service = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 3);
    if (service == "sshd:auth" && text.starts_with("authentication failure;")) return pamFailure(module, text);
    if (service == "sshd:account" && eat(text, "account ")) {
        const size_t end = text.find(" has expired");
        if (end == npos) return std::nullopt;
        return attempt(sshstage::failed, EventKind::LoginRefused, "account_expired", ActorType::User,
                       text.substr(0, end), {});
    }
    if (service != "sshd:session" || !eat(text, "session closed for user ")) return std::nullopt;
    SshMessage message;
    message.role = Role::Logout;
    message.kind = EventKind::Logout;
    message.actor = ActorType::User;
    message.user = text;
    return message;
}

/// What follows "Connection closed by", "Connection reset by", "Disconnected from", "Disconnecting".
Message ending(std::string_view text, bool disconnected, bool preauth)
{
    const bool nobody = eat(text, "invalid user ");
    const bool before = nobody || eat(text, "authenticating user ");
    const bool named = before || eat(text, "user ");
    std::string_view words;
    for (const std::string_view mark :
         {": Change of username or service not allowed", ": Too many authentication failures"})
        if (const size_t at = text.find(mark); at != npos) {
            words = text.substr(at + 2);
            text = text.substr(0, at);
        }
    if (!named) {
        const auto peer = takePeer(text);
        if (!peer) return std::nullopt;
        return probe("closed_before_login", {}, *peer, Role::Closing);
    }
    const auto split = splitUserAddress(text);
    if (!split) return std::nullopt;
    if (before || preauth) {
        Message message = probe(words.empty()              ? "closed_before_login"
                                : words.starts_with("Too") ? "too_many_failures"
                                                           : "bad_request",
                                words, split->peer, Role::Closing, split->user);
        message->actor = nobody ? ActorType::Unknown : ActorType::User;
        return message;
    }
    if (!disconnected) return std::nullopt;  // "Disconnected from user …" says the same
    SshMessage message;
    message.role = Role::Logout;
    message.kind = EventKind::Logout;
    message.actor = ActorType::User;
    message.user = split->user;
    message.peer = split->peer;
    return message;
}

/// "from 198.51.100.76 port 58846:11: Bye Bye", "from 89.24.13.192: 3: … Auth fail".
Message receivedDisconnect(std::string_view text, bool preauth)
{
    std::string_view rest = text;
    const auto peer = takePeer(rest);
    if (!peer || !eat(rest, ":")) return std::nullopt;
    rest = trimmed(rest);
    const auto code = takeNumber(rest, 255);
    eat(rest, ": ");
    if (!preauth && code == 11) return std::nullopt;  // the session's own end is told by another line
    return probe("closed_before_login", rest, *peer, Role::Closing);
}

Message refusedConnect(std::string_view text)
{
    const size_t open = text.rfind('(');
    std::optional<Endpoint> peer;
    if (open != npos && text.ends_with(')')) peer = endpointFrom(text.substr(open + 1, text.size() - open - 2));
    if (!peer) peer = endpointFrom(text.substr(text.rfind('@') == npos ? 0 : text.rfind('@') + 1));
    if (!peer) return std::nullopt;
    return attempt(sshstage::announced, EventKind::LoginRefused, "acl", ActorType::Unknown, {}, *peer);
}

Message droppedConnection(std::string_view text)
{
    const size_t from = text.find(" from ");
    if (from == npos) return std::nullopt;
    std::string_view rest = text.substr(from + 6);
    const auto peer = endpointFrom(takeToken(rest));
    if (!peer) return std::nullopt;
    return attempt(sshstage::announced, EventKind::LoginRefused, "overload", ActorType::Unknown, {}, *peer, rest);
}

Message tooManyFailures(std::string_view text)
{
    const bool nobody = eatInvalid(text);
    const auto split = splitUserFrom(text);
    Message message =
        probe("too_many_failures", {}, split ? split->peer : Endpoint(), Role::Closing, split ? split->user : text);
    message->kind = EventKind::LoginFailed;
    message->actor = nobody ? ActorType::Unknown : ActorType::User;
    return message;
}

/// "… from ADDR port N" or "… with ADDR port N: words" at the end or before ": words".
Message probeFrom(std::string_view text, std::string_view mark, const char *reason, bool lastMark)
{
    const size_t at = lastMark ? text.rfind(mark) : text.find(mark);
    if (at == npos) return std::nullopt;
    std::string_view rest = text.substr(at + mark.size());
    const auto peer = takePeer(rest);
    if (!peer) return std::nullopt;
    eat(rest, ": ");
    return probe(reason, rest, *peer);
}

Message brokenProtocol(std::string_view text)
{
    if (text.starts_with("Did not receive identification string from "))
        return probeFrom(text, " from ", "no_identification", true);
    if (text.starts_with("Bad protocol version identification "))
        return probeFrom(text, " from ", "bad_protocol", true);
    if (text.starts_with("Timeout before authentication for connection from "))
        return probeFrom(text, " from ", "timeout", false);
    if (text.starts_with("Timeout before authentication for ")) return probeFrom(text, " for ", "timeout", false);
    if (text.starts_with("Unable to negotiate with ")) return probeFrom(text, " with ", "no_common_algorithm", false);
    if (text.starts_with("Unable to negotiate a key exchange method") || text.starts_with("no matching "))
        return probe("no_common_algorithm", text);
    if (eat(text, "ssh_dispatch_run_fatal: ") || eat(text, "banner exchange: "))
        return probeFrom(text, "Connection from ", "bad_protocol", false);
    if (eat(text, "kex_exchange_identification: ")) {
        // the peer simply went away: the line that follows says so, with its address
        if (text.starts_with("Connection closed") || text.starts_with("read: ")) return std::nullopt;
        return probe("bad_protocol", text);
    }
    return std::nullopt;
}

}  // namespace

Message readSshMessage(std::string_view text, bool preauth)
{
    if (eat(text, "Accepted ")) return accepted(text);
    if (eat(text, "Failed ")) return failed(text);
    if (eat(text, "Invalid user ") || eat(text, "Illegal user ")) return invalidUser(text);
    if (eat(text, "Connection from ")) {
        const auto peer = takePeer(text);
        if (!peer) return std::nullopt;
        return probe("", {}, *peer, Role::Connection);
    }
    if (eat(text, "Connection closed by ") || eat(text, "Connection reset by ")) return ending(text, false, preauth);
    if (eat(text, "Disconnected from ")) return ending(text, true, preauth);
    if (eat(text, "Disconnecting: Too many authentication failures for ")) return tooManyFailures(text);
    if (eat(text, "Disconnecting ")) return ending(text, false, true);
    if (eat(text, "Received disconnect from ")) return receivedDisconnect(text, preauth);
    if (eat(text, "maximum authentication attempts exceeded for ")) return tooManyFailures(text);
    if (eat(text, "PAM: ")) return pamError(text);
    if (text.starts_with("pam_")) return pamModule(text);
    if (text.starts_with("authentication failure;")) return pamFailure("pam_unix", text);
    if (eat(text, "User ")) return notAllowed(text);
    if (eat(text, "ROOT LOGIN REFUSED FROM ")) {
        const auto peer = takePeer(text);
        if (!peer) return std::nullopt;
        return attempt(sshstage::announced, EventKind::LoginRefused, "not_allowed", ActorType::User, "root", *peer);
    }
    if (eat(text, "refused connect from ")) return refusedConnect(text);
    if (eat(text, "drop connection #")) return droppedConnection(text);
    if (eat(text, "Access denied for user ")) {
        const size_t end = text.rfind(" by PAM account configuration");
        if (end == npos) return std::nullopt;
        return attempt(sshstage::failed, EventKind::LoginRefused, "not_allowed", ActorType::User, text.substr(0, end),
                       {});
    }
    return brokenProtocol(text);
}

}  // namespace lw::import
