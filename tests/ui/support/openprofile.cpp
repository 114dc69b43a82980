// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"

#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/cache/keywrap.h"
#include "core/cache/persontable.h"
#include "core/cache/statetable.h"
#include "core/cache/syncwriter.h"
#include "core/protocol/customer.h"

#include <QTest>
#include <QTranslator>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace lw::test {

namespace {

const QByteArray passphrase = QByteArrayLiteral("three small test words");

User makeUser(int number, const char *login, const char *name, const char *department, const char *role, int ageDays)
{
    User user;
    user.id = QStringLiteral("usr_%1").arg(number, 26, 10, QLatin1Char('0'));
    user.login = QString::fromLatin1(login);
    user.displayName = QString::fromUtf8(name);
    user.department = QString::fromLatin1(department);
    user.roles = {QString::fromLatin1(role)};
    user.createdAt = OpenProfile::now().addDays(-400);
    if (ageDays >= 0) user.passwordChangedAt = OpenProfile::now().addDays(-ageDays);
    user.lastLoginAt = OpenProfile::now().addSecs(-3600 * number);
    return user;
}

AuditEvent makeEvent(int number, int total, const QList<User> &users)
{
    AuditEvent event;
    event.id = QStringLiteral("evt_%1").arg(number, 26, 10, QLatin1Char('0'));
    const qint64 stepMs = qint64(10) * 24 * 3600 * 1000 / total;
    event.time = OpenProfile::now().addMSecs(-60'000 - stepMs * (total - 1 - number));
    const bool failed = number % 5 == 0;
    event.kind = failed ? EventKind::LoginFailed : number % 3 == 0 ? EventKind::Logout : EventKind::LoginSucceeded;
    event.outcome = failed ? Outcome::Failure : Outcome::Success;
    const User &user = users[number % users.size()];
    event.actor = {ActorType::User, user.id, user.login};
    event.origin.address = failed ? QStringLiteral("203.0.113.%1").arg(1 + number % 200)
                                  : QStringLiteral("198.51.100.%1").arg(1 + number % 50);
    event.origin.service = QStringLiteral("console");
    event.origin.agent = failed ? QStringLiteral("Zoiper rv2") : QStringLiteral("Yealink T46S");
    if (failed) event.reason = QStringLiteral("wrong_password");
    event.object = {QStringLiteral("account"), user.id, user.login};
    event.source.format = QStringLiteral("linewardend");
    return event;
}

}  // namespace

void installEnglish()
{
    // Compiled into a static library, the catalogue registers itself only when it is asked to.
    initCatalogues();
    auto *translator = new QTranslator(qApp);
    if (translator->load(QStringLiteral(":/translations/linewarden_en.qm"))) qApp->installTranslator(translator);
}

QDateTime OpenProfile::now()
{
    return QDateTime(QDate(2026, 11, 22), QTime(14, 2), Qt::UTC);
}

Customer OpenProfile::customer()
{
    Customer customer;
    customer.id = QStringLiteral("cus_00000000000000000000000001");
    customer.slug = QStringLiteral("acme");
    customer.name = QStringLiteral("Acme");
    customer.timeZone = QStringLiteral("Europe/London");
    return customer;
}

QList<User> OpenProfile::samplePeople()
{
    QList<User> users{
        makeUser(1, "ann.lee", "Ann Lee", "Sales", "user", 104),
        makeUser(2, "bruno.moreau", "Bruno Moreau", "Sales", "user", 88),
        makeUser(3, "daniel.costa", "Daniel Costa", "Finance", "billing", 0),
        makeUser(4, "eva.varga", "Eva Varga", "Support", "user", 120),
        makeUser(5, "jide.okafor", "Jide Okafor", "Support", "user", -1),
        makeUser(6, "sami.haddad", "Sami Haddad", "Board", "owner", 9),
    };
    users[2].mfa = MfaKind::Totp;
    users[3].exemption = RotationExemption{QStringLiteral("On parental leave"), now().addDays(30)};
    users[4].mustChangePassword = true;
    users[5].mfa = MfaKind::Totp;
    users[5].status = UserStatus::Locked;
    users[5].lockedUntil = now().addSecs(900);
    return users;
}

QList<AuditEvent> OpenProfile::sampleEvents()
{
    const QList<User> users = samplePeople();
    QList<AuditEvent> events;
    constexpr int total = 400;
    for (int number = 0; number < total; ++number)
        events.append(makeEvent(number, total, users));
    return events;
}

OpenProfile::OpenProfile(const QList<AuditEvent> &events, const QList<User> &users,
                         const net::BackendClient::TransportFactory &transport)
{
    const Secret secret = toSecret(passphrase);
    if (const auto filled = fill(events, users, secret); !filled) {
        m_problem = filled.error().message;
        return;
    }
    session::ProfileStore store(m_directory.filePath(QStringLiteral("config")));
    session::Profile profile;
    profile.id = QStringLiteral("test");
    profile.name = QStringLiteral("Acme");
    profile.endpoint.base = QUrl(QStringLiteral("https://pbx.acme.example"));
    profile.customer = QStringLiteral("acme");
    profile.login = QStringLiteral("sami.haddad");
    profile.cacheDir = m_directory.filePath(QStringLiteral("cache"));
    m_session = std::make_unique<session::ConsoleSession>(profile, store, transport);
    bool answered = false;
    m_session->unlockWithPassphrase(secret, m_session.get(), [&](Result<void> result) {
        answered = true;
        if (!result) m_problem = result.error().message;
    });
    if (!QTest::qWaitFor([&] { return answered; }, 20'000)) m_problem = QStringLiteral("the cache did not open");
}

bool OpenProfile::signIn(const QByteArray &password)
{
    bool answered = false;
    m_session->signIn(toSecret(password), {}, m_session.get(), [&](Result<net::SessionFacts> result) {
        answered = true;
        if (!result) m_problem = result.error().message;
    });
    if (!QTest::qWaitFor([&] { return answered; }, 20'000)) m_problem = QStringLiteral("the sign-in was not answered");
    return isOpen();
}

Result<void> OpenProfile::fill(const QList<AuditEvent> &events, const QList<User> &users, const Secret &secret)
{
    auto made =
        cache::Vault::create(m_directory.filePath(QStringLiteral("cache")), secret, cache::KdfCost{1, 64 * 1024});
    if (!made) return made.error();
    auto connection = made->vault->connect(cache::Purpose::Write);
    if (!connection) return connection.error();

    std::vector<QByteArray> leaves;
    std::vector<QByteArrayView> views;
    audit::CompactRange tree;
    for (const AuditEvent &event : events) {
        leaves.push_back(audit::leafBytes(event));
        tree.append(audit::leafHash(leaves.back()));
    }
    for (const QByteArray &leaf : leaves)
        views.emplace_back(leaf);
    Checkpoint head;
    head.origin = QStringLiteral("pbx.acme.example/acme");
    head.size = tree.size();
    head.root = tree.root();
    head.note = QByteArrayLiteral("pbx.acme.example/acme\n");
    cache::SyncWriter writer(**connection);
    if (const auto begun = writer.begin(head); !begun) return begun.error();
    if (const auto taken = writer.append(views); !taken) return taken.error();
    if (const auto done = writer.finish(now().addSecs(-12 * 60)); !done) return done.error();

    cache::StateTable state(**connection);
    const QByteArray customerJson = protocol::toJson(customer());
    if (const auto kept = state.setValue(cache::StateKey::Customer, customerJson); !kept) return kept.error();
    // The one who signs in, as the last sync found him.
    const auto who = std::find_if(users.cbegin(), users.cend(),
                                  [](const User &user) { return user.login == QLatin1String("sami.haddad"); });
    if (who != users.cend()) {
        protocol::Me me;
        me.user = *who;
        me.customer = customer();
        me.roles = who->roles;
        me.permissions = permissionsOf(who->roles);
        me.logOrigin = head.origin;
        me.logKey = QStringLiteral("pbx.acme.example/acme+00000000+test");
        if (const auto kept = state.setValue(cache::StateKey::Me, protocol::toJson(me)); !kept) return kept.error();
    }
    return cache::PersonTable(**connection).replaceAll(users, {}, now());
}

}  // namespace lw::test
