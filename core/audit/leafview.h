// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves in bulk: what the cache indexes of an event, as views into the parser's own memory, without an allocation a
// leaf. The values are those that eventFromLeaf() gives; that the bytes are canonical is not checked here, because a
// synced leaf is judged by its hash.
#pragma once

#include "core/domain/event.h"
#include "core/util/result.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace lw::audit {

/// Views are UTF-8, unescaped, empty where the member is missing, and valid until the next parse() or the parser's end.
struct LeafView {
    std::int64_t timeMs = 0;  ///< since 1970-01-01T00:00:00Z
    EventKind kind = EventKind::LoginFailed;
    Outcome outcome = Outcome::Failure;
    ActorType actorType = ActorType::Unknown;
    std::uint16_t port = 0;
    std::string_view id;
    std::string_view actorId, actorName;
    std::string_view address, service, agent;
    std::string_view objectType, objectId, objectName;
    std::string_view reason, detail;
    std::string_view sourceFormat, sourceHost;
};

class LeafParser {
  public:
    LeafParser();
    ~LeafParser();
    LeafParser(LeafParser &&) noexcept;
    LeafParser &operator=(LeafParser &&) noexcept;

    /// False: not a leaf of version 1; error() says why. `out` is complete only when true is returned.
    bool parse(std::string_view leaf, LeafView &out);
    Error error() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lw::audit
