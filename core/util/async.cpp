// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/async.h"

#include <future>

namespace lw {

Worker::Worker() : m_thread([this] { run(); }) {}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.clear();
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Worker::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Worker::dropPending()
{
    std::deque<std::function<void()>> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
}

void Worker::drain()
{
    const auto done = std::make_shared<std::promise<void>>();
    auto future = done->get_future();
    post([done] { done->set_value(); });
    future.wait();
}

void Worker::run()
{
    for (;;) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_tasks.empty(); });
            if (m_stop) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

}  // namespace lw
