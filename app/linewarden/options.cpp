// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lw::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::app::Options)
};

}  // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Administration and audit console for business telephony"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), Words::tr("Open the profile of this name."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption passphrase(
        QStringLiteral("passphrase-fd"),
        Words::tr("Read the passphrase of the cache from this open file descriptor, up to the end of its first line."),
        QStringLiteral("N"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        Words::tr("Start a back end of its own with demo data on loopback and open the console connected to it."));
    const QCommandLineOption demoOutput(
        QStringLiteral("demo-output"),
        Words::tr("With --demo: sync, go offline, export reports and write screenshots to this folder, then end."),
        QStringLiteral("DIR"));
    const QCommandLineOption firstPaint(
        QStringLiteral("first-paint-file"),
        Words::tr("Write to this file when the first page was painted (monotonic clock, milliseconds)."),
        QStringLiteral("FILE"));
    parser.addOptions({profile, passphrase, demo, demoOutput, firstPaint});
    if (!parser.parse(arguments)) return makeError(Errc::InvalidInput, parser.errorText());
    if (parser.isSet(help)) parser.showHelp();
    if (parser.isSet(version)) parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return makeError(Errc::InvalidInput,
                         Words::tr("'%1' is not understood; see --help.").arg(parser.positionalArguments().first()));

    Options options;
    options.profile = parser.value(profile);
    options.demo = parser.isSet(demo);
    options.demoOutput = parser.value(demoOutput);
    options.firstPaintFile = parser.value(firstPaint);
    if (parser.isSet(passphrase)) {
        bool number = false;
        options.passphraseFd = parser.value(passphrase).toInt(&number);
        if (!number || options.passphraseFd < 0)
            return makeError(Errc::InvalidInput,
                             Words::tr("--passphrase-fd takes the number of an open file descriptor, such as 0."));
    }
    if (parser.isSet(demoOutput) && (!options.demo || options.demoOutput.isEmpty()))
        return makeError(Errc::InvalidInput, Words::tr("--demo-output needs --demo and a folder."));
    return options;
}

}  // namespace lw::app
