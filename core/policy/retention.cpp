// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/retention.h"

#include "core/policy/numberclass.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace lw::policy {

namespace {

constexpr int yearDays = 365;
constexpr qint64 runEverySeconds = qint64(24) * 3600;
constexpr qint64 graceSeconds = 3600;

QString fieldOf(DataClass dataClass)
{
    switch (dataClass) {
        case DataClass::LoginLog: return QStringLiteral("loginLogDays");
        case DataClass::AuditLog: return QStringLiteral("auditLogDays");
        case DataClass::CallRecords: return QStringLiteral("callRecordsDays");
        case DataClass::Reports: return QStringLiteral("reportsDays");
    }
    return {};
}

Error refused(const QString &field, const QString &sentence)
{
    return makeError(Errc::InvalidInput, field + u' ' + sentence, field);
}

}  // namespace

DataClass dataClassOf(EventKind kind)
{
    if (kind == EventKind::ReportExported) return DataClass::Reports;
    return isLoginKind(kind) ? DataClass::LoginLog : DataClass::AuditLog;
}

QDateTime purgeBefore(const RetentionRules &rules, DataClass dataClass, const QDateTime &nowUtc)
{
    const std::optional<int> days = rules.days(dataClass);
    return days ? nowUtc.toUTC().addDays(-*days) : QDateTime();
}

Result<void> judgeRetention(const RetentionRules &rules)
{
    for (const DataClass dataClass : allDataClasses()) {
        const std::optional<int> days = rules.days(dataClass);
        if (!days) continue;
        if (dataClass == DataClass::CallRecords && *days < callRecordDaysLeast)
            return refused(fieldOf(dataClass),
                           QStringLiteral("must be at least %1: the limits of a week count the week's calls.")
                               .arg(callRecordDaysLeast));
        if (*days < retentionDaysLeast || *days > retentionDaysMost)
            return refused(fieldOf(dataClass), QStringLiteral("must be from %1 to %2 days, or absent: permanent.")
                                                   .arg(retentionDaysLeast)
                                                   .arg(retentionDaysMost));
    }
    return {};
}

Result<LegalHold> judgeHold(LegalHold hold)
{
    hold.reason = hold.reason.trimmed();
    hold.value = hold.value.trimmed();
    if (hold.reason.isEmpty() || hold.reason.size() > holdReasonMost)
        return refused(QStringLiteral("reason"),
                       QStringLiteral("must say why, in up to %1 characters.").arg(holdReasonMost));
    if (hold.from.isValid() && hold.until.isValid() && hold.until <= hold.from)
        return refused(QStringLiteral("until"), QStringLiteral("must be after the start."));
    switch (hold.subject) {
        case HoldSubject::Person:
            if (hold.value.isEmpty())
                return refused(QStringLiteral("value"), QStringLiteral("must be the ID of a person."));
            break;
        case HoldSubject::Number: {
            const Result<QString> number = inventoryNumber(hold.value);
            if (!number) return refused(QStringLiteral("value"), number.error().message);
            hold.value = *number;
            break;
        }
        case HoldSubject::Period:
            if (!hold.value.isEmpty())
                return refused(QStringLiteral("value"), QStringLiteral("must be absent: a period has from and until."));
            if (!hold.from.isValid() && !hold.until.isValid())
                return refused(QStringLiteral("from"), QStringLiteral("or until must be there: a hold on a period "
                                                                      "that is open at both ends keeps everything."));
            break;
    }
    return hold;
}

QDateTime nextPurge(const RetentionRules &rules, const QDateTime &rulesChangedAt, const QDateTime &lastStartedAt)
{
    if (rules.allPermanent()) return {};
    const QDateTime settled = rulesChangedAt.addSecs(graceSeconds);
    if (!lastStartedAt.isValid()) return settled;
    return std::max(settled, lastStartedAt.addSecs(runEverySeconds));
}

QByteArray jsonLiteral(const QString &text)
{
    // An array of one text, without its brackets. Qt escapes what RFC 8785 escapes, in the same way.
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

HoldMatcher::HoldMatcher(std::span<const LegalHold> holds,
                         const std::function<QStringList(const QString &userId)> &namesOf)
{
    for (const LegalHold &hold : holds) {
        if (!hold.inForce()) continue;
        Term term;
        term.hold = hold;
        term.fromMs = hold.from.isValid() ? hold.from.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
        term.untilMs = hold.until.isValid() ? hold.until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        QStringList names;
        if (hold.subject != HoldSubject::Period) names.append(hold.value);
        if (hold.subject == HoldSubject::Person) names += namesOf(hold.value);
        for (const QString &name : std::as_const(names)) {
            if (name.isEmpty()) continue;
            term.texts.push_back(jsonLiteral(name));
            if (name.startsWith(u'+')) term.numbers.append(name);
        }
        m_terms.push_back(std::move(term));
    }
}

const LegalHold *HoldMatcher::keeps(QByteArrayView leaf, qint64 timeMs) const
{
    for (const Term &term : m_terms) {
        if (timeMs < term.fromMs || timeMs >= term.untilMs) continue;
        if (term.hold.subject == HoldSubject::Period ||
            std::ranges::any_of(term.texts, [leaf](const QByteArray &text) { return leaf.contains(text); }))
            return &term.hold;
    }
    return nullptr;
}

const LegalHold *HoldMatcher::keeps(const CallRecord &call) const
{
    const qint64 timeMs = call.startedAt.toMSecsSinceEpoch();
    for (const Term &term : m_terms) {
        if (timeMs < term.fromMs || timeMs >= term.untilMs) continue;
        if (term.hold.subject == HoldSubject::Period || term.numbers.contains(call.caller) ||
            term.numbers.contains(call.destination))
            return &term.hold;
    }
    return nullptr;
}

const LegalHold *HoldMatcher::keepsPerson(const QString &userId) const
{
    for (const Term &term : m_terms)
        if (term.hold.subject == HoldSubject::Person && term.hold.value == userId) return &term.hold;
    return nullptr;
}

std::vector<RetentionFinding> standardsOf(DataClass dataClass, std::optional<int> days)
{
    std::vector<RetentionFinding> findings;
    if (dataClass != DataClass::CallRecords)
        findings.push_back({RetentionStandard::PciDss,
                            days && *days < yearDays ? RetentionSays::TooShort : RetentionSays::Meets,
                            QLatin1String("10.5.1"), yearDays});
    findings.push_back({RetentionStandard::Gdpr,
                        !days || *days > yearDays ? RetentionSays::MustJustify : RetentionSays::Limited,
                        QLatin1String("5(1)(e)"), 0});
    return findings;
}

}  // namespace lw::policy
