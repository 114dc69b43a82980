// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/json.h"

#include "core/audit/canonical.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace lw::audit {

namespace {

class Reader {
  public:
    explicit Reader(QByteArrayView json) : m_at(json.data()), m_begin(json.data()), m_end(json.data() + json.size()) {}

    Result<JsonNode> read()
    {
        JsonNode node;
        skipSpace();
        if (value(node, 0)) {
            skipSpace();
            if (m_at == m_end) return node;
            fail("text after the end of the value");
        }
        return makeError(Errc::InvalidInput,
                         QStringLiteral("Not acceptable JSON at byte %1: %2.").arg(m_where).arg(QLatin1String(m_why)));
    }

  private:
    bool fail(const char *why)
    {
        m_why = why;
        m_where = m_at - m_begin;
        return false;
    }

    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at == m_end || *m_at != c) return false;
        ++m_at;
        return true;
    }

    bool word(std::string_view expected, JsonNode &node, JsonNode::Type type)
    {
        if (static_cast<size_t>(m_end - m_at) < expected.size() || std::string_view(m_at, expected.size()) != expected)
            return fail("expected a value");
        m_at += expected.size();
        node.type = type;
        return true;
    }

    bool value(JsonNode &node, int depth)
    {
        if (m_at == m_end) return fail("expected a value");
        switch (*m_at) {
            case '{': return object(node, depth + 1);
            case '[': return array(node, depth + 1);
            case '"': node.type = JsonNode::Type::Text; return text(node.text);
            case 't': return word("true", node, JsonNode::Type::True);
            case 'f': return word("false", node, JsonNode::Type::False);
            case 'n': return word("null", node, JsonNode::Type::Null);
            default: return number(node);
        }
    }

    bool array(JsonNode &node, int depth)
    {
        if (depth > maxJsonDepth) return fail("nested too deeply");
        node.type = JsonNode::Type::Array;
        ++m_at;
        skipSpace();
        if (take(']')) return true;
        do {
            skipSpace();
            if (!value(node.items.emplace_back(), depth)) return false;
            skipSpace();
        } while (take(','));
        return take(']') || fail("expected ',' or ']'");
    }

    bool object(JsonNode &node, int depth)
    {
        if (depth > maxJsonDepth) return fail("nested too deeply");
        node.type = JsonNode::Type::Object;
        ++m_at;
        skipSpace();
        if (take('}')) return true;
        do {
            skipSpace();
            auto &[name, child] = node.members.emplace_back();
            if (m_at == m_end || *m_at != '"') return fail("expected a member name");
            if (!text(name)) return false;
            skipSpace();
            if (!take(':')) return fail("expected ':'");
            skipSpace();
            if (!value(child, depth)) return false;
            skipSpace();
        } while (take(','));
        if (!take('}')) return fail("expected ',' or '}'");
        const auto byName = [](const auto &a, const auto &b) { return a.first < b.first; };
        if (!std::is_sorted(node.members.begin(), node.members.end(), byName))
            std::sort(node.members.begin(), node.members.end(), byName);
        const auto twice = std::adjacent_find(node.members.begin(), node.members.end(),
                                              [](const auto &a, const auto &b) { return a.first == b.first; });
        return twice == node.members.end() || fail("a member name is used twice in this object");
    }

    bool digits()
    {
        const char *first = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != first;
    }

    bool number(JsonNode &node)
    {
        const char *first = m_at;
        take('-');
        if (!take('0') && !digits()) return fail("expected a value");
        if (take('.') && !digits()) return fail("expected a digit");
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            if (!digits()) return fail("expected a digit");
        }
        node.type = JsonNode::Type::Number;
        const auto [end, ec] = std::from_chars(first, m_at, node.number);
        if (ec == std::errc::result_out_of_range) return outOfRange(node, first);
        return (ec == std::errc() && end == m_at) || fail("not a number");
    }

    // from_chars tells overflow and underflow alike; the one is an error, the other is zero. Which of them it was is
    // told by the power of ten of the leading digit.
    bool outOfRange(JsonNode &node, const char *first)
    {
        const std::string_view literal(first, static_cast<size_t>(m_at - first));
        const size_t exponentAt = std::min(literal.find_first_of("eE"), literal.size());
        const std::string_view mantissa = literal.substr(0, exponentAt);
        const size_t point = std::min(mantissa.find('.'), mantissa.size());
        const size_t leading = mantissa.find_first_of("123456789");
        qint64 exponent = 0;
        const bool negative = exponentAt + 1 < literal.size() && literal[exponentAt + 1] == '-';
        for (const char c : literal.substr(exponentAt))
            if (c >= '0' && c <= '9') exponent = std::min<qint64>(exponent * 10 + (c - '0'), 100 * maxJsonBytes);
        const auto power = static_cast<qint64>(point) - static_cast<qint64>(leading);
        if (power + (negative ? -exponent : exponent) > 0) return fail("a number beyond the range of a double");
        node.number = 0;
        return true;
    }

    bool hex4(char16_t &unit)
    {
        if (m_end - m_at < 4) return fail("an incomplete \\u escape");
        unsigned value = 0;
        const auto [end, ec] = std::from_chars(m_at, m_at + 4, value, 16);
        if (ec != std::errc() || end != m_at + 4) return fail("an incomplete \\u escape");
        m_at += 4;
        unit = static_cast<char16_t>(value);
        return true;
    }

    bool escape(QString &out)
    {
        ++m_at;
        if (m_at == m_end) return fail("an unfinished text");
        const char c = *m_at++;
        switch (c) {
            case '"':
            case '\\':
            case '/': out += QLatin1Char(c); return true;
            case 'b': out += u'\b'; return true;
            case 'f': out += u'\f'; return true;
            case 'n': out += u'\n'; return true;
            case 'r': out += u'\r'; return true;
            case 't': out += u'\t'; return true;
            case 'u': break;
            default: return fail("an unknown escape");
        }
        char16_t unit = 0;
        if (!hex4(unit)) return false;
        if (QChar::isLowSurrogate(unit)) return fail("a lone surrogate");
        if (!QChar::isHighSurrogate(unit)) return append(unit, out);
        if (!take('\\') || !take('u')) return fail("a lone surrogate");
        char16_t low = 0;
        if (!hex4(low)) return false;
        if (!QChar::isLowSurrogate(low)) return fail("a lone surrogate");
        return append(QChar::surrogateToUcs4(unit, low), out);
    }

    bool append(char32_t point, QString &out)
    {
        if (QChar::isNonCharacter(point)) return fail("a Unicode noncharacter, which I-JSON forbids");
        out += QChar::fromUcs4(point);
        return true;
    }

    // One code point of more than one byte; RFC 3629 table of well-formed sequences.
    bool utf8(QString &out)
    {
        const auto byte = [this](qsizetype i) {
            return m_end - m_at > i ? static_cast<unsigned char>(m_at[i]) : static_cast<unsigned char>(0);
        };
        const auto tail = [&](qsizetype i) { return (byte(i) & 0xC0u) == 0x80u; };
        const unsigned lead = byte(0);
        char32_t point = 0;
        int length = 0;
        if (lead >= 0xC2 && lead <= 0xDF && tail(1)) {
            length = 2;
            point = ((lead & 0x1Fu) << 6) | (byte(1) & 0x3Fu);
        } else if (lead >= 0xE0 && lead <= 0xEF && tail(1) && tail(2)) {
            length = 3;
            point = ((lead & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu);
            if (point < 0x800 || (point >= 0xD800 && point <= 0xDFFF)) length = 0;
        } else if (lead >= 0xF0 && lead <= 0xF4 && tail(1) && tail(2) && tail(3)) {
            length = 4;
            point = ((lead & 0x07u) << 18) | ((byte(1) & 0x3Fu) << 12) | ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu);
            if (point < 0x10000 || point > 0x10FFFF) length = 0;
        }
        if (length == 0) return fail("invalid UTF-8");
        m_at += length;
        return append(point, out);
    }

    bool text(QString &out)
    {
        ++m_at;
        while (m_at != m_end) {
            const auto c = static_cast<unsigned char>(*m_at);
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c < 0x20) return fail("an unescaped control character");
            if (c == '\\') {
                if (!escape(out)) return false;
            } else if (c < 0x80) {
                const char *first = m_at;
                while (m_at != m_end && *m_at >= 0x20 && *m_at != '"' && *m_at != '\\')
                    ++m_at;
                out += QLatin1String(first, m_at - first);
            } else if (!utf8(out)) {
                return false;
            }
        }
        return fail("an unfinished text");
    }

    const char *m_at;
    const char *m_begin;
    const char *m_end;
    const char *m_why = "";
    qsizetype m_where = 0;
};

}  // namespace

const JsonNode *JsonNode::member(QStringView name) const
{
    for (const auto &[key, node] : members)
        if (key == name) return &node;
    return nullptr;
}

Result<JsonNode> parseJson(QByteArrayView json)
{
    if (json.size() > maxJsonBytes)
        return makeError(Errc::TooLarge, QStringLiteral("A JSON text of %1 bytes is over the limit of %2 bytes.")
                                             .arg(json.size())
                                             .arg(maxJsonBytes));
    return Reader(json).read();
}

QJsonValue toQJson(const JsonNode &node)
{
    switch (node.type) {
        case JsonNode::Type::Null: break;
        case JsonNode::Type::False: return false;
        case JsonNode::Type::True: return true;
        case JsonNode::Type::Number: return node.number;
        case JsonNode::Type::Text: return node.text;
        case JsonNode::Type::Array: {
            QJsonArray array;
            for (const JsonNode &item : node.items)
                array.append(toQJson(item));
            return array;
        }
        case JsonNode::Type::Object: {
            QJsonObject object;
            for (const auto &[name, child] : node.members)
                object.insert(name, toQJson(child));
            return object;
        }
    }
    return QJsonValue(QJsonValue::Null);
}

}  // namespace lw::audit
