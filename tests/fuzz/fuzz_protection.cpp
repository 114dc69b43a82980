// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's messages about numbers, calls, money and the life of data, from hostile bytes: what is read
// and written again is read as the same.
#include "core/protocol/callguard.h"
#include "core/protocol/callrecords.h"
#include "core/protocol/callreplay.h"
#include "core/protocol/retention.h"
#include "core/protocol/spend.h"
#include "tests/fuzz/promise.h"

#include <array>

using namespace lw;
using namespace lw::protocol;

namespace {

using Reader = void (*)(QByteArrayView);

template <auto read>
void trip(QByteArrayView data)
{
    fuzz::roundTrip(data, read, [](const auto &message) { return toJson(message); });
}

constexpr std::array<Reader, 31> readers{
    trip<barringFromJson>,        trip<guardSettingsFromJson>,  trip<guardedNumberFromJson>,
    trip<guardedNumbersFromJson>, trip<guardSwitchFromJson>,    trip<guardSwitchedFromJson>,
    trip<numbersImportFromJson>,  trip<callQuestionFromJson>,   trip<callAnswerFromJson>,
    trip<spendSettingsFromJson>,  trip<raiseFromJson>,          trip<raisesFromJson>,
    trip<spendOverviewFromJson>,  trip<spendDaysFromJson>,      trip<spendResetFromJson>,
    trip<spendUsageFromJson>,     trip<deckAnswerFromJson>,     trip<finishedCallsFromJson>,
    trip<recordsTakenFromJson>,   trip<callPageFromJson>,       trip<replayWishFromJson>,
    trip<replayAnswerFromJson>,   trip<retentionRulesFromJson>, trip<retentionStateFromJson>,
    trip<purgeCountsFromJson>,    trip<holdFromJson>,           trip<holdsFromJson>,
    trip<purgeRunFromJson>,       trip<purgeRunsFromJson>,      trip<purgedRangesFromJson>,
    trip<erasureWishFromJson>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    if (size == 0) return 0;
    // Seeds begin with a printable letter: '0' is the first reader.
    readers[static_cast<unsigned char>(bytes[0] - '0') % readers.size()](
        QByteArrayView(bytes + 1, static_cast<qsizetype>(size) - 1));
    return 0;
}
