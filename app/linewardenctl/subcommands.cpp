// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/subcommands.h"

#include "app/linewardenctl/exitcode.h"

#include <cstdio>

namespace lw::ctl {

int runAction(const char *command, std::span<const Action> actions, QStringList arguments)
{
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    for (const Action &action : actions)
        if (name == QLatin1String(action.name)) return action.run(arguments);
    const bool help = name == QLatin1String("--help") || name == QLatin1String("-h");
    QString text;
    if (!help)
        text =
            name.isEmpty()
                ? QStringLiteral("linewardenctl: An action is missing.\n")
                : QStringLiteral("linewardenctl: There is no \"%1 %2\".\n").arg(QLatin1String(command), name.left(80));
    text += QStringLiteral("Usage: linewardenctl %1 ACTION [options]\n\n").arg(QLatin1String(command));
    for (const Action &action : actions)
        text += QStringLiteral("  %1 %2\n")
                    .arg(QString::fromLatin1(action.name).leftJustified(15), QString::fromUtf8(action.summary));
    text += QStringLiteral("\nACTION --help says more.\n");
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), help ? stdout : stderr);
    return static_cast<int>(help ? ExitCode::Ok : ExitCode::Usage);
}

}  // namespace lw::ctl
