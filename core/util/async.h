// SPDX-License-Identifier: GPL-3.0-or-later
// Work off the asking thread: answers come back in the asker's thread and are dropped when the asker is gone.
#pragma once

#include "core/util/result.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace lw {

/// Called once, in the thread of the context object that went with it; never after that object's end.
template <typename T>
using Callback = std::function<void(Result<T>)>;

/// The thread-safe bell behind Answer; not for direct use.
class AnswerBell : public QObject {
    Q_OBJECT
  Q_SIGNALS:
    void rung();
};

/// One answer to one asker, a handle that may be copied and given from any thread. Only the first give() counts.
template <typename T>
class Answer {
  public:
    /// Must be made in a thread in which `context` is alive, as connecting to it requires. Without a context the
    /// callback runs in the giving thread, whatever has ended meanwhile: only for callers that share all they touch.
    Answer(QObject *context, Callback<T> done)
        : m_bell(std::make_shared<AnswerBell>()), m_slot(std::make_shared<Slot>())
    {
        QObject::connect(
            m_bell.get(), &AnswerBell::rung, context ? context : m_bell.get(),
            [slot = m_slot, done = std::move(done)] {
                if (slot->value && done) done(std::move(*slot->value));
            },
            context ? Qt::AutoConnection : Qt::DirectConnection);
    }

    void give(Result<T> value) const
    {
        {
            const std::lock_guard lock(m_slot->mutex);
            if (m_slot->value) return;
            m_slot->value.emplace(std::move(value));
        }
        Q_EMIT m_bell->rung();
    }

  private:
    struct Slot {
        std::mutex mutex;
        std::optional<Result<T>> value;
    };
    std::shared_ptr<AnswerBell> m_bell;
    std::shared_ptr<Slot> m_slot;
};

/// One thread that runs its tasks one after another. The end of the Worker drops what has not begun and waits for what
/// has.
class Worker {
  public:
    Worker();
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> task);
    /// Drops the tasks that have not begun; their askers are not answered.
    void dropPending();
    /// Returns when everything posted before has run. Never call it from a task.
    void drain();

    template <typename T>
    void ask(QObject *context, Callback<T> done, std::function<Result<T>()> work)
    {
        Answer<T> answer(context, std::move(done));
        post([answer, work = std::move(work)] { answer.give(work()); });
    }

  private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace lw
