// SPDX-License-Identifier: GPL-3.0-or-later
// Listens to GET /v1/changes as long as it is let: one kept stream without a thread of its own, opened again with
// growing pauses when it breaks. Lives in the network thread.
#pragma once

#include "core/net/ssereader.h"
#include "core/net/transport.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

namespace lw::net {

/// What a feed told: the log has `size` entries, and these kinds are new (none: it says only how things stand).
struct LogChange {
    quint64 size = 0;
    QStringList kinds;
    bool operator==(const LogChange &) const = default;
};

/// nullopt for other events; Errc::Protocol for a "changed" that cannot be read.
Result<std::optional<LogChange>> logChangeOf(const SseEvent &event);

class ChangeFeed final : public QObject {
    Q_OBJECT
  public:
    struct Ways {
        std::function<Exchange *()> open;  ///< starts the request; null: nobody is signed in
        /// What a refusal of the back end means for the session; told its status and body.
        std::function<void(int status, const QByteArray &body)> refused;
    };
    explicit ChangeFeed(Ways ways, QObject *parent = nullptr);
    ~ChangeFeed() override;

    void start();
    void stop();
    bool isFollowing() const { return m_following; }

    /// Before the try after so many that failed: 1 s, 2 s, 4 s … a minute, each up to a quarter shorter or longer.
    static int pauseMs(int failures, double random);

  Q_SIGNALS:
    void changed(const lw::net::LogChange &change);

  private:
    void open();
    void pull();
    void ended();
    void again(int leastMs = 0);

    Ways m_ways;
    QTimer m_pause;
    Exchange *m_exchange = nullptr;
    SseReader m_reader;
    QByteArray m_problem;
    int m_failures = 0;
    bool m_following = false;
};

}  // namespace lw::net
