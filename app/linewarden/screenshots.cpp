// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/screenshots.h"

#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>

#include <memory>

namespace lw::app {

using ui::Scheme;

void waitUntil(QObject *context, std::function<bool()> condition, std::function<void()> then,
               std::function<void()> otherwise, int timeoutMs)
{
    auto *timer = new QTimer(context);
    auto started = std::make_shared<QElapsedTimer>();
    started->start();
    QObject::connect(timer, &QTimer::timeout, context, [=] {
        const bool holds = condition();
        if (!holds && started->elapsed() < timeoutMs) return;
        timer->stop();
        timer->deleteLater();
        if (holds)
            then();
        else
            otherwise();
    });
    timer->start(20);
}

Screenshots::Screenshots(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)) {}

void Screenshots::takeAll(ui::MainWindow &window, const QString &view, std::function<bool()> ready,
                          std::function<void()> done)
{
    QList<Shot> shots;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
            shots.append({scheme, size});
    take(&window, view, shots, std::move(ready), std::move(done));
}

void Screenshots::takeOne(ui::MainWindow &window, const QString &view, std::function<bool()> ready,
                          std::function<void()> done)
{
    take(&window, view, {{Scheme::Light, QSize(1280, 800)}}, std::move(ready), std::move(done));
}

void Screenshots::take(ui::MainWindow *window, const QString &view, QList<Shot> shots, std::function<bool()> ready,
                       std::function<void()> done)
{
    if (shots.isEmpty() || !m_problem.isEmpty()) return done();
    const Shot shot = shots.takeFirst();
    ui::Theme::current().setScheme(shot.scheme);
    window->resize(shot.size);
    const QString size = QStringLiteral("%1x%2").arg(shot.size.width()).arg(shot.size.height());
    const QString name =
        QStringLiteral("%1-%2-%3.png")
            .arg(view, shot.scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"), size);
    // Twice in a row, so that what a resize or a new row starts to load is complete as well.
    auto calm = std::make_shared<int>(0);
    waitUntil(
        this,
        [=] {
            *calm = window->size() == shot.size && ready() ? *calm + 1 : 0;
            return *calm >= 8;
        },
        [=, this] {
            const QString path = QDir(m_folder).filePath(name);
            if (window->grab().save(path))
                m_files.append(path);
            else
                m_problem = tr("The screenshot %1 could not be written.").arg(path);
            take(window, view, shots, ready, done);
        },
        [=, this] {
            m_problem = tr("The view \"%1\" was not complete at %2 within the time.").arg(view, size);
            done();
        });
}

}  // namespace lw::app
