// SPDX-License-Identifier: GPL-3.0-or-later
// One back end as this machine knows it: where it is, who signs in, what is trusted. Holds no secret.
#pragma once

#include "core/net/endpoint.h"
#include "core/util/result.h"

#include <QList>
#include <QString>

namespace lw::session {

struct Profile {
    QString id;    ///< stable, made by ProfileStore::create(): names the cache folder
    QString name;  ///< for people: "Acme"; unique in the store
    net::Endpoint endpoint;
    QString customer;  ///< slug
    QString login;
    QString logKey;    ///< verifier key text pinned at first connection; the cache's own copy decides
    QString cacheDir;  ///< absolute
    bool operator==(const Profile &) const = default;
};

/// The profiles in one JSON file, "profiles.json". Every call reads or writes the file; writes are atomic.
class ProfileStore {
  public:
    /// `directory` empty: the user's configuration folder, or what LINEWARDEN_HOME names.
    explicit ProfileStore(const QString &directory = {});

    QString directory() const { return m_directory; }

    /// A new profile with id and cache folder; not saved yet.
    Profile create(const QString &name, const net::Endpoint &endpoint, const QString &customer,
                   const QString &login) const;

    /// In the order they were made; no file is an empty list. Corrupt, NewerSchema, Io.
    Result<QList<Profile>> load() const;
    /// NotFound. An empty name means the only profile, or InvalidInput where there are several.
    Result<Profile> find(const QString &nameOrId) const;
    /// Adds it, or replaces the one of the same id. Conflict: another has this name.
    Result<void> save(const Profile &profile) const;
    /// Forgets the profile; the cache folder stays, as evidence is never deleted on the way.
    Result<void> remove(const QString &id) const;

  private:
    QString filePath() const;
    Result<void> write(const QList<Profile> &profiles) const;
    QString m_directory;
    QString m_caches;
};

}  // namespace lw::session
