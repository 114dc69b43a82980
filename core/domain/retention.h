// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, what keeps it longer, and what was purged.
// Source: seeds (permanent by default; customers may set their own); domain.md (Retention).
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace lw {

/// Classes of data with a rule of their own.
enum class DataClass : quint8 {
    LoginLog = 1,     ///< entries of the log about login status (isLoginKind())
    AuditLog = 2,     ///< all others but exports
    CallRecords = 3,  ///< finished calls
    Reports = 4       ///< entries about exports; report files themselves are where people saved them
};
QLatin1String dataClassName(DataClass dataClass);  ///< "login_log", "audit_log", "call_records", "reports"
std::optional<DataClass> dataClassFromName(QStringView name);
const std::array<DataClass, 4> &allDataClasses();

/// How many days of 24 hours each class is kept; absent: permanently, as every customer starts.
struct RetentionRules {
    std::optional<int> loginLogDays;
    std::optional<int> auditLogDays;
    std::optional<int> callRecordsDays;
    std::optional<int> reportsDays;

    std::optional<int> days(DataClass dataClass) const;
    void setDays(DataClass dataClass, std::optional<int> days);
    bool allPermanent() const { return *this == RetentionRules(); }
    bool operator==(const RetentionRules &) const = default;
};

enum class HoldSubject : quint8 { Person = 1, Number = 2, Period = 3 };
QLatin1String holdSubjectName(HoldSubject subject);  ///< "person", "number", "period"
std::optional<HoldSubject> holdSubjectFromName(QStringView name);

/// Nothing that it covers is purged or erased while it is in force.
struct LegalHold {
    QString id;  ///< "hld_" and 26 letters or digits
    HoldSubject subject = HoldSubject::Person;
    QString value;    ///< a person's unique ID, or an E.164 number; empty for a period
    QDateTime from;   ///< UTC; of a period it must be there, of others it narrows the hold; invalid: open
    QDateTime until;  ///< UTC, exclusive; likewise
    QString reason;
    QDateTime createdAt;
    QString createdBy;     ///< login name
    QDateTime releasedAt;  ///< invalid: in force
    QString releasedBy;
    bool inForce() const { return !releasedAt.isValid(); }
    bool operator==(const LegalHold &) const = default;
};

/// What a purge removed, or would remove, of one class.
struct PurgeCount {
    DataClass dataClass = DataClass::LoginLog;
    QDateTime before;    ///< UTC: what is older goes; invalid: permanent, or everything about a person
    qint64 removed = 0;  ///< in a preview: would go
    qint64 held = 0;     ///< would have gone, and is kept by a hold
    QDateTime oldest;    ///< of what was removed; invalid: nothing
    QDateTime newest;
    bool operator==(const PurgeCount &) const = default;
};

enum class PurgeCause : quint8 { Schedule = 1, Asked = 2, Erasure = 3 };
QLatin1String purgeCauseName(PurgeCause cause);  ///< "schedule", "asked", "erasure"
std::optional<PurgeCause> purgeCauseFromName(QStringView name);

/// One walk over everything of a customer.
struct PurgeRun {
    QString id;  ///< "prg_" and 26 letters or digits
    PurgeCause cause = PurgeCause::Schedule;
    QString subjectId;  ///< of an erasure: the person
    QString startedBy;  ///< login name; empty: the schedule
    QDateTime startedAt;
    QDateTime finishedAt;  ///< invalid while it runs
    QList<PurgeCount> counts;
    bool finished() const { return finishedAt.isValid(); }
    qint64 removed() const;
    qint64 held() const;
    bool operator==(const PurgeRun &) const = default;
};

/// Leaves of the log without content, both ends included; `number` grows in the order in which they went.
struct PurgedRange {
    qint64 number = 0;
    quint64 first = 0;
    quint64 last = 0;
    bool operator==(const PurgedRange &) const = default;
};

}  // namespace lw
