// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/commandline.h"
#include "app/linewardend/ingestcommand.h"
#include "app/linewardend/servecommand.h"
#include "core/util/secret.h"

#include <QCoreApplication>
#include <QTextStream>

namespace {

int fail(const lw::Error &error, int code)
{
    QTextStream(stderr) << "linewardend: " << error.message << Qt::endl;
    return code;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("linewardend"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LW_VERSION));
    const lw::SecretMemory secrets;

    const auto line = lw::app::parseCommandLine(QCoreApplication::arguments());
    if (!line) return fail(line.error(), line.error().code == lw::Errc::InvalidInput ? 2 : 1);
    if (line->checkOnly) {
        QTextStream(stdout) << "The settings are in order." << Qt::endl;
        return 0;
    }
    const auto done = line->command == lw::app::DaemonCommand::Serve ? lw::app::serve(*line) : lw::app::ingest(*line);
    return done ? 0 : fail(done.error(), 1);
}
