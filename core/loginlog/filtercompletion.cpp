// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filterlanguage.h"
#include "core/loginlog/filtertokens.h"

namespace lw::loginlog {

namespace {

QStringList valuesOf(FilterKey key, const CompletionValues &known)
{
    QStringList list;
    switch (key) {
        case FilterKey::Outcome: return {QStringLiteral("failure"), QStringLiteral("success")};
        case FilterKey::Kind:
            for (const EventKind kind : allEventKinds())
                list.append(kindName(kind));
            return list;
        case FilterKey::Since:
        case FilterKey::Until:
            return {QStringLiteral("24h"), QStringLiteral("7d"),    QStringLiteral("30d"),
                    QStringLiteral("90d"), QStringLiteral("today"), QStringLiteral("yesterday")};
        case FilterKey::On: return {QStringLiteral("today"), QStringLiteral("yesterday")};
        case FilterKey::In: return {QStringLiteral("login"), QStringLiteral("all")};
        case FilterKey::Person: return known.persons;
        case FilterKey::Ip: return known.addresses;
        default: return {};
    }
}

QLatin1String nameOf(FilterKey key)
{
    for (const FilterKeyName &known : filterKeyNames)
        if (known.key == key) return known.name;
    return {};
}

}  // namespace

Completions completeFilter(QStringView text, qsizetype cursor, const CompletionValues &values)
{
    Completions result;
    result.position = qBound<qsizetype>(0, cursor, text.size());
    FilterToken current;
    for (const FilterToken &token : filterTokens(text)) {
        if (cursor < token.position || cursor > token.position + token.length) continue;
        // Only what stands before the cursor counts; the choice replaces the whole token.
        const QList<FilterToken> upTo = filterTokens(text.mid(token.position, cursor - token.position));
        current = upTo.isEmpty() ? FilterToken() : upTo.constFirst();
        result.position = token.position;
        result.length = token.length;
        break;
    }
    if (current.key == FilterKey::Word || current.key == FilterKey::Unknown) {
        for (const FilterKeyName &known : filterKeyNames)
            if (QString(known.name).startsWith(current.value, Qt::CaseInsensitive))
                result.choices.append({known.name + QLatin1Char(':'), true});
        return result;
    }
    // kind: takes a list; the part after the last comma is being typed.
    const qsizetype comma = current.key == FilterKey::Kind ? current.value.lastIndexOf(QLatin1Char(',')) : -1;
    const QString before = current.value.left(comma + 1);
    const QString typed = current.value.mid(comma + 1);
    for (const QString &value : valuesOf(current.key, values)) {
        if (!value.startsWith(typed, Qt::CaseInsensitive)) continue;
        result.choices.append({nameOf(current.key) + QLatin1Char(':') + quotedIfNeeded(before + value, false), false});
    }
    return result;
}

}  // namespace lw::loginlog
