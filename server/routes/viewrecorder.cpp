// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/viewrecorder.h"

#include "server/auth/authevents.h"

namespace lw::server {

namespace {
constexpr qsizetype pruneBeyond = 4096;
}

ViewRecorder::ViewRecorder(const Clock &clock, AuditLog &audit, int intervalSeconds)
    : m_clock(clock), m_audit(audit), m_intervalSeconds(intervalSeconds)
{
}

Result<void> ViewRecorder::looked(const Request &request, const QString &what, const QString &object)
{
    const Principal &principal = *request.principal;
    const QDateTime now = m_clock.nowUtc();
    const std::lock_guard lock(m_mutex);
    const QString key = principal.sessionId + u' ' + object;
    const QDateTime began = m_began.value(key);
    if (began.isValid() && began <= now && began.secsTo(now) < m_intervalSeconds) return {};
    AuditEvent event = authEvent(EventKind::LogViewed, Outcome::Success, actorOf(principal), originOf(request),
                                 ObjectRef{object, {}, principal.customerSlug});
    event.detail = what;
    const Result<quint64> written = m_audit.append(principal.customerId, std::move(event));
    if (!written) return written.error();
    if (m_began.size() > pruneBeyond)
        m_began.removeIf([&](const auto &entry) { return entry.value().secsTo(now) >= m_intervalSeconds; });
    m_began.insert(key, now);
    return {};
}

}  // namespace lw::server
