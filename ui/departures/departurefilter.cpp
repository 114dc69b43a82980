// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/departurefilter.h"

#include "core/policy/revocation.h"
#include "ui/departures/departurewords.h"

#include <QRegularExpression>

namespace lw::ui {

namespace {

struct GroupToken {
    QLatin1String word;
    DepartureGroup group;
};

constexpr GroupToken groups[] = {
    {QLatin1String("open"), DepartureGroup::Open},     {QLatin1String("action"), DepartureGroup::Action},
    {QLatin1String("breach"), DepartureGroup::Breach}, {QLatin1String("scheduled"), DepartureGroup::Scheduled},
    {QLatin1String("proof"), DepartureGroup::Proof},   {QLatin1String("proved"), DepartureGroup::Proved},
    {QLatin1String("failed"), DepartureGroup::Failed}, {QLatin1String("withdrawn"), DepartureGroup::Withdrawn},
};

QString known(const QString &key, const QStringList &values)
{
    return DepartureWords::tr("“%1:” takes %2.").arg(key, values.join(QStringLiteral(", ")));
}

QString applyToken(DepartureFilter &filter, const QString &key, const QString &value)
{
    if (key == QLatin1String("state")) {
        QStringList values;
        for (const GroupToken &token : groups) {
            if (value.compare(token.word, Qt::CaseInsensitive) == 0) {
                filter.group = token.group;
                return {};
            }
            values << token.word;
        }
        return known(key, values);
    }
    if (key == QLatin1String("kind")) {
        filter.kind = departureKindFromName(value.toLower());
        return filter.kind ? QString() : known(key, {QStringLiteral("departure"), QStringLiteral("reassignment")});
    }
    return DepartureWords::tr("“%1:” is not a key of this list. Use state: or kind:, or plain words.").arg(key);
}

bool inGroup(const Departure &departure, DepartureGroup group, const QDateTime &now)
{
    switch (group) {
        case DepartureGroup::Open:
            return departure.state != DepartureState::Proved && departure.state != DepartureState::Cancelled;
        case DepartureGroup::Action: return needsAction(departure, now);
        case DepartureGroup::Breach: return policy::revocationVerdict(departure, now).breach;
        case DepartureGroup::Scheduled: return departure.state == DepartureState::Scheduled;
        case DepartureGroup::Proof: return departure.state == DepartureState::Executed;
        case DepartureGroup::Proved: return departure.state == DepartureState::Proved;
        case DepartureGroup::Failed: return departure.state == DepartureState::ProofFailed;
        case DepartureGroup::Withdrawn: return departure.state == DepartureState::Cancelled;
    }
    return true;
}

}  // namespace

bool DepartureFilter::matches(const Departure &departure, const QDateTime &now) const
{
    if (group && !inGroup(departure, *group, now)) return false;
    if (kind && departure.kind != *kind) return false;
    for (const QString &word : words) {
        const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        if (!has(departure.displayName) && !has(departure.login) && !has(departure.reason) && !has(departure.createdBy))
            return false;
    }
    return true;
}

DepartureFilterParse parseDepartureFilter(const QString &text)
{
    // key:value, "some words", word
    static const QRegularExpression tokenPattern(QStringLiteral(R"re((?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+)))re"));
    DepartureFilterParse parse;
    auto tokens = tokenPattern.globalMatch(text);
    while (tokens.hasNext()) {
        const QRegularExpressionMatch token = tokens.next();
        const QString key = token.captured(1).toLower();
        const QString value = token.captured(2) + token.captured(3);
        if (value.isEmpty()) continue;
        if (key.isEmpty() && value.endsWith(QLatin1Char(':')) && value.size() > 1) continue;  // still being typed
        if (key.isEmpty()) {
            parse.filter.words << value;
            continue;
        }
        const QString problem = applyToken(parse.filter, key, value);
        if (!problem.isEmpty() && parse.problem.isEmpty()) parse.problem = problem;
    }
    return parse;
}

QStringList completeDepartureFilter(const QString &word)
{
    QStringList all;
    for (const GroupToken &token : groups)
        all << QStringLiteral("state:") + token.word;
    for (const DepartureKind kind : {DepartureKind::Departure, DepartureKind::Reassignment})
        all << QStringLiteral("kind:") + departureKindName(kind);
    QStringList matching;
    for (const QString &candidate : std::as_const(all))
        if (candidate.startsWith(word, Qt::CaseInsensitive)) matching << candidate;
    return matching;
}

}  // namespace lw::ui
