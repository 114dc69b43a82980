// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of people, their devices and the customer's rules. All of it needs the back end; see access::AccessService
// for the errors.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/domain/customer.h"
#include "core/protocol/accounts.h"
#include "core/protocol/certificate.h"
#include "core/protocol/device.h"

namespace lw::people {

class PeopleAdmin {
  public:
    explicit PeopleAdmin(access::BackendLink &link) : m_link(link) {}

    /// Everybody as the back end has them now, with its verdicts; by pages. Never from the cache:
    /// PeopleService::list().
    void everybody(QObject *context, Callback<QList<protocol::UserEntry>> done);
    /// As the back end has it now, with the tag that a change needs.
    void person(const QString &userId, QObject *context, Callback<access::Seen<protocol::UserEntry>> done);
    void create(const protocol::NewUser &user, QObject *context, Callback<protocol::UserWithPassword> done);
    void change(const QString &userId, const protocol::UserPatch &patch, const QByteArray &etag, QObject *context,
                Callback<access::Seen<protocol::UserEntry>> done);
    /// A one-time password, shown once.
    void resetPassword(const QString &userId, QObject *context, Callback<protocol::UserWithPassword> done);
    void resetMfa(const QString &userId, QObject *context, Callback<void> done);
    void expirePasswords(const protocol::UserSelection &people, QObject *context, Callback<void> done);
    void disable(const protocol::UserSelection &people, QObject *context, Callback<void> done);

    /// The dry run of a people file; nothing is changed.
    void planImport(const QByteArray &csv, QObject *context, Callback<protocol::ImportPlan> done);
    void applyImport(const QString &planId, QObject *context, Callback<protocol::ImportPlan> done);
    void undoImport(const QString &planId, QObject *context, Callback<protocol::ImportPlan> done);

    /// Of one person; offline what was kept of everybody's.
    void devices(const QString &userId, QObject *context, Callback<access::Seen<QList<Device>>> done);
    void addDevice(const QString &userId, const protocol::NewDevice &device, QObject *context,
                   Callback<protocol::DeviceWithSecret> done);
    void renewDeviceSecret(const QString &deviceId, QObject *context, Callback<protocol::DeviceWithSecret> done);
    void revokeDevice(const QString &deviceId, QObject *context, Callback<void> done);

    /// Client certificates of one person; never kept for offline.
    void certificates(const QString &userId, QObject *context, Callback<QList<protocol::RegisteredCertificate>> done);
    void addCertificate(const QString &userId, const protocol::NewCertificate &certificate, QObject *context,
                        Callback<protocol::RegisteredCertificate> done);
    /// Conflict: the one that this connection shows and its owner needs.
    void removeCertificate(const QString &userId, const QString &fingerprint, QObject *context, Callback<void> done);

    /// The customer's rules, with the tag that a change needs.
    void customer(QObject *context, Callback<access::Seen<Customer>> done);
    void changeRules(const Customer &customer, const QByteArray &etag, QObject *context,
                     Callback<access::Seen<Customer>> done);

  private:
    access::BackendLink &m_link;
};

}  // namespace lw::people
