// SPDX-License-Identifier: GPL-3.0-or-later
// Times, ages, counts and sizes as people read them. Every function is pure; times are UTC and say so.
#pragma once

#include <QDateTime>
#include <QString>

namespace lw::ui {

/// "22 Nov 2026, 14:00:12 UTC"; with milliseconds "22 Nov 2026, 14:00:12.418 UTC". Invalid: "never".
QString fullTime(const QDateTime &instant, bool withMs = false);
/// "22 Nov 14:00:12" for columns whose head says UTC; with the year when it differs from now's.
QString columnTime(const QDateTime &instant, const QDateTime &now);
/// "22 Nov 2026"
QString dayText(const QDate &day);
/// "22 Nov"
QString shortDay(const QDate &day);
/// "14:02 UTC"
QString clockTime(const QDateTime &instant);
/// "15 – 22 Nov 2026, UTC"; with times when the span is shorter than two days. to is exclusive.
QString spanText(const QDateTime &from, const QDateTime &to);
/// Age of something: "just now", "12 s", "12 min", "3 h", "4 d".
QString ageText(const QDateTime &then, const QDateTime &now);
/// "12 s ago", "just now", "never".
QString agoText(const QDateTime &then, const QDateTime &now);
/// Today "14:02", else "22 Nov", another year "22 Nov 2025"; never: "never".
QString recentText(const QDateTime &instant, const QDateTime &now);
/// "1,204,331"
QString countText(qint64 count);
/// "1.2 MB" (powers of ten)
QString sizeText(qint64 bytes);
/// A long hash or key shortened in the middle: "CsUYapGG…xj2I="
QString shortHash(const QString &hash);

}  // namespace lw::ui
