// SPDX-License-Identifier: GPL-3.0-or-later
// What each line of a people file would do, judged against a roster without changing anything.
#pragma once

#include "core/import/peoplefile.h"
#include "server/people/roster.h"

#include <optional>

namespace lw::server {

struct ImportJudgement {
    /// What a line that is not refused does.
    struct Step {
        qsizetype line = 0;          ///< its place in `lines`
        std::optional<User> before;  ///< nullopt: somebody new, who has no id yet
        User after;
    };
    QList<protocol::ImportLine> lines;  ///< one for each line of the file, in its order
    QList<Step> steps;                  ///< creations and changes
    QByteArray digest;                  ///< two judgements with the same one do the same
};

/// Lines are judged one after another, so that a name that an earlier line creates is taken; whether an owner remains
/// is judged at the end, because it does not matter which line comes first.
ImportJudgement judgeImport(Roster roster, const import::PeopleFile &file, const QDateTime &now);

}  // namespace lw::server
