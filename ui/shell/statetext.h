// SPDX-License-Identifier: GPL-3.0-or-later
// The connection state in words. Pure.
#pragma once

#include "ui/common/tokens.h"
#include "ui/shell/shellservice.h"

#include <QList>
#include <QPair>

namespace lw::ui {

/// "pbx.acme.example · TLS 1.3 · synced 12 s ago" or "Offline since 14:02 UTC · cache 12 min old".
QString stateLine(const ConnectionFacts &facts, const QDateTime &now);
Tone stateTone(const ConnectionFacts &facts);
/// The banner while offline: how old what is seen is.
QString offlineLine(const ConnectionFacts &facts, const QDateTime &now);
/// Label and value pairs of the details; only what is known.
struct StateDetail {
    QString label;
    QString value;
    bool mono = false;
};
QList<StateDetail> stateDetails(const ConnectionFacts &facts, const QDateTime &now);

}  // namespace lw::ui
