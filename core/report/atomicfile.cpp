// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/atomicfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace lw::report {

namespace {

constexpr qint64 nearlyNothing = 64 * 1024;

Error failureOf(const QSaveFile &file, const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    if (!folder.isDir())
        return makeError(Errc::NotFound,
                         QStringLiteral("The folder of %1 does not exist; choose another place.").arg(shown));
    const QStorageInfo storage(folder.absoluteFilePath());
    if (storage.isValid() && storage.isReady() && storage.bytesAvailable() < nearlyNothing && !storage.isReadOnly())
        return makeError(Errc::DiskFull,
                         QStringLiteral("No space is left for %1; free some or choose another place.").arg(shown));
    const bool barred = file.error() == QFileDevice::PermissionsError || storage.isReadOnly() || !folder.isWritable() ||
                        (QFileInfo::exists(path) && !QFileInfo(path).isWritable());
    if (barred)
        return makeError(Errc::ReadOnly, QStringLiteral("%1 may not be written; choose another place.").arg(shown));
    return makeError(Errc::Io, QStringLiteral("%1 could not be written: %2.").arg(shown, file.errorString()));
}

}  // namespace

Result<void> writeAtomically(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failureOf(file, path);
    auto written = write(file);
    if (!written) {
        const bool fileFailed = file.error() != QFileDevice::NoError;
        const Error failure = fileFailed ? failureOf(file, path) : written.error();
        file.cancelWriting();
        return failure;
    }
    if (!file.commit()) return failureOf(file, path);
    return {};
}

}  // namespace lw::report
