// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <unordered_map>

namespace lw::policy {

namespace {

using Bytes = std::array<quint8, 16>;
using Key6 = AllowlistMatcher::Key6;

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

quint32 biggest(quint32 /*kind*/)
{
    return std::numeric_limits<quint32>::max();
}

Key6 biggest(const Key6 & /*kind*/)
{
    return {~quint64(0), ~quint64(0)};
}

quint32 next(quint32 key)
{
    return key + 1;
}

Key6 next(const Key6 &key)
{
    return {key.low == ~quint64(0) ? key.high + 1 : key.high, key.low + 1};
}

quint64 upper(quint32 key)
{
    return key;
}

quint64 upper(const Key6 &key)
{
    return key.high;
}

/// Takes spans in order; neighbours that say the same become one.
template <typename Key>
class SpanBuilder {
  public:
    using Spans = AllowlistMatcher::Spans<Key>;

    void add(const Key &key, qint64 until)
    {
        if (!m_spans.spans.empty() && m_spans.spans.back().begin == key) m_spans.spans.pop_back();
        const quint32 kind = kindOf(until);
        if ((m_spans.spans.empty() ? 0 : m_spans.spans.back().kind) == kind) return;
        m_spans.spans.push_back({key, kind});
    }

    Spans finish()
    {
        const std::vector<AllowlistMatcher::Span<Key>> &spans = m_spans.spans;
        m_spans.spans.shrink_to_fit();
        if (spans.empty()) return std::move(m_spans);
        m_spans.base = upper(spans.front().begin);
        const quint64 range = upper(spans.back().begin) - m_spans.base;
        // A few spans a bucket: they share a line of the processor's cache, and the table stays in it.
        const int bits = std::clamp<int>(std::bit_width(spans.size()) - 2, 1, mostBucketBits);
        m_spans.shift = std::max(0, static_cast<int>(std::bit_width(range)) - bits);
        const size_t buckets = static_cast<size_t>(range >> m_spans.shift) + 1;
        m_spans.places.reserve(buckets + 1);
        for (size_t i = 0; i < spans.size(); ++i)
            while (m_spans.places.size() <= (upper(spans[i].begin) - m_spans.base) >> m_spans.shift)
                m_spans.places.push_back(static_cast<quint32>(i));
        m_spans.places.push_back(static_cast<quint32>(spans.size()));
        return std::move(m_spans);
    }

  private:
    static constexpr int mostBucketBits = 18;

    quint32 kindOf(qint64 until)
    {
        const auto [known, fresh] = m_kinds.try_emplace(until, static_cast<quint32>(m_spans.untils.size()));
        if (fresh) m_spans.untils.push_back(until);
        return known->second;
    }

    Spans m_spans{{}, {nobody}, {}, 0, 0};
    std::unordered_map<qint64, quint32> m_kinds{{nobody, 0}};
};

/// Networks are nested or disjoint, never crossed: a stack of the open ones is enough.
template <typename Key>
AllowlistMatcher::Spans<Key> spansOf(std::vector<Range<Key>> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const Range<Key> &a, const Range<Key> &b) {
        return a.first != b.first ? a.first < b.first : b.last < a.last;
    });
    SpanBuilder<Key> builder;
    std::vector<Range<Key>> open;
    const auto closeLast = [&] {
        const Key last = open.back().last;
        open.pop_back();
        if (last != biggest(last)) builder.add(next(last), open.empty() ? nobody : open.back().until);
    };
    for (Range<Key> &range : ranges) {
        while (!open.empty() && open.back().last < range.first)
            closeLast();
        if (!open.empty()) range.until = std::max(range.until, open.back().until);
        builder.add(range.first, range.until);
        open.push_back(range);
    }
    while (!open.empty())
        closeLast();
    return builder.finish();
}

template <typename Key>
qint64 lookUp(const AllowlistMatcher::Spans<Key> &in, const Key &key)
{
    if (in.spans.empty() || key < in.spans.front().begin) return nobody;
    const auto bucket = static_cast<size_t>((upper(key) - in.base) >> in.shift);
    const size_t last = in.places.size() - 2;
    const auto from = in.spans.begin() + in.places[std::min(bucket, last)];
    const auto to = in.spans.begin() + in.places[std::min(bucket, last) + 1];
    // The span that holds the key may begin in an earlier bucket: then it is the one before `from`.
    const auto after =
        std::upper_bound(from, to, key, [](const Key &wanted, const auto &span) { return wanted < span.begin; });
    return in.untils[std::prev(after)->kind];
}

template <typename Key>
bool coversAll(const AllowlistMatcher::Spans<Key> &in, qint64 nowMs)
{
    return !in.spans.empty() && in.spans.front().begin == Key{} &&
           std::all_of(in.spans.begin(), in.spans.end(),
                       [&](const auto &span) { return nowMs < in.untils[span.kind]; });
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
    m_v4 = spansOf<quint32>(std::move(v4));
    m_v6 = spansOf<Key6>(std::move(v6));
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
    return coversAll(m_v4, now) || coversAll(m_v6, now);
}

qsizetype AllowlistMatcher::spans() const
{
    return static_cast<qsizetype>(m_v4.spans.size()) + static_cast<qsizetype>(m_v6.spans.size());
}

}  // namespace lw::policy
