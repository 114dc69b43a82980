// SPDX-License-Identifier: GPL-3.0-or-later
// "numbers import" and "numbers export": the inventory as a CSV file.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/numberrules.h"
#include "app/linewardenctl/table.h"
#include "core/callguard/callguardservice.h"
#include "core/protocol/limits.h"

#include <QJsonDocument>

namespace lw::ctl {

int importNumbers(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers import FILE [--dry-run] [options]"),
                     QStringLiteral("Adds and changes numbers by a CSV file with the columns number, label, owner, "
                                    "department and guard: all of it or nothing."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("dry-run"), QStringLiteral("Only say what each line would do."));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QByteArray> csv = readFile(parsed.positional().constFirst(), protocol::limits::numbersBodyBytes);
    if (!csv) return output.fail(csv.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    using Report = protocol::NumbersImport;
    const bool dryRun = parsed.has(QStringLiteral("dry-run"));
    const Result<Report> report = await<Report>([&](QObject *context, Callback<Report> done) {
        service.importNumbers(*csv, dryRun, context, std::move(done));
    });
    if (!report) return output.fail(report.error());
    Table table({QStringLiteral("LINE"), QStringLiteral("NUMBER"), QStringLiteral("WHAT"), QStringLiteral("DETAIL")});
    for (const Report::Line &line : report->lines)
        table.row({QString::number(line.line), line.number, line.outcome, line.reason});
    output.result(QJsonDocument::fromJson(protocol::toJson(*report)).object(),
                  table.text(QStringLiteral("Nothing changes.")) +
                      QStringLiteral("\n%1 added, %2 changed, %3 unchanged, %4 refused; %5.")
                          .arg(report->added)
                          .arg(report->changed)
                          .arg(report->unchanged)
                          .arg(report->refused)
                          .arg(report->stored ? QStringLiteral("stored") : QStringLiteral("nothing is stored")));
    return report->refused > 0 ? static_cast<int>(ExitCode::Usage) : 0;
}

int exportNumbers(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers export [options]"),
                     QStringLiteral("Writes all numbers as a CSV file that \"numbers import\" reads back."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<QByteArray> csv = await<QByteArray>(
        [&](QObject *context, Callback<QByteArray> done) { service.exportNumbers(context, std::move(done)); });
    if (!csv) return output.fail(csv.error());
    const QString text = QString::fromUtf8(*csv);
    output.result({{QStringLiteral("csv"), text}}, text.trimmed());
    return 0;
}

}  // namespace lw::ctl
