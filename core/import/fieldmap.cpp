// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/fieldmap.h"

#include "core/import/eventbuild.h"
#include "core/import/textview.h"

#include <QJsonDocument>

namespace lw::import {

namespace {

constexpr std::array<QLatin1String, fieldCount> names{
    QLatin1String("time"),       QLatin1String("kind"),    QLatin1String("outcome"),     QLatin1String("user"),
    QLatin1String("actor_type"), QLatin1String("address"), QLatin1String("port"),        QLatin1String("service"),
    QLatin1String("agent"),      QLatin1String("object"),  QLatin1String("object_type"), QLatin1String("reason"),
    QLatin1String("detail"),     QLatin1String("host")};

LineVerdict refuse(Field field, const char *why)
{
    return LineVerdict::refuse(QStringLiteral("%1 %2").arg(fieldName(field), QString::fromLatin1(why)));
}

/// Either form of instant; nullopt: none of them, or one that does not exist.
std::optional<qint64> instant(const QString &text, LogTime &time)
{
    const QByteArray bytes = text.toLatin1();
    std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
    const LogTime::Stamp stamp = time.read(view);
    if (stamp.ok() && stamp.length == view.size()) return stamp.ms;
    if (stamp.state != LogTime::Stamp::State::None) return std::nullopt;
    const auto seconds = takeNumber(view, 253402300799ULL);
    return seconds && view.empty() ? std::optional(static_cast<qint64>(*seconds) * 1000) : std::nullopt;
}

bool takeKind(const FieldValues &values, AuditEvent &event, LineVerdict &refusal)
{
    const QString &kindText = at(values, Field::Kind), &outcomeText = at(values, Field::Outcome);
    const auto kind = kindFromName(kindText);
    const auto outcome = outcomeFromName(outcomeText);
    if (!kindText.isEmpty() && !kind) {
        refusal = refuse(Field::Kind, "is no kind of event");
    } else if (!outcomeText.isEmpty() && !outcome) {
        refusal = refuse(Field::Outcome, "is neither success nor failure");
    } else if (!kind && !outcome) {
        refusal = refuse(Field::Kind, "is missing, and so is outcome");
    } else if (kind && !isLoginKind(*kind)) {
        refusal = LineVerdict::notLogin();
    } else {
        event.kind = kind.value_or(outcome == Outcome::Success ? EventKind::LoginSucceeded : EventKind::LoginFailed);
        event.outcome = outcome.value_or(outcomeOf(event.kind));
        const bool fixed = event.kind != EventKind::AccessRevoked && event.kind != EventKind::AccountLocked &&
                           event.kind != EventKind::SessionExpired && event.kind != EventKind::AccountUnlocked;
        if (!fixed || event.outcome == outcomeOf(event.kind)) return true;
        refusal = refuse(Field::Outcome, "contradicts kind");
    }
    return false;
}

bool takeOrigin(const FieldValues &values, AuditEvent &event, LineVerdict &refusal)
{
    const QByteArray address = at(values, Field::Address).toUtf8();
    if (!address.isEmpty()) {
        const auto endpoint = endpointFrom({address.constData(), static_cast<size_t>(address.size())});
        if (!endpoint) {
            refusal = refuse(Field::Address, "is neither an address nor a host name");
            return false;
        }
        event.origin.address = endpoint->address;
        event.origin.port = endpoint->port;
    }
    if (const QString &port = at(values, Field::Port); !port.isEmpty()) {
        bool ok = false;
        event.origin.port = port.toUShort(&ok);
        if (!ok) {
            refusal = refuse(Field::Port, "is no port number");
            return false;
        }
    }
    event.origin.service = displayText(at(values, Field::Service), 64);
    event.origin.agent = displayText(at(values, Field::Agent));
    return true;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString()) return value.toString();
    if (value.isDouble()) return QString::number(value.toInteger());
    return {};
}

}  // namespace

QLatin1String fieldName(Field field)
{
    return names[static_cast<size_t>(field)];
}

std::optional<Field> fieldFromName(QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i)
        if (name.compare(names[i], Qt::CaseInsensitive) == 0) return static_cast<Field>(i);
    return std::nullopt;
}

LineVerdict eventFromFields(const FieldValues &values, Format format, LogTime &time)
{
    AuditEvent event;
    LineVerdict refusal;
    if (!takeKind(values, event, refusal) || !takeOrigin(values, event, refusal)) return refusal;
    if (at(values, Field::Time).isEmpty()) return refuse(Field::Time, "is missing");
    const auto ms = instant(at(values, Field::Time), time);
    if (!ms) return refuse(Field::Time, "is no time that exists");
    event.time = utcFromMs(*ms);
    event.reason = displayText(at(values, Field::Reason), 64);
    event.detail = displayText(at(values, Field::Detail), longestDetail);

    event.actor.name = displayText(at(values, Field::User));
    const QString &typeText = at(values, Field::ActorType);
    const auto type = actorTypeFromName(typeText);
    if (!typeText.isEmpty() && !type) return refuse(Field::ActorType, "is no type of actor");
    const bool nobody = event.actor.name.isEmpty() || event.reason == QLatin1String("no_such_user");
    event.actor.type = type.value_or(nobody ? ActorType::Unknown : ActorType::User);

    if (const QString object = displayText(at(values, Field::Object)); !object.isEmpty()) {
        const QString objectType = displayText(at(values, Field::ObjectType), 64);
        event.object = {objectType.isEmpty() ? QStringLiteral("account") : objectType, {}, object};
    } else if (!event.actor.name.isEmpty()) {
        event.object = {QStringLiteral("account"), {}, event.actor.name};
    }
    event.source = {QString(formatName(format)), displayText(at(values, Field::Host))};
    return LineVerdict::of(std::move(event));
}

NdJsonParser::NdJsonParser(const ImportOptions &options) : m_time(options.zone, options.now) {}

LineVerdict NdJsonParser::feed(std::string_view line)
{
    if (trimmed(line).empty()) return LineVerdict::notLogin();
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray(line.data(), static_cast<qsizetype>(line.size())), &error);
    if (error.error != QJsonParseError::NoError)
        return LineVerdict::refuse(QStringLiteral("is no JSON: %1").arg(error.errorString()));
    if (!document.isObject()) return LineVerdict::refuse(QStringLiteral("is no JSON object"));
    const QJsonObject object = document.object();
    FieldValues values;
    for (size_t i = 0; i < fieldCount; ++i)
        values[i] = textOf(object.value(names[i]));

    const auto nested = [&](const char *outer, const char *inner, Field field) {
        if (const QString text = textOf(object.value(QLatin1String(outer)).toObject().value(QLatin1String(inner)));
            !text.isEmpty())
            at(values, field) = text;
    };
    nested("actor", "name", Field::User);
    nested("actor", "type", Field::ActorType);
    nested("origin", "address", Field::Address);
    nested("origin", "port", Field::Port);
    nested("origin", "service", Field::Service);
    nested("origin", "agent", Field::Agent);
    nested("object", "name", Field::Object);
    nested("object", "type", Field::ObjectType);
    nested("source", "host", Field::Host);
    return eventFromFields(values, Format::NdJson, m_time);
}

}  // namespace lw::import
