// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says, whatever it is written as: the PDF and the CSV of one report come from the same content.
// Source: domain.md (Exports; Controls a report cites): filter, period, zone, who exported it and when, the checkpoint
// it rests on; standards are cited, certification is never claimed.
#pragma once

#include "core/domain/proof.h"
#include "core/report/barplot.h"
#include "core/util/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace lw::report {

/// What the report is about and what it rests on. Times in UTC.
struct ReportScope {
    QString customer;
    QDateTime from;        ///< inclusive; invalid: from the beginning
    QDateTime to;          ///< exclusive; invalid: to the end
    QString filter;        ///< as the person wrote it; empty: everything
    QString exportedBy;    ///< login name
    QDateTime exportedAt;  ///< given, not read from a clock: same content, same bytes
    QString backEnd;       ///< "https://pbx.acme.example:8443"
    QDateTime syncedAt;    ///< the data is as of then; invalid: not known
    std::optional<Checkpoint> checkpoint;
};

struct KeyFigure {
    QString label;
    QString value;
    bool alarm = false;
};

/// One row of domain.md's table of controls.
struct ControlCitation {
    QString subject, iso27001, soc2, pciDss, nist;
};

struct ReportColumn {
    QString title;             ///< carries its unit or zone: "Time (UTC)"
    double weight = 0;         ///< share of the PDF's width; 0: only in the CSV
    bool monospace = false;    ///< PDF: addresses, hashes
    bool right = false;        ///< PDF: numbers
    QStringList alarmWords{};  ///< PDF: cells that say one of these stand out
};

/// Gives the next row; false: no more. Read once.
using RowSource = std::function<Result<bool>(QStringList &row)>;

struct ReportContent {
    QString title;
    ReportScope scope;
    QList<KeyFigure> figures;
    QString chartTitle;
    BarSeries chart{};  ///< no bars: no chart
    QList<ControlCitation> controls;
    QStringList notes;  ///< sentences on the first page
    QList<ReportColumn> columns;
    quint64 rowCount = 0;  ///< how many rows the source gives
    RowSource rows;
};

/// Told now and then; false cancels (Errc::Cancelled).
using Progress = std::function<bool(quint64 done, quint64 total)>;

/// The period in words: "1 Sep 2026 00:00 to 1 Oct 2026 00:00 (UTC)".
QString periodText(const ReportScope &scope);
/// "22 Nov 2026, 14:02:05 UTC"; empty for an invalid instant.
QString instantText(const QDateTime &utc);
/// "1,204,331".
QString countText(quint64 number);

}  // namespace lw::report
