// SPDX-License-Identifier: GPL-3.0-or-later
// What events say of numbers and rules. A leaf holds 64 KiB, and a rule set 50,000 prefixes: an event names as many as
// fit, and the number and digest of all.
#pragma once

#include "core/domain/callguard.h"

#include <QJsonObject>

namespace lw::server {

QJsonObject numberJson(const GuardedNumber &number);
QJsonObject settingsJson(const GuardSettings &settings);
/// Of numbers that were added together.
QJsonObject numbersJson(const QList<GuardedNumber> &numbers);
/// How numbers were guarded before they were switched, and after.
QJsonObject guardsJson(const QList<GuardedNumber> &numbers);
QJsonObject switchedJson(const QList<GuardedNumber> &numbers, GuardState guard);

}  // namespace lw::server
