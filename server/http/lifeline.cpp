// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/lifeline.h"

#include <utility>

namespace lw::server {

void Lifeline::end()
{
    std::unordered_map<int, std::function<void()>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        listeners.swap(m_listeners);
    }
    for (const auto &[number, cut] : listeners)
        cut();
}

int Lifeline::listen(std::function<void()> cut)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_ended) {
            m_listeners.emplace(++m_last, std::move(cut));
            return m_last;
        }
    }
    cut();
    return 0;
}

void Lifeline::forget(int listener)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.erase(listener);
}

void Doorbell::ring()
{
    std::function<void()> listener;
    {
        const std::lock_guard lock(m_mutex);
        m_rang = true;
        listener = m_listener;
    }
    if (listener) listener();
}

bool Doorbell::rang()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_rang, false);
}

void Doorbell::wake(std::function<void()> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

}  // namespace lw::server
