// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/routes/schemacheck.h"

#include "core/util/time.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace lw::server::test {

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == QLatin1String("object")) return value.isObject();
    if (type == QLatin1String("array")) return value.isArray();
    if (type == QLatin1String("string")) return value.isString();
    if (type == QLatin1String("boolean")) return value.isBool();
    if (type == QLatin1String("integer")) return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return false;
}

}  // namespace

QJsonObject SchemaCheck::resolved(const QJsonObject &object) const
{
    const QString reference = object.value(QLatin1String("$ref")).toString();
    if (reference.isEmpty()) return object;
    QJsonValue found = m_document;
    const QStringList path = reference.mid(2).split(QLatin1Char('/'));
    for (const QString &step : path)
        found = found.toObject().value(step);
    return found.toObject();
}

QString SchemaCheck::judge(const QJsonValue &value, const QJsonObject &unresolved, const QString &path) const
{
    const QJsonObject schema = resolved(unresolved);
    if (schema.isEmpty()) return path + QStringLiteral(": no such schema");
    const QString type = schema.value(QLatin1String("type")).toString();
    if (!isOfType(value, type)) return path + QStringLiteral(": not of type ") + type;
    if (schema.contains(QLatin1String("const")) && schema.value(QLatin1String("const")) != value)
        return path + QStringLiteral(": not the constant");
    if (schema.contains(QLatin1String("enum")) && !schema.value(QLatin1String("enum")).toArray().contains(value))
        return path + QStringLiteral(": not one of the enum: ") + value.toString();
    if (value.isDouble()) {
        if (value.toDouble() < schema.value(QLatin1String("minimum")).toDouble(value.toDouble()) ||
            value.toDouble() > schema.value(QLatin1String("maximum")).toDouble(value.toDouble()))
            return path + QStringLiteral(": out of range");
    }
    if (value.isString()) return judgeText(value.toString(), schema, path);
    if (value.isObject()) return judgeObject(value.toObject(), schema, path);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (array.size() > schema.value(QLatin1String("maxItems")).toInt(static_cast<int>(array.size())))
            return path + QStringLiteral(": too many items");
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString wrong =
                judge(array[i], schema.value(QLatin1String("items")).toObject(), path + QStringLiteral("[%1]").arg(i));
            if (!wrong.isEmpty()) return wrong;
        }
    }
    return {};
}

QString SchemaCheck::judgeText(const QString &text, const QJsonObject &schema, const QString &path) const
{
    const qsizetype length = text.size();
    if (length < schema.value(QLatin1String("minLength")).toInt(0) ||
        length > schema.value(QLatin1String("maxLength")).toInt(static_cast<int>(length)))
        return path + QStringLiteral(": length");
    const QString pattern = schema.value(QLatin1String("pattern")).toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        return path + QStringLiteral(": does not match ") + pattern;
    if (schema.value(QLatin1String("format")).toString() == QLatin1String("date-time") &&
        toRfc3339(fromRfc3339(text)) != text)
        return path + QStringLiteral(": not an instant in the contract's form");
    return {};
}

QString SchemaCheck::judgeObject(const QJsonObject &value, const QJsonObject &schema, const QString &path) const
{
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    for (const QJsonValue &name : required)
        if (!value.contains(name.toString())) return path + QStringLiteral(": lacks ") + name.toString();
    if (!schema.contains(QLatin1String("properties"))) return {};
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    for (auto it = value.begin(); it != value.end(); ++it) {
        const QString member = path + QLatin1Char('.') + it.key();
        // The document describes itself only in its outline.
        if (!properties.contains(it.key())) {
            if (properties.contains(QLatin1String("openapi"))) continue;
            return member + QStringLiteral(": not in the document");
        }
        const QString wrong = judge(it.value(), properties.value(it.key()).toObject(), member);
        if (!wrong.isEmpty()) return wrong;
    }
    return {};
}

}  // namespace lw::server::test
