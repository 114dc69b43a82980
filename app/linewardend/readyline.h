// SPDX-License-Identifier: GPL-3.0-or-later
// How a program that started a back end learns where it is: one JSON line over a channel of its own.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QString>

namespace lw::app {

struct ReadyLine {
    QString host;
    quint16 port = 0;
    QByteArray caPem;
    QString caFile;
    QString fingerprint;  ///< SHA-256 of the server certificate
    qint64 pid = 0;
    QString customer;  ///< demo only, as the next two
    QString login;
    Secret password;
};

/// {"url","host","port","ca","caFile","fingerprint","pid"} and, for a demo, "customer","login","password"; ends with a
/// newline. The caller wipes it.
QByteArray readyJson(const ReadyLine &ready);

/// Errc::Io. The file is made readable by its owner only.
Result<void> writeToDescriptor(int descriptor, const QByteArray &line);
Result<void> writeToFile(const QString &path, const QByteArray &line);

}  // namespace lw::app
