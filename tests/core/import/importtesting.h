// SPDX-License-Identifier: GPL-3.0-or-later
// What the import's tests share: a log as text in, events as short lines out.
#pragma once

#include "core/import/importlog.h"
#include "core/util/time.h"

#include <QBuffer>
#include <QSet>

namespace lw::import::testing {

struct Imported {
    bool ok = false;
    Error error;
    ImportSummary summary;
    QList<AuditEvent> events;
    QList<Hash> fingerprints;

    /// "kind|user|address:port|reason" of each event.
    QStringList brief() const
    {
        QStringList lines;
        for (const AuditEvent &e : events) {
            const QString port = e.origin.port ? u':' + QString::number(e.origin.port) : QString();
            lines << QStringList{QString(kindName(e.kind)), e.actor.name, e.origin.address + port, e.reason}.join(u'|');
        }
        return lines;
    }
    QString refusals() const
    {
        QStringList lines;
        for (const Refusal &r : summary.refusals)
            lines << QStringLiteral("%1 %2").arg(r.line).arg(r.reason);
        return lines.join(u'\n');
    }
};

inline ImportOptions optionsFor(Format format)
{
    ImportOptions options;
    options.format = format;
    options.now = fromRfc3339(u"2026-06-01T12:00:00Z");
    return options;
}

inline Imported importBytes(QByteArray bytes, const ImportOptions &options)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Imported imported;
    auto result = importLog(buffer, options, [&](const AuditEvent &event, const Hash &fingerprint) -> Result<void> {
        imported.events << event;
        imported.fingerprints << fingerprint;
        return {};
    });
    imported.ok = result.ok();
    if (result)
        imported.summary = *result;
    else
        imported.error = result.error();
    return imported;
}

}  // namespace lw::import::testing
