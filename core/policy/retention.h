// SPDX-License-Identifier: GPL-3.0-or-later
// What a purge removes, what a hold keeps, and what standards say of a rule.
// Sources: domain.md (Retention); PCI DSS 4.0.1 10.5.1 (12 months of audit log, the last 3 at hand); GDPR 5(1)(e) (no
// longer than needed): where they pull apart, both are told.
#pragma once

#include "core/domain/event.h"
#include "core/domain/retention.h"
#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <span>
#include <vector>

namespace lw::policy {

inline constexpr int retentionDaysLeast = 1;
inline constexpr int retentionDaysMost = 36'500;
/// A week's limit counts the week's calls, and a call that comes twice is known by its record.
inline constexpr int callRecordDaysLeast = 8;
inline constexpr int holdReasonMost = 512;

/// The class of an entry of the log.
DataClass dataClassOf(EventKind kind);

/// What is older goes; invalid: permanent.
QDateTime purgeBefore(const RetentionRules &rules, DataClass dataClass, const QDateTime &nowUtc);

/// Days within their bounds. Errc::InvalidInput, field "loginLogDays" and so on.
Result<void> judgeRetention(const RetentionRules &rules);

/// The hold as it is stored: its number canonical, its reason trimmed. Errc::InvalidInput with the field. That a held
/// person exists is the caller's to see.
Result<LegalHold> judgeHold(LegalHold hold);

/// When the next scheduled run is due; invalid: all is permanent. A day after the last run began, and not within an
/// hour of a change of the rules, so that a slip can be taken back.
QDateTime nextPurge(const RetentionRules &rules, const QDateTime &rulesChangedAt, const QDateTime &lastStartedAt);

/// Holds in force, compiled. A hold keeps rather too much than too little.
class HoldMatcher {
  public:
    HoldMatcher() = default;
    /// `namesOf`: by which names besides the ID a held person occurs: login, e-mail address, own telephone numbers.
    HoldMatcher(std::span<const LegalHold> holds, const std::function<QStringList(const QString &userId)> &namesOf);

    bool empty() const { return m_terms.empty(); }
    /// What keeps an entry of the log: a name or number as one whole text anywhere in the leaf, and the time within the
    /// hold's. Null: none.
    const LegalHold *keeps(QByteArrayView leaf, qint64 timeMs) const;
    const LegalHold *keeps(const CallRecord &call) const;
    /// What keeps a person from being erased, whatever the time.
    const LegalHold *keepsPerson(const QString &userId) const;

  private:
    struct Term {
        LegalHold hold;
        std::vector<QByteArray> texts;  ///< JSON string literals; none: of the period alone
        QStringList numbers;
        qint64 fromMs = 0;
        qint64 untilMs = 0;
    };
    std::vector<Term> m_terms;
};

/// A text as it stands in a canonical leaf, with its quotes.
QByteArray jsonLiteral(const QString &text);

enum class RetentionStandard : quint8 { PciDss, Gdpr };
enum class RetentionSays : quint8 {
    Meets,        ///< long enough
    TooShort,     ///< PCI DSS: under its floor
    MustJustify,  ///< GDPR: kept permanently, or longer than PCI DSS asks for: a purpose must be there
    Limited       ///< GDPR: a time is set
};

struct RetentionFinding {
    RetentionStandard standard = RetentionStandard::PciDss;
    RetentionSays says = RetentionSays::Meets;
    QLatin1String clause;  ///< "10.5.1", "5(1)(e)"
    int days = 0;          ///< the floor, where there is one
    bool operator==(const RetentionFinding &) const = default;
};
/// PCI DSS speaks of the log and of exports only; GDPR of every class.
std::vector<RetentionFinding> standardsOf(DataClass dataClass, std::optional<int> days);

}  // namespace lw::policy
