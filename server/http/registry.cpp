// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/registry.h"

namespace lw::server {

Registry::Admission Registry::enter(const QString &address)
{
    const std::lock_guard lock(m_mutex);
    if (m_served < m_limits.connections && m_byAddress.value(address) < m_limits.connectionsPerAddress) {
        ++m_served;
        ++m_byAddress[address];
        return Admission::Serve;
    }
    if (m_turnedAway >= m_limits.turnedAway) return Admission::Close;
    ++m_turnedAway;
    return Admission::TurnAway;
}

void Registry::leave(const QString &address, Admission admission)
{
    const std::lock_guard lock(m_mutex);
    if (admission == Admission::TurnAway) --m_turnedAway;
    if (admission != Admission::Serve) return;
    --m_served;
    const auto it = m_byAddress.find(address);
    if (it != m_byAddress.end() && --it.value() == 0) m_byAddress.erase(it);
}

void Registry::add(const std::shared_ptr<Connection> &connection)
{
    const std::lock_guard lock(m_mutex);
    m_open.emplace(connection.get(), connection);
}

void Registry::remove(const Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    m_open.erase(connection);
    m_changed.notify_all();
}

int Registry::count() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_open.size());
}

std::vector<std::shared_ptr<Connection>> Registry::open() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &[key, weak] : m_open)
        if (auto connection = weak.lock()) all.push_back(std::move(connection));
    return all;
}

bool Registry::waitUntilEmpty(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_open.empty(); });
}

}  // namespace lw::server
