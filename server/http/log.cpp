// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/log.h"

#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace lw::server {

namespace {

constexpr qsizetype longestText = 512;

QLatin1String levelName(Log::Level level)
{
    switch (level) {
        case Log::Level::Debug: return QLatin1String("debug");
        case Log::Level::Info: return QLatin1String("info");
        case Log::Level::Warning: return QLatin1String("warning");
        case Log::Level::Error: break;
    }
    return QLatin1String("error");
}

void toStandardError(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

QByteArray compact(const QJsonValue &value)
{
    if (value.isString() && value.toString().size() > longestText)
        return compact(QJsonValue(value.toString().first(longestText - 1) + QStringLiteral("…")));
    // QJsonDocument only writes objects and arrays; the value is what stands between the brackets.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

}  // namespace

Log::Log(Level least, Sink sink) : m_least(least), m_sink(sink ? std::move(sink) : Sink(toStandardError)) {}

void Log::write(Level level, const QString &message, const QJsonObject &fields)
{
    if (!enabled(level)) return;
    QByteArray line = "{\"time\":\"" + toRfc3339(m_clock.nowUtc()).toLatin1() + "\",\"level\":\"" +
                      QByteArray(levelName(level).data(), levelName(level).size()) + "\",\"msg\":" + compact(message);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        line += ',' + compact(it.key()) + ':' + compact(it.value());
    line += "}\n";
    const std::lock_guard lock(m_mutex);
    m_sink(line);
}

bool Log::levelFromName(QStringView name, Level &level)
{
    for (const Level candidate : {Level::Debug, Level::Info, Level::Warning, Level::Error})
        if (name == levelName(candidate)) {
            level = candidate;
            return true;
        }
    return false;
}

}  // namespace lw::server
