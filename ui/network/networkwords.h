// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the page "Network access": entries, ends, changes, blocks. Pure.
#pragma once

#include "core/access/allowlistreplay.h"
#include "core/domain/networkaccess.h"
#include "ui/common/tokens.h"
#include "ui/network/allowlistdraft.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace lw::ui {

struct AllowlistWords {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::AllowlistWords)
};

QString enforcedWords(bool enforced);  ///< "only listed networks", "any network"
/// "Bristol VPN · Olof Lind · until 25 Nov 2026"; nullopt: "not listed".
QString entryWords(const std::optional<AllowedNetwork> &entry, const QTimeZone &zone);
/// "always", "25 Nov 2026", "25 Nov 2026, 14:00", "ended 3 Nov 2026"; a day means its end on the customer's clock.
QString untilWords(const QDateTime &until, const QTimeZone &zone, const QDateTime &now);
Tone untilTone(const QDateTime &until, const QDateTime &now);
QString rowChangeWords(RowChange change);  ///< "new", "changed", "removed"; None: empty
Tone rowChangeTone(RowChange change);
/// The label in quotes, or the network where there is none.
QString entryName(const AllowedNetwork &network);

/// "2 networks added, 1 removed, enforcing turned on".
QString changesWords(const DraftCounts &counts, bool enforced);
/// "Before you remove “Bristol VPN”", "Before you save 3 changes".
QString beforeTitle(const AllowlistDraft &draft);

/// "4 people, 214 logins would have been refused"; "Nobody would have been refused".
QString refusedWords(const access::ReplayResult &replay);
/// "Tess Byrne 96 · Eva Varga 71 · Kei Tanaka (administrator) 3 · 4 more"
QString refusedNames(const access::ReplayResult &replay, int most);

/// "41 accounts, 63 failures · until 15:06 UTC · third block, each lasts twice as long".
QString blockWords(const BlockedAddress &block, const QDateTime &now);
QString ordinalWords(int nth);  ///< "first" … "tenth", "11th"
/// "20 failures within 10 min block an address for 15 min. Each further block lasts twice as long, 24 h at most. …"
QString blockingRules(const BlockingPolicy &policy);
QString minutesWords(int minutes);  ///< "15 min", "2 h", "3 d"
/// "9:41"; never below zero.
QString countdownWords(const QDateTime &until, const QDateTime &now);

}  // namespace lw::ui
