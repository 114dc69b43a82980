// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, what Call Guard bars, and decisions on calls, on the real server.
#include "core/protocol/callguard.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

class GuardApi : public TestApi {
  public:
    Answer add(const QList<GuardedNumber> &numbers, const QByteArray &who = {})
    {
        return call({"POST", "/v1/numbers", who.isEmpty() ? owner : who, protocol::toJson(numbers),
                     "Idempotency-Key: add-" + QByteArray::number(++m_keys) + "\r\n"});
    }
    Answer put(const QByteArray &path, const QByteArray &body, const QByteArray &tag)
    {
        return call({"PUT", path, owner, body, "If-Match: " + tag + "\r\n"});
    }
    Answer ask(const char *caller, const char *destination)
    {
        return call({"POST",
                     "/v1/calls/authorize",
                     exchange,
                     protocol::toJson(protocol::CallQuestion{QStringLiteral("call-1"), QString::fromUtf8(caller),
                                                             QString::fromUtf8(destination)}),
                     {}});
    }
    protocol::CallAnswer decided(const char *caller, const char *destination)
    {
        const Answer answer = ask(caller, destination);
        if (answer.status != 200) qWarning("%d %s", answer.status, answer.body.constData());
        return must(protocol::callAnswerFromJson(answer.body));
    }
    Answer switchGuard(const protocol::GuardSwitch &wish)
    {
        return call({"POST", "/v1/numbers/guard", owner, protocol::toJson(wish),
                     "Idempotency-Key: switch-" + QByteArray::number(++m_keys) + "\r\n"});
    }
    AuditEvent lastEvent() { return events(acme).back(); }
    size_t count() { return events(acme).size(); }

    Customer acme = addCustomer(QStringLiteral("acme"));
    Customer other = addCustomer(QStringLiteral("other"));
    QByteArray owner = signedIn(acme, "olga", "owner");
    QByteArray exchange = signedIn(acme, "exchange", "switch");
    QByteArray foreigner = signedIn(other, "fred", "owner");

  private:
    QByteArray signedIn(const Customer &customer, const char *login, const char *role)
    {
        addUser(customer, QLatin1String(login), QLatin1String(role));
        return token(customer.slug, QLatin1String(login));
    }
    int m_keys = 0;
};

GuardedNumber numbered(const char *text)
{
    GuardedNumber number;
    number.number = QString::fromUtf8(text);
    return number;
}

}  // namespace

class TestRoutesCallGuard : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aListIsJudgedThenTakenWholeOrNotAtAll()
    {
        GuardApi api;
        api.addUser(api.acme, QStringLiteral("ann"), QStringLiteral("user"));
        const auto send = [&](const QByteArray &csv, const QByteArray &query = {}) {
            return api.call({"POST", "/v1/numbers/import" + query, api.owner, csv, "Content-Type: text/csv\r\n"});
        };
        const QByteArray list = "number,label,owner,guard\n020 7946 0001,Reception,ann,on\n020 7946 0002,Fax,,\n";
        auto report = must(protocol::numbersImportFromJson(send(list, "?dryRun=true").body));
        QCOMPARE(report.added, 2);
        QVERIFY(!report.stored);
        QCOMPARE(must(protocol::guardedNumbersFromJson(api.get("/v1/numbers", api.owner).body)).size(), 0);
        const Answer bad = send(list + "999,x,,\n020 7946 0003,x,nobody,\n");
        QCOMPARE(bad.status, 400);
        QVERIFY(bad.body.contains("Line 4"));
        QCOMPARE(must(protocol::numbersImportFromJson(send(list + "020 7946 0003,x,nobody,\n", "?dryRun=true").body))
                     .refused,
                 1);
        report = must(protocol::numbersImportFromJson(send(list).body));
        QVERIFY(report.stored);
        QCOMPARE(api.lastEvent().kind, EventKind::NumbersChanged);
        const size_t events = api.count();
        report = must(protocol::numbersImportFromJson(send(list).body));
        QCOMPARE(report.unchanged, 2);
        QCOMPARE(api.count(), events);
        // What the file does not say stays as it is.
        report = must(protocol::numbersImportFromJson(send("number,label\n+442079460001,Front desk\n").body));
        QCOMPARE(report.changed, 1);
        QCOMPARE(report.lines.first().reason, QStringLiteral("label"));
        const auto numbers = must(protocol::guardedNumbersFromJson(api.get("/v1/numbers", api.owner).body));
        QCOMPARE(numbers.first().label, QStringLiteral("Front desk"));
        QCOMPARE(numbers.first().guard, GuardState::On);
        QVERIFY(!numbers.first().owner.isEmpty());
        QCOMPARE(api.lastEvent().before->isEmpty(), false);
        // Another customer's number is not told of as such.
        QCOMPARE(must(protocol::numbersImportFromJson(api.call({"POST", "/v1/numbers/import?dryRun=true", api.foreigner,
                                                                list, "Content-Type: text/csv\r\n"})
                                                          .body))
                     .refused,
                 2);
        const Answer exported = api.get("/v1/numbers/export", api.owner);
        QVERIFY(exported.body.contains("\"Front desk\",\"ann\""));
        QCOMPARE(must(protocol::numbersImportFromJson(send(exported.body).body)).unchanged, 2);
        QCOMPARE(send("label\nx\n").status, 400);
        QCOMPARE(api.call({"POST", "/v1/numbers/import", api.owner, list, {}}).status, 415);
    }

    void numbersComeCanonicalAllOrNone()
    {
        GuardApi api;
        QCOMPARE(must(protocol::guardedNumbersFromJson(api.get("/v1/numbers", api.owner).body)).size(), 0);
        GuardedNumber first = numbered("020 7946 0001");
        first.label = QStringLiteral("Reception");
        first.department = QStringLiteral("Sales");
        const Answer added = api.add({first, numbered("07400 123456")});
        QCOMPARE(added.status, 201);
        const QList<GuardedNumber> numbers =
            must(protocol::guardedNumbersFromJson(api.get("/v1/numbers", api.owner).body));
        QCOMPARE(numbers.size(), 2);
        QCOMPARE(numbers[0].number, QStringLiteral("+442079460001"));
        QCOMPARE(numbers[0].label, QStringLiteral("Reception"));
        QCOMPARE(numbers[1].number, QStringLiteral("+447400123456"));
        QVERIFY(numbers[0].addedAt.isValid());
        const AuditEvent event = api.lastEvent();
        QCOMPARE(event.kind, EventKind::NumbersChanged);
        QCOMPARE(event.reason, QStringLiteral("added"));
        QCOMPARE(event.after->value(QLatin1String("count")).toInt(), 2);

        const Answer bad = api.add({numbered("020 7946 0002"), numbered("999")});
        QCOMPARE(bad.status, 400);
        QCOMPARE(bad.json().value(QLatin1String("field")).toString(), QStringLiteral("numbers[1].number"));
        const Answer twice = api.add({numbered("020 7946 0002"), numbered("+44 20 7946 0001")});
        QCOMPARE(twice.status, 409);
        QCOMPARE(twice.json().value(QLatin1String("field")).toString(), QStringLiteral("numbers[1].number"));
        const Answer theirs = api.add({numbered("020 7946 0001")}, api.foreigner);
        QCOMPARE(theirs.status, 409);
        QVERIFY(!theirs.body.contains("acme"));
        QCOMPARE(must(protocol::guardedNumbersFromJson(api.get("/v1/numbers", api.owner).body)).size(), 2);
        QCOMPARE(api.lastEvent().kind, EventKind::NumbersChanged);
        GuardedNumber owned = numbered("020 7946 0003");
        owned.owner = QStringLiteral("usr_nobody");
        QCOMPARE(api.add({owned}).json().value(QLatin1String("field")).toString(), QStringLiteral("numbers[0].owner"));
    }

    void oneIsChangedUnderItsTag()
    {
        GuardApi api;
        QCOMPARE(api.add({numbered("020 7946 0001")}).status, 201);
        const QByteArray path = "/v1/numbers/442079460001";
        QCOMPARE(api.get(path, api.foreigner).status, 404);
        const Answer before = api.get(path, api.owner);
        GuardedNumber number = must(protocol::guardedNumberFromJson(before.body));
        number.label = QStringLiteral("Lobby");
        number.barring.classes = {{CallClass::International, true}};
        number.barring.prefixes = {{QStringLiteral("00 353"), false, QStringLiteral("Dublin office")}};
        QCOMPARE(api.call({"PUT", path, api.owner, protocol::toJson(number), {}}).status, 428);
        const Answer changed = api.put(path, protocol::toJson(number), before.headers.value("etag"));
        QCOMPARE(changed.status, 200);
        QCOMPARE(must(protocol::guardedNumberFromJson(changed.body)).barring.prefixes.first().prefix,
                 QStringLiteral("+353"));
        QCOMPARE(api.put(path, protocol::toJson(number), before.headers.value("etag")).status, 412);
        const AuditEvent event = api.lastEvent();
        QCOMPARE(event.reason, QStringLiteral("changed"));
        QCOMPARE(event.before->value(QLatin1String("label")).toString(), QString());
        QCOMPARE(event.after->value(QLatin1String("label")).toString(), QStringLiteral("Lobby"));
        number.number = QStringLiteral("+442079460002");
        QCOMPARE(api.put(path, protocol::toJson(number), "*").status, 400);
        QCOMPARE(api.call({"DELETE", path, api.owner, {}, "If-Match: *\r\n"}).status, 204);
        QCOMPARE(api.lastEvent().reason, QStringLiteral("removed"));
        QCOMPARE(api.get(path, api.owner).status, 404);
    }

    void theGuardIsSwitchedForManyAtOnce()
    {
        GuardApi api;
        QCOMPARE(api.add({numbered("020 7946 0001"), numbered("020 7946 0002"), numbered("020 7946 0003")}).status,
                 201);
        const Answer some = api.switchGuard({GuardState::Off, false, {QStringLiteral("020 7946 0002")}});
        QCOMPARE(must(protocol::guardSwitchedFromJson(some.body)).changed, 1);
        QCOMPARE(api.lastEvent().reason, QStringLiteral("guard_off"));
        const Answer none = api.switchGuard(
            {GuardState::Off, false, {QStringLiteral("020 7946 0001"), QStringLiteral("020 7946 0009")}});
        QCOMPARE(none.status, 404);
        QCOMPARE(must(protocol::guardedNumberFromJson(api.get("/v1/numbers/442079460001", api.owner).body)).guard,
                 GuardState::Inherit);
        const Answer all = api.switchGuard({GuardState::Off, true, {}});
        QCOMPARE(must(protocol::guardSwitchedFromJson(all.body)).changed, 2);
        const auto before = api.count();
        QCOMPARE(must(protocol::guardSwitchedFromJson(api.switchGuard({GuardState::Off, true, {}}).body)).changed, 0);
        QCOMPARE(api.count(), before);  // nothing changed, nothing told
        QCOMPARE(api.switchGuard({GuardState::Off, false, {}}).status, 400);
    }

    void settingsAreInheritedAtOnce()
    {
        GuardApi api;
        QCOMPARE(api.add({numbered("020 7946 0001")}).status, 201);
        QCOMPARE(api.decided("020 7946 0001", "+33 1 23 45 67 89").reason, BarringReason::Passes);
        const Answer before = api.get("/v1/callguard", api.owner);
        GuardSettings settings = must(protocol::guardSettingsFromJson(before.body));
        QCOMPARE(settings, GuardSettings());
        settings.barring.classes[CallClass::International] = true;
        settings.barring.prefixes = {{QStringLiteral("999"), true, {}}};
        const Answer emergency = api.put("/v1/callguard", protocol::toJson(settings), before.headers.value("etag"));
        QCOMPARE(emergency.status, 400);
        QCOMPARE(emergency.json().value(QLatin1String("field")).toString(),
                 QStringLiteral("barring.prefixes[0].prefix"));
        settings.barring.prefixes.clear();
        QCOMPARE(api.put("/v1/callguard", protocol::toJson(settings), before.headers.value("etag")).status, 200);
        QCOMPARE(api.lastEvent().kind, EventKind::GuardChanged);
        const protocol::CallAnswer answer = api.decided("020 7946 0001", "0033 1 23 45 67 89");
        QVERIFY(!answer.allowed);
        QCOMPARE(answer.reason, BarringReason::ClassBarred);
        QCOMPARE(answer.origin, RuleOrigin::Customer);
        QCOMPARE(answer.number, QStringLiteral("+33123456789"));
        QCOMPARE(api.put("/v1/callguard", protocol::toJson(settings), before.headers.value("etag")).status, 412);
    }

    void everyRefusalIsAnEventAndEmergencyCallsPass()
    {
        GuardApi api;
        QCOMPARE(api.add({numbered("020 7946 0001")}).status, 201);
        const auto before = api.count();
        QVERIFY(api.decided("020 7946 0001", "020 7123 4567").allowed);
        QVERIFY(api.decided("020 7946 0001", "999").allowed);
        QCOMPARE(api.decided("+1 555 0100", "112").reason, BarringReason::Emergency);
        QCOMPARE(api.decided("anonymous", "999").reason, BarringReason::Emergency);
        QCOMPARE(api.count(), before);
        QCOMPARE(api.decided("020 7946 0001", "0900 123 4567").reason, BarringReason::ClassBarred);
        const AuditEvent event = api.lastEvent();
        QCOMPARE(event.kind, EventKind::CallRefused);
        QCOMPARE(event.outcome, Outcome::Failure);
        QCOMPARE(event.object.id, QStringLiteral("+442079460001"));
        QCOMPARE(event.reason, QStringLiteral("class_barred"));
        QVERIFY(event.detail.contains(QStringLiteral("+449001234567")));
        QCOMPARE(api.decided("020 7946 0009", "020 7123 4567").reason, BarringReason::UnknownCaller);
        QCOMPARE(api.decided("020 7946 0001", "12345678901234567890").reason, BarringReason::InvalidNumber);
        QCOMPARE(api.count(), before + 3);
        QCOMPARE(api.ask("020 7946 0001", "").status, 400);
        // A switch may ask and nothing more; others may not ask.
        QCOMPARE(api.get("/v1/numbers", api.exchange).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestRoutesCallGuard)
#include "tst_routes_callguard.moc"
