// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/changefeed.h"

#include "core/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace lw::net {

namespace {

constexpr int firstPauseMs = 1'000;
constexpr int longestPauseMs = 60'000;
constexpr qint64 pieceBytes = 64 * 1024;
constexpr qsizetype problemBytes = 64 * 1024;
constexpr int kindsMost = 256;
constexpr double sizeMost = protocol::limits::jsonIntegerMost;

}  // namespace

Result<std::optional<LogChange>> logChangeOf(const SseEvent &event)
{
    if (event.name != "changed") return std::optional<LogChange>();
    const QJsonObject object = QJsonDocument::fromJson(event.data).object();
    const double size = object.value(QLatin1String("size")).toDouble(-1);
    if (size < 0 || size > sizeMost || size != std::floor(size))
        return makeError(Errc::Protocol, QStringLiteral("The back end's change feed sent what cannot be read."));
    LogChange change;
    change.size = static_cast<quint64>(size);
    for (const QJsonValue &kind : object.value(QLatin1String("kinds")).toArray())
        if (change.kinds.size() < kindsMost) change.kinds.append(kind.toString());
    return std::optional(change);
}

ChangeFeed::ChangeFeed(Ways ways, QObject *parent) : QObject(parent), m_ways(std::move(ways))
{
    m_pause.setSingleShot(true);
    m_pause.setParent(this);
    connect(&m_pause, &QTimer::timeout, this, &ChangeFeed::open);
}

ChangeFeed::~ChangeFeed()
{
    delete m_exchange;
}

int ChangeFeed::pauseMs(int failures, double random)
{
    const int whole = std::min(longestPauseMs, firstPauseMs << std::clamp(failures, 0, 6));
    return static_cast<int>(whole * (0.75 + 0.5 * std::clamp(random, 0.0, 1.0)));
}

void ChangeFeed::start()
{
    if (m_following) return;
    m_following = true;
    m_failures = 0;
    open();
}

void ChangeFeed::stop()
{
    m_following = false;
    m_pause.stop();
    if (!m_exchange) return;
    m_exchange->disconnect(this);
    m_exchange->cancel();
    m_exchange->deleteLater();
    m_exchange = nullptr;
}

void ChangeFeed::open()
{
    if (!m_following || m_exchange) return;
    m_exchange = m_ways.open();
    if (!m_exchange) return stop();
    m_reader = SseReader();
    m_problem.clear();
    connect(m_exchange, &Exchange::readable, this, &ChangeFeed::pull);
    connect(m_exchange, &Exchange::finished, this, &ChangeFeed::ended);
}

void ChangeFeed::pull()
{
    while (m_exchange) {
        const QByteArray bytes = m_exchange->read(pieceBytes);
        if (bytes.isEmpty()) return;
        if (m_exchange->status() >= 400) {
            if (m_problem.size() < problemBytes) m_problem += bytes;
            continue;
        }
        const Result<QList<SseEvent>> events = m_reader.feed(bytes);
        if (!events) return m_exchange->cancel();
        for (const SseEvent &event : *events) {
            const Result<std::optional<LogChange>> change = logChangeOf(event);
            if (!change) return m_exchange->cancel();
            if (!*change) continue;
            m_failures = 0;
            Q_EMIT changed(**change);
            // Whoever was told may have ended it all.
            if (!m_exchange) return;
        }
    }
}

void ChangeFeed::ended()
{
    pull();
    if (!m_exchange) return;
    const int status = m_exchange->status();
    const int retryAfter = headerValue(m_exchange->headers(), "Retry-After").toInt();
    m_exchange->deleteLater();
    m_exchange = nullptr;
    if (!m_following) return;
    if (status == 429 || status == 503) return again(std::clamp(retryAfter, 0, 3600) * 1000);
    if (status < 400) return again();
    // Refused for good: no session, no permission, or a back end that has no feed.
    m_following = false;
    m_ways.refused(status, m_problem);
}

void ChangeFeed::again(int leastMs)
{
    const int pause = pauseMs(m_failures, QRandomGenerator::global()->generateDouble());
    ++m_failures;
    m_pause.start(std::max(leastMs, pause));
}

}  // namespace lw::net
