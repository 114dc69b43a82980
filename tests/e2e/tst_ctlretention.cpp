// SPDX-License-Identifier: GPL-3.0-or-later
// Retention, legal holds and people's data from scripts, with the real programs.
#include "tests/e2e/apiclient.h"

using namespace lw::test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TestCtlRetention : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;
    QByteArray m_owner;

    Ran owner(const QStringList &command)
    {
        return m_backEnd.programs.ctl(command + words("--json --profile owner --password-fd 0"),
                                      FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }
    QJsonObject rules() { return owner(words("retention show")).json().value(QLatin1String("rules")).toObject(); }

  private Q_SLOTS:
    void initTestCase()
    {
        // Each command signs in.
        m_backEnd.programs.write(QStringLiteral("config.json"),
                                 "{\"passwords\": {\"argon2Passes\": 1, \"argon2MemoryKiB\": 64},"
                                 " \"customerSlug\": \"acme\", \"signIn\": {\"attemptsPerAddress\": 100000}}");
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        const Ran connected = m_backEnd.programs.ctl(
            QStringList{QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--accept-fingerprint"),
                        m_backEnd.fact("fingerprint")} +
                words("--json --customer acme --login owner --name owner --password-fd 0 --passphrase-fd 0"),
            FreshBackEnd::ownerPassword().toUtf8() + "\numbrella granite teapot seventeen\n");
        QVERIFY2(connected.exit == 0, connected.err.constData());
        const ApiAnswer made = m_backEnd.api().call("POST", "/v1/users", m_owner,
                                                    {{QStringLiteral("login"), QStringLiteral("ann.lee")},
                                                     {QStringLiteral("displayName"), QStringLiteral("Annabel Lee")},
                                                     {QStringLiteral("department"), QStringLiteral("Sales")},
                                                     {QStringLiteral("roles"), QJsonArray{QStringLiteral("user")}}});
        QCOMPARE(made.status, 201);
    }

    void rulesAreShownJudgedAndChanged()
    {
        QVERIFY(rules().isEmpty());
        QCOMPARE(owner(words("retention purge --yes")).exit, 1);
        const Ran bad = owner(words("retention set --call-records 3 --yes"));
        QCOMPARE(bad.exit, 2);
        QCOMPARE(bad.error().value(QLatin1String("field")).toString(), QStringLiteral("callRecordsDays"));
        QCOMPARE(owner(words("retention set --login-log soon --yes")).exit, 2);
        QVERIFY(rules().isEmpty());
        const Ran preview = owner(words("retention preview --login-log 400"));
        QVERIFY2(preview.exit == 0, preview.err.constData());
        const QJsonArray counts = preview.json().value(QLatin1String("counts")).toArray();
        QCOMPARE(counts.size(), 1);
        QCOMPARE(counts[0].toObject().value(QLatin1String("removed")).toInt(), 0);
        const Ran set = owner(words("retention set --login-log 400 --call-records 180"));
        QVERIFY2(set.exit == 0, set.err.constData());
        QCOMPARE(rules().value(QLatin1String("loginLogDays")).toInt(), 400);
        QCOMPARE(owner(words("retention set --call-records permanent")).exit, 0);
        QVERIFY(!rules().contains(QLatin1String("callRecordsDays")));
        const Ran purged = owner(words("retention purge --yes"));
        QVERIFY2(purged.exit == 0, purged.err.constData());
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QJsonArray runs = owner(words("retention runs")).json().value(QLatin1String("runs")).toArray();
                return runs.size() == 1 && runs[0].toObject().contains(QLatin1String("finishedAt"));
            },
            30'000));
    }

    void aHoldStandsInTheWayOfAnErasure()
    {
        const Ran noReason = owner(words("retention hold person ann.lee"));
        QCOMPARE(noReason.exit, 2);
        QCOMPARE(owner(words("retention hold team sales --reason x")).exit, 2);
        QVERIFY(owner(words("retention hold person nobody --reason x")).exit != 0);
        const Ran placed = owner(words("retention hold person ann.lee --reason Dispute"));
        QVERIFY2(placed.exit == 0, placed.err.constData());
        const QString id = placed.json().value(QLatin1String("id")).toString();
        QCOMPARE(owner(words("people disable ann.lee --yes")).exit, 0);
        const Ran held = owner(words("people erase ann.lee --reason Letter --yes"));
        QCOMPARE(held.exit, 1);
        QVERIFY2(held.err.contains("Dispute"), held.err.constData());
        QCOMPARE(owner({QStringLiteral("retention"), QStringLiteral("release"), id, QStringLiteral("--yes")}).exit, 0);
        const QJsonArray holds = owner(words("retention holds")).json().value(QLatin1String("holds")).toArray();
        QCOMPARE(holds.size(), 1);
        QVERIFY(holds[0].toObject().contains(QLatin1String("releasedAt")));
    }

    void aPersonsDataIsHandedOutThenErased()
    {
        const QString path = m_backEnd.programs.path(QStringLiteral("ann.json"));
        QCOMPARE(owner(words("people data ann.lee")).exit, 2);
        const Ran handed = owner(words("people data ann.lee --output") + QStringList{path});
        QVERIFY2(handed.exit == 0, handed.err.constData());
        const QJsonObject data = QJsonDocument::fromJson(m_backEnd.programs.file(QStringLiteral("ann.json"))).object();
        QCOMPARE(data.value(QLatin1String("person")).toObject().value(QLatin1String("displayName")).toString(),
                 QStringLiteral("Annabel Lee"));
        QVERIFY(!data.value(QLatin1String("events")).toArray().isEmpty());
        QVERIFY(
            !(QFile(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther)));

        QCOMPARE(owner(words("people erase ann.lee --yes")).exit, 2);
        QCOMPARE(owner(words("people erase owner --reason Letter --yes")).exit, 1);
        const Ran erased = owner(words("people erase ann.lee --reason Letter --yes"));
        QVERIFY2(erased.exit == 0, erased.err.constData());
        QVERIFY(QTest::qWaitFor(
            [&] { return !m_backEnd.api().call("GET", "/v1/audit/events", m_owner).body.contains("Annabel Lee"); },
            30'000));
        QVERIFY(owner(words("people show ann.lee")).exit != 0);
        QVERIFY(!m_backEnd.api().call("GET", "/v1/users", m_owner).body.contains("Annabel"));
    }
};

QTEST_GUILESS_MAIN(TestCtlRetention)
#include "tst_ctlretention.moc"
