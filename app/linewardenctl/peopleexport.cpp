// SPDX-License-Identifier: GPL-3.0-or-later
// People from the cache into a file that an import reads again.
#include "app/linewardenctl/filteroptions.h"
#include "app/linewardenctl/peopleactions.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/wait.h"

#include <QFileInfo>

namespace lw::ctl {

int exportPeople(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("people export --output FILE [options]"),
                     QStringLiteral("Writes everybody as CSV, offline, from what was synced, in the columns that "
                                    "\"people import\" reads. The back end logs the export at the next sync."));
    parsed.profileOptions();
    filterOptions(parsed);
    parsed.option(QStringLiteral("output"),
                  QStringLiteral("The file to write; replaced only when the new one is complete."),
                  QStringLiteral("file"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    if (!parsed.has(QStringLiteral("output")))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--output FILE is needed."), QStringLiteral("output")));
    const Result<session::Profile> profile = chosenProfile(parsed);
    if (!profile) return output.fail(profile.error());
    session::ConsoleSession session(*profile);
    if (const Result<void> open = unlock(session, parsed); !open) return output.fail(open.error());
    const Result<people::PeopleList> list =
        await<people::PeopleList>([&](QObject *context, Callback<people::PeopleList> done) {
            session.people()->list(QDateTime::currentDateTimeUtc(), context, std::move(done));
        });
    if (!list) return output.fail(list.error());
    const QString path = QFileInfo(parsed.value(QStringLiteral("output"))).absoluteFilePath();
    const Result<loginlog::ReportResult> written =
        await<loginlog::ReportResult>([&](QObject *context, Callback<loginlog::ReportResult> done) {
            session.exports()->exportPeople({list->rows, loginlog::PeopleColumns::Importable, path, {}}, context,
                                            std::move(done));
        });
    if (!written) return output.fail(written.error());
    output.result({{QStringLiteral("path"), written->path},
                   {QStringLiteral("people"), static_cast<qint64>(written->rows)},
                   {QStringLiteral("sha256"), QString::fromLatin1(written->sha256.toHex())}},
                  QStringLiteral("%1: %2 people. The back end logs the export at the next sync.")
                      .arg(written->path)
                      .arg(written->rows));
    return 0;
}

}  // namespace lw::ctl
