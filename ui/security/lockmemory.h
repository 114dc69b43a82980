// SPDX-License-Identifier: GPL-3.0-or-later
// What the console remembers about locking between runs: the minutes until it locks by itself. Nothing of what is
// locked.
#pragma once

#include <QList>
#include <QString>

namespace lw::ui {

class LockMemory {
  public:
    /// The INI file that holds it, the window's own is meant; empty: nothing is remembered.
    explicit LockMemory(QString file) : m_file(std::move(file)) {}
    /// 0: never. The default when nothing, or nothing that is offered, was remembered: a file changed by hand must not
    /// leave the cache open for days unseen.
    int minutes() const;
    void setMinutes(int minutes) const;

    /// What is offered, in minutes; 0: never.
    static QList<int> choices() { return {0, 5, 15, 30, 60}; }
    static constexpr int defaultMinutes = 15;

  private:
    QString m_file;
};

}  // namespace lw::ui
