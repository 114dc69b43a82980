// SPDX-License-Identifier: GPL-3.0-or-later
// The cached people, read and judged off the asking thread.
#pragma once

#include "core/cache/eventreader.h"
#include "core/cache/vault.h"
#include "core/people/peoplelist.h"
#include "core/people/readerlane.h"
#include "core/util/async.h"

namespace lw::people {

struct PersonHistory {
    QString userId;
    QList<cache::EventRow> rows;  ///< newest first
    quint64 total = 0;            ///< events of this person in the cache, login kinds only
    quint64 failed = 0;
};

class PeopleService {
  public:
    /// At its end what runs is stopped; askers are not answered.
    explicit PeopleService(const std::shared_ptr<cache::Vault> &vault);

    /// NotFound before the first sync.
    void list(QDateTime now, QObject *context, Callback<PeopleList> done);
    /// Asking for the next person from the same context drops the answer for the last.
    void history(User user, int most, QObject *context, Callback<PersonHistory> done);

  private:
    ReaderLane m_lane;
};

/// What the cache holds about people and customer; for callers that are in a worker already. NotFound before the first
/// sync.
Result<PeopleList> readPeople(cache::Connection &connection, const QDateTime &now);

}  // namespace lw::people
