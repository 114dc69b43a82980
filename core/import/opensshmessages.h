// SPDX-License-Identifier: GPL-3.0-or-later
// What a single message of sshd says, without what came before it. Source: OpenSSH 3 to 10 (auth.c, auth2.c, packet.c,
// sshd.c), Linux-PAM's pam_unix, pam_sss and the like, TCP wrappers.
#pragma once

#include "core/domain/event.h"
#include "core/import/logendpoint.h"

#include <optional>
#include <string_view>

namespace lw::import {

/// One attempt to sign in writes up to one line of each of these, in this order; a later one of the same attempt is not
/// a new attempt.
namespace sshstage {
inline constexpr int announced = 10;  ///< "Invalid user …", "User … not allowed because …"
inline constexpr int pam = 20;        ///< "pam_unix(sshd:auth): authentication failure; …"
inline constexpr int pamError = 30;   ///< "error: PAM: Authentication failure for …"
inline constexpr int failed = 40;     ///< "Failed password for …"
}  // namespace sshstage

struct SshMessage {
    enum class Role : quint8 {
        Connection,  ///< a connection begins: only its address matters
        Attempt,     ///< a failed or refused attempt, see stage
        Accepted,
        Closing,  ///< the end of a connection: an event only where nothing else was said about it
        Probe,    ///< a connection that broke the protocol or came too late: always an event
        Logout
    };
    Role role = Role::Attempt;
    int stage = 0;
    EventKind kind = EventKind::LoginFailed;
    const char *reason = "";
    ActorType actor = ActorType::Unknown;
    std::string_view user;
    std::string_view detail;
    std::string_view module;  ///< PAM module
    Endpoint peer;
};

/// `text` without syslog's frame, "[preauth]" and "error:"; `preauth` says that the mark was there. nullopt: no change
/// of login status.
std::optional<SshMessage> readSshMessage(std::string_view text, bool preauth);

}  // namespace lw::import
