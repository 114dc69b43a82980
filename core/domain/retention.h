// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, and what keeps it longer.
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
    LoginLog = 1,  ///< entries of the log about login status (isLoginKind())
    AuditLog = 2,  ///< all others but exports
    CallRecords = 3,
    Reports = 4  ///< entries about exports; report files themselves are where people saved them
};
QLatin1String dataClassName(DataClass dataClass);  ///< "login_log", "audit_log", "call_records", "reports"
std::optional<DataClass> dataClassFromName(QStringView name);
const std::array<DataClass, 4> &allDataClasses();

struct RetentionRule {
    DataClass dataClass = DataClass::LoginLog;
    std::optional<int> days;  ///< absent: permanent
    bool operator==(const RetentionRule &) const = default;
};
inline constexpr int retentionDaysLeast = 1;
inline constexpr int retentionDaysMost = 36'500;

enum class HoldSubject : quint8 { Person = 1, Number = 2, Period = 3 };
QLatin1String holdSubjectName(HoldSubject subject);  ///< "person", "number", "period"
std::optional<HoldSubject> holdSubjectFromName(QStringView name);

/// Nothing that it covers is purged or erased while it is in force.
struct LegalHold {
    QString id;  ///< "hld_" and 26 letters or digits
    HoldSubject subject = HoldSubject::Person;
    QString value;    ///< a person's unique ID, or an E.164 number; empty for a period
    QDateTime from;   ///< UTC, of a period; of others optional bounds as well
    QDateTime until;  ///< UTC, exclusive; invalid: open
    QString reason;
    QDateTime createdAt;
    QString createdBy;
    QDateTime releasedAt;  ///< invalid: in force
    QString releasedBy;
    bool inForce() const { return !releasedAt.isValid(); }
    bool operator==(const LegalHold &) const = default;
};

enum class PurgeState : quint8 { Running = 1, Finished = 2 };

struct PurgeRun {
    QString id;  ///< "prg_" and 26 letters or digits
    DataClass dataClass = DataClass::LoginLog;
    PurgeState state = PurgeState::Running;
    QDateTime before;  ///< UTC: what is older goes
    QDateTime startedAt;
    QDateTime finishedAt;  ///< invalid while it runs
    qint64 removed = 0;
    qint64 held = 0;   ///< older, and kept by a hold
    QDateTime oldest;  ///< of what was removed
    QDateTime newest;
    bool operator==(const PurgeRun &) const = default;
};

}  // namespace lw
