// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <algorithm>
#include <limits>

namespace lw::policy {

namespace {

using Bytes = std::array<quint8, 16>;

constexpr qint64 nobody = std::numeric_limits<qint64>::min();
constexpr qint64 always = std::numeric_limits<qint64>::max();

qint64 untilMs(const QDateTime &until)
{
    return until.isValid() ? until.toMSecsSinceEpoch() : always;
}

bool isMapped(const Bytes &bytes)
{
    return std::all_of(bytes.begin(), bytes.begin() + 10, [](quint8 byte) { return byte == 0; }) && bytes[10] == 0xff &&
           bytes[11] == 0xff;
}

quint64 word(const Bytes &bytes, size_t from, size_t count)
{
    quint64 value = 0;
    for (size_t i = from; i < from + count; ++i)
        value = value << 8 | bytes[i];
    return value;
}

/// `count` ones at the lower end.
quint64 ones(int count)
{
    return count >= 64 ? ~quint64(0) : (quint64(1) << std::max(count, 0)) - 1;
}

template <typename Key>
struct Range {
    Key first;
    Key last;  ///< inclusive
    qint64 until = nobody;
};

template <typename Key>
Key smallest()
{
    return Key{};
}

quint32 biggest(quint32 /*kind*/)
{
    return std::numeric_limits<quint32>::max();
}

quint32 next(quint32 key)
{
    return key + 1;
}

template <typename Key6>
Key6 biggest(const Key6 & /*kind*/)
{
    return {~quint64(0), ~quint64(0)};
}

template <typename Key6>
Key6 next(const Key6 &key)
{
    return {key.low == ~quint64(0) ? key.high + 1 : key.high, key.low + 1};
}

/// Networks are nested or disjoint, never crossed: a stack of the open ones is enough.
template <typename Spans, typename Key>
Spans spansOf(std::vector<Range<Key>> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const Range<Key> &a, const Range<Key> &b) {
        return a.first != b.first ? a.first < b.first : b.last < a.last;
    });
    Spans spans;
    const auto emit = [&spans](const Key &key, qint64 until) {
        if (!spans.begins.empty() && spans.begins.back() == key) {
            spans.begins.pop_back();
            spans.untils.pop_back();
        }
        if ((spans.untils.empty() ? nobody : spans.untils.back()) == until) return;
        spans.begins.push_back(key);
        spans.untils.push_back(until);
    };
    std::vector<Range<Key>> open;
    const auto closeFirst = [&] {
        const Key last = open.back().last;
        open.pop_back();
        if (last != biggest(last)) emit(next(last), open.empty() ? nobody : open.back().until);
    };
    for (Range<Key> &range : ranges) {
        while (!open.empty() && open.back().last < range.first)
            closeFirst();
        if (!open.empty()) range.until = std::max(range.until, open.back().until);
        emit(range.first, range.until);
        open.push_back(range);
    }
    while (!open.empty())
        closeFirst();
    spans.begins.shrink_to_fit();
    spans.untils.shrink_to_fit();
    return spans;
}

template <typename Spans, typename Key>
qint64 lookUp(const Spans &spans, const Key &key)
{
    const auto after = std::upper_bound(spans.begins.begin(), spans.begins.end(), key);
    if (after == spans.begins.begin()) return nobody;
    return spans.untils[static_cast<size_t>(after - spans.begins.begin()) - 1];
}

template <typename Key, typename Spans>
bool coversAll(const Spans &spans, qint64 nowMs)
{
    return !spans.begins.empty() && spans.begins.front() == smallest<Key>() &&
           std::all_of(spans.untils.begin(), spans.untils.end(), [nowMs](qint64 until) { return nowMs < until; });
}

}  // namespace

AllowlistMatcher::AllowlistMatcher(const QList<AllowedNetwork> &networks)
{
    std::vector<Range<quint32>> v4;
    std::vector<Range<Key6>> v6;
    v4.reserve(static_cast<size_t>(networks.size()));
    for (const AllowedNetwork &entry : networks) {
        const std::optional<Network> network = parseNetwork(entry.network);
        if (!network) continue;
        const qint64 until = untilMs(entry.until);
        if (network->isIpv4()) {
            const auto first = static_cast<quint32>(word(network->bytes, 12, 4));
            v4.push_back({first, first | static_cast<quint32>(ones(128 - network->prefix)), until});
            continue;
        }
        const Key6 first{word(network->bytes, 0, 8), word(network->bytes, 8, 8)};
        const Key6 last{first.high | ones(64 - network->prefix), first.low | ones(128 - network->prefix)};
        v6.push_back({first, last, until});
    }
    m_v4 = spansOf<Spans<quint32>>(std::move(v4));
    m_v6 = spansOf<Spans<Key6>>(std::move(v6));
}

qint64 AllowlistMatcher::untilOf(const Bytes &address) const
{
    if (isMapped(address)) return lookUp(m_v4, static_cast<quint32>(word(address, 12, 4)));
    return lookUp(m_v6, Key6{word(address, 0, 8), word(address, 8, 8)});
}

bool AllowlistMatcher::allows(const Bytes &address, qint64 nowMs) const
{
    return nowMs < untilOf(address);
}

bool AllowlistMatcher::allows(QStringView address, const QDateTime &nowUtc) const
{
    const std::optional<Bytes> bytes = addressBytes(address);
    return bytes && allows(*bytes, nowUtc.toMSecsSinceEpoch());
}

std::optional<QDateTime> AllowlistMatcher::allowedUntil(QStringView address, const QDateTime &nowUtc) const
{
    const std::optional<Bytes> bytes = addressBytes(address);
    const qint64 until = bytes ? untilOf(*bytes) : nobody;
    if (nowUtc.toMSecsSinceEpoch() >= until) return std::nullopt;
    return until == always ? QDateTime() : QDateTime::fromMSecsSinceEpoch(until, Qt::UTC);
}

bool AllowlistMatcher::coversEverything(const QDateTime &nowUtc) const
{
    const qint64 now = nowUtc.toMSecsSinceEpoch();
    return coversAll<quint32>(m_v4, now) || coversAll<Key6>(m_v6, now);
}

qsizetype AllowlistMatcher::spans() const
{
    return static_cast<qsizetype>(m_v4.begins.size() + m_v6.begins.size());
}

}  // namespace lw::policy
