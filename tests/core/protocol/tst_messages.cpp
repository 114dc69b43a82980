// SPDX-License-Identifier: GPL-3.0-or-later
// Round trips of the messages, and refusals that name the field.
#include "core/protocol/customer.h"
#include "core/protocol/limits.h"
#include "tests/core/protocol/messagesamples.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace lw;
using namespace lw::protocol;
using namespace lw::tests;

namespace {

// A message by its name: its JSON, and the error of reading a text as that message (nullopt: accepted).
struct Message {
    QByteArray json;
    std::function<std::optional<Error>(const QByteArray &)> read;
};

template <typename T>
std::optional<Error> errorIn(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

const QHash<QString, Message> &messages()
{
    static const QHash<QString, Message> all{
        {QStringLiteral("user"),
         {toJson(fullUser()), [](const QByteArray &json) { return errorIn(userFromJson(json)); }}},
        {QStringLiteral("entry"),
         {toJson(fullEntry()), [](const QByteArray &json) { return errorIn(userEntryFromJson(json)); }}},
        {QStringLiteral("page"),
         {toJson(fullPage()), [](const QByteArray &json) { return errorIn(userPageFromJson(json)); }}},
        {QStringLiteral("customer"),
         {toJson(fullCustomer()), [](const QByteArray &json) { return errorIn(customerFromJson(json)); }}},
        {QStringLiteral("me"), {toJson(fullMe()), [](const QByteArray &json) { return errorIn(meFromJson(json)); }}},
        {QStringLiteral("export"),
         {toJson(fullNotice()), [](const QByteArray &json) { return errorIn(exportNoticeFromJson(json)); }}},
        {QStringLiteral("receipt"),
         {toJson(ExportReceipt{QStringLiteral("evt_1")}),
          [](const QByteArray &json) { return errorIn(exportReceiptFromJson(json)); }}},
        {QStringLiteral("health"),
         {toJson(Health{QStringLiteral("ok"), QStringLiteral("0.1.0"), sampleTime}),
          [](const QByteArray &json) { return errorIn(healthFromJson(json)); }}},
        {QStringLiteral("inclusion"),
         {toJson(InclusionProof{5, 9, {Hash{1}, Hash{2}}}),
          [](const QByteArray &json) { return errorIn(inclusionProofFromJson(json)); }}},
        {QStringLiteral("consistency"),
         {toJson(ConsistencyProof{5, 9, {Hash{1}, Hash{2}}}),
          [](const QByteArray &json) { return errorIn(consistencyProofFromJson(json)); }}},
    };
    return all;
}

}  // namespace

class TestMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void users();
    void pages();
    void customers();
    void me();
    void exports();
    void health();
    void proofs();
    void refuses_data();
    void refuses();
    void everyMissingMember_data();
    void everyMissingMember();
    void everyWrongType_data() { everyMissingMember_data(); }
    void everyWrongType();
    void unknownMembersAreIgnored_data();
    void unknownMembersAreIgnored();
    void everyTruncation_data() { unknownMembersAreIgnored_data(); }
    void everyTruncation();
    void limitsOfTheContract();
};

void TestMessages::users()
{
    for (const User &user : {fullUser(), smallestUser()}) {
        const Result<User> read = userFromJson(toJson(user));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == user);
    }
    for (UserStatus status : {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked}) {
        User user = fullUser();
        user.status = status;
        QVERIFY(*userFromJson(toJson(user)) == user);
    }
    QVERIFY(*userEntryFromJson(toJson(fullEntry())) == fullEntry());
    // A password that was never set has neither age nor due date.
    const QJsonObject never = toJsonObject(UserEntry{smallestUser(), {QStringLiteral("never_set"), {}, -1}});
    QVERIFY(!never.contains(QLatin1String("passwordAgeDays")));
    QVERIFY(!never.contains(QLatin1String("passwordDueAt")));
    QVERIFY(!never.contains(QLatin1String("lastLoginAt")));
    QCOMPARE(never.value(QLatin1String("passwordState")).toString(), QStringLiteral("never_set"));
}

void TestMessages::pages()
{
    QVERIFY(*userPageFromJson(toJson(fullPage())) == fullPage());
    QVERIFY(*userPageFromJson(toJson(UserPage())) == UserPage());
    UserPage most;
    for (int i = 0; i < limits::usersPageMost; ++i)
        most.users.append(fullEntry());
    QVERIFY(userPageFromJson(toJson(most)).ok());
    most.users.append(fullEntry());
    QCOMPARE(userPageFromJson(toJson(most)).error().field, QStringLiteral("users"));
}

void TestMessages::customers()
{
    QVERIFY(*customerFromJson(toJson(fullCustomer())) == fullCustomer());
    Customer customer = fullCustomer();
    customer.passwordPolicy = {};
    QVERIFY(*customerFromJson(toJson(customer)) == customer);
    customer.passwordPolicy.warningDays.clear();
    customer.passwordPolicy.maxAgeDays = 0;
    QVERIFY(*customerFromJson(toJson(customer)) == customer);
}

void TestMessages::me()
{
    const Result<Me> read = meFromJson(toJson(fullMe()));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == fullMe());
    // A newer back end may know permissions that this version does not.
    const QByteArray newer = toJson(fullMe()).replace("\"log.read\"", "\"log.read\",\"moon.fly\"");
    QCOMPARE(meFromJson(newer)->permissions, fullMe().permissions);
}

void TestMessages::exports()
{
    const Result<ExportNotice> read = exportNoticeFromJson(toJson(fullNotice()));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == fullNotice());
    ExportNotice unfiltered = fullNotice();
    unfiltered.filter.clear();
    QVERIFY(*exportNoticeFromJson(toJson(unfiltered)) == unfiltered);
    QCOMPARE(exportReceiptFromJson(toJson(ExportReceipt{QStringLiteral("evt_9")}))->eventId, QStringLiteral("evt_9"));
}

void TestMessages::health()
{
    const Health health{QStringLiteral("ok"), QStringLiteral("0.1.0"), sampleTime};
    QVERIFY(*healthFromJson(toJson(health)) == health);
}

void TestMessages::proofs()
{
    const quint64 most = static_cast<quint64>(limits::jsonIntegerMost);
    for (int hashes : {0, 1, 60}) {
        const InclusionProof inclusion{5, most, QList<Hash>(hashes, Hash{7, 8, 9})};
        const Result<InclusionProof> read = inclusionProofFromJson(toJson(inclusion));
        QVERIFY(read.ok());
        QCOMPARE(read->leafIndex, inclusion.leafIndex);
        QCOMPARE(read->treeSize, inclusion.treeSize);
        QVERIFY(read->path == inclusion.path);
        const ConsistencyProof consistency{0, most, inclusion.path};
        const Result<ConsistencyProof> other = consistencyProofFromJson(toJson(consistency));
        QVERIFY(other.ok());
        QCOMPARE(other->oldSize, consistency.oldSize);
        QCOMPARE(other->newSize, consistency.newSize);
        QVERIFY(other->path == consistency.path);
    }
    const InclusionProof absurd{0, 1, QList<Hash>(limits::proofHashes + 1, Hash{})};
    QCOMPARE(inclusionProofFromJson(toJson(absurd)).error().field, QStringLiteral("path"));
}

void TestMessages::refuses_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *message, const char *from, const QByteArray &to, const char *field) {
        QTest::addRow("%s: %s as %s", message, from, to.left(40).constData())
            << QString::fromLatin1(message) << QByteArray(from) << to << QString::fromLatin1(field);
    };
    row("user", R"("locked")", R"("asleep")", "status");
    row("user", R"("totp")", R"("pigeon")", "mfa");
    row("user", R"("ann.lee")", R"("")", "login");
    row("user", R"("ann.lee")", '"' + QByteArray(257, 'x') + '"', "login");
    row("user", R"(["auditor","billing"])", R"("auditor")", "roles");
    row("user", R"("billing")", "5", "roles[1]");
    row("user", R"("mustChangePassword":true)", R"("mustChangePassword":1)", "mustChangePassword");
    row("user", R"("service desk")", R"("")", "exemption.reason");
    row("user", R"("until")", R"("til")", "exemption.until");
    row("user", R"("exemption":{)", R"("exemption":5,"x":{)", "exemption");
    row("user", R"("createdAt":"2024-11-22T14:00:12.418Z")", R"("createdAt":"2024-11-22")", "createdAt");
    row("entry", R"("passwordAgeDays":40)", R"("passwordAgeDays":-2)", "passwordAgeDays");
    row("entry", R"("due_soon")", "7", "passwordState");
    row("page", R"("total":60)", R"("total":-1)", "total");
    row("page", R"("total":60)", R"("total":1.5)", "total");
    row("page", R"("login":"bob")", R"("login":true)", "users[1].login");
    row("page", R"("users":[)", R"("users":[5,)", "users[0]");
    row("page", R"("service desk")", R"(null)", "users[0].exemption.reason");
    row("customer", R"("minLength":14)", R"("minLength":5)", "passwordPolicy.minLength");
    row("customer", R"("minStrength":4)", R"("minStrength":5)", "passwordPolicy.minStrength");
    row("customer", R"([7,1])", R"([1,7])", "passwordPolicy.warningDays");
    row("customer", R"([7,1])", R"([7,7])", "passwordPolicy.warningDays");
    row("customer", R"([7,1])", R"([7,"1"])", "passwordPolicy.warningDays[1]");
    row("customer", R"("lockAfterFailures":6)", R"("lockAfterFailures":0)", "passwordPolicy.lockAfterFailures");
    row("customer", R"("acme")", R"("")", "slug");
    row("me", R"("permissions":[)", R"("permissions":[5,)", "permissions[0]");
    row("me", R"("minLength":14)", R"("minLength":"14")", "customer.passwordPolicy.minLength");
    row("me", R"("login":"ann.lee")", R"("login":null)", "user.login");
    row("me", R"("logKey":")", R"("logKey":"","x":")", "logKey");
    row("export", R"("login-activity")", R"("Login Activity")", "report");
    row("export", R"("login-activity")", R"("../../etc")", "report");
    row("export", R"("pdf")", R"("pdf.exe")", "format");
    row("export", R"("rows":1234)", R"("rows":-1)", "rows");
    row("export", "a5a5a5a5a5", "A5a5a5a5a5", "sha256");
    row("export", "a5a5a5a5a5", "zza5a5a5a5", "sha256");
    row("export", "a5a5a5a5a5", "a5a5a5a5", "sha256");
    row("export", R"("exportedAt":"2026)", R"("exportedAt":"20x6)", "exportedAt");
    row("export", "outcome:failure", QByteArray(5000, 'f'), "filter");
    row("inclusion", R"("leafIndex":5)", R"("leafIndex":-5)", "leafIndex");
    row("inclusion", R"("treeSize":9)", R"("treeSize":9007199254740993)", "treeSize");
    row("inclusion", "AQAA", "****", "path[0]");
    row("consistency", "AgAA", "Ag", "path[1]");
    row("consistency", R"("oldSize":5)", R"("oldSize":"5")", "oldSize");
    row("health", R"("ok")", R"("")", "status");
}

void TestMessages::refuses()
{
    QFETCH(QString, message);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, field);
    QByteArray json = messages()[message].json;
    const qsizetype at = json.indexOf(from);
    QVERIFY2(at >= 0, json.constData());
    json.replace(at, from.size(), to);
    const std::optional<Error> error = messages()[message].read(json);
    QVERIFY2(error, "accepted");
    QCOMPARE(error->code, message == u"export" ? Errc::InvalidInput : Errc::Protocol);
    QCOMPARE(error->field, field);
    QVERIFY(error->message.startsWith(field + u' '));
}

void TestMessages::everyMissingMember_data()
{
    // The members that a message may leave out.
    const QSet<QString> optional{QStringLiteral("lockedUntil"),
                                 QStringLiteral("passwordChangedAt"),
                                 QStringLiteral("exemption"),
                                 QStringLiteral("lastLoginAt"),
                                 QStringLiteral("department"),
                                 QStringLiteral("passwordDueAt"),
                                 QStringLiteral("passwordAgeDays"),
                                 QStringLiteral("nextCursor"),
                                 QStringLiteral("filter"),
                                 QStringLiteral("mustEnrolMfa"),
                                 QStringLiteral("mfaRequiredRoles"),
                                 QStringLiteral("certificateRequiredRoles"),
                                 QStringLiteral("email"),
                                 QStringLiteral("disabledAt"),
                                 QStringLiteral("passwordForcedDueAt")};
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("optional");
    for (auto it = messages().begin(); it != messages().end(); ++it)
        for (const QString &member : QJsonDocument::fromJson(it->json).object().keys())
            QTest::addRow("%s.%s", qPrintable(it.key()), qPrintable(member))
                << it.key() << member << optional.contains(member);
}

void TestMessages::everyMissingMember()
{
    QFETCH(QString, message);
    QFETCH(QString, member);
    QFETCH(bool, optional);
    QJsonObject object = QJsonDocument::fromJson(messages()[message].json).object();
    for (int how = 0; how < 2; ++how) {
        if (how == 0)
            object.remove(member);
        else
            object.insert(member, QJsonValue::Null);
        const std::optional<Error> error = messages()[message].read(QJsonDocument(object).toJson());
        QCOMPARE(!error, optional);
        if (!optional) QCOMPARE(error->field, member);
    }
}

void TestMessages::everyWrongType()
{
    QFETCH(QString, message);
    QFETCH(QString, member);
    const QJsonObject object = QJsonDocument::fromJson(messages()[message].json).object();
    const QJsonValue right = object.value(member);
    for (const QJsonValue &other : {QJsonValue(-7.5), QJsonValue(true), QJsonValue(QStringLiteral("\u0001")),
                                    QJsonValue(QJsonArray{QJsonArray{}}), QJsonValue(QJsonObject{})}) {
        if (other.type() == right.type() && other.type() != QJsonValue::Double) continue;
        QJsonObject changed = object;
        changed.insert(member, other);
        const std::optional<Error> error = messages()[message].read(QJsonDocument(changed).toJson());
        QVERIFY2(error, "accepted");
        QVERIFY(error->field.startsWith(member));
    }
}

void TestMessages::unknownMembersAreIgnored_data()
{
    QTest::addColumn<QString>("message");
    for (const QString &name : messages().keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TestMessages::unknownMembersAreIgnored()
{
    QFETCH(QString, message);
    const QByteArray json = "{\"unheardOf\":[{\"x\":null}]," + messages()[message].json.sliced(1);
    QVERIFY(!messages()[message].read(json));
    QVERIFY(!messages()[message].read(messages()[message].json));
}

void TestMessages::everyTruncation()
{
    QFETCH(QString, message);
    const QByteArray &json = messages()[message].json;
    for (qsizetype size = 0; size < json.size(); ++size)
        QVERIFY(messages()[message].read(json.first(size)));
    QVERIFY(messages()[message].read("[" + json + "]"));
    QVERIFY(messages()[message].read(json + json));
}

void TestMessages::limitsOfTheContract()
{
    // As the contract promises them; changing one is changing the contract.
    QCOMPARE(limits::requestHeadBytes, qint64(16'384));
    QCOMPARE(limits::requestBodyBytes, qint64(1'048'576));
    QCOMPARE(limits::handshakeTimeout.count(), 5'000);
    QCOMPARE(limits::headTimeout.count(), 10'000);
    QCOMPARE(limits::idleTimeout.count(), 60'000);
    QCOMPARE(limits::connections, 1000);
    QCOMPARE(limits::leafBytes, qint64(65'536));
    const QByteArray tooLarge(limits::requestBodyBytes + 1, ' ');
    QCOMPARE(exportNoticeFromJson(tooLarge).error().code, Errc::TooLarge);
    QVERIFY(userPageFromJson(QByteArray(limits::replyBodyBytes + 1, ' ')).error().code == Errc::TooLarge);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
