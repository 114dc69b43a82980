// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/retention.h"

#include <numeric>

namespace lw {

namespace {

template <typename E, size_t N>
std::optional<E> byName(const std::array<E, N> &all, QLatin1String (*nameOf)(E), QStringView name)
{
    for (const E value : all)
        if (name == nameOf(value)) return value;
    return std::nullopt;
}

qint64 sum(const QList<PurgeCount> &counts, qint64 PurgeCount::*member)
{
    return std::accumulate(counts.cbegin(), counts.cend(), qint64(0),
                           [member](qint64 total, const PurgeCount &count) { return total + count.*member; });
}

}  // namespace

QLatin1String dataClassName(DataClass dataClass)
{
    switch (dataClass) {
        case DataClass::LoginLog: return QLatin1String("login_log");
        case DataClass::AuditLog: return QLatin1String("audit_log");
        case DataClass::CallRecords: return QLatin1String("call_records");
        case DataClass::Reports: return QLatin1String("reports");
    }
    return QLatin1String();
}

const std::array<DataClass, 4> &allDataClasses()
{
    static constexpr std::array<DataClass, 4> all{DataClass::LoginLog, DataClass::AuditLog, DataClass::CallRecords,
                                                  DataClass::Reports};
    return all;
}

std::optional<DataClass> dataClassFromName(QStringView name)
{
    return byName(allDataClasses(), &dataClassName, name);
}

std::optional<int> RetentionRules::days(DataClass dataClass) const
{
    switch (dataClass) {
        case DataClass::LoginLog: return loginLogDays;
        case DataClass::AuditLog: return auditLogDays;
        case DataClass::CallRecords: return callRecordsDays;
        case DataClass::Reports: return reportsDays;
    }
    return std::nullopt;
}

void RetentionRules::setDays(DataClass dataClass, std::optional<int> days)
{
    switch (dataClass) {
        case DataClass::LoginLog: loginLogDays = days; break;
        case DataClass::AuditLog: auditLogDays = days; break;
        case DataClass::CallRecords: callRecordsDays = days; break;
        case DataClass::Reports: reportsDays = days; break;
    }
}

QLatin1String holdSubjectName(HoldSubject subject)
{
    switch (subject) {
        case HoldSubject::Person: return QLatin1String("person");
        case HoldSubject::Number: return QLatin1String("number");
        case HoldSubject::Period: return QLatin1String("period");
    }
    return QLatin1String();
}

std::optional<HoldSubject> holdSubjectFromName(QStringView name)
{
    return byName(std::array{HoldSubject::Person, HoldSubject::Number, HoldSubject::Period}, &holdSubjectName, name);
}

QLatin1String purgeCauseName(PurgeCause cause)
{
    switch (cause) {
        case PurgeCause::Schedule: return QLatin1String("schedule");
        case PurgeCause::Asked: return QLatin1String("asked");
        case PurgeCause::Erasure: return QLatin1String("erasure");
    }
    return QLatin1String();
}

std::optional<PurgeCause> purgeCauseFromName(QStringView name)
{
    return byName(std::array{PurgeCause::Schedule, PurgeCause::Asked, PurgeCause::Erasure}, &purgeCauseName, name);
}

qint64 PurgeRun::removed() const
{
    return sum(counts, &PurgeCount::removed);
}

qint64 PurgeRun::held() const
{
    return sum(counts, &PurgeCount::held);
}

}  // namespace lw
