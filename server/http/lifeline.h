// SPDX-License-Identifier: GPL-3.0-or-later
// What a long answer depends on, and what wakes one that waits. Any thread may end a lifeline or ring a doorbell; the
// connection that writes the answer listens.
#pragma once

#include <functional>
#include <mutex>
#include <unordered_map>

namespace lw::server {

/// An answer that is still being written when its lifeline ends is cut at once, wherever it is: a session's end ends
/// its streams.
class Lifeline {
  public:
    bool ended() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ended;
    }

    /// Once; calls whoever listens, in this thread.
    void end();

    /// `cut` is called once, at the latest when the lifeline ends; at once if it has ended. Gives a number for
    /// forget().
    int listen(std::function<void()> cut);
    /// Afterwards `cut` is not called any more, unless it is being called just now.
    void forget(int listener);

  private:
    mutable std::mutex m_mutex;
    bool m_ended = false;
    int m_last = 0;
    std::unordered_map<int, std::function<void()>> m_listeners;
};

/// Wakes one answer that waits for something to tell. A ring while nobody waits is kept.
class Doorbell {
  public:
    void ring();
    /// True when it rang since it was asked last.
    bool rang();
    /// Who is to be woken; empty: nobody any more. Called from the ringing thread.
    void wake(std::function<void()> listener);

  private:
    std::mutex m_mutex;
    bool m_rang = false;
    std::function<void()> m_listener;
};

}  // namespace lw::server
