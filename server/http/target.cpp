// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/target.h"

#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace lw::server {

namespace {

Error refuse(const char *why)
{
    return makeError(Errc::InvalidInput, QStringLiteral("The request target is refused: %1.").arg(QLatin1String(why)));
}

int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// nullopt: broken percent encoding, a control character, or bytes that are no UTF-8.
std::optional<QString> decode(QByteArrayView raw)
{
    QByteArray bytes;
    bytes.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            if (i + 2 >= raw.size() || hex(raw[i + 1]) < 0 || hex(raw[i + 2]) < 0) return std::nullopt;
            c = static_cast<char>(hex(raw[i + 1]) * 16 + hex(raw[i + 2]));
            i += 2;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) return std::nullopt;
        bytes.append(c);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? std::nullopt : std::optional(text);
}

}  // namespace

Result<Target> parseTarget(QByteArrayView raw)
{
    if (raw.isEmpty() || raw.front() != '/') return refuse("only a path with an optional query is understood");
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f) return refuse("it holds characters that must be percent-encoded");
        if (c == '#') return refuse("a fragment never travels");
        if (c == '\\') return refuse("a backslash must be percent-encoded");
    }
    const qsizetype mark = raw.indexOf('?');
    const QByteArrayView rawPath = mark < 0 ? raw : raw.first(mark);
    const QByteArrayView rawQuery = mark < 0 ? QByteArrayView() : raw.sliced(mark + 1);

    Target target;
    qsizetype start = 1;
    while (start <= rawPath.size()) {
        qsizetype end = rawPath.indexOf('/', start);
        if (end < 0) end = rawPath.size();
        const std::optional<QString> segment = decode(rawPath.sliced(start, end - start));
        if (!segment) return refuse("its percent-encoding is broken or not UTF-8");
        if (*segment == QLatin1String(".") || *segment == QLatin1String("..")) return refuse("it holds a dot segment");
        if (segment->contains(u'/') || segment->contains(u'\\')) return refuse("it holds an encoded slash");
        // A trailing slash stays, so that it matches no route.
        if (segment->isEmpty() && end < rawPath.size()) return refuse("it holds an empty segment");
        target.path += u'/';
        target.path += *segment;
        start = end + 1;
    }
    if (!rawQuery.isEmpty() && !decode(rawQuery)) return refuse("its percent-encoding is broken or not UTF-8");
    target.query = QUrlQuery(QString::fromLatin1(rawQuery));
    return target;
}

}  // namespace lw::server
