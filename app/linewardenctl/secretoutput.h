// SPDX-License-Identifier: GPL-3.0-or-later
// One-time passwords and device secrets leave the program by one of two ways only: an open descriptor that was named
// for it, or a terminal at which somebody sits. Never a pipe or a file that just happens to be standard output.
#pragma once

#include "app/linewardenctl/arguments.h"
#include "app/linewardenctl/output.h"
#include "core/util/secret.h"

namespace lw::ctl {

class SecretOutput {
  public:
    static void option(Arguments &arguments);  ///< --secret-out-fd N
    /// Asked before anything is changed. InvalidInput: there is nowhere to show a secret.
    static Result<SecretOutput> choose(const Arguments &arguments);

    /// "NAME<TAB>SECRET" and a newline to the descriptor, or a sentence at the terminal.
    Result<void> give(const QString &name, const Secret &secret) const;

  private:
    explicit SecretOutput(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;  ///< -1: the terminal
};

}  // namespace lw::ctl
