// SPDX-License-Identifier: GPL-3.0-or-later
// Failures under names that match nobody. They are delayed and locked by the same rules as accounts, so that the answer
// does not tell who exists. Kept in memory, of bounded size: when it is full, the name that failed longest ago goes.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <mutex>

namespace lw::server {

class FailureLedger {
  public:
    explicit FailureLedger(qsizetype maxNames = 10'000) : m_maxNames(maxNames) {}

    struct Entry {
        int failures = 0;
        QDateTime lastFailureAt;
    };
    Entry of(const QString &customerId, const QString &login) const;
    void failed(const QString &customerId, const QString &login, const QDateTime &now);

  private:
    static QString key(const QString &customerId, const QString &login);
    const qsizetype m_maxNames;
    mutable std::mutex m_mutex;
    QHash<QString, Entry> m_entries;
};

}  // namespace lw::server
