// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/failureledger.h"

#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

QString FailureLedger::key(const QString &customerId, const QString &login)
{
    return customerId + QLatin1Char('\n') + loginKey(login);
}

FailureLedger::Entry FailureLedger::of(const QString &customerId, const QString &login) const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.value(key(customerId, login));
}

void FailureLedger::failed(const QString &customerId, const QString &login, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    const QString name = key(customerId, login);
    if (!m_entries.contains(name) && m_entries.size() >= m_maxNames) {
        const auto oldest = std::min_element(m_entries.cbegin(), m_entries.cend(), [](const Entry &a, const Entry &b) {
            return a.lastFailureAt < b.lastFailureAt;
        });
        m_entries.erase(oldest);
    }
    Entry &entry = m_entries[name];
    ++entry.failures;
    entry.lastFailureAt = now;
}

}  // namespace lw::server
