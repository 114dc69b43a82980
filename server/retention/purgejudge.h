// SPDX-License-Identifier: GPL-3.0-or-later
// What goes and what stays, one entry after another, and the counts of both: the same for a preview as for the purge.
#pragma once

#include "core/audit/leafview.h"
#include "core/domain/retention.h"
#include "core/domain/spend.h"
#include "core/policy/retention.h"

#include <QSqlDatabase>

namespace lw::server {

/// Whose data an erasure takes, by every text that names the person.
struct ErasedPerson {
    QString id;
    QString login;
    QStringList texts;  ///< that mean the person wherever they stand in an entry: the ID, the e-mail address
};

/// The customer's holds in force with the names of the people they are about.
Result<policy::HoldMatcher> holdsOf(const QSqlDatabase &connection, const QString &customerId);

/// One count of each class that has an end by the rules.
QList<PurgeCount> countsFor(const RetentionRules &rules, const QDateTime &nowUtc);

class PurgeJudge {
  public:
    /// `counts` is added to; a class that it does not name is kept. With `person` everything that is about him goes,
    /// whatever its age, and classes without a count get one.
    PurgeJudge(QList<PurgeCount> &counts, policy::HoldMatcher holds, std::optional<ErasedPerson> person = std::nullopt);

    /// True: it goes. An entry that does not read stays.
    bool leafGoes(const QByteArray &leaf);
    bool callGoes(const CallRecord &call);

  private:
    PurgeCount *countOf(DataClass dataClass);
    bool isAbout(const QByteArray &leaf, const audit::LeafView &view) const;
    bool told(PurgeCount &count, qint64 timeMs, bool held);

    QList<PurgeCount> &m_counts;
    const policy::HoldMatcher m_holds;
    const std::optional<ErasedPerson> m_person;
    std::vector<QByteArray> m_personTexts;
    std::string m_personId;
    QString m_personLogin;
    audit::LeafParser m_parser;
    audit::LeafView m_view;
};

}  // namespace lw::server
