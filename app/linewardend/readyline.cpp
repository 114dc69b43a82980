// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/readyline.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace lw::app {

QByteArray readyJson(const ReadyLine &ready)
{
    const QString host = ready.host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(ready.host) : ready.host;
    QJsonObject object{{QStringLiteral("url"), QStringLiteral("https://%1:%2").arg(host).arg(ready.port)},
                       {QStringLiteral("host"), host},
                       {QStringLiteral("port"), ready.port},
                       {QStringLiteral("ca"), QString::fromUtf8(ready.caPem)},
                       {QStringLiteral("caFile"), ready.caFile},
                       {QStringLiteral("fingerprint"), ready.fingerprint},
                       {QStringLiteral("pid"), ready.pid}};
    if (!ready.login.isEmpty()) {
        object.insert(QStringLiteral("customer"), ready.customer);
        object.insert(QStringLiteral("login"), ready.login);
        object.insert(QStringLiteral("password"), QString::fromUtf8(ready.password.constData(), ready.password.size()));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> writeToDescriptor(int descriptor, const QByteArray &line)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::DontCloseHandle) ||
        file.write(line) != line.size())
        return makeError(Errc::Io, QStringLiteral("Descriptor %1 cannot be written to.").arg(descriptor),
                         QStringLiteral("ready-fd"));
    return {};
}

Result<void> writeToFile(const QString &path, const QByteArray &line)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(line) == line.size() && file.commit();
    if (written) return {};
    return makeError(Errc::Io, QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()),
                     QStringLiteral("ready-file"));
}

}  // namespace lw::app
