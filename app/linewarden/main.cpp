// SPDX-License-Identifier: GPL-3.0-or-later
// The console's main function: command line, language, window; then the console or the demo.
#include "app/common/signalquit.h"
#include "app/linewarden/demoscript.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTranslator>

#include <chrono>
#include <cstdio>

namespace {

using namespace lw;

int complain(const QString &sentence)
{
    std::fprintf(stderr, "linewarden: %s\n", sentence.toUtf8().constData());
    return 1;
}

void writeFirstPaint(const QString &path)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(qlonglong(ms)) + '\n');
        file.commit();
    }
}

int runDemo(QApplication &application, const app::Options &options)
{
    ui::NativeDialogs native;
    app::ScriptedDialogs scripted;
    const bool unattended = !options.demoOutput.isEmpty();
    ui::Dialogs &dialogs = unattended ? static_cast<ui::Dialogs &>(scripted) : native;
    ui::MainWindow window{ui::WindowMemory({})};
    app::Demo demo;
    app::Console console(demo.store(), dialogs, window);
    std::unique_ptr<app::DemoScript> script;
    window.show();
    const auto end = [](const QString &problem) {
        if (!problem.isEmpty()) complain(problem);
        QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
    };
    demo.start(console, window, &application, [&](Result<void> started) {
        if (!started) {
            if (unattended) return end(started.error().message);
            dialogs.inform(&window, app::Demo::tr("The demo did not start"), started.error().message);
            return end(started.error().message);
        }
        if (!unattended) return;
        script = std::make_unique<app::DemoScript>(demo, console, window, scripted, options.demoOutput);
        QObject::connect(script.get(), &app::DemoScript::finished, &application, [&](const QString &problem) {
            const QStringList made = script->files();
            for (const QString &file : made)
                std::printf("%s\n", QDir::current().relativeFilePath(file).toUtf8().constData());
            std::fflush(stdout);
            end(problem);
        });
        script->run();
    });
    return QApplication::exec();
}

int runConsole(const app::Options &options)
{
    const session::ProfileStore store;
    ui::NativeDialogs dialogs;
    ui::MainWindow window{ui::WindowMemory(QDir(store.directory()).filePath(QStringLiteral("window.ini")))};
    app::Console console(store, dialogs, window);
    if (!options.firstPaintFile.isEmpty())
        QObject::connect(&window, &ui::MainWindow::firstPagePainted, &window,
                         [&] { writeFirstPaint(options.firstPaintFile); });
    QObject::connect(&console, &app::Console::unlockFailed, &window, [](const QString &sentence) {
        complain(sentence);
        QCoreApplication::exit(1);
    });
    if (const auto started = console.start(options); !started) return complain(started.error().message);
    window.show();
    return QApplication::exec();
}

}  // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("linewarden"));
    QApplication::setApplicationDisplayName(QStringLiteral("Linewarden"));
    QApplication::setApplicationVersion(QStringLiteral(LW_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.linewarden.Linewarden"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/linewarden.svg")));
    const SecretMemory secrets;

    QTranslator translator;
    // Without a catalogue of the person's language the English one still brings the plural forms.
    const QString catalogues = QStringLiteral(":/translations");
    if (translator.load(QLocale(), QStringLiteral("linewarden"), QStringLiteral("_"), catalogues) ||
        translator.load(QStringLiteral("linewarden_en"), catalogues))
        QApplication::installTranslator(&translator);

    const auto options = app::parseOptions(QApplication::arguments());
    if (!options) {
        complain(options.error().message);
        return 2;
    }
    ui::Theme::current();
    app::quitOnSignals();
    return options->demo ? runDemo(application, *options) : runConsole(*options);
}
