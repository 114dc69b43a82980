// SPDX-License-Identifier: GPL-3.0-or-later
// One event in full, with the proof that it is in the signed log. Fills a DetailPanel.
#pragma once

#include "core/loginlog/eventqueries.h"

namespace lw::ui {

class DetailPanel;

/// Links of the panel, see DetailPanel::linkActivated(); what follows the colon is a filter.
inline constexpr char personLink[] = "person:";
inline constexpr char addressLink[] = "ip:";

/// around: the same person's events near it, oldest first; may be empty.
void fillEventPanel(DetailPanel &panel, const loginlog::EventDetail &detail, const QList<cache::EventRow> &around);

/// Everything that a verifier of somebody else needs: leaf, index, path and signed note, as JSON.
QByteArray proofDocument(const loginlog::EventDetail &detail);

}  // namespace lw::ui
