// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the real window: each view in both sizes and both schemes, as PNG named view-scheme-size.png.
#pragma once

#include "core/util/result.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"

#include <functional>

namespace lw::app {

class Screenshots final : public QObject {
    Q_OBJECT
  public:
    explicit Screenshots(QString folder, QObject *parent = nullptr);

    /// Every size and scheme of what the window shows now; ready() says when the view is complete.
    void takeAll(ui::MainWindow &window, const QString &view, std::function<bool()> ready, std::function<void()> done);
    /// One at 1280x800, light.
    void takeOne(ui::MainWindow &window, const QString &view, std::function<bool()> ready, std::function<void()> done);
    /// Empty while everything went well.
    QString problem() const { return m_problem; }
    QStringList files() const { return m_files; }

  private:
    struct Shot {
        ui::Scheme scheme;
        QSize size;
    };
    void take(ui::MainWindow *window, const QString &view, QList<Shot> shots, std::function<bool()> ready,
              std::function<void()> done);

    QString m_folder;
    QString m_problem;
    QStringList m_files;
};

/// Calls then() once the condition holds, or otherwise() when it did not within the time.
void waitUntil(QObject *context, std::function<bool()> condition, std::function<void()> then,
               std::function<void()> otherwise, int timeoutMs = 30'000);

}  // namespace lw::app
