// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controls.h"

#include <QCoreApplication>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

}  // namespace

ControlCitation citationFor(ControlSubject subject)
{
    const auto row = [](const QString &name, const char *iso, const char *soc, const char *pci, const char *nist) {
        return ControlCitation{name, QString::fromUtf8(iso), QString::fromUtf8(soc), QString::fromUtf8(pci),
                               QString::fromUtf8(nist)};
    };
    switch (subject) {
        case ControlSubject::UniqueUsers:
            return row(tr("Unique users"), "A.5.15, A.5.16, A.5.18", "CC6.2", "8.2.1, 8.2.4", "AC-2");
        case ControlSubject::AccessRights:
            return row(tr("Access rights"), "A.5.15, A.5.18, A.8.2", "CC6.2, CC6.3", "7.2.1, 7.2.4, 8.2.6",
                       "AC-2, AC-6");
        case ControlSubject::Revocation:
            return row(tr("Revocation in 24 hours"), "A.5.18, A.5.11, A.6.5", "CC6.2–CC6.3", "8.2.5, 8.2.6",
                       "PS-4, AC-2(3)");
        case ControlSubject::PasswordRotation:
            return row(tr("90-day rotation"), "A.5.17, A.8.5", "CC6.1", "8.3.6, 8.3.7, 8.3.9", "IA-5");
        case ControlSubject::LoginLogs:
            return row(tr("Login logs"), "A.8.15, A.8.17", "CC7.2", "10.2.1, 10.2.2, 10.4.1, 10.6",
                       "AU-2, AU-3, AU-6, AU-8, AU-12");
        case ControlSubject::VerifiableLog:
            return row(tr("Verifiable log"), "A.5.28, A.5.33, A.8.24", "CC6.1, CC7.2", "10.3.1–10.3.4",
                       "AU-9, AU-10; GDPR 32");
        case ControlSubject::CallSpend:
            return row(tr("Call Guard and spend"), "A.5.24–A.5.26, A.8.9, A.8.16, A.8.32", "CC3.3, CC7.2–CC7.3, CC8.1",
                       "", "SI-4, CM-3");
        case ControlSubject::Retention:
            return row(tr("Retention"), "A.8.10, A.5.33, A.5.34", "C1.2", "10.5.1", "AU-11, SI-12; GDPR 5, 15, 17, 30");
        case ControlSubject::Reports: return row(tr("Reports"), "A.5.36", "CC4.1", "10.2.1.3", "AU-7");
    }
    return {};
}

QString citationDisclaimer()
{
    return tr(
        "This report cites the controls it is evidence for. It does not claim certification or compliance with any "
        "standard.");
}

}  // namespace lw::report
