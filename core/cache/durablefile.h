// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that must be either the old or the new ones after a crash, and readable by their owner only. Internal.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QString>

namespace lw::cache {

/// Errc::NotFound, TooLarge (over `limit` bytes, nothing is read), Io.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes beside and renames over; on return the content is on disk. Errc::ReadOnly, DiskFull, Io.
Result<void> writeDurably(const QString &path, const QByteArray &content);

/// Makes the folder, with its parents, for the owner only. Errc::ReadOnly, Io.
Result<void> makePrivateFolder(const QString &path);

/// Owner may read and write, nobody else anything.
void restrictToOwner(const QString &path);

/// Makes renames and new names in the folder durable where the system can.
void syncFolder(const QString &path);

}  // namespace lw::cache
