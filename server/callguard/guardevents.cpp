// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/callguard/guardevents.h"

#include "core/protocol/callguard.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

constexpr qsizetype bytesASide = 24 * 1024;  // two of them and the rest fit into a leaf

qsizetype bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).size();
}

/// Leaves prefixes out that do not fit, and says how many.
QJsonObject fitting(const BarringRules &rules)
{
    QJsonObject whole = protocol::toJsonObject(rules);
    if (bytesOf(whole) <= bytesASide) return whole;
    BarringRules some = rules;
    some.prefixes.clear();
    qsizetype bytes = 0;
    for (const PrefixRule &rule : rules.prefixes) {
        bytes += rule.prefix.size() + 4 * rule.note.size() + 48;
        if (bytes > bytesASide) break;
        some.prefixes.append(rule);
    }
    QJsonObject object = protocol::toJsonObject(some);
    object.insert(QStringLiteral("more"), rules.prefixes.size() - some.prefixes.size());
    object.insert(
        QStringLiteral("sha256"),
        QString::fromLatin1(QCryptographicHash::hash(protocol::toJson(rules), QCryptographicHash::Sha256).toHex()));
    return object;
}

/// As many entries as fit, and how many there are.
template <typename Entry>
QJsonObject listed(const QList<GuardedNumber> &numbers, Entry entry)
{
    QJsonArray array;
    qsizetype bytes = 0;
    for (const GuardedNumber &number : numbers) {
        const QJsonObject object = entry(number);
        bytes += bytesOf(object);
        if (bytes > bytesASide) break;
        array.append(object);
    }
    QJsonObject object{{QStringLiteral("count"), numbers.size()}, {QStringLiteral("numbers"), array}};
    if (array.size() < numbers.size()) object.insert(QStringLiteral("more"), numbers.size() - array.size());
    return object;
}

QJsonObject guardEntry(const GuardedNumber &number, GuardState guard)
{
    return {{QStringLiteral("number"), number.number}, {QStringLiteral("guard"), QString(guardStateName(guard))}};
}

}  // namespace

QJsonObject numberJson(const GuardedNumber &number)
{
    QJsonObject object = protocol::toJsonObject(number);
    object.insert(QStringLiteral("barring"), fitting(number.barring));
    return object;
}

QJsonObject settingsJson(const GuardSettings &settings)
{
    return {{QStringLiteral("guarded"), settings.guarded}, {QStringLiteral("barring"), fitting(settings.barring)}};
}

QJsonObject numbersJson(const QList<GuardedNumber> &numbers)
{
    if (numbers.size() == 1) return numberJson(numbers.constFirst());
    return listed(numbers, [](const GuardedNumber &number) {
        QJsonObject object = protocol::toJsonObject(number);
        object.remove(QStringLiteral("barring"));
        return object;
    });
}

QJsonObject guardsJson(const QList<GuardedNumber> &numbers)
{
    return listed(numbers, [](const GuardedNumber &number) { return guardEntry(number, number.guard); });
}

QJsonObject switchedJson(const QList<GuardedNumber> &numbers, GuardState guard)
{
    return listed(numbers, [guard](const GuardedNumber &number) { return guardEntry(number, guard); });
}

}  // namespace lw::server
