// SPDX-License-Identifier: GPL-3.0-or-later
// A back end in memory that administrators can work with: people, roles, devices, sessions, rules, imports and second
// factors, over the contract's own codecs. What it keeps stands in public members; take lock() to look while it runs.
#pragma once

#include "core/protocol/accounts.h"
#include "core/protocol/callguard.h"
#include "core/protocol/callreplay.h"
#include "core/protocol/certificate.h"
#include "core/protocol/device.h"
#include "core/protocol/livesession.h"
#include "core/protocol/retention.h"
#include "core/protocol/role.h"
#include "core/protocol/spend.h"
#include "tests/core/net/fakebackend.h"

#include <QHash>

#include <mutex>

namespace lw::test {

class AdminBackend {
  public:
    /// The first of these people is the one who signs in.
    explicit AdminBackend(QList<User> people);

    FakeBackend backend;
    QList<Role> roles = shippedRoles();
    QList<protocol::LiveSession> sessions;
    QHash<QString, QList<Device>> devices;                                ///< by person
    QHash<QString, QList<protocol::RegisteredCertificate>> certificates;  ///< by person
    QList<GuardedNumber> numbers;
    GuardSettings guardSettings;
    SpendSettings spendSettings;
    protocol::SpendOverview spend;
    QList<protocol::SpendDay> spendDays;
    QList<TemporaryRaise> raises;
    RetentionRules retention;
    QList<PurgeCount> purgeCounts;  ///< what a preview says
    QList<LegalHold> holds;
    QList<PurgeRun> purges;
    QByteArray personData = "{\"person\":{}}";
    protocol::ReplayAnswer replay;
    protocol::NumbersImport numbersImport;          ///< what is said of any list
    protocol::DeckAnswer deck;                      ///< what is said of any deck
    QStringList done;                               ///< what was asked that changes something: "POST /v1/users"
    QByteArray lastBody;                            ///< of the last of these
    bool staleOnce = false;                         ///< the next change under If-Match finds another version
    std::function<void(AdminBackend &)> meanwhile;  ///< what somebody else does at that moment

    std::unique_lock<std::recursive_mutex> lock() { return std::unique_lock(m_mutex); }
    User *person(const QString &id);

  private:
    std::optional<FakeReply> answer(const FakeRequest &request);
    std::optional<FakeReply> people(const FakeRequest &request, const QStringList &path);
    std::optional<FakeReply> onePerson(const FakeRequest &request, const QStringList &path, User &user);
    std::optional<FakeReply> imports(const FakeRequest &request, const QStringList &path);
    std::optional<FakeReply> rolesAnswer(const FakeRequest &request, const QStringList &path);
    std::optional<FakeReply> sessionsAnswer(const FakeRequest &request, const QStringList &path);
    std::optional<FakeReply> devicesAnswer(const FakeRequest &request, const QStringList &path);
    FakeReply numbersAnswer(const FakeRequest &request, const QStringList &path);
    FakeReply guardAnswer(const FakeRequest &request);
    std::optional<FakeReply> spendAnswer(const FakeRequest &request, const QStringList &path);
    FakeReply retentionAnswer(const FakeRequest &request, const QStringList &path);
    FakeReply ratesAnswer(const FakeRequest &request);
    FakeReply certificatesAnswer(const FakeRequest &request, const QStringList &path);
    bool isStale(const FakeRequest &request);
    QByteArray tag() const;
    FakeReply entry(const User &user, int status = 200) const;

    std::recursive_mutex m_mutex;
    int m_version = 1;
    int m_made = 0;
    protocol::ImportPlan m_plan;
};

}  // namespace lw::test
