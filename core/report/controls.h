// SPDX-License-Identifier: GPL-3.0-or-later
// The controls that a report is evidence for. Source: the table "Controls a report cites" in domain.md.
#pragma once

#include "core/report/reportcontent.h"

namespace lw::report {

enum class ControlSubject : quint8 {
    UniqueUsers,
    AccessRights,
    PasswordRotation,
    Revocation,
    LoginLogs,
    VerifiableLog,
    CallSpend,
    Retention,
    Reports
};

ControlCitation citationFor(ControlSubject subject);

/// "This report cites controls … it does not claim …": stands in every report that cites.
QString citationDisclaimer();

}  // namespace lw::report
