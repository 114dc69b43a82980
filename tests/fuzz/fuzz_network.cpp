// SPDX-License-Identifier: GPL-3.0-or-later
// Network access from hostile bytes: messages that are read and written again are read as the same; a list that was
// judged is in canonical form, and its matcher says what its entries say.
#include "core/policy/allowlist.h"
#include "core/policy/blocking.h"
#include "core/protocol/networkaccess.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using namespace lw::protocol;
using lw::fuzz::promise;

namespace {

template <typename T>
void roundTrip(QByteArrayView data, Result<T> (*read)(QByteArrayView))
{
    fuzz::roundTrip(data, read, [](const T &message) { return toJson(message); });
}

/// One network a line.
void judge(QByteArrayView data)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);
    Allowlist list;
    for (const QByteArray &line : data.first(std::min<qsizetype>(data.size(), 4096)).toByteArray().split('\n'))
        list.networks.append({QString::fromUtf8(line), {}, {}, {}});
    const policy::AllowlistVerdict verdict = policy::judgeAllowlist(list, now);
    for (const policy::AllowlistFinding &finding : verdict.findings)
        promise(!policy::findingSentence(finding).isEmpty() && !policy::findingField(finding).isEmpty());
    const policy::AllowlistVerdict again = policy::judgeAllowlist({false, {}, verdict.networks}, now);
    promise(again.networks == verdict.networks);
    const policy::AllowlistMatcher matcher(verdict.networks);
    for (const AllowedNetwork &probe : list.networks) {
        bool listed = false;
        for (const AllowedNetwork &entry : verdict.networks)
            listed |= policy::parseNetwork(entry.network)->contains(probe.network);
        promise(matcher.allows(probe.network, now) == listed);
        const auto key = policy::blockingKey(probe.network);
        promise(key == (key ? policy::blockingKeyOfEntry(*key) : std::nullopt));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    if (size == 0) return 0;
    const QByteArrayView data(bytes + 1, static_cast<qsizetype>(size) - 1);
    switch (bytes[0] % 7) {
        case 0: roundTrip(data, networkAccessFromJson); break;
        case 1: roundTrip(data, allowlistChangeFromJson); break;
        case 2: roundTrip(data, allowlistFromJson); break;
        case 3: roundTrip(data, blockListFromJson); break;
        case 4: roundTrip(data, blockingPolicyFromJson); break;
        case 5: roundTrip(data, newBlockFromJson); break;
        default: judge(data); break;
    }
    return 0;
}
