// SPDX-License-Identifier: GPL-3.0-or-later
// Between the thread that unpacks the stream and the one that writes it: bounded, so that the slower one sets the pace.
#pragma once

#include "core/net/eventstream.h"
#include "core/util/result.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace lw::loginlog {

class BatchQueue {
  public:
    /// False: full, hold the stream back.
    bool push(net::LeafBatch &&batch)
    {
        const std::lock_guard lock(m_mutex);
        m_batches.push_back(std::move(batch));
        m_held = m_batches.size() >= mostBatches;
        m_wake.notify_one();
        return !m_held;
    }

    void end(Result<net::StreamSummary> result)
    {
        const std::lock_guard lock(m_mutex);
        m_end.emplace(std::move(result));
        m_wake.notify_one();
    }

    struct Taken {
        std::optional<net::LeafBatch> batch;
        bool ended = false;   ///< the stream is over and nothing is left
        bool resume = false;  ///< the stream was held and there is room again
    };
    /// Waits at most 100 ms, so that the taker can look at its cancel flag.
    Taken take()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::milliseconds(100), [this] { return !m_batches.empty() || m_end; });
        Taken taken;
        if (!m_batches.empty()) {
            taken.batch.emplace(std::move(m_batches.front()));
            m_batches.pop_front();
        } else {
            taken.ended = m_end.has_value();
        }
        if (m_held && m_batches.size() <= mostBatches / 2) {
            m_held = false;
            taken.resume = true;
        }
        return taken;
    }

    /// Valid once take() said ended.
    Result<net::StreamSummary> result()
    {
        const std::lock_guard lock(m_mutex);
        return *m_end;
    }

  private:
    static constexpr size_t mostBatches = 16;  ///< of about one MiB each
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<net::LeafBatch> m_batches;
    std::optional<Result<net::StreamSummary>> m_end;
    bool m_held = false;
};

}  // namespace lw::loginlog
