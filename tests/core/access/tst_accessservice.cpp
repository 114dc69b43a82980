// SPDX-License-Identifier: GPL-3.0-or-later
// What the services of roles, sessions, networks, blocks and one's own second factor send, and how they read the
// answers.
#include "core/access/accessservice.h"
#include "core/access/selfservice.h"
#include "core/protocol/networkaccess.h"
#include "core/protocol/role.h"
#include "tests/core/access/linkfixture.h"

using namespace lw;
using namespace lw::access;
using namespace lw::test;

class TestAccessService : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m = std::make_unique<LinkFixture>();
        m->signIn();
        m_access = std::make_unique<AccessService>(*m->link);
        m_self = std::make_unique<SelfService>(*m->link);
    }
    void cleanup()
    {
        m_self.reset();
        m_access.reset();
        m.reset();
    }

    void rolesWithTheirTag()
    {
        m->reply("GET", QStringLiteral("/v1/roles"), 200, protocol::toJson(roles()), "\"7.7\"");
        const auto seen = roleList();
        QVERIFY2(seen.ok(), qPrintable(seen.ok() ? QString() : seen.error().message));
        QCOMPARE(seen->value, roles());
        QCOMPARE(seen->etag, QByteArray("\"7.7\""));
        QVERIFY(seen->live);
        QTRY_VERIFY(m->kept(cache::snapshotname::roles).has_value());
        m->online = false;
        const auto kept = roleList();
        QVERIFY(kept.ok());
        QCOMPARE(kept->value, roles());
        QVERIFY(!kept->live);
    }

    void whatIsNoListBreaksTheContract()
    {
        m->reply("GET", QStringLiteral("/v1/roles"), 200, "{\"roles\":[{\"name\":7}]}");
        QCOMPARE(roleList().error().code, Errc::Protocol);
        // Kept by another version and not readable by this one: as if it had never been seen.
        QTRY_VERIFY(m->kept(cache::snapshotname::roles).has_value());
        m->online = false;
        QCOMPARE(roleList().error().code, Errc::NotFound);
    }

    void rolesAreChangedUnderTheirTag()
    {
        const Role role{QStringLiteral("help desk"), {Permission::UsersRead}, false};
        m->reply("POST", QStringLiteral("/v1/roles"), 201, protocol::toJson(role));
        const Result<Role> made = answerOf<Role>(
            [&](QObject *context, Callback<Role> done) { m_access->createRole(role, context, std::move(done)); });
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
        QCOMPARE(*made, role);
        QVERIFY(!m->header("Idempotency-Key").isEmpty());

        // Percent-encoded, so that no name leads to another path.
        const QString path = QStringLiteral("/v1/roles/help%20desk");
        m->reply("PUT", path, 200, protocol::toJson(role));
        const Result<Role> changed = answerOf<Role>([&](QObject *context, Callback<Role> done) {
            m_access->changeRole(role, "\"7.7\"", context, std::move(done));
        });
        QVERIFY(changed.ok());
        QCOMPARE(m->header("If-Match"), QByteArray("\"7.7\""));
        QVERIFY(m->header("Idempotency-Key").isEmpty());
        QCOMPARE(protocol::roleFromJson(m->last.body)->permissions, role.permissions);

        m->refuse("DELETE", path, 412, "stale");
        const Result<void> removed = answerOf<void>([&](QObject *context, Callback<void> done) {
            m_access->removeRole(role.name, "\"6.6\"", context, std::move(done));
        });
        QCOMPARE(removed.error().code, Errc::Stale);
        QCOMPARE(m->header("If-Match"), QByteArray("\"6.6\""));
        QCOMPARE(m->changes, 2);
    }

    void sessionsAreNeverKept()
    {
        protocol::LiveSession session;
        session.id = QStringLiteral("ses_1");
        session.userId = QStringLiteral("usr_1");
        session.login = QStringLiteral("ann.lee");
        session.displayName = QStringLiteral("Ann Lee");
        session.createdAt = session.lastSeenAt = m_at;
        session.expiresAt = m_at.addSecs(900);
        session.address = QStringLiteral("192.0.2.7");
        session.agent = QStringLiteral("Linewarden");
        session.own = true;
        const QList<protocol::LiveSession> list{session};
        m->reply("GET", QStringLiteral("/v1/sessions"), 200, protocol::toJson(list));
        using Seen = access::Seen<QList<protocol::LiveSession>>;
        const auto ask = [&] {
            return answerOf<Seen>(
                [&](QObject *context, Callback<Seen> done) { m_access->sessions(context, std::move(done)); });
        };
        const Result<Seen> seen = ask();
        QVERIFY2(seen.ok(), qPrintable(seen.ok() ? QString() : seen.error().message));
        QCOMPARE(seen->value, list);
        m->online = false;
        QCOMPARE(ask().error().code, Errc::Network);
    }

    void sessionsEnd()
    {
        m->reply("DELETE", QStringLiteral("/v1/sessions/ses_1"), 200, protocol::toJson(protocol::SessionsEnded{1}));
        m->reply("DELETE", QStringLiteral("/v1/users/usr_1/sessions"), 200,
                 protocol::toJson(protocol::SessionsEnded{3}));
        const auto one = answerOf<int>([&](QObject *context, Callback<int> done) {
            m_access->endSession(QStringLiteral("ses_1"), context, std::move(done));
        });
        const auto all = answerOf<int>([&](QObject *context, Callback<int> done) {
            m_access->endSessionsOf(QStringLiteral("usr_1"), context, std::move(done));
        });
        QVERIFY(one.ok() && all.ok());
        QCOMPARE(*one, 1);
        QCOMPARE(*all, 3);
        QCOMPARE(m->changes, 2);
    }

    void allowlist()
    {
        const protocol::NetworkAccess access = network();
        m->reply("GET", QStringLiteral("/v1/network"), 200, protocol::toJson(access), "\"1.2\"");
        const Result<SeenNetwork> seen = networkOf(&AccessService::network);
        QVERIFY2(seen.ok(), qPrintable(seen.ok() ? QString() : seen.error().message));
        QCOMPARE(seen->value, access);
        QCOMPARE(seen->etag, QByteArray("\"1.2\""));

        protocol::AllowlistChange change;
        change.enforced = true;
        change.networks = access.allowlist.networks;
        change.confirmMinutes = 5;
        m->refuse("PUT", QStringLiteral("/v1/network"), 409, "conflict", "stranding");
        Result<SeenNetwork> changed = changeAllowlist(change);
        QCOMPARE(changed.error().code, Errc::Conflict);
        QCOMPARE(changed.error().field, QStringLiteral("stranding"));
        change.strandingConfirmed = QStringLiteral("ann.lee");
        m->reply("PUT", QStringLiteral("/v1/network"), 200, protocol::toJson(access), "\"2.3\"");
        changed = changeAllowlist(change);
        QVERIFY(changed.ok());
        QCOMPARE(changed->etag, QByteArray("\"2.3\""));
        QCOMPARE(m->header("If-Match"), QByteArray("\"1.2\""));
        QCOMPARE(*protocol::allowlistChangeFromJson(m->last.body), change);

        m->reply("POST", QStringLiteral("/v1/network/confirm"), 200, protocol::toJson(access));
        m->reply("POST", QStringLiteral("/v1/network/revert"), 200, protocol::toJson(access));
        QVERIFY(networkOf(&AccessService::confirmAllowlist).ok());
        QVERIFY(networkOf(&AccessService::revertAllowlist).ok());
        QCOMPARE(m->changes, 3);
    }

    void blockedAddresses()
    {
        protocol::BlockList list;
        BlockedAddress blocked;
        blocked.address = QStringLiteral("2001:db8:0:1::/64");
        blocked.since = m_at;
        blocked.until = m_at.addSecs(900);
        blocked.failures = 21;
        blocked.accounts = 4;
        list.blocked = {blocked};
        using Seen = access::Seen<protocol::BlockList>;
        const QByteArray body = protocol::toJson(list);
        m->reply("GET", QStringLiteral("/v1/network/blocks"), 200, body, "\"b\"");
        m->reply("POST", QStringLiteral("/v1/network/blocks"), 200, body);
        m->reply("PUT", QStringLiteral("/v1/network/blocking"), 200, body);
        m->reply("DELETE", QStringLiteral("/v1/network/blocks/2001%3Adb8%3A0%3A1%3A%3A%2F64"), 204);
        const auto seen =
            answerOf<Seen>([&](QObject *context, Callback<Seen> done) { m_access->blocks(context, std::move(done)); });
        QVERIFY2(seen.ok(), qPrintable(seen.ok() ? QString() : seen.error().message));
        QCOMPARE(seen->value, list);
        QVERIFY(
            answerOf<Seen>([&](QObject *context, Callback<Seen> done) {
                m_access->block({QStringLiteral("192.0.2.1"), {}, QStringLiteral("scanner")}, context, std::move(done));
            }).ok());
        QVERIFY(answerOf<Seen>([&](QObject *context, Callback<Seen> done) {
                    m_access->changeBlocking(list.policy, "\"b\"", context, std::move(done));
                }).ok());
        QCOMPARE(m->header("If-Match"), QByteArray("\"b\""));
        QVERIFY(answerOf<Seen>([&](QObject *context, Callback<Seen> done) {
                    m_access->liftBlock(blocked.address, context, std::move(done));
                }).ok());
    }

    void ownSecondFactor()
    {
        m->reply("POST", QStringLiteral("/v1/me/mfa"), 201,
                 protocol::toJson(protocol::MfaEnrolment{toSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
                                                         toSecret("otpauth://totp/x")}));
        const auto begun =
            answerOf<protocol::MfaEnrolment>([&](QObject *context, Callback<protocol::MfaEnrolment> done) {
                m_self->beginMfa(context, std::move(done));
            });
        QVERIFY2(begun.ok(), qPrintable(begun.ok() ? QString() : begun.error().message));
        QCOMPARE(begun->secret.toByteArray(), QByteArray("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"));
        QCOMPARE(m->changes, 0);

        protocol::RecoveryCodes codes;
        for (int i = 0; i < 10; ++i)
            codes.codes.push_back(toSecret("ABCDE-1234" + QByteArray::number(i)));
        m->refuse("POST", QStringLiteral("/v1/me/mfa/confirm"), 400, "invalid-input", "code");
        const auto confirm = [&](const QString &code) {
            return answerOf<protocol::RecoveryCodes>([&](QObject *context, Callback<protocol::RecoveryCodes> done) {
                m_self->confirmMfa(code, context, std::move(done));
            });
        };
        QCOMPARE(confirm(QStringLiteral("000000")).error().field, QStringLiteral("code"));
        m->reply("POST", QStringLiteral("/v1/me/mfa/confirm"), 200, protocol::toJson(codes));
        const auto confirmed = confirm(QStringLiteral("123456"));
        QVERIFY2(confirmed.ok(), qPrintable(confirmed.ok() ? QString() : confirmed.error().message));
        QCOMPARE(confirmed->codes.size(), size_t(10));
        QCOMPARE(m->changes, 1);

        m->reply("DELETE", QStringLiteral("/v1/me/mfa"), 204);
        const auto ended = answerOf<void>([&](QObject *context, Callback<void> done) {
            m_self->endMfa(toSecret("correct horse"), context, std::move(done));
        });
        QVERIFY(ended.ok());
        QCOMPARE(protocol::ownPasswordFromJson(m->last.body)->password.toByteArray(), QByteArray("correct horse"));
    }

  private:
    using SeenNetwork = access::Seen<protocol::NetworkAccess>;
    using SeenRoles = access::Seen<QList<Role>>;

    Result<SeenRoles> roleList()
    {
        return answerOf<SeenRoles>(
            [this](QObject *context, Callback<SeenRoles> done) { m_access->roles(context, std::move(done)); });
    }
    Result<SeenNetwork> networkOf(void (AccessService::*ask)(QObject *, Callback<SeenNetwork>))
    {
        return answerOf<SeenNetwork>(
            [&](QObject *context, Callback<SeenNetwork> done) { (m_access.get()->*ask)(context, std::move(done)); });
    }
    Result<SeenNetwork> changeAllowlist(const protocol::AllowlistChange &change)
    {
        return answerOf<SeenNetwork>([&](QObject *context, Callback<SeenNetwork> done) {
            m_access->changeAllowlist(change, "\"1.2\"", context, std::move(done));
        });
    }
    static QList<Role> roles()
    {
        return shippedRoles() +
               QList<Role>{{QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::OwnPassword}, false}};
    }
    protocol::NetworkAccess network() const
    {
        protocol::NetworkAccess access;
        access.allowlist.enforced = true;
        access.allowlist.enforcedSince = m_at;
        access.allowlist.networks = {
            {QStringLiteral("192.0.2.0/24"), QStringLiteral("Head office"), QStringLiteral("ann.lee"), {}},
            {QStringLiteral("2001:db8::/32"), {}, {}, m_at.addDays(30)}};
        access.pending =
            PendingAllowlist{QStringLiteral("chg_1"), QStringLiteral("ann.lee"), m_at, m_at.addSecs(600), Allowlist()};
        access.yourAddress = QStringLiteral("192.0.2.7");
        return access;
    }

    const QDateTime m_at = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    std::unique_ptr<LinkFixture> m;
    std::unique_ptr<AccessService> m_access;
    std::unique_ptr<SelfService> m_self;
};

QTEST_GUILESS_MAIN(TestAccessService)
#include "tst_accessservice.moc"
