// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the back end: `serve` and `ingest`, on the settings of configfile.h.
#pragma once

#include "app/linewardend/configfile.h"
#include "core/import/callformat.h"
#include "core/import/logformat.h"

#include <QStringList>

#include <optional>

namespace lw::app {

enum class DaemonCommand : quint8 { Serve, Ingest };

struct DaemonCommandLine {
    DaemonCommand command = DaemonCommand::Serve;
    DaemonConfig config;
    bool checkOnly = false;  ///< --check-config
    bool demo = false;
    int readyFd = -1;                              ///< serve: write the ready line here
    QString readyFile;                             ///< serve: and here
    bool exitWithStdin = false;                    ///< serve: end when standard input ends
    QString customer;                              ///< ingest: slug
    import::ImportOptions import;                  ///< ingest of a log
    std::optional<import::CallFileOptions> calls;  ///< ingest of call records, and then not of a log
    QString callerNumber;                          ///< ingest of call records: that extensions call under
    QString input;                                 ///< ingest: a path, or "-"
    bool json = false;                             ///< ingest: the summary as JSON
};

/// --help and --version print and end the program by themselves. Errc::InvalidInput with a sentence for stderr.
Result<DaemonCommandLine> parseCommandLine(const QStringList &arguments);

}  // namespace lw::app
