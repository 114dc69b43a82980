// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of one subcommand: options, help, and the numbers of descriptors that secrets come from.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QCommandLineParser>

#include <optional>

namespace lw::ctl {

class Arguments {
  public:
    /// `usage`: what follows "linewardenctl" in the first line of the help.
    Arguments(const QString &usage, const QString &description);

    void option(const QString &name, const QString &description, const QString &value = {});
    /// --profile NAME and the secrets that open a profile's cache.
    void profileOptions();
    /// The secrets that a sign-in needs.
    void signInOptions();

    /// nullopt: go on. Otherwise the exit code: help was printed, or the usage is wrong.
    std::optional<int> parse(const QStringList &arguments, int leastPositional, int mostPositional);

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    /// From the descriptor that the option names, else typed at the terminal.
    Result<Secret> secret(const QString &option, const QString &prompt) const;
    /// From the descriptor only; an empty secret when the option is not there.
    Result<Secret> optionalSecret(const QString &option) const;

  private:
    QString m_usage;
    QCommandLineParser m_parser;
};

}  // namespace lw::ctl
