// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/parameters.h"

#include "core/util/time.h"

namespace lw::server {

namespace {

Error bad(const QString &name, const QString &what)
{
    return makeError(Errc::InvalidInput, QStringLiteral("\"%1\" %2").arg(name, what), name);
}

}  // namespace

Result<quint64> numberParameter(const Request &request, const char *name, quint64 most, std::optional<quint64> fallback)
{
    const QString key = QLatin1String(name);
    const std::optional<QString> text = request.queryValue(key);
    if (!text) {
        if (fallback) return *fallback;
        return bad(key, QStringLiteral("is missing."));
    }
    constexpr int longest = 19;
    const bool digits = !text->isEmpty() && text->size() <= longest &&
                        std::all_of(text->cbegin(), text->cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits) return bad(key, QStringLiteral("must be a whole number, 0 or more."));
    const quint64 value = text->toULongLong();
    if (value > most) return bad(key, QStringLiteral("must not be larger than %1.").arg(most));
    return value;
}

Result<QString> textParameter(const Request &request, const char *name, int longest)
{
    const QString key = QLatin1String(name);
    const QString text = request.queryValue(key).value_or(QString());
    if (text.size() > longest) return bad(key, QStringLiteral("may have at most %1 characters.").arg(longest));
    const bool printable = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() != QChar::Other_Control && c != QChar(QChar::ReplacementCharacter);
    });
    if (!printable || !text.isValidUtf16()) return bad(key, QStringLiteral("must be printable text."));
    return text;
}

Result<QDateTime> instantParameter(const Request &request, const char *name)
{
    constexpr int longest = 64;
    const Result<QString> text = textParameter(request, name, longest);
    if (!text) return text.error();
    if (text->isEmpty()) return QDateTime();
    const QDateTime instant = fromRfc3339(*text);
    if (instant.isValid()) return instant;
    return bad(QLatin1String(name), QStringLiteral("must be an instant such as 2026-11-26T14:00:00Z."));
}

Result<bool> flagParameter(const Request &request, const char *name)
{
    constexpr int longest = 5;
    const Result<QString> text = textParameter(request, name, longest);
    if (!text) return text.error();
    if (text->isEmpty() || *text == QLatin1String("false")) return false;
    if (*text == QLatin1String("true")) return true;
    return bad(QLatin1String(name), QStringLiteral("must be true or false."));
}

Result<void> onlyParameters(const Request &request, std::initializer_list<const char *> known)
{
    QStringList seen;
    const auto items = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &item : items) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const char *name) { return item.first == QLatin1String(name); });
        if (!isKnown) return bad(item.first, QStringLiteral("is not a parameter of this address."));
        if (seen.contains(item.first)) return bad(item.first, QStringLiteral("was given twice."));
        seen.append(item.first);
    }
    return {};
}

Result<void> requireMediaType(const Request &request, QLatin1String type)
{
    const QString given = QString::fromLatin1(request.headers.value("Content-Type"));
    const QStringList parts = given.split(u';');
    bool fine = parts.first().trimmed().compare(type, Qt::CaseInsensitive) == 0;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QString name = parts[i].section(u'=', 0, 0).trimmed().toLower();
        const QString value = parts[i].section(u'=', 1).trimmed().remove(u'"').toLower();
        if (name == QLatin1String("charset")) fine = fine && value == QLatin1String("utf-8");
    }
    if (fine) return {};
    return makeError(Errc::Unsupported, QStringLiteral("Send the body as %1 in UTF-8.").arg(type),
                     QStringLiteral("Content-Type"));
}

}  // namespace lw::server
