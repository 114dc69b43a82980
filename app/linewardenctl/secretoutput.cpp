// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/secretoutput.h"

#include "app/linewardenctl/terminal.h"

namespace lw::ctl {

void SecretOutput::option(Arguments &arguments)
{
    arguments.option(QStringLiteral("secret-out-fd"),
                     QStringLiteral("Write what is shown only once to this open file descriptor: the name, a tab, the "
                                    "secret. Needed unless standard output is a terminal."),
                     QStringLiteral("n"));
}

Result<SecretOutput> SecretOutput::choose(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("secret-out-fd"))) {
        bool number = false;
        const int descriptor = arguments.value(QStringLiteral("secret-out-fd")).toInt(&number);
        if (number && descriptor >= 0 && isOpenForWriting(descriptor)) return SecretOutput(descriptor);
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("--secret-out-fd takes the number of a file descriptor that is open for writing."),
            QStringLiteral("secret-out-fd"));
    }
    if (outputIsTerminal()) return SecretOutput(-1);
    return makeError(Errc::InvalidInput,
                     QStringLiteral("A secret is shown only once, and standard output is no terminal. Say where it may "
                                    "go, for example --secret-out-fd 3 3>FILE. Nothing was changed."),
                     QStringLiteral("secret-out-fd"));
}

Result<void> SecretOutput::give(const QString &name, const Secret &secret) const
{
    const bool terminal = m_descriptor < 0;
    const QByteArray before =
        terminal ? QStringLiteral("Shown only now, for %1: ").arg(printable(name)).toUtf8() : name.toUtf8() + '\t';
    Secret line = toSecret(before);
    line.append(secret);
    line.append(toSecret("\n"));
    return writeSecret(terminal ? 1 : m_descriptor, line);
}

}  // namespace lw::ctl
