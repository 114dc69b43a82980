// SPDX-License-Identifier: GPL-3.0-or-later
// What a purge removes, what a hold keeps, and what standards say of a rule.
// Source: domain.md (Retention: preview before a purge; PCI DSS 10.5.1 wants 12 months of audit log, 3 at hand; GDPR
// 5(1)(e) wants no longer than needed: show the conflict).
#pragma once

#include "core/domain/event.h"
#include "core/domain/retention.h"
#include "core/domain/spend.h"

#include <QDateTime>
#include <QSet>

#include <span>

namespace lw::policy {

/// The class of an entry of the log.
DataClass dataClassOf(EventKind kind);

/// What is older goes; nullopt: permanent. Days of 24 hours.
std::optional<QDateTime> purgeBefore(const RetentionRule &rule, const QDateTime &nowUtc);

/// Holds in force, compiled.
class HoldMatcher {
  public:
    explicit HoldMatcher(std::span<const LegalHold> holds);
    /// Actor or object is a held person, the number occurs as actor, object, or in before or after, or the time lies in
    /// a held period. The first hold that keeps it; null: none.
    const LegalHold *holds(const AuditEvent &event) const;
    const LegalHold *holds(const CallRecord &record) const;
    /// Of a person as such, whatever the time: what keeps an erasure back.
    const LegalHold *holdsPerson(const QString &userId) const;

  private:
    QList<LegalHold> m_holds;
};

enum class StandardVerdict : quint8 { Meets, Misses, Tension };
struct StandardFinding {
    QString standard;  ///< "PCI DSS 4.0.1 10.5.1"
    StandardVerdict verdict = StandardVerdict::Meets;
    QString sentence;
    bool operator==(const StandardFinding &) const = default;
};
/// What PCI DSS, GDPR and the seeds say of keeping this class so long; both sides of their conflict.
QList<StandardFinding> standardsOf(const RetentionRule &rule);

/// Rules as somebody made them: one of each class at most, days within retentionDaysLeast and Most. Errc::InvalidInput.
Result<QList<RetentionRule>> judgeRetention(const QList<RetentionRule> &rules);
Result<LegalHold> judgeHold(const LegalHold &hold, const QDateTime &nowUtc);

}  // namespace lw::policy
