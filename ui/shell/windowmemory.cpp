// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmemory.h"

#include "ui/common/theme.h"

#include <QSettings>
#include <QWidget>

namespace lw::ui {

namespace {
const auto geometryKey = QStringLiteral("window/geometry");
const auto schemeKey = QStringLiteral("look/scheme");
const auto densityKey = QStringLiteral("look/density");
}  // namespace

void WindowMemory::restore(QWidget &window) const
{
    window.resize(1280, 800);
    if (m_file.isEmpty()) return;
    const QByteArray geometry = QSettings(m_file, QSettings::IniFormat).value(geometryKey).toByteArray();
    if (!geometry.isEmpty()) window.restoreGeometry(geometry);
}

void WindowMemory::save(const QWidget &window) const
{
    if (!m_file.isEmpty()) QSettings(m_file, QSettings::IniFormat).setValue(geometryKey, window.saveGeometry());
}

void WindowMemory::restoreTheme() const
{
    if (m_file.isEmpty()) return;
    const QSettings settings(m_file, QSettings::IniFormat);
    const QString scheme = settings.value(schemeKey).toString();
    if (scheme == QLatin1String("dark")) Theme::current().setScheme(Scheme::Dark);
    if (scheme == QLatin1String("light")) Theme::current().setScheme(Scheme::Light);
    if (settings.value(densityKey).toString() == QLatin1String("compact"))
        Theme::current().setDensity(Density::Compact);
}

void WindowMemory::saveTheme() const
{
    if (m_file.isEmpty()) return;
    QSettings settings(m_file, QSettings::IniFormat);
    const Theme &theme = Theme::current();
    settings.setValue(schemeKey, theme.scheme() == Scheme::Dark    ? QStringLiteral("dark")
                                 : theme.scheme() == Scheme::Light ? QStringLiteral("light")
                                                                   : QStringLiteral("system"));
    settings.setValue(densityKey,
                      theme.density() == Density::Compact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
}

}  // namespace lw::ui
