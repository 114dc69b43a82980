// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/canonical.h"

#include "core/audit/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lw::audit {

namespace {

void writePoint(char32_t point, QByteArray &out)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (point) {
        case U'"': out += "\\\""; return;
        case U'\\': out += "\\\\"; return;
        case U'\b': out += "\\b"; return;
        case U'\f': out += "\\f"; return;
        case U'\n': out += "\\n"; return;
        case U'\r': out += "\\r"; return;
        case U'\t': out += "\\t"; return;
        default: break;
    }
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x20) {
        out += "\\u00";
        out += hex[point >> 4];
        out += hex[point & 0xF];
    } else if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

void writeNumber(double number, QByteArray &out)
{
    if (std::isfinite(number))
        out += canonicalNumber(number);
    else
        out += "null";
}

}  // namespace

void writeCanonicalText(QStringView text, QByteArray &out)
{
    const auto isPlain = [](char16_t c) { return c >= 0x20 && c < 0x7F && c != u'"' && c != u'\\'; };
    const char16_t *units = text.utf16();
    const qsizetype size = text.size();
    out += '"';
    for (qsizetype i = 0; i < size;) {
        const qsizetype first = i;
        while (i < size && isPlain(units[i]))
            ++i;
        if (i > first) {
            // Nearly all text of a log is this; copying runs is several times faster than single characters.
            const qsizetype at = out.size();
            out.resize(at + i - first);
            std::transform(units + first, units + i, out.data() + at, [](char16_t c) { return static_cast<char>(c); });
            continue;
        }
        char32_t point = units[i++];
        if (QChar::isHighSurrogate(point) && i < size && QChar::isLowSurrogate(units[i]))
            point = QChar::surrogateToUcs4(static_cast<char16_t>(point), units[i++]);
        writePoint(QChar::isSurrogate(point) || QChar::isNonCharacter(point) ? U'\uFFFD' : point, out);
    }
    out += '"';
}

void writeCanonical(const JsonNode &node, QByteArray &out)
{
    char separator = 0;
    const auto separate = [&] {
        if (separator != 0) out += separator;
        separator = ',';
    };
    switch (node.type) {
        case JsonNode::Type::Null: out += "null"; break;
        case JsonNode::Type::False: out += "false"; break;
        case JsonNode::Type::True: out += "true"; break;
        case JsonNode::Type::Number: writeNumber(node.number, out); break;
        case JsonNode::Type::Text: writeCanonicalText(node.text, out); break;
        case JsonNode::Type::Array:
            out += '[';
            for (const JsonNode &item : node.items) {
                separate();
                writeCanonical(item, out);
            }
            out += ']';
            break;
        case JsonNode::Type::Object:
            out += '{';
            for (const auto &[name, child] : node.members) {
                separate();
                writeCanonicalText(name, out);
                out += ':';
                writeCanonical(child, out);
            }
            out += '}';
            break;
    }
}

void writeCanonical(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
        case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; break;
        case QJsonValue::Double: writeNumber(value.toDouble(), out); break;
        case QJsonValue::String: writeCanonicalText(value.toString(), out); break;
        case QJsonValue::Array: {
            out += '[';
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                if (i != 0) out += ',';
                writeCanonical(array.at(i), out);
            }
            out += ']';
            break;
        }
        case QJsonValue::Object: {
            out += '{';
            const QJsonObject object = value.toObject();
            QStringList names = object.keys();
            std::sort(names.begin(), names.end());
            for (qsizetype i = 0; i < names.size(); ++i) {
                if (i != 0) out += ',';
                writeCanonicalText(names[i], out);
                out += ':';
                writeCanonical(object.value(names[i]), out);
            }
            out += '}';
            break;
        }
        case QJsonValue::Null:
        case QJsonValue::Undefined: out += "null"; break;
    }
}

Result<QByteArray> canonicalise(QByteArrayView json)
{
    Result<JsonNode> tree = parseJson(json);
    if (!tree) return tree.error();
    QByteArray out;
    out.reserve(json.size());
    writeCanonical(*tree, out);
    return out;
}

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    writeCanonical(value, out);
    return out;
}

// ECMA-262, Number::toString(x, 10): with the shortest digits that read back as x (what to_chars gives), k of them, and
// the decimal point after n digits, the layout depends on n alone.
QByteArray canonicalNumber(double number)
{
    if (number == 0) return QByteArrayLiteral("0");  // also minus zero
    std::array<char, 32> buffer{};
    const bool negative = number < 0;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), negative ? -number : number,
                                       std::chars_format::scientific);
    const QByteArrayView text(buffer.data(), written.ptr - buffer.data());
    const qsizetype e = text.indexOf('e');
    QByteArray digits(1, text[0]);
    if (e > 2) digits += text.sliced(2, e - 2);
    qsizetype n = text.sliced(e + 1).toInt() + 1;
    const qsizetype k = digits.size();

    QByteArray out;
    if (negative) out += '-';
    if (k <= n && n <= 21) return out + digits + QByteArray(n - k, '0');
    if (0 < n && n <= 21) return out + digits.first(n) + '.' + digits.sliced(n);
    if (-6 < n && n <= 0) return out + "0." + QByteArray(-n, '0') + digits;
    out += digits[0];
    if (k > 1) out += '.' + digits.sliced(1);
    n -= 1;
    return out + 'e' + (n < 0 ? '-' : '+') + QByteArray::number(n < 0 ? -n : n);
}

}  // namespace lw::audit
