// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/lockmemory.h"

#include <QSettings>

namespace lw::ui {

namespace {
const auto minutesKey = QStringLiteral("lock/minutes");
}

int LockMemory::minutes() const
{
    if (m_file.isEmpty()) return defaultMinutes;
    bool isNumber = false;
    const int minutes = QSettings(m_file, QSettings::IniFormat).value(minutesKey).toInt(&isNumber);
    return isNumber && choices().contains(minutes) ? minutes : defaultMinutes;
}

void LockMemory::setMinutes(int minutes) const
{
    if (!m_file.isEmpty()) QSettings(m_file, QSettings::IniFormat).setValue(minutesKey, minutes);
}

}  // namespace lw::ui
