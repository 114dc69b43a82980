// SPDX-License-Identifier: GPL-3.0-or-later
// No acknowledged administrative change is lost: the real program is killed 200 times while people are made and changed
// and departures are opened and withdrawn; whatever it had acknowledged is there afterwards, with its event.
#include "tests/e2e/apiclient.h"

#include <QDateTime>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <functional>
#include <thread>

using namespace lw::test;

namespace {

constexpr int kills = 200;
constexpr int peopleMost = 60;

struct Person {
    QByteArray id;
    QString department;   ///< acknowledged
    QString unsure;       ///< asked for when the program was killed: it or the one before
    QByteArray openCase;  ///< acknowledged and not withdrawn
    bool caseUnsure = false;
};

/// One change that is asked for, and what its acknowledgement means.
struct Change {
    QByteArray method, target;
    QJsonObject body;
    std::function<void(const ApiAnswer &)> acknowledged;
    std::function<void()> unsure;
};

}  // namespace

class TestKilledChanges : public QObject {
    Q_OBJECT

  private:
    FreshBackEnd m_backEnd;
    QByteArray m_owner;
    QRandomGenerator m_random{4711};
    QList<Person> m_people;
    QHash<QByteArray, QString> m_cases;  ///< acknowledged state by id
    QSet<QByteArray> m_unsureCases;      ///< a withdrawal was under way
    int m_count = 0;
    int m_acknowledged = 0;

    Change newPerson()
    {
        const QString login = QStringLiteral("person.%1").arg(++m_count);
        return {"POST",
                "/v1/users",
                {{QStringLiteral("login"), login},
                 {QStringLiteral("displayName"), login},
                 {QStringLiteral("department"), QStringLiteral("first")},
                 {QStringLiteral("roles"), QJsonArray{QStringLiteral("user")}}},
                [this](const ApiAnswer &answer) {
                    const QJsonObject user = answer.json().value(QLatin1String("user")).toObject();
                    const QString id = (user.isEmpty() ? answer.json() : user).value(QLatin1String("id")).toString();
                    m_people.append({id.toLatin1(), QStringLiteral("first"), {}, {}, false});
                },
                [] {}};
    }

    Change newDepartment(qsizetype who)
    {
        const QString department = QStringLiteral("department %1").arg(++m_count);
        return {"PATCH",
                "/v1/users/" + m_people[who].id,
                {{QStringLiteral("department"), department}},
                [this, who, department](const ApiAnswer &) {
                    m_people[who].department = department;
                    m_people[who].unsure.clear();
                },
                [this, who, department] { m_people[who].unsure = department; }};
    }

    Change opening(qsizetype who)
    {
        const QJsonObject wish{{QStringLiteral("userId"), QString::fromLatin1(m_people[who].id)},
                               {QStringLiteral("kind"), QStringLiteral("departure")},
                               {QStringLiteral("departedAt"), QDateTime::currentDateTimeUtc().addDays(30).toString(
                                                                  QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"))}};
        return {"POST",
                "/v1/departures",
                {{QStringLiteral("departures"), QJsonArray{wish}}},
                [this, who](const ApiAnswer &answer) {
                    const QJsonArray cases = answer.json().value(QLatin1String("departures")).toArray();
                    const QByteArray id = cases.first().toObject().value(QLatin1String("id")).toString().toLatin1();
                    m_people[who].openCase = id;
                    m_cases.insert(id, QStringLiteral("scheduled"));
                },
                [this, who] { m_people[who].caseUnsure = true; }};
    }

    Change withdrawal(qsizetype who)
    {
        const QByteArray id = m_people[who].openCase;
        return {"DELETE",
                "/v1/departures/" + id,
                {},
                [this, who, id](const ApiAnswer &) {
                    m_people[who].openCase.clear();
                    m_cases.insert(id, QStringLiteral("cancelled"));
                },
                [this, who, id] {
                    m_people[who].openCase.clear();
                    m_people[who].caseUnsure = true;
                    m_unsureCases.insert(id);
                }};
    }

    Change any()
    {
        if (m_people.size() < 3 || (m_people.size() < peopleMost && m_random.bounded(4) == 0)) return newPerson();
        const qsizetype who = m_random.bounded(static_cast<int>(m_people.size()));
        if (m_people[who].caseUnsure || m_random.bounded(2) == 0) return newDepartment(who);
        return m_people[who].openCase.isEmpty() ? opening(who) : withdrawal(who);
    }

    static bool good(const ApiAnswer &answer) { return answer.status >= 200 && answer.status < 300; }

    /// Some changes one after another, and one in the middle of which the program dies.
    void changeAndKill()
    {
        for (int i = m_random.bounded(4); i > 0; --i) {
            const Change change = any();
            const ApiAnswer answer = m_backEnd.api().call(change.method, change.target, m_owner, change.body);
            QVERIFY2(good(answer), change.method + ' ' + change.target + ": " + answer.body);
            change.acknowledged(answer);
            ++m_acknowledged;
        }
        const Change change = any();
        TlsClient client;
        QVERIFY(client.connect(m_backEnd.port()));
        const QByteArray json = QJsonDocument(change.body).toJson(QJsonDocument::Compact);
        QVERIFY(client.send(ApiClient::requestText(change.method, change.target, m_owner, json)));
        std::this_thread::sleep_for(std::chrono::microseconds(m_random.bounded(12'000)));
        m_backEnd.kill();
        const Reply reply = client.read();
        const ApiAnswer answer{reply.complete ? reply.status : 0, reply.body};
        if (good(answer)) {
            change.acknowledged(answer);
            ++m_acknowledged;
        } else {
            QVERIFY2(answer.status == 0, answer.body.constData());
            change.unsure();
        }
    }

    void everythingAcknowledgedIsThere()
    {
        ApiClient &api = m_backEnd.api();
        QHash<QByteArray, QString> states;
        QHash<QByteArray, QByteArray> openOf;  // by person
        const ApiAnswer listed = api.call("GET", "/v1/departures", m_owner);
        QCOMPARE(listed.status, 200);
        for (const QJsonValue &value : listed.json().value(QLatin1String("departures")).toArray()) {
            const auto text = [object = value.toObject()](const char *member) {
                return object.value(QLatin1String(member)).toString();
            };
            const QByteArray id = text("id").toLatin1();
            states.insert(id, text("state"));
            if (text("state") == QLatin1String("scheduled")) openOf.insert(text("userId").toLatin1(), id);
        }
        for (auto known = m_cases.begin(); known != m_cases.end(); ++known) {
            QVERIFY2(states.contains(known.key()), known.key().constData());
            if (!m_unsureCases.contains(known.key())) QCOMPARE(states.value(known.key()), known.value());
            known.value() = states.value(known.key());
        }
        m_unsureCases.clear();
        for (Person &person : m_people) {
            if (person.caseUnsure) person.openCase = openOf.value(person.id);
            if (person.caseUnsure && !person.openCase.isEmpty())
                m_cases.insert(person.openCase, QStringLiteral("scheduled"));
            person.caseUnsure = false;
            QCOMPARE(openOf.value(person.id), person.openCase);
        }
        QHash<QByteArray, QString> departments;
        const ApiAnswer people = api.call("GET", "/v1/users?limit=500", m_owner);
        QCOMPARE(people.status, 200);
        for (const QJsonValue &value : people.json().value(QLatin1String("users")).toArray()) {
            QJsonObject user = value.toObject();
            if (user.contains(QLatin1String("user"))) user = user.value(QLatin1String("user")).toObject();
            departments.insert(user.value(QLatin1String("id")).toString().toLatin1(),
                               user.value(QLatin1String("department")).toString());
        }
        for (Person &person : m_people) {
            QVERIFY2(departments.contains(person.id), person.id.constData());
            const QString found = departments.value(person.id);
            QVERIFY2(found == person.department || (!person.unsure.isEmpty() && found == person.unsure),
                     qPrintable(found));
            // From now on it is certain which of the two it is.
            person.department = found;
            person.unsure.clear();
        }
    }

  private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        QVERIFY(!m_owner.isEmpty());
        for (int i = 0; i < kills; ++i) {
            changeAndKill();
            if (QTest::currentTestFailed()) return;
            QVERIFY2(m_backEnd.start(), "it starts again on what the kill left");
            everythingAcknowledgedIsThere();
            if (QTest::currentTestFailed()) return;
        }
        QVERIFY(m_acknowledged > kills);
        QVERIFY(m_cases.size() > 20);
    }

    void everyAcknowledgedCaseHasItsEvent()
    {
        const QByteArray log = m_backEnd.api().call("GET", "/v1/audit/events", m_owner).body;
        QSet<QByteArray> opened, withdrawn;
        for (const QByteArray &line : log.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            const QString kind = event.value(QLatin1String("kind")).toString();
            const QByteArray id =
                event.value(QLatin1String("object")).toObject().value(QLatin1String("id")).toString().toLatin1();
            if (kind == QLatin1String("departure.opened")) opened.insert(id);
            if (kind == QLatin1String("departure.withdrawn")) withdrawn.insert(id);
        }
        for (auto known = m_cases.begin(); known != m_cases.end(); ++known) {
            QVERIFY2(opened.contains(known.key()), known.key().constData());
            if (known.value() == QLatin1String("cancelled")) QVERIFY(withdrawn.contains(known.key()));
        }
    }
};

QTEST_GUILESS_MAIN(TestKilledChanges)
#include "tst_killedchanges.moc"
