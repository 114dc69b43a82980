// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/logexport.h"

#include "core/cache/eventreader.h"
#include "core/cache/outboxtable.h"
#include "core/cache/statetable.h"
#include "core/loginlog/exportright.h"
#include "core/loginlog/hashingdevice.h"
#include "core/protocol/export.h"
#include "core/report/atomicfile.h"

#include <QDir>
#include <QUuid>

namespace lw::ctl {

namespace {

Result<void> writeText(const QString &path, const QByteArray &bytes)
{
    return report::writeAtomically(path, [&](QIODevice &device) -> Result<void> {
        if (device.write(bytes) == bytes.size()) return {};
        return makeError(Errc::Io, QStringLiteral("The file %1 cannot be written.").arg(path));
    });
}

Result<quint64> write(session::ConsoleSession &session, cache::Connection &connection, const QDir &folder)
{
    cache::StateTable state(connection);
    const auto head = state.checkpoint();
    if (!head) return head.error();
    const auto key = state.value(cache::StateKey::PinnedLogKey);
    if (!key) return key.error();
    if (!*head || !*key) return makeError(Errc::NotFound, QStringLiteral("Nothing was synced yet. Sync first."));
    const Result<void> leaves = report::writeAtomically(
        folder.filePath(QStringLiteral("leaves.ndjson")), [&](QIODevice &device) -> Result<void> {
            loginlog::HashingDevice hashed(device);
            bool good = true;
            const Result<void> read =
                cache::EventReader(connection).forEachLeaf(0, (*head)->size, [&](quint64, QByteArrayView leaf) {
                    good = hashed.write(leaf.data(), leaf.size()) == leaf.size() && hashed.write("\n", 1) == 1;
                    return good;
                });
            if (!read) return read;
            if (!good)
                return makeError(Errc::Io,
                                 QStringLiteral("The events cannot be written: %1.").arg(hashed.errorString()));
            // Whoever takes the log away leaves a trace, before the file is there.
            protocol::ExportNotice notice;
            notice.report = QStringLiteral("log");
            notice.format = QStringLiteral("ndjson");
            notice.rows = static_cast<qint64>((*head)->size);
            notice.sha256 = hashed.sha256();
            notice.exportedAt = QDateTime::currentDateTimeUtc();
            notice.checkpointSize = (*head)->size;
            Result<std::unique_ptr<cache::Connection>> writing = session.connectForWriting();
            if (!writing) return writing.error();
            return cache::OutboxTable(**writing).add(QUuid::createUuid().toByteArray(QUuid::WithoutBraces),
                                                     protocol::toJson(notice), notice.exportedAt);
        });
    if (!leaves) return leaves.error();
    if (const Result<void> note = writeText(folder.filePath(QStringLiteral("checkpoint.txt")), (*head)->note); !note)
        return note.error();
    if (const Result<void> text = writeText(folder.filePath(QStringLiteral("key.txt")), **key + '\n'); !text)
        return text.error();
    return (*head)->size;
}

}  // namespace

int exportLog(session::ConsoleSession &session, cache::Connection &connection, const QString &folderPath,
              const Output &output)
{
    if (const Result<void> may = loginlog::mayExport(connection); !may) return output.fail(may.error());
    const QDir folder(folderPath);
    if (!QDir().mkpath(folder.absolutePath()))
        return output.fail(makeError(Errc::ReadOnly, QStringLiteral("The folder %1 cannot be made.").arg(folderPath)));
    const Result<quint64> events = write(session, connection, folder);
    if (!events) return output.fail(events.error());
    output.result(
        {{QStringLiteral("events"), static_cast<qint64>(*events)}, {QStringLiteral("folder"), folder.absolutePath()}},
        QStringLiteral("%1 events, the signed head and the key are in %2.")
            .arg(*events)
            .arg(QDir::toNativeSeparators(folder.absolutePath())));
    return 0;
}

}  // namespace lw::ctl
