// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/passphrasefd.h"

#include <QCoreApplication>
#include <QFile>

namespace lw::app {

Result<Secret> readPassphrase(int descriptor)
{
    QFile file;
    QByteArray line;
    if (file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        line = file.readLine(1025);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    Secret secret = toSecret(line);
    wipe(line);
    if (secret.isEmpty())
        return makeError(
            Errc::InvalidInput,
            QCoreApplication::translate("lw::app::PassphraseFd",
                                        "Nothing could be read from file descriptor %1 of --passphrase-fd. "
                                        "Give it a line, for example with 3<file.")
                .arg(descriptor),
            QStringLiteral("passphrase-fd"));
    return secret;
}

}  // namespace lw::app
