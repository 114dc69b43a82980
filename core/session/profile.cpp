// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/profile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>

namespace lw::session {

namespace {

constexpr int fileVersion = 1;
constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

QString homeOverride()
{
    return qEnvironmentVariable("LINEWARDEN_HOME");
}

QString place(QStandardPaths::StandardLocation location)
{
    return QDir(QStandardPaths::writableLocation(location)).filePath(QStringLiteral("linewarden"));
}

Error corrupt(const QString &path, const QString &why)
{
    return makeError(
        Errc::Corrupt,
        QStringLiteral("The list of profiles (%1) is damaged: %2. Move the file away and connect again; caches are not "
                       "affected.")
            .arg(QDir::toNativeSeparators(path), why));
}

QJsonObject toJson(const Profile &profile)
{
    return {{QStringLiteral("id"), profile.id},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("address"), profile.endpoint.base.toString(QUrl::FullyEncoded)},
            {QStringLiteral("customer"), profile.customer},
            {QStringLiteral("login"), profile.login},
            {QStringLiteral("certificateSha256"), QString::fromLatin1(profile.endpoint.pinnedSha256.toHex())},
            {QStringLiteral("authorities"), QString::fromLatin1(profile.endpoint.caPem)},
            {QStringLiteral("logKey"), profile.logKey},
            {QStringLiteral("cacheFolder"), profile.cacheDir}};
}

Result<Profile> fromJson(const QJsonObject &object, const QString &path)
{
    Profile profile;
    for (const auto &[key, target] :
         {std::pair{"id", &profile.id}, std::pair{"name", &profile.name}, std::pair{"customer", &profile.customer},
          std::pair{"login", &profile.login}, std::pair{"logKey", &profile.logKey},
          std::pair{"cacheFolder", &profile.cacheDir}}) {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isString())
            return corrupt(path, QStringLiteral("\"%1\" of a profile is no text").arg(QLatin1String(key)));
        *target = value.toString();
    }
    Result<QUrl> base = net::parseBaseUrl(object.value(QLatin1String("address")).toString());
    if (!base)
        return corrupt(path, QStringLiteral("the address of \u201c%1\u201d cannot be used (%2)")
                                 .arg(profile.name, base.error().message));
    profile.endpoint.base = *base;
    const QString pin = object.value(QLatin1String("certificateSha256")).toString();
    if (!pin.isEmpty()) {
        const Result<QByteArray> digest = net::parseFingerprint(pin);
        // A pin that cannot be read must never become "no pin".
        if (!digest)
            return corrupt(
                path, QStringLiteral("the accepted fingerprint of \u201c%1\u201d cannot be read").arg(profile.name));
        profile.endpoint.pinnedSha256 = *digest;
    }
    profile.endpoint.caPem = object.value(QLatin1String("authorities")).toString().toLatin1();
    if (profile.id.isEmpty() || profile.name.isEmpty() || profile.cacheDir.isEmpty())
        return corrupt(path, QStringLiteral("a profile lacks its name, id or cache folder"));
    return profile;
}

}  // namespace

ProfileStore::ProfileStore(const QString &directory)
    : m_directory(!directory.isEmpty()        ? QDir(directory).absolutePath()
                  : !homeOverride().isEmpty() ? QDir(homeOverride()).absolutePath()
                                              : place(QStandardPaths::GenericConfigLocation)),
      m_caches(!directory.isEmpty() || !homeOverride().isEmpty()
                   ? QDir(m_directory).filePath(QStringLiteral("caches"))
                   : QDir(place(QStandardPaths::GenericDataLocation)).filePath(QStringLiteral("caches")))
{
}

QString ProfileStore::filePath() const
{
    return QDir(m_directory).filePath(QStringLiteral("profiles.json"));
}

Profile ProfileStore::create(const QString &name, const net::Endpoint &endpoint, const QString &customer,
                             const QString &login) const
{
    Profile profile;
    profile.id = QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    profile.name = name;
    profile.endpoint = endpoint;
    profile.customer = customer;
    profile.login = login;
    profile.cacheDir = QDir(m_caches).filePath(profile.id);
    return profile;
}

Result<QList<Profile>> ProfileStore::load() const
{
    QFile file(filePath());
    if (!file.exists()) return QList<Profile>();
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Errc::Io, QStringLiteral("The list of profiles (%1) cannot be read: %2.")
                                       .arg(QDir::toNativeSeparators(filePath()), file.errorString()));
    if (file.size() > maxFileBytes) return corrupt(filePath(), QStringLiteral("it is far too long"));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    if (!document.isObject())
        return corrupt(filePath(), parsing.error ? parsing.errorString() : QStringLiteral("it holds no object"));
    const int version = document.object().value(QLatin1String("version")).toInt();
    if (version > fileVersion)
        return makeError(
            Errc::NewerSchema,
            QStringLiteral("The list of profiles (%1) was written by a newer version of Linewarden. Install that "
                           "version or a later one.")
                .arg(QDir::toNativeSeparators(filePath())));
    if (version != fileVersion) return corrupt(filePath(), QStringLiteral("its version is missing"));
    QList<Profile> profiles;
    const QJsonArray array = document.object().value(QLatin1String("profiles")).toArray();
    for (const QJsonValue &value : array) {
        Result<Profile> profile = fromJson(value.toObject(), filePath());
        if (!profile) return profile.error();
        profiles.append(*profile);
    }
    return profiles;
}

Result<Profile> ProfileStore::find(const QString &nameOrId) const
{
    const Result<QList<Profile>> all = load();
    if (!all) return all.error();
    if (all->isEmpty())
        return makeError(Errc::NotFound, QStringLiteral("There is no profile yet. Connect to a back end first."),
                         QStringLiteral("profile"));
    if (nameOrId.isEmpty()) {
        if (all->size() == 1) return all->constFirst();
        return makeError(Errc::InvalidInput,
                         QStringLiteral("There are %1 profiles. Name the one that is meant.").arg(all->size()),
                         QStringLiteral("profile"));
    }
    for (const Profile &profile : *all)
        if (profile.id == nameOrId || profile.name.compare(nameOrId, Qt::CaseInsensitive) == 0) return profile;
    return makeError(Errc::NotFound, QStringLiteral("There is no profile \u201c%1\u201d.").arg(nameOrId),
                     QStringLiteral("profile"));
}

Result<void> ProfileStore::save(const Profile &profile) const
{
    Result<QList<Profile>> all = load();
    if (!all) return all.error();
    if (profile.id.isEmpty() || profile.name.trimmed().isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("A profile needs a name."), QStringLiteral("name"));
    Profile *same = nullptr;
    for (Profile &other : *all) {
        if (other.id == profile.id)
            same = &other;
        else if (other.name.compare(profile.name, Qt::CaseInsensitive) == 0)
            return makeError(
                Errc::Conflict,
                QStringLiteral("There is a profile \u201c%1\u201d already. Choose another name.").arg(profile.name),
                QStringLiteral("name"));
    }
    if (same)
        *same = profile;
    else
        all->append(profile);
    return write(*all);
}

Result<void> ProfileStore::remove(const QString &id) const
{
    Result<QList<Profile>> all = load();
    if (!all) return all.error();
    const qsizetype gone = all->removeIf([&](const Profile &profile) { return profile.id == id; });
    if (gone == 0)
        return makeError(Errc::NotFound, QStringLiteral("There is no such profile."), QStringLiteral("profile"));
    return write(*all);
}

Result<void> ProfileStore::write(const QList<Profile> &profiles) const
{
    if (!QDir().mkpath(m_directory))
        return makeError(Errc::ReadOnly, QStringLiteral("The folder %1 cannot be made. Check its permissions.")
                                             .arg(QDir::toNativeSeparators(m_directory)));
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(toJson(profile));
    const QJsonObject root{{QStringLiteral("version"), fileVersion}, {QStringLiteral("profiles"), array}};
    const QByteArray bytes = QJsonDocument(root).toJson(QJsonDocument::Indented);
    QSaveFile file(filePath());
    const bool opened = file.open(QIODevice::WriteOnly);
    // Nobody else needs to know which back ends this person uses.
    if (opened) file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!opened || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(opened ? Errc::Io : Errc::ReadOnly,
                         QStringLiteral("The list of profiles (%1) cannot be written: %2.")
                             .arg(QDir::toNativeSeparators(filePath()), file.errorString()));
    return {};
}

}  // namespace lw::session
