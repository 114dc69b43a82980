// SPDX-License-Identifier: GPL-3.0-or-later
// Events of every shape for the codec's tests: the same for a given seed, with the texts that break careless code.
#pragma once

#include "core/domain/event.h"

#include <QJsonArray>
#include <QStringList>

#include <random>

namespace lw::tests {

inline AuditEvent smallestEvent()
{
    AuditEvent event;
    event.id = QStringLiteral("evt_1");
    event.time = QDateTime(QDate(2026, 11, 22), QTime(14, 0, 12, 418), Qt::UTC);
    event.source.format = QStringLiteral("linewardend");
    return event;
}

inline AuditEvent fullEvent()
{
    AuditEvent event = smallestEvent();
    event.id = QStringLiteral("evt_0123456789abcdefghijklmnop");
    event.kind = EventKind::UserChanged;
    event.outcome = Outcome::Success;
    event.actor = {ActorType::User, QStringLiteral("usr_1"), QStringLiteral("ann.lee")};
    event.origin = {QStringLiteral("2001:db8::5"), 5061, QStringLiteral("SIP/TLS"),
                    QStringLiteral("Yealink T46S 66.85.0.5")};
    event.object = {QStringLiteral("account"), QStringLiteral("usr_2"), QStringLiteral("bob")};
    event.reason = QStringLiteral("reassigned");
    event.detail = QStringLiteral("moved to sales");
    event.source = {QStringLiteral("asterisk"), QStringLiteral("pbx1")};
    event.before =
        QJsonObject{{QStringLiteral("roles"), QJsonArray{QStringLiteral("user")}}, {QStringLiteral("n"), 1.5}};
    event.after = QJsonObject{{QStringLiteral("roles"), QJsonArray{}}, {QStringLiteral("x"), QJsonValue()}};
    return event;
}

inline const QStringList &strangeTexts()
{
    static const QStringList texts{
        QStringLiteral("ann.lee"),
        QStringLiteral("O'Brien \"the boss\" \\ co"),
        QStringLiteral("tab\tnewline\nreturn\rbackspace\bfeed\f"),
        QString(QChar(0)) + QStringLiteral("nul") + QChar(1) + QChar(0x1F) + QChar(0x7F) + QChar(0x80),
        QStringLiteral("\uFEFFbyte order mark first"),
        QStringLiteral("J\u00fcrgen Mu\u0308ller \u20ac"),
        QStringLiteral("\u6f22\u5b57 \u202Eright to left\u202C"),
        QStringLiteral("\U0001F512\U0001D11E"),
        QStringLiteral("=HYPERLINK(\"x\")"),
        QStringLiteral("</script><!--"),
        QStringLiteral("\u2028\u2029"),
        QStringLiteral(" leading and trailing "),
        QStringLiteral("0"),
        QString(3000, u'a'),
        QString(500, u'"'),
        QStringLiteral("{\"v\":2}"),
        QStringLiteral("\\u0000"),
        QStringLiteral("\uFFFD"),
    };
    return texts;
}

/// Any mixture of missing and strange members; always one that checkEvent() accepts.
inline AuditEvent randomEvent(std::mt19937 &random)
{
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto text = [&] {
        const QStringList &texts = strangeTexts();
        return pick(3) == 0 ? QString() : texts[pick(static_cast<int>(texts.size()))];
    };
    AuditEvent event;
    event.id = QStringLiteral("evt_%1").arg(random());
    // Years 1 to 9999, weighted to our own.
    const qint64 now = 1'795'356'012'418;
    const qint64 ms = pick(4) == 0 ? -62'135'596'800'000 + static_cast<qint64>(random()) * 73'000 : now - random();
    event.time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    event.kind = allEventKinds()[static_cast<size_t>(pick(static_cast<int>(allEventKinds().size())))];
    event.outcome = pick(2) == 0 ? Outcome::Success : Outcome::Failure;
    event.actor = {static_cast<ActorType>(1 + pick(4)), text(), text()};
    event.origin = {text(), static_cast<quint16>(pick(3) == 0 ? 0 : pick(65536)), text(), text()};
    event.object = {text(), text(), text()};
    event.reason = text();
    event.detail = text();
    event.source = {QStringLiteral("ndjson"), text()};
    if (pick(4) == 0)
        event.before = QJsonObject{{text(), pick(1000) / 8.0}, {QStringLiteral("k"), QJsonArray{text(), true}}};
    if (pick(4) == 0) event.after = QJsonObject{};
    return event;
}

}  // namespace lw::tests
