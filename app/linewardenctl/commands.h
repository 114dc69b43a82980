// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands: each gets what follows its name and gives the exit code.
#pragma once

#include <QStringList>

namespace lw::ctl {

int connectCommand(const QStringList &arguments);
int syncCommand(const QStringList &arguments);
int logCommand(const QStringList &arguments);
int reportCommand(const QStringList &arguments);
int verifyCommand(const QStringList &arguments);
int profilesCommand(const QStringList &arguments);
int classifyCommand(const QStringList &arguments);
int peopleCommand(const QStringList &arguments);
int rolesCommand(const QStringList &arguments);
int sessionsCommand(const QStringList &arguments);
int departuresCommand(const QStringList &arguments);
int numbersCommand(const QStringList &arguments);
int callGuardCommand(const QStringList &arguments);
int callsCommand(const QStringList &arguments);
int retentionCommand(const QStringList &arguments);
int spendCommand(const QStringList &arguments);
int ratesCommand(const QStringList &arguments);
int networkCommand(const QStringList &arguments);

}  // namespace lw::ctl
