// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of an import, see accounts.h. Written by hand where it holds one-time passwords: 10,000 of them must not
// stay behind in memory that nobody wipes.
#include "core/protocol/accounts.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"
#include "core/util/time.h"

#include <QJsonDocument>

#include <array>

namespace lw::protocol {

namespace {

using Action = ImportLine::Action;
using State = ImportPlan::State;
using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldState("state");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldCreatedBy("createdBy");
constexpr QLatin1String fieldCreates("creates");
constexpr QLatin1String fieldChanges("changes");
constexpr QLatin1String fieldUnchanged("unchanged");
constexpr QLatin1String fieldRefused("refused");
constexpr QLatin1String fieldLines("lines");
constexpr QLatin1String fieldLine("line");
constexpr QLatin1String fieldAction("action");
constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldDetail("detail");
constexpr QLatin1String fieldField("field");
constexpr QLatin1String fieldPassword("oneTimePassword");
constexpr int idLength = 64;
constexpr int lineMost = 100'000'000;

constexpr std::array<std::pair<Action, QLatin1String>, 4> actions{{{Action::Create, QLatin1String("create")},
                                                                   {Action::Change, QLatin1String("change")},
                                                                   {Action::Unchanged, QLatin1String("unchanged")},
                                                                   {Action::Refused, QLatin1String("refused")}}};
constexpr std::array<std::pair<State, QLatin1String>, 4> states{{{State::Planned, QLatin1String("planned")},
                                                                 {State::Refused, QLatin1String("refused")},
                                                                 {State::Applied, QLatin1String("applied")},
                                                                 {State::Undone, QLatin1String("undone")}}};

template <typename Rows, typename Value>
QLatin1String nameIn(const Rows &rows, Value value)
{
    for (const auto &[known, name] : rows)
        if (known == value) return name;
    return {};
}

template <typename Value, typename Rows>
std::optional<Value> valueIn(const Rows &rows, QStringView name)
{
    for (const auto &[value, known] : rows)
        if (known == name) return value;
    return std::nullopt;
}

template <typename Value>
Value named(JsonReader &reader, QLatin1String field, std::optional<Value> (*fromName)(QStringView), Value fallback)
{
    const std::optional<Value> value = fromName(reader.text(field, idLength));
    if (!value && reader.ok()) reader.refuse(field, QStringLiteral("has an unknown value"));
    return value.value_or(fallback);
}

QJsonObject lineJson(const ImportLine &line)
{
    QJsonObject object{{fieldLine, line.line},
                       {fieldAction, QString(importActionName(line.action))},
                       {fieldLogin, line.login},
                       {fieldDetail, line.detail}};
    if (!line.field.isEmpty()) object.insert(fieldField, line.field);
    return object;
}

ImportLine readLine(JsonReader reader, const QList<Secret> &secrets, qsizetype &nextSecret)
{
    ImportLine line;
    line.line = static_cast<int>(reader.integer(fieldLine, 1, lineMost));
    line.action = named(reader, fieldAction, importActionFromName, Action::Refused);
    line.login = reader.text(fieldLogin, limits::loginLength, Need::Required, Empty::Allowed);
    line.detail = reader.text(fieldDetail, limits::sentenceLength, Need::Required, Empty::Allowed);
    line.field = reader.text(fieldField, limits::nameLength, Need::Optional, Empty::Allowed);
    if (reader.has(fieldPassword)) {
        (void)reader.text(fieldPassword, limits::passwordBytes, Need::Required, Empty::Allowed);
        if (nextSecret < secrets.size()) line.oneTimePassword = secrets[nextSecret];
        ++nextSecret;
    }
    return line;
}

}  // namespace

QLatin1String importActionName(Action action)
{
    return nameIn(actions, action);
}

std::optional<Action> importActionFromName(QStringView name)
{
    return valueIn<Action>(actions, name);
}

QLatin1String importStateName(State state)
{
    return nameIn(states, state);
}

std::optional<State> importStateFromName(QStringView name)
{
    return valueIn<State>(states, name);
}

QByteArray toJson(const ImportPlan &plan)
{
    QByteArray out = QJsonDocument(QJsonObject{{fieldId, plan.id},
                                               {fieldState, QString(importStateName(plan.state))},
                                               {fieldCreatedAt, toRfc3339(plan.createdAt)},
                                               {fieldCreatedBy, plan.createdBy},
                                               {fieldCreates, plan.creates},
                                               {fieldChanges, plan.changes},
                                               {fieldUnchanged, plan.unchanged},
                                               {fieldRefused, plan.refused}})
                         .toJson(QJsonDocument::Compact);
    out.chop(1);
    out += ",\"lines\":[";
    QList<QByteArray> texts;
    texts.reserve(plan.lines.size());
    qsizetype room = out.size() + 2;
    for (const ImportLine &line : plan.lines) {
        texts.append(QJsonDocument(lineJson(line)).toJson(QJsonDocument::Compact));
        room += texts.last().size() + 32 + 6 * static_cast<qsizetype>(line.oneTimePassword.size());
    }
    out.reserve(room);
    for (qsizetype i = 0; i < plan.lines.size(); ++i) {
        if (i > 0) out += ',';
        const Secret &secret = plan.lines[i].oneTimePassword;
        out.append(texts[i].constData(), secret.isEmpty() ? texts[i].size() : texts[i].size() - 1);
        if (secret.isEmpty()) continue;
        out += ",\"oneTimePassword\":";
        appendJsonText(out, QByteArrayView(secret.constData(), secret.size()));
        out += '}';
    }
    out += "]}";
    return out;
}

Result<ImportPlan> importPlanFromJson(QByteArrayView body)
{
    if (body.size() > limits::importPlanBytes)
        return makeError(
            Errc::TooLarge,
            QStringLiteral("The plan has %1 bytes; the limit is %2.").arg(body.size()).arg(limits::importPlanBytes));
    SecretBody secrets(body);
    const QList<Secret> passwords = secrets.takeEach(fieldPassword);
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::importPlanBytes, Errc::Protocol);
    const auto count = [&](QLatin1String name) {
        return static_cast<int>(reader.integer(name, 0, limits::importLines));
    };
    ImportPlan plan;
    plan.id = reader.text(fieldId, idLength);
    plan.state = named(reader, fieldState, importStateFromName, State::Refused);
    plan.createdAt = reader.instant(fieldCreatedAt);
    plan.createdBy = reader.text(fieldCreatedBy, limits::loginLength);
    plan.creates = count(fieldCreates);
    plan.changes = count(fieldChanges);
    plan.unchanged = count(fieldUnchanged);
    plan.refused = count(fieldRefused);
    qsizetype next = 0;
    for (const JsonReader &element : reader.objects(fieldLines, limits::importLines))
        plan.lines.append(readLine(element, passwords, next));
    // One secret a line, in their order; anything else would give somebody another's password.
    if (reader.ok() && next != passwords.size())
        reader.refuse(fieldLines, QStringLiteral("must hold each one-time password once"));
    return reader.finish(std::move(plan));
}

}  // namespace lw::protocol
