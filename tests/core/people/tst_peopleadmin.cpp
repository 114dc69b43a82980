// SPDX-License-Identifier: GPL-3.0-or-later
// What changes of people, devices and rules send, and how their answers are read.
#include "core/people/peopleadmin.h"
#include "core/protocol/customer.h"
#include "tests/core/access/linkfixture.h"

using namespace lw;
using namespace lw::people;
using namespace lw::test;

class TestPeopleAdmin : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m = std::make_unique<LinkFixture>();
        m->signIn();
        m_admin = std::make_unique<PeopleAdmin>(*m->link);
    }
    void cleanup()
    {
        m_admin.reset();
        m.reset();
    }

    void everybodyComesByPages()
    {
        for (int i = 0; i < 5; ++i) {
            User user = m->backend.users.constLast();
            user.id = QStringLiteral("usr_more%1").arg(i);
            user.login = QStringLiteral("more%1").arg(i);
            m->backend.users.append(user);
        }
        const auto people = everybody();
        QVERIFY2(people.ok(), qPrintable(people.ok() ? QString() : people.error().message));
        QCOMPARE(people->size(), 8);
        QCOMPARE(people->constLast().user, m->backend.users.constLast());
        QCOMPARE(people->constLast().password.state, QStringLiteral("fresh"));
        QCOMPARE(m->backend.count("GET", QStringLiteral("/v1/users")), 4);
    }

    void aListWithoutEndIsRefused()
    {
        protocol::UserPage page;
        page.users = {{m->backend.users.constFirst(), {QStringLiteral("fresh"), {}, 1}}};
        page.total = 9;
        page.nextCursor = QStringLiteral("again");
        m->reply("GET", QStringLiteral("/v1/users"), 200, protocol::toJson(page));
        QCOMPARE(everybody().error().code, Errc::Protocol);
    }

    void offlineNobodyIsAsked()
    {
        m->online = false;
        QCOMPARE(everybody().error().code, Errc::Network);
    }

    void changeNeedsTheTagAndSendsOnlyWhatChanges()
    {
        const protocol::UserEntry entry{m->backend.users.constFirst(), {QStringLiteral("fresh"), {}, 1}};
        const QString path = QStringLiteral("/v1/users/") + entry.user.id;
        m->reply("GET", path, 200, protocol::toJson(entry), "\"e.a\"");
        const auto seen = answerOf<SeenEntry>([&](QObject *context, Callback<SeenEntry> done) {
            m_admin->person(entry.user.id, context, std::move(done));
        });
        QVERIFY(seen.ok());
        QCOMPARE(seen->value, entry);
        QCOMPARE(seen->etag, QByteArray("\"e.a\""));
        protocol::UserPatch patch;
        patch.roles = QStringList{QStringLiteral("auditor")};
        patch.exemption = std::optional<RotationExemption>();
        m->reply("PATCH", path, 200, protocol::toJson(entry), "\"f.b\"");
        const auto changed = change(entry.user.id, patch, seen->etag);
        QVERIFY2(changed.ok(), qPrintable(changed.ok() ? QString() : changed.error().message));
        QCOMPARE(changed->etag, QByteArray("\"f.b\""));
        QCOMPARE(m->header("If-Match"), QByteArray("\"e.a\""));
        QCOMPARE(*protocol::userPatchFromJson(m->last.body), patch);
        QCOMPARE(m->changes, 1);
    }

    void aStaleChangeSaysSo()
    {
        m->refuse("PATCH", QStringLiteral("/v1/users/usr_1"), 412, "stale");
        protocol::UserPatch patch;
        patch.displayName = QStringLiteral("Ann");
        QCOMPARE(change(QStringLiteral("usr_1"), patch, "\"old\"").error().code, Errc::Stale);
        QCOMPARE(m->changes, 0);
    }

    void oneTimePasswords()
    {
        const protocol::UserWithPassword made{{m->backend.users.constFirst(), {QStringLiteral("never_set"), {}, -1}},
                                              toSecret("K7QD-9MTP-4XWA")};
        m->reply("POST", QStringLiteral("/v1/users"), 201, protocol::toJson(made));
        const protocol::NewUser user{QStringLiteral("dora"),
                                     QStringLiteral("Dora"),
                                     QStringLiteral("Sales"),
                                     QStringLiteral("dora@example.com"),
                                     {QStringLiteral("user")}};
        const auto created =
            answerOf<protocol::UserWithPassword>([&](QObject *context, Callback<protocol::UserWithPassword> done) {
                m_admin->create(user, context, std::move(done));
            });
        QVERIFY2(created.ok(), qPrintable(created.ok() ? QString() : created.error().message));
        QCOMPARE(created->oneTimePassword.toByteArray(), QByteArray("K7QD-9MTP-4XWA"));
        QCOMPARE(*protocol::newUserFromJson(m->last.body), user);
        m->reply("POST", QStringLiteral("/v1/users/usr_1/password"), 200, protocol::toJson(made));
        const auto reset =
            answerOf<protocol::UserWithPassword>([&](QObject *context, Callback<protocol::UserWithPassword> done) {
                m_admin->resetPassword(QStringLiteral("usr_1"), context, std::move(done));
            });
        QVERIFY(reset.ok());
        QCOMPARE(m->changes, 2);
    }

    void manyAtOnce()
    {
        const protocol::UserSelection people{{QStringLiteral("usr_1"), QStringLiteral("usr_2")}, 14};
        m->reply("POST", QStringLiteral("/v1/users/expiry"), 204);
        QVERIFY(answerOf<void>([&](QObject *context, Callback<void> done) {
                    m_admin->expirePasswords(people, context, std::move(done));
                }).ok());
        QCOMPARE(*protocol::userSelectionFromJson(m->last.body), people);
        m->refuse("POST", QStringLiteral("/v1/users/disable"), 409, "conflict", "userIds");
        QCOMPARE(answerOf<void>([&](QObject *context, Callback<void> done) {
                     m_admin->disable({people.userIds, 0}, context, std::move(done));
                 })
                     .error()
                     .code,
                 Errc::Conflict);
        m->reply("DELETE", QStringLiteral("/v1/users/usr_1/mfa"), 204);
        QVERIFY(answerOf<void>([&](QObject *context, Callback<void> done) {
                    m_admin->resetMfa(QStringLiteral("usr_1"), context, std::move(done));
                }).ok());
        QCOMPARE(m->changes, 2);
    }

    void importPlannedAppliedUndone()
    {
        protocol::ImportPlan plan;
        plan.id = QStringLiteral("pln_1");
        plan.createdAt = m_at;
        plan.createdBy = QStringLiteral("ann.lee");
        plan.creates = 1;
        protocol::ImportLine line;
        line.line = 2;
        line.action = protocol::ImportLine::Action::Create;
        line.login = QStringLiteral("dora");
        line.detail = QStringLiteral("new");
        plan.lines = {line};
        m->reply("POST", QStringLiteral("/v1/users/import"), 200, protocol::toJson(plan));
        const auto planned = answerOf<Plan>([&](QObject *context, Callback<Plan> done) {
            m_admin->planImport("login\ndora\n", context, std::move(done));
        });
        QVERIFY2(planned.ok(), qPrintable(planned.ok() ? QString() : planned.error().message));
        QCOMPARE(m->header("Content-Type"), QByteArray("text/csv"));
        QCOMPARE(m->last.body, QByteArray("login\ndora\n"));
        QCOMPARE(m->changes, 0);  // a dry run

        plan.state = protocol::ImportPlan::State::Applied;
        plan.lines[0].oneTimePassword = toSecret("K7QD-9MTP-4XWA");
        m->reply("POST", QStringLiteral("/v1/users/import/pln_1/apply"), 200, protocol::toJson(plan));
        const auto applied = answerOf<Plan>([&](QObject *context, Callback<Plan> done) {
            m_admin->applyImport(planned->id, context, std::move(done));
        });
        QVERIFY2(applied.ok(), qPrintable(applied.ok() ? QString() : applied.error().message));
        QCOMPARE(applied->lines.constFirst().oneTimePassword.toByteArray(), QByteArray("K7QD-9MTP-4XWA"));
        QCOMPARE(m->changes, 1);
        m->refuse("POST", QStringLiteral("/v1/users/import/pln_1/undo"), 409, "conflict");
        QCOMPARE(answerOf<Plan>([&](QObject *context, Callback<Plan> done) {
                     m_admin->undoImport(planned->id, context, std::move(done));
                 })
                     .error()
                     .code,
                 Errc::Conflict);
    }

    void devicesOfOnePerson()
    {
        const QList<Device> devices{device(QStringLiteral("dev_1"), QStringLiteral("usr_1")),
                                    device(QStringLiteral("dev_2"), QStringLiteral("usr_2"))};
        m->reply("GET", QStringLiteral("/v1/users/usr_1/devices"), 200, protocol::toJson(devices.first(1)));
        const auto ask = [&] {
            return answerOf<SeenDevices>([&](QObject *context, Callback<SeenDevices> done) {
                m_admin->devices(QStringLiteral("usr_1"), context, std::move(done));
            });
        };
        const auto live = ask();
        QVERIFY2(live.ok(), qPrintable(live.ok() ? QString() : live.error().message));
        QCOMPARE(live->value, devices.first(1));
        m->online = false;
        QCOMPARE(ask().error().code, Errc::NotFound);
        m->keep(cache::snapshotname::devices, protocol::toJson(devices), {}, m_at);
        const auto kept = ask();
        QVERIFY(kept.ok());
        QCOMPARE(kept->value, devices.first(1));  // of everybody's only his
        QVERIFY(!kept->live);
        QCOMPARE(kept->asOf, m_at);
    }

    void deviceSecretsAreGivenOnce()
    {
        const protocol::DeviceWithSecret given{device(QStringLiteral("dev_1"), QStringLiteral("usr_1")),
                                               toSecret("a device secret")};
        m->reply("POST", QStringLiteral("/v1/users/usr_1/devices"), 201, protocol::toJson(given));
        m->reply("POST", QStringLiteral("/v1/devices/dev_1/secret"), 200, protocol::toJson(given));
        m->reply("DELETE", QStringLiteral("/v1/devices/dev_1"), 204);
        using Given = protocol::DeviceWithSecret;
        const auto added = answerOf<Given>([&](QObject *context, Callback<Given> done) {
            m_admin->addDevice(QStringLiteral("usr_1"), {DeviceKind::Pbx, QStringLiteral("Trunk")}, context,
                               std::move(done));
        });
        QVERIFY2(added.ok(), qPrintable(added.ok() ? QString() : added.error().message));
        QCOMPARE(added->secret.toByteArray(), QByteArray("a device secret"));
        QCOMPARE(protocol::newDeviceFromJson(m->last.body)->kind, DeviceKind::Pbx);
        QVERIFY(answerOf<Given>([&](QObject *context, Callback<Given> done) {
                    m_admin->renewDeviceSecret(QStringLiteral("dev_1"), context, std::move(done));
                }).ok());
        QVERIFY(answerOf<void>([&](QObject *context, Callback<void> done) {
                    m_admin->revokeDevice(QStringLiteral("dev_1"), context, std::move(done));
                }).ok());
        QCOMPARE(m->changes, 3);
    }

    void rules()
    {
        Customer customer = m->backend.customer;
        m->reply("GET", QStringLiteral("/v1/customer"), 200, protocol::toJson(customer), "\"c\"");
        const auto seen = answerOf<SeenCustomer>(
            [&](QObject *context, Callback<SeenCustomer> done) { m_admin->customer(context, std::move(done)); });
        QVERIFY(seen.ok());
        QCOMPARE(seen->etag, QByteArray("\"c\""));
        customer.passwordPolicy.maxAgeDays = 60;
        customer.mfaRequiredRoles = {QStringLiteral("owner")};
        m->reply("PUT", QStringLiteral("/v1/customer/policy"), 200, protocol::toJson(customer), "\"d\"");
        const auto changed = answerOf<SeenCustomer>([&](QObject *context, Callback<SeenCustomer> done) {
            m_admin->changeRules(customer, seen->etag, context, std::move(done));
        });
        QVERIFY2(changed.ok(), qPrintable(changed.ok() ? QString() : changed.error().message));
        QCOMPARE(changed->value, customer);
        QCOMPARE(m->header("If-Match"), QByteArray("\"c\""));
    }

  private:
    using SeenEntry = access::Seen<protocol::UserEntry>;
    using SeenDevices = access::Seen<QList<Device>>;
    using SeenCustomer = access::Seen<Customer>;
    using Plan = protocol::ImportPlan;
    using Entries = QList<protocol::UserEntry>;

    Result<Entries> everybody()
    {
        return answerOf<Entries>(
            [this](QObject *context, Callback<Entries> done) { m_admin->everybody(context, std::move(done)); });
    }
    Result<SeenEntry> change(const QString &id, const protocol::UserPatch &patch, const QByteArray &etag)
    {
        return answerOf<SeenEntry>([&](QObject *context, Callback<SeenEntry> done) {
            m_admin->change(id, patch, etag, context, std::move(done));
        });
    }
    Device device(const QString &id, const QString &userId) const
    {
        Device device;
        device.id = id;
        device.userId = userId;
        device.label = QStringLiteral("Desk phone");
        device.sipUser = QStringLiteral("sip-") + id;
        device.createdAt = m_at;
        device.secretChangedAt = m_at;
        return device;
    }

    const QDateTime m_at = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    std::unique_ptr<LinkFixture> m;
    std::unique_ptr<PeopleAdmin> m_admin;
};

QTEST_GUILESS_MAIN(TestPeopleAdmin)
#include "tst_peopleadmin.moc"
