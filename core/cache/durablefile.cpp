// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace lw::cache {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error cannotWrite(const QString &path, const QString &detail)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    if (folder.isDir() && !folder.isWritable())
        return makeError(Errc::ReadOnly,
                         QStringLiteral("%1 cannot be written: the folder may not be written. Check its "
                                        "permissions, or choose another folder for the profile.")
                             .arg(shown));
    const QStorageInfo storage(folder.absoluteFilePath());
    if (storage.isValid() && storage.bytesAvailable() < 64 * 1024)
        return makeError(Errc::DiskFull,
                         QStringLiteral("%1 cannot be written: the disk is full. Free some space and try "
                                        "again.")
                             .arg(shown));
    return makeError(Errc::Io, QStringLiteral("%1 cannot be written: %2.").arg(shown, detail));
}

}  // namespace

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.exists()) return makeError(Errc::NotFound, QStringLiteral("%1 does not exist.").arg(shown));
    if (file.size() > limit)
        return makeError(Errc::TooLarge, QStringLiteral("%1 is larger than %2 bytes.").arg(shown).arg(limit));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Errc::Io, QStringLiteral("%1 cannot be read: %2.").arg(shown, file.errorString()));
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return makeError(Errc::Io, QStringLiteral("%1 cannot be read: %2.").arg(shown, file.errorString()));
    if (content.size() > limit)
        return makeError(Errc::TooLarge, QStringLiteral("%1 is larger than %2 bytes.").arg(shown).arg(limit));
    return content;
}

Result<void> writeDurably(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
    file.setPermissions(ownerOnly);
    if (file.write(content) != content.size() || !file.commit()) return cannotWrite(path, file.errorString());
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<void> makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) return {};
    if (info.exists() || !QDir().mkpath(path)) {
        QDir parent = info.absoluteDir();
        while (!parent.exists() && parent.cdUp()) {
        }
        if (!info.exists() && parent.exists() && !QFileInfo(parent.absolutePath()).isWritable())
            return cannotWrite(parent.filePath(QStringLiteral("cache")), QString());
        return makeError(Errc::Io, QStringLiteral("The folder %1 cannot be made. Check that no file of that name is in "
                                                  "the way and that the folder above may be written.")
                                       .arg(QDir::toNativeSeparators(path)));
    }
    QFile::setPermissions(path, ownerOnly | QFileDevice::ExeOwner);
    return {};
}

void restrictToOwner(const QString &path)
{
    QFile::setPermissions(path, ownerOnly);
}

void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
#else
    Q_UNUSED(path)
#endif
}

}  // namespace lw::cache
