// SPDX-License-Identifier: GPL-3.0-or-later
// Retention in the words of a person.
#pragma once

#include "core/policy/retention.h"
#include "ui/common/tokens.h"

#include <QHash>
#include <QString>

namespace lw::ui {

/// "Login log", and what belongs to it.
QString dataClassWords(DataClass dataClass);
QString dataClassHint(DataClass dataClass);
/// "permanently", "400 days".
QString keptWords(std::optional<int> days);

/// What a standard says: a few words for a pill, and the whole sentence.
QString findingPill(const policy::RetentionFinding &finding);
QString findingSentence(const policy::RetentionFinding &finding);
Tone findingTone(const policy::RetentionFinding &finding);

/// Names of people by their unique IDs.
using PeopleNames = QHash<QString, QString>;
/// "Ann Lee", "+442079460001", "Period".
QString holdWhat(const LegalHold &hold, const PeopleNames &names);
/// "from 1 Jan 2026, 00:00 UTC", "always".
QString holdSpan(const LegalHold &hold);

/// "On schedule", "Asked for by olga", "Erasure of Ann Lee".
QString causeWords(const PurgeRun &run, const PeopleNames &names);
/// "412 entries, 1 Jan 2024 to 3 Mar 2025; 12 kept by a hold", "nothing".
QString countWords(const PurgeCount &count, bool wouldGo);
/// One line for each class, for dialogs: what would go.
QString previewWords(const QList<PurgeCount> &counts);
qint64 removedIn(const QList<PurgeCount> &counts);

}  // namespace lw::ui
