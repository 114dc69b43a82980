// SPDX-License-Identifier: GPL-3.0-or-later
// The one line that narrows the list of departures: "state:scheduled kind:departure ann". Pure.
#pragma once

#include "core/domain/departure.h"

#include <QStringList>

#include <optional>

namespace lw::ui {

enum class DepartureGroup : quint8 { Open, Action, Breach, Scheduled, Proof, Proved, Failed, Withdrawn };

struct DepartureFilter {
    std::optional<DepartureGroup> group;
    std::optional<DepartureKind> kind;
    QStringList words;  ///< each occurs in name, login, reason or who opened it

    bool matches(const Departure &departure, const QDateTime &now) const;
    bool operator==(const DepartureFilter &) const = default;
};

struct DepartureFilterParse {
    DepartureFilter filter;
    QString problem;  ///< a sentence that names the first token not understood and the remedy; empty: none
};

DepartureFilterParse parseDepartureFilter(const QString &text);
/// What the word before the cursor may become.
QStringList completeDepartureFilter(const QString &word);

}  // namespace lw::ui
