// SPDX-License-Identifier: GPL-3.0-or-later
// What the console remembers about its window between runs: place, size, scheme, density. Never anything that was
// shown.
#pragma once

#include <QString>

class QWidget;

namespace lw::ui {

class WindowMemory {
  public:
    /// The INI file that holds it; empty: nothing is remembered (demo, tests).
    explicit WindowMemory(QString file) : m_file(std::move(file)) {}
    void restore(QWidget &window) const;
    void save(const QWidget &window) const;
    void restoreTheme() const;
    void saveTheme() const;

  private:
    QString m_file;
};

}  // namespace lw::ui
