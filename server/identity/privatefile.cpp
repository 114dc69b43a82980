// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <filesystem>

namespace lw::server {

namespace {

constexpr qint64 largestFile = 64 * 1024;

std::filesystem::path nativePath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

Error ioError(const QString &path, const QString &why)
{
    return makeError(Errc::Io, QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), why), path);
}

/// Windows keeps the user's profile to the user by inherited access lists, which these bits do not show.
bool openToOthers(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path);
    return false;
#else
    constexpr auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    std::error_code error;
    const auto permissions = std::filesystem::status(nativePath(path), error).permissions();
    return error || (permissions & others) != std::filesystem::perms::none;
#endif
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return makeError(Errc::NotFound, QStringLiteral("%1 does not exist.").arg(QDir::toNativeSeparators(path)),
                         path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return ioError(path, file.errorString());
    if (file.size() > largestFile)
        return makeError(Errc::TooLarge, QStringLiteral("%1 is too large to be what it should.").arg(path), path);
    QByteArray bytes(static_cast<qsizetype>(file.size()), Qt::Uninitialized);
    if (file.read(bytes.data(), bytes.size()) != bytes.size()) return ioError(path, file.errorString());
    return bytes;
}

/// Created new under a name of its own, so that nobody has it open, then brought into place in one step.
Result<void> writeAside(const QString &aside, const Secret &content)
{
    QFile file(aside);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return ioError(aside, file.errorString());
    const bool written = file.write(content.constData(), content.size()) == content.size() && file.flush();
    if (!written) {
        const QString why = file.errorString();
        file.remove();
        return ioError(aside, why);
    }
    return {};
}

}  // namespace

Result<void> ensurePrivateDirectory(const QString &dir)
{
    if (!QFileInfo::exists(dir)) {
        const QString parent = QFileInfo(QDir::cleanPath(QDir(dir).absolutePath())).absolutePath();
        if (!QDir().mkpath(parent)) return ioError(parent, QStringLiteral("the directory cannot be made"));
        const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        if (!QDir().mkdir(dir, own)) return ioError(dir, QStringLiteral("the directory cannot be made"));
        return {};
    }
    if (!QFileInfo(dir).isDir()) return ioError(dir, QStringLiteral("this is not a directory"));
    if (openToOthers(dir))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The directory %1 is open to other users of this machine, and private keys "
                                        "belong into it. Take their access away (chmod 700), then start again.")
                             .arg(QDir::toNativeSeparators(dir)),
                         dir);
    return {};
}

Result<void> writePrivateFile(const QString &path, const Secret &content, bool replace)
{
    const QString aside = path + u'.' + QUuid::createUuid().toString(QUuid::Id128);
    if (const Result<void> written = writeAside(aside, content); !written) return written;
    std::error_code error;
    if (replace) {
        std::filesystem::rename(nativePath(aside), nativePath(path), error);
    } else {
        // A hard link fails where the name exists, which a rename does not.
        std::filesystem::create_hard_link(nativePath(aside), nativePath(path), error);
        // Some file systems know no links; there the check and the step are two.
        if (error && error != std::errc::file_exists && !QFile::exists(path))
            std::filesystem::rename(nativePath(aside), nativePath(path), error);
        QFile::remove(aside);
    }
    if (!error) return {};
    QFile::remove(aside);
    if (error == std::errc::file_exists)
        return makeError(Errc::Conflict,
                         QStringLiteral("%1 exists already; it is left as it is.").arg(QDir::toNativeSeparators(path)),
                         path);
    return ioError(path, QString::fromStdString(error.message()));
}

Result<void> writePublicFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return ioError(path, file.errorString());
    if (file.write(content) != content.size() || !file.commit()) return ioError(path, file.errorString());
    return {};
}

Result<Secret> readPrivateFile(const QString &path)
{
    if (QFileInfo::exists(path) && openToOthers(path))
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("The private file %1 can be read or written by other users of this machine. Take "
                           "their access away (chmod 600); if somebody may have read it, replace it.")
                .arg(QDir::toNativeSeparators(path)),
            path);
    Result<QByteArray> bytes = readFile(path);
    if (!bytes) return bytes.error();
    Secret secret = toSecret(*bytes);
    wipe(*bytes);
    return secret;
}

Result<QByteArray> readPublicFile(const QString &path)
{
    return readFile(path);
}

}  // namespace lw::server
