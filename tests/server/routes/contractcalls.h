// SPDX-License-Identifier: GPL-3.0-or-later
// The operations of the OpenAPI document, and for each a call that is right in everything but perhaps the caller.
#pragma once

#include "core/domain/role.h"
#include "core/policy/totp.h"
#include "core/protocol/callguard.h"
#include "core/protocol/customer.h"
#include "core/protocol/networkaccess.h"
#include "core/protocol/spend.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server::test {

struct Operation {
    QString id;
    QByteArray method;
    QString path;
    QJsonObject object;

    bool anonymous() const { return object.value(QLatin1String("x-anonymous")).toBool(); }
    bool whileExpired() const { return object.value(QLatin1String("x-while-password-expired")).toBool(); }
    bool whileMfaMissing() const { return object.value(QLatin1String("x-while-mfa-missing")).toBool(); }
    /// Another customer's object answers 404, whether the path names it or the body.
    bool namesAnObject() const
    {
        static const QStringList inBody{QStringLiteral("expirePasswords"), QStringLiteral("disableUsers"),
                                        QStringLiteral("openDepartures")};
        return path.contains(QLatin1Char('{')) || inBody.contains(id);
    }
    std::optional<Permission> permission() const
    {
        const QString name = object.value(QLatin1String("x-permission")).toString();
        return name.isEmpty() ? std::nullopt : permissionFromName(name);
    }
    int success() const
    {
        const QStringList codes = object.value(QLatin1String("responses")).toObject().keys();
        for (const QString &code : codes)
            if (code.startsWith(QLatin1Char('2'))) return code.toInt();
        return 0;
    }
};

/// Read once: a call is judged by it more than a thousand times.
inline const QJsonObject &document()
{
    static const QJsonObject read = QJsonDocument::fromJson(openApiDocument()).object();
    return read;
}

inline QList<Operation> operations()
{
    QList<Operation> all;
    const QJsonObject paths = document().value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            all.append({method.value().toObject().value(QLatin1String("operationId")).toString(),
                        method.key().toUpper().toLatin1(), path.key(), method.value().toObject()});
    }
    return all;
}

/// Somebody who calls.
enum class Caller { Nobody, BrokenToken, Role, Foreigner, MustChange, MustEnrol };

/// A role of acme's own, with something of every kind and little of it.
inline const Role &helpdesk()
{
    static const Role role{QStringLiteral("helpdesk"),
                           {Permission::UsersRead, Permission::UsersWrite, Permission::RolesRead,
                            Permission::SessionsRead, Permission::OwnPassword},
                           false};
    return role;
}
/// One of both customers' whose people must set up a second factor. As much as an owner may.
inline const auto guarded = QStringLiteral("guarded");

inline constexpr char fingerprint[] = "5f2d8e6b0c3a49715f2d8e6b0c3a49715f2d8e6b0c3a49715f2d8e6b0c3a4971";
inline const auto factorSecret = QByteArrayLiteral("12345678901234567890");

/// A list that nobody is held to.
inline QJsonObject networkBody(const QByteArray &once)
{
    return {
        {QStringLiteral("enforced"), false},
        {QStringLiteral("networks"), QJsonArray{QJsonObject{{QStringLiteral("network"), QStringLiteral("192.0.2.0/24")},
                                                            {QStringLiteral("label"), QString::fromLatin1(once)}}}},
        {QStringLiteral("confirmMinutes"), 10}};
}

/// One that nobody has yet.
inline QString freshNumber()
{
    static int made = 0;
    return QStringLiteral("+44207946%1").arg(++made, 4, 10, QLatin1Char('0'));
}

/// A call that is right in everything but perhaps the caller. `someone`: a person made for this call alone, an active
/// "user" of acme with goodPassword; `once`: letters and digits that no other call has.
inline TestApi::Call goodCall(const Operation &operation, const User &someone, const QByteArray &token,
                              const QByteArray &once)
{
    QString target = operation.path;
    target.replace(QLatin1String("{userId}"), someone.id);
    QJsonObject body;
    if (operation.id == QLatin1String("createSession"))
        body = {{QStringLiteral("customer"), QStringLiteral("acme")},
                {QStringLiteral("login"), someone.login},
                {QStringLiteral("password"), QString::fromLatin1(goodPassword)}};
    if (operation.id == QLatin1String("changeMyPassword"))
        body = {{QStringLiteral("current"), QString::fromLatin1(goodPassword)},
                {QStringLiteral("next"), QStringLiteral("copper-meadow-signal-4")}};
    if (operation.id == QLatin1String("reportExport"))
        body = {{QStringLiteral("report"), QStringLiteral("login-activity")},
                {QStringLiteral("format"), QStringLiteral("pdf")},
                {QStringLiteral("filter"), QString()},
                {QStringLiteral("rows"), 3},
                {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                {QStringLiteral("exportedAt"), QStringLiteral("2026-11-18T12:00:00.000Z")},
                {QStringLiteral("checkpointSize"), 0}};
    if (operation.id == QLatin1String("createUser"))
        body = {{QStringLiteral("login"), QStringLiteral("new.") + QString::fromLatin1(once).toLower()},
                {QStringLiteral("displayName"), QStringLiteral("Somebody New")},
                {QStringLiteral("department"), QString()},
                {QStringLiteral("roles"), QJsonArray{QStringLiteral("user")}}};
    if (operation.id == QLatin1String("changeUser")) body = {{QStringLiteral("department"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("expirePasswords") || operation.id == QLatin1String("disableUsers"))
        body = {{QStringLiteral("userIds"), QJsonArray{someone.id}}};
    if (operation.id == QLatin1String("openDepartures"))
        body = {{QStringLiteral("departures"),
                 QJsonArray{QJsonObject{{QStringLiteral("userId"), someone.id},
                                        {QStringLiteral("kind"), QStringLiteral("departure")},
                                        {QStringLiteral("departedAt"), QStringLiteral("2026-12-24T17:00:00.000Z")}}}}};
    if (operation.id == QLatin1String("listenForChanges")) target += QStringLiteral("?seconds=0");
    if (operation.id == QLatin1String("changeRules"))
        body = QJsonDocument::fromJson(toJson(protocol::CustomerRules{{}, {guarded}, {}})).object();
    if (operation.id == QLatin1String("changeNetwork")) body = networkBody(once);
    if (operation.id == QLatin1String("blockAddress"))
        body = {{QStringLiteral("address"), QStringLiteral("203.0.113.77")}};
    if (operation.id == QLatin1String("changeBlocking"))
        body = QJsonDocument::fromJson(protocol::toJson(BlockingPolicy())).object();
    if (operation.id == QLatin1String("createDevice"))
        body = {{QStringLiteral("kind"), QStringLiteral("phone")},
                {QStringLiteral("label"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("createRole"))
        body = {{QStringLiteral("name"), QStringLiteral("made-") + QString::fromLatin1(once).toLower()},
                {QStringLiteral("permissions"), QJsonArray{QStringLiteral("password.own")}}};
    if (operation.id == QLatin1String("changeRole"))
        body = {{QStringLiteral("name"), QStringLiteral("spare")},
                {QStringLiteral("permissions"), QJsonArray{QStringLiteral("password.own")}}};
    if (operation.id == QLatin1String("confirmMyMfa"))
        body = {{QStringLiteral("code"), QString::fromLatin1(policy::totpCode(toSecret(factorSecret), noon))}};
    if (operation.id == QLatin1String("removeMyMfa"))
        body = {{QStringLiteral("password"), QString::fromLatin1(goodPassword)}};
    if (operation.id == QLatin1String("addCertificate"))
        body = {{QStringLiteral("fingerprint"), QString::fromLatin1(fingerprint)}};
    if (operation.id == QLatin1String("addNumbers"))
        body = {{QStringLiteral("numbers"), QJsonArray{QJsonObject{{QStringLiteral("number"), freshNumber()}}}}};
    if (operation.id == QLatin1String("switchGuard"))
        body = {{QStringLiteral("guard"), QStringLiteral("on")}, {QStringLiteral("all"), true}};
    if (operation.id == QLatin1String("changeCallGuard"))
        body = QJsonDocument::fromJson(protocol::toJson(GuardSettings())).object();
    if (operation.id == QLatin1String("authorizeCall"))
        body = {{QStringLiteral("callId"), QString::fromLatin1(once)},
                {QStringLiteral("caller"), QStringLiteral("+442079460000")},
                {QStringLiteral("destination"), QStringLiteral("999")}};
    if (operation.id == QLatin1String("changeSpend"))
        body = QJsonDocument::fromJson(protocol::toJson(SpendSettings())).object();
    if (operation.id == QLatin1String("raiseSpend"))
        body = {{QStringLiteral("period"), QStringLiteral("day")},
                {QStringLiteral("amount"), QStringLiteral("500")},
                {QStringLiteral("until"), QStringLiteral("2026-11-30T12:00:00.000Z")},
                {QStringLiteral("reason"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("resetSpend"))
        body = {{QStringLiteral("period"), QStringLiteral("day")},
                {QStringLiteral("reason"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("changeRetention") || operation.id == QLatin1String("previewRetention"))
        body = {{QStringLiteral("loginLogDays"), 400}, {QStringLiteral("callRecordsDays"), 90}};
    if (operation.id == QLatin1String("placeHold"))
        body = {{QStringLiteral("subject"), QStringLiteral("period")},
                {QStringLiteral("from"), QStringLiteral("2026-01-01T00:00:00.000Z")},
                {QStringLiteral("reason"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("erasePerson")) body = {{QStringLiteral("reason"), QString::fromLatin1(once)}};
    if (operation.id == QLatin1String("replayCalls")) body = {{QStringLiteral("days"), 90}};
    if (operation.id == QLatin1String("recordCalls"))
        body = {{QStringLiteral("records"),
                 QJsonArray{QJsonObject{{QStringLiteral("callId"), QString::fromLatin1(once)},
                                        {QStringLiteral("caller"), QStringLiteral("+442079460000")},
                                        {QStringLiteral("destination"), QStringLiteral("+3712000000")},
                                        {QStringLiteral("startedAt"), QStringLiteral("2026-11-18T11:00:00.000Z")},
                                        {QStringLiteral("seconds"), 60}}}}};
    target.replace(QLatin1String("{roleName}"), QStringLiteral("spare"));
    target.replace(QLatin1String("{fingerprint}"), QString::fromLatin1(fingerprint));
    if (operation.id == QLatin1String("getConsistencyProof")) target += QStringLiteral("?from=1&to=2");
    if (operation.id == QLatin1String("getInclusionProof")) target += QStringLiteral("?index=0&size=2");
    TestApi::Call call{operation.method, target.toLatin1(), token, {}, {}};
    if (operation.method != "GET" && (operation.method != "DELETE" || !body.isEmpty()))
        call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (operation.method == "POST") call.headers = "Idempotency-Key: key-" + operation.id.toLatin1() + "\r\n";
    // What the other methods change is named by its tag; "*" is whatever there is.
    if (operation.method != "POST" && operation.method != "GET") call.headers = "If-Match: *\r\n";
    if (operation.id == QLatin1String("planPeopleImport")) {
        call.body = "login,name\nimported." + once.toLower() + ",Somebody Imported\n";
        call.headers += "Content-Type: text/csv\r\n";
    }
    if (operation.id == QLatin1String("importNumbers")) {
        call.body = "number,label\n" + freshNumber().toLatin1() + "," + once + "\n";
        call.headers += "Content-Type: text/csv\r\n";
    }
    if (operation.id == QLatin1String("changeRates")) {
        call.body = "prefix,name,price_per_minute,currency\n+371," + once + ",0.10,GBP\n";
        call.headers += "Content-Type: text/csv\r\n";
    }
    return call;
}

}  // namespace lw::server::test
