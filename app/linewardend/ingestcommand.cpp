// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/ingestcommand.h"

#include "core/audit/note.h"
#include "server/identity/privatefile.h"
#include "server/ingest/callingestjob.h"
#include "server/ingest/ingestjob.h"
#include "server/routes/services.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

namespace lw::app {

namespace {

Result<void> openInput(QFile &file, const QString &input)
{
    const bool opened = input == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                    : (file.setFileName(input), file.open(QIODevice::ReadOnly));
    if (opened) return {};
    return makeError(Errc::Io, QStringLiteral("%1 cannot be read: %2.").arg(input, file.errorString()),
                     QStringLiteral("FILE"));
}

template <typename Report>
Result<void> print(const Result<Report> &report, bool asJson)
{
    if (!report) return report.error();
    QTextStream out(stdout);
    if (asJson)
        out << QString::fromUtf8(QJsonDocument(report->toJson()).toJson(QJsonDocument::Compact)) << Qt::endl;
    else
        out << report->toText() << Qt::flush;
    return {};
}

}  // namespace

Result<void> ingest(const DaemonCommandLine &line)
{
    const SystemClock clock;
    const QDir data(line.config.dataDir);
    const QString database = data.filePath(QStringLiteral("linewarden.db"));
    if (!QFile::exists(database))
        return makeError(
            Errc::NotFound,
            QStringLiteral("There is no back end in %1. Start it once with 'linewardend serve'.").arg(data.path()),
            QStringLiteral("data"));
    QFile file;
    if (auto opened = openInput(file, line.input); !opened) return opened;
    const auto pem = server::readPrivateFile(data.filePath(QStringLiteral("identity/log.key")));
    if (!pem) return pem.error();
    const auto logKey = audit::Signer::fromPem(QStringLiteral("localhost"), *pem);
    if (!logKey) return logKey.error();
    server::ServicesConfig settings;
    settings.databaseFile = database;
    auto services = server::Services::open(settings, clock, *logKey);
    if (!services) return services.error();

    const QString inputName =
        line.input == QLatin1String("-") ? QStringLiteral("standard input") : QFileInfo(line.input).fileName();
    if (line.calls) {
        server::CallIngestJob job(*(*services)->database, clock, (*services)->audit);
        return print(job.run(file, {line.customer, *line.calls, inputName, line.callerNumber}), line.json);
    }
    server::IngestJob job(*(*services)->database, (*services)->audit);
    return print(job.run(file, {line.customer, line.import, inputName}), line.json);
}

}  // namespace lw::app
