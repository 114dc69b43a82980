// SPDX-License-Identifier: GPL-3.0-or-later
// The back end's own log: one JSON object a line, to stderr unless told otherwise. It never holds headers, tokens,
// bodies or query values; callers put in only what may be read by whoever operates the machine.
#pragma once

#include "core/util/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <mutex>

namespace lw::server {

class Log {
  public:
    enum class Level { Debug, Info, Warning, Error };
    /// Gets one line with its newline; calls never overlap.
    using Sink = std::function<void(const QByteArray &line)>;

    explicit Log(Level least = Level::Info, Sink sink = {});

    /// {"time", "level", "msg", ...fields}; long text values are cut.
    void write(Level level, const QString &message, const QJsonObject &fields = {});
    void debug(const QString &message, const QJsonObject &fields = {}) { write(Level::Debug, message, fields); }
    void info(const QString &message, const QJsonObject &fields = {}) { write(Level::Info, message, fields); }
    void warning(const QString &message, const QJsonObject &fields = {}) { write(Level::Warning, message, fields); }
    void error(const QString &message, const QJsonObject &fields = {}) { write(Level::Error, message, fields); }

    bool enabled(Level level) const { return level >= m_least; }
    /// "debug", "info", "warning", "error".
    static bool levelFromName(QStringView name, Level &level);

  private:
    Level m_least;
    Sink m_sink;
    SystemClock m_clock;
    std::mutex m_mutex;
};

}  // namespace lw::server
