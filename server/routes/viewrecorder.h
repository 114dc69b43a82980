// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the log is itself logged (PCI DSS 4.0.1 10.2.1.3): one log.viewed for a look, not one for each page or chunk
// of it. A look is everything one session reads within an interval that begins with its first read.
#pragma once

#include "core/util/clock.h"
#include "server/http/message.h"
#include "server/store/auditlog.h"

#include <QHash>

#include <mutex>

namespace lw::server {

class ViewRecorder {
  public:
    ViewRecorder(const Clock &clock, AuditLog &audit, int intervalSeconds);

    /// Before anything is read: nothing may leave when the look could not be recorded.
    /// `object`: "log", or "calls" for call records, which count as a look of their own.
    Result<void> looked(const Request &request, const QString &what, const QString &object = QStringLiteral("log"));

  private:
    const Clock &m_clock;
    AuditLog &m_audit;
    const int m_intervalSeconds;
    std::mutex m_mutex;
    QHash<QString, QDateTime> m_began;  ///< by session and object
};

}  // namespace lw::server
