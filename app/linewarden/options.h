// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the console.
#pragma once

#include "core/util/result.h"

#include <QString>
#include <QStringList>

namespace lw::app {

struct Options {
    QString profile;        ///< open this one; empty: the only one, or ask
    int passphraseFd = -1;  ///< read the cache's passphrase from this descriptor: one line
    bool demo = false;
    QString demoOutput;      ///< do the demo unattended and write everything here
    QString firstPaintFile;  ///< write when the first page was painted: milliseconds of the monotonic clock
};

/// InvalidInput with a sentence for stderr. --help and --version print and end the program by themselves.
Result<Options> parseOptions(const QStringList &arguments);

}  // namespace lw::app
