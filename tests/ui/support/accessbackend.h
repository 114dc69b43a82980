// SPDX-License-Identifier: GPL-3.0-or-later
// The back end of the pages about access: the transport's twin with an allowlist, blocks, departures, sessions and
// devices. It speaks the contract's own JSON and keeps its rules about versions; refusals are put in by the test.
#pragma once

#include "core/domain/device.h"
#include "core/protocol/departure.h"
#include "core/protocol/livesession.h"
#include "core/protocol/networkaccess.h"
#include "tests/core/net/fakebackend.h"

namespace lw::test {

class AccessBackend {
  public:
    struct State {
        protocol::NetworkAccess network;
        protocol::BlockList blocks;
        QList<Departure> departures;
        QList<protocol::LiveSession> sessions;
        QList<Device> devices;
        QStringList disabled;         ///< unique IDs, of POST /v1/users/disable
        std::optional<Error> refuse;  ///< what the next change is answered with
        std::optional<Error> forbid;  ///< what every read is answered with
        bool probesPass = true;
    };

    /// An allowlist with four networks, two blocked addresses, and departures of every state, around
    /// OpenProfile::now().
    AccessBackend();

    net::BackendClient::TransportFactory transport() { return m_fake.transport(); }
    static QByteArray password() { return QByteArrayLiteral("correct horse"); }
    State state() const;
    /// As if somebody else had done it.
    void change(const std::function<void(State &)> &how);
    /// Requests that change something, in order.
    QList<FakeRequest> changes() const;
    FakeBackend &fake() { return m_fake; }

    static QList<Departure> sampleDepartures();

  private:
    std::optional<FakeReply> answer(const FakeRequest &request);
    std::optional<FakeReply> answerNetwork(const FakeRequest &request);
    std::optional<FakeReply> answerBlocks(const FakeRequest &request);
    std::optional<FakeReply> answerDepartures(const FakeRequest &request);
    std::optional<FakeReply> answerPeople(const FakeRequest &request);

    mutable std::recursive_mutex m_mutex;
    State m_state;
    FakeBackend m_fake;  ///< last: its network thread asks the above
};

}  // namespace lw::test
