// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/secretjson.h"

#include <QChar>

#include <cstring>

namespace lw::protocol {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool readUnit(QByteArrayView raw, qsizetype at, char32_t &unit)
{
    if (at + 4 > raw.size()) return false;
    unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexDigit(raw[i]);
        if (digit < 0) return false;
        unit = unit * 16 + static_cast<char32_t>(digit);
    }
    return true;
}

template <typename Put>
void putUtf8(char32_t point, Put &&put)
{
    const auto tail = [&](int shift) { put(static_cast<char>(0x80 | ((point >> shift) & 0x3F))); };
    if (point < 0x80) {
        put(static_cast<char>(point));
    } else if (point < 0x800) {
        put(static_cast<char>(0xC0 | (point >> 6)));
        tail(0);
    } else if (point < 0x10000) {
        put(static_cast<char>(0xE0 | (point >> 12)));
        tail(6);
        tail(0);
    } else {
        put(static_cast<char>(0xF0 | (point >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Gives the bytes of a JSON text (without its quotes) one by one; false: not a text. Run twice: to count and to write.
template <typename Put>
bool unescape(QByteArrayView raw, Put &&put)
{
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (static_cast<unsigned char>(c) < 0x20) return false;
        if (c != '\\') {
            put(c);
            continue;
        }
        if (++i == raw.size()) return false;
        switch (raw[i]) {
            case '"':
            case '\\':
            case '/': put(raw[i]); continue;
            case 'b': put('\b'); continue;
            case 'f': put('\f'); continue;
            case 'n': put('\n'); continue;
            case 'r': put('\r'); continue;
            case 't': put('\t'); continue;
            case 'u': break;
            default: return false;
        }
        char32_t point = 0;
        if (!readUnit(raw, i + 1, point)) return false;
        i += 4;
        if (QChar::isSurrogate(point)) {
            char32_t low = 0;
            if (!QChar::isHighSurrogate(point) || i + 2 >= raw.size() || raw[i + 1] != '\\' || raw[i + 2] != 'u' ||
                !readUnit(raw, i + 3, low) || !QChar::isLowSurrogate(low))
                return false;
            point = QChar::surrogateToUcs4(static_cast<char16_t>(point), static_cast<char16_t>(low));
            i += 6;
        }
        putUtf8(point, put);
    }
    return true;
}

// The index of the quote that ends the text begun at `quote`; the body's size when it never ends.
qsizetype endOfText(QByteArrayView body, qsizetype quote)
{
    for (qsizetype i = quote + 1; i < body.size(); ++i) {
        if (body[i] == '\\')
            ++i;
        else if (body[i] == '"')
            return i;
    }
    return body.size();
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipSpace(QByteArrayView body, qsizetype at)
{
    while (at < body.size() && isSpace(body[at]))
        ++at;
    return at;
}

}  // namespace

void appendJsonText(QByteArray &out, QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 0xF];
        } else {
            out += c;
        }
    }
    out += '"';
}

SecretBody::SecretBody(QByteArrayView body) : m_body(body.data(), body.size()) {}

SecretBody::~SecretBody()
{
    wipe(m_body);
}

// Where the values of the members of this name begin: of the outermost object's, or of every object's.
std::vector<qsizetype> SecretBody::valuesOf(QLatin1String name, bool topOnly) const
{
    std::vector<qsizetype> found;
    int depth = 0;
    bool expectName = false;
    for (qsizetype i = 0; i < m_body.size(); ++i) {
        const char c = m_body.at(i);
        if (c == '{' || c == '[') {
            expectName = c == '{';
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            expectName = true;
        }
        if (c != '"') continue;
        const qsizetype end = endOfText(m_body, i);
        const bool isName = expectName && (depth == 1 || !topOnly);
        expectName = false;
        if (end == m_body.size()) break;
        const qsizetype colon = skipSpace(m_body, end + 1);
        if (isName && QLatin1String(m_body.constData() + i + 1, end - i - 1) == name && colon < m_body.size() &&
            m_body.at(colon) == ':')
            found.push_back(skipSpace(m_body, colon + 1));
        i = end;
    }
    return found;
}

// Moves the text that begins at `open` out and overwrites it; false: there is no text. `close`: its last quote.
bool SecretBody::cut(qsizetype open, Secret &secret, qsizetype &close)
{
    if (open >= m_body.size() || m_body.at(open) != '"') return false;
    close = endOfText(m_body, open);
    if (close == m_body.size()) return false;
    const QByteArrayView raw = QByteArrayView(m_body).sliced(open + 1, close - open - 1);
    int size = 0;
    if (!unescape(raw, [&](char) { ++size; })) return false;
    secret = Secret(size);
    int at = 0;
    (void)unescape(raw, [&](char byte) { secret[at++] = byte; });
    std::memset(m_body.data() + open, ' ', static_cast<size_t>(close - open + 1));
    m_body[open] = m_body[open + 1] = '"';
    return true;
}

Secret SecretBody::take(QLatin1String name)
{
    Secret secret;
    int found = 0;
    for (const qsizetype value : valuesOf(name)) {
        qsizetype close = 0;
        if (cut(value, secret, close)) ++found;
    }
    return found == 1 ? secret : Secret();
}

QList<Secret> SecretBody::takeEach(QLatin1String name)
{
    QList<Secret> secrets;
    for (const qsizetype value : valuesOf(name, false)) {
        Secret secret;
        qsizetype close = 0;
        if (cut(value, secret, close)) secrets.append(secret);
    }
    return secrets;
}

std::vector<Secret> SecretBody::takeList(QLatin1String name)
{
    std::vector<Secret> list;
    const std::vector<qsizetype> values = valuesOf(name);
    bool sound = values.size() == 1;
    for (const qsizetype value : values) {
        if (value >= m_body.size() || m_body.at(value) != '[') return {};
        qsizetype at = value;
        do {
            Secret secret;
            qsizetype close = 0;
            sound = cut(skipSpace(m_body, at + 1), secret, close) && sound;
            if (close == 0) return {};
            list.push_back(std::move(secret));
            at = skipSpace(m_body, close + 1);
        } while (at < m_body.size() && m_body.at(at) == ',');
        sound = sound && at < m_body.size() && m_body.at(at) == ']';
    }
    return sound ? list : std::vector<Secret>();
}

}  // namespace lw::protocol
