// SPDX-License-Identifier: GPL-3.0-or-later
// A person's wish to stop, shared between the thread that works and the one that asks it to stop.
#pragma once

#include <atomic>
#include <memory>

namespace lw::cache {

/// Copies share one flag. A token that nobody cancels costs a null pointer: CancelToken::none().
class CancelToken {
  public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    static CancelToken none() { return CancelToken(nullptr); }

    void cancel() const
    {
        if (m_flag) m_flag->store(true, std::memory_order_relaxed);
    }
    bool isNone() const { return !m_flag; }
    bool cancelled() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

  private:
    explicit CancelToken(std::nullptr_t) {}
    std::shared_ptr<std::atomic<bool>> m_flag;
};

}  // namespace lw::cache
