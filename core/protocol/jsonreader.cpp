// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonreader.h"

#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace lw::protocol {

namespace {

QString elementPath(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

bool isWhole(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble();
    return value.isDouble() && std::floor(number) == number && number >= static_cast<double>(least) &&
           number <= static_cast<double>(most);
}

QString wholeRule(qint64 least, qint64 most)
{
    return QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most);
}

}  // namespace

JsonReader::JsonReader(QJsonObject object, QString path, std::shared_ptr<State> state)
    : m_object(std::move(object)), m_path(std::move(path)), m_state(std::move(state))
{
}

JsonReader JsonReader::parse(QByteArrayView json, qint64 maxBytes, Errc code)
{
    auto state = std::make_shared<State>(State{code, {}, false});
    JsonReader reader({}, {}, state);
    const auto refuse = [&state](Errc errc, const QString &message) {
        state->failed = true;
        state->error = makeError(errc, message);
    };
    if (json.size() > maxBytes) {
        refuse(Errc::TooLarge,
               QStringLiteral("The JSON text has %1 bytes; the limit is %2.").arg(json.size()).arg(maxBytes));
        return reader;
    }
    QJsonParseError parseError{};
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &parseError);
    if (parseError.error != QJsonParseError::NoError)
        refuse(
            code,
            QStringLiteral("Not a JSON text (at byte %1: %2).").arg(parseError.offset).arg(parseError.errorString()));
    else if (!document.isObject())
        refuse(code, QStringLiteral("The JSON text must be an object."));
    else
        reader.m_object = document.object();
    return reader;
}

QString JsonReader::pathOf(QLatin1String name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

void JsonReader::fail(const QString &path, const QString &what)
{
    if (m_state->failed) return;
    m_state->failed = true;
    m_state->error = makeError(m_state->code, QStringLiteral("%1 %2.").arg(path, what), path);
}

void JsonReader::refuse(QLatin1String name, const QString &what)
{
    fail(pathOf(name), what);
}

bool JsonReader::ok() const
{
    return !m_state->failed;
}

bool JsonReader::has(QLatin1String name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

bool JsonReader::isNull(QLatin1String name) const
{
    return m_object.value(name).isNull();
}

// Undefined when there is nothing to read: absent and optional, or an error was noted.
QJsonValue JsonReader::value(QLatin1String name, Need need)
{
    if (m_state->failed) return QJsonValue(QJsonValue::Undefined);
    if (has(name)) return m_object.value(name);
    if (need == Need::Required) fail(pathOf(name), QStringLiteral("is missing"));
    return QJsonValue(QJsonValue::Undefined);
}

bool JsonReader::checkText(const QJsonValue &value, const QString &path, int maxLength, Empty empty)
{
    const QString text = value.toString();
    if (!value.isString())
        fail(path, QStringLiteral("must be text"));
    else if (text.isEmpty() && empty == Empty::Refused)
        fail(path, QStringLiteral("must not be empty"));
    else if (text.size() > maxLength)
        fail(path, QStringLiteral("must have at most %1 characters").arg(maxLength));
    else if (!text.isValidUtf16())
        fail(path, QStringLiteral("must be Unicode text without lone surrogates"));
    return ok();
}

QString JsonReader::text(QLatin1String name, int maxLength, Need need, Empty empty)
{
    const QJsonValue given = value(name, need);
    if (given.isUndefined() || !checkText(given, pathOf(name), maxLength, empty)) return {};
    return given.toString();
}

bool JsonReader::boolean(QLatin1String name, Need need)
{
    const QJsonValue given = value(name, need);
    if (!given.isUndefined() && !given.isBool()) fail(pathOf(name), QStringLiteral("must be true or false"));
    return given.toBool();
}

qint64 JsonReader::integer(QLatin1String name, qint64 least, qint64 most, Need need)
{
    const QJsonValue given = value(name, need);
    if (given.isUndefined()) return 0;
    if (isWhole(given, least, most)) return static_cast<qint64>(given.toDouble());
    fail(pathOf(name), wholeRule(least, most));
    return 0;
}

QDateTime JsonReader::instant(QLatin1String name, Need need)
{
    const QJsonValue given = value(name, need);
    if (given.isUndefined()) return {};
    QDateTime time = fromRfc3339(given.toString());
    if (!given.isString() || !time.isValid())
        fail(pathOf(name), QStringLiteral("must be a time like 2026-11-22T14:00:12.418Z"));
    return time;
}

QJsonArray JsonReader::array(QLatin1String name, int maxCount)
{
    const QJsonValue given = value(name, Need::Required);
    if (given.isUndefined()) return {};
    if (!given.isArray())
        fail(pathOf(name), QStringLiteral("must be a list"));
    else if (given.toArray().size() > maxCount)
        fail(pathOf(name), QStringLiteral("must have at most %1 elements").arg(maxCount));
    else
        return given.toArray();
    return {};
}

QStringList JsonReader::texts(QLatin1String name, int maxCount, int maxLength)
{
    QStringList list;
    const QJsonArray elements = array(name, maxCount);
    for (qsizetype i = 0; i < elements.size() && ok(); ++i)
        if (checkText(elements.at(i), elementPath(pathOf(name), i), maxLength, Empty::Refused))
            list.append(elements.at(i).toString());
    return list;
}

QList<qint64> JsonReader::integers(QLatin1String name, int maxCount, qint64 least, qint64 most)
{
    QList<qint64> list;
    const QJsonArray elements = array(name, maxCount);
    for (qsizetype i = 0; i < elements.size() && ok(); ++i) {
        if (isWhole(elements.at(i), least, most))
            list.append(static_cast<qint64>(elements.at(i).toDouble()));
        else
            fail(elementPath(pathOf(name), i), wholeRule(least, most));
    }
    return list;
}

QList<Hash> JsonReader::hashes(QLatin1String name, int maxCount)
{
    QList<Hash> list;
    const QJsonArray elements = array(name, maxCount);
    for (qsizetype i = 0; i < elements.size() && ok(); ++i) {
        const QByteArray text = elements.at(i).toString().toUtf8();
        const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        Hash hash{};
        if (!decoded || decoded.decoded.size() != static_cast<qsizetype>(hash.size()) ||
            decoded.decoded.toBase64() != text) {
            fail(elementPath(pathOf(name), i), QStringLiteral("must be base64 of a SHA-256 hash"));
            break;
        }
        std::copy(decoded.decoded.begin(), decoded.decoded.end(), hash.begin());
        list.append(hash);
    }
    return list;
}

JsonReader JsonReader::object(QLatin1String name)
{
    const QJsonValue given = value(name, Need::Required);
    if (!given.isUndefined() && !given.isObject()) fail(pathOf(name), QStringLiteral("must be an object"));
    return JsonReader(given.toObject(), pathOf(name), m_state);
}

std::optional<JsonReader> JsonReader::optionalObject(QLatin1String name)
{
    if (!has(name)) return std::nullopt;
    return object(name);
}

std::vector<JsonReader> JsonReader::objects(QLatin1String name, int maxCount)
{
    std::vector<JsonReader> list;
    const QJsonArray elements = array(name, maxCount);
    list.reserve(static_cast<size_t>(elements.size()));
    for (qsizetype i = 0; i < elements.size() && ok(); ++i) {
        const QString path = elementPath(pathOf(name), i);
        if (!elements.at(i).isObject()) fail(path, QStringLiteral("must be an object"));
        list.push_back(JsonReader(elements.at(i).toObject(), path, m_state));
    }
    return list;
}

}  // namespace lw::protocol
