// SPDX-License-Identifier: GPL-3.0-or-later
// Files that only the user of the back end may read. The one place that knows how each platform says so.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QString>

namespace lw::server {

/// Makes the directory, and everything above it, with access for its owner only; one that exists must be such.
/// Errc::InvalidInput: open to others. Errc::Io.
Result<void> ensurePrivateDirectory(const QString &dir);

/// Writes the file whole or not at all, readable by its owner only from its first byte on. Errc::Conflict: it exists
/// and `replace` is false; two starts at once cannot overwrite each other's keys.
Result<void> writePrivateFile(const QString &path, const Secret &content, bool replace = false);
/// For what anybody may read: certificates.
Result<void> writePublicFile(const QString &path, const QByteArray &content);

/// Errc::NotFound; Errc::InvalidInput: others may read or write it; Errc::TooLarge; Errc::Io.
Result<Secret> readPrivateFile(const QString &path);
Result<QByteArray> readPublicFile(const QString &path);

}  // namespace lw::server
