// SPDX-License-Identifier: GPL-3.0-or-later
// Who is written to, when, and how often: the job over a real store, most of it with a sender that keeps what it is
// given, and some over real SMTP.
#include "core/util/time.h"
#include "server/notices/noticejob.h"
#include "server/notices/smtpsender.h"
#include "server/store/devicetable.h"
#include "tests/server/auth/testbackend.h"
#include "tests/server/notices/smtpserver.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

using Answer = SendResult::Outcome;

class KeepingSender final : public MailSender {
  public:
    SendResult send(const QByteArray &, const QByteArray &to, const QByteArray &message) override
    {
        ++tries;
        const SendResult result = answers.value(to, {Answer::Sent, QStringLiteral("250 fine")});
        if (result.outcome == Answer::Sent) sent.append({to, message});
        if (beforeAnswer) beforeAnswer();
        return result;
    }
    void cancel() override { cancelled = true; }

    QMap<QByteArray, SendResult> answers;
    QList<std::pair<QByteArray, QByteArray>> sent;
    std::function<void()> beforeAnswer;
    int tries = 0;
    bool cancelled = false;
};

}  // namespace

class TestNoticeJob : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestBackEnd> m_backEnd;
    std::unique_ptr<KeepingSender> m_sender;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<NoticeJob> m_job;
    Customer m_acme;

    void makeJob()
    {
        Services &services = *m_backEnd->services;
        m_job = std::make_unique<NoticeJob>(*services.database, m_backEnd->clock, services.audit, *m_sender, *m_log,
                                            "lw@acme.example");
    }

    /// Changed the password so many days before noon.
    User addUser(const QString &login, int ageDays, const QString &email = QStringLiteral("%1@acme.example"))
    {
        User user = m_backEnd->addUser(m_acme, login, QStringLiteral("user"));
        user.email = email.contains(u'%') ? email.arg(login) : email;
        user.passwordChangedAt = noon.addDays(-ageDays);
        m_backEnd->update(user);
        return user;
    }

    NoticeJob::Done round() { return must(m_job->runOnce()); }

    QString subjectOf(const QByteArray &message) const
    {
        const qsizetype at = message.indexOf("Subject: ") + 9;
        return QString::fromUtf8(message.mid(at, message.indexOf("\r\n", at) - at));
    }

  private Q_SLOTS:
    void init()
    {
        m_backEnd = std::make_unique<TestBackEnd>();
        m_sender = std::make_unique<KeepingSender>();
        m_log = std::make_unique<Log>(Log::Level::Error);
        m_acme = m_backEnd->addCustomer(QStringLiteral("acme"));
        makeJob();
    }
    void cleanup()
    {
        m_job.reset();
        m_backEnd.reset();
    }

    void eachLevelOnce()
    {
        // 90 days of age are allowed; warnings come 14, 7, 3 and 1 days before, and one when it is overdue.
        addUser(QStringLiteral("ann"), 75);
        QStringList told;
        for (int hour = 0; hour < 24 * 20; hour += 6) {
            m_backEnd->clock.set(noon.addSecs(hour * 3600));
            for (int again = 0; again < 3; ++again)
                round();
        }
        for (const auto &[to, message] : m_sender->sent) {
            QCOMPARE(to, QByteArray("ann@acme.example"));
            told.append(subjectOf(message));
        }
        const QString due = QStringLiteral("Your password for ACME Ltd is due in %1");
        QCOMPARE(told, (QStringList{due.arg(QStringLiteral("14 days")), due.arg(QStringLiteral("7 days")),
                                    due.arg(QStringLiteral("3 days")), due.arg(QStringLiteral("1 day")),
                                    QStringLiteral("Your password for ACME Ltd must be changed now")}));
        QStringList story = m_backEnd->story(m_acme);
        QCOMPARE(story.count(QStringLiteral("notice.sent/success/password_warning")), 4);
        QCOMPARE(story.count(QStringLiteral("notice.sent/success/password_overdue")), 1);
        QCOMPARE(story.size(), 5);
        const AuditEvent last = m_backEnd->events(m_acme).back();
        QCOMPARE(last.object.name, QStringLiteral("ann"));
        QCOMPARE(last.actor.type, ActorType::System);
        QVERIFY(last.detail.contains(QStringLiteral("ann@acme.example")));
    }

    void aWeekOfSleepMeansOneMail()
    {
        addUser(QStringLiteral("ann"), 70);
        QCOMPARE(round(), NoticeJob::Done());
        m_backEnd->clock.set(noon.addDays(18));  // 88 days old: 14, 7 and 3 days went by
        QCOMPARE(round().sent, 1);
        QVERIFY(subjectOf(m_sender->sent.first().second).contains(QStringLiteral("2 days")));
    }

    void aClockThatJumpsSendsNothingTwice()
    {
        addUser(QStringLiteral("ann"), 80);
        QCOMPARE(round().sent, 1);
        for (int days : {-400, -1, 0, 3, -30, 4, 0, 4}) {
            m_backEnd->clock.set(noon.addDays(days));
            round();
        }
        // On day 4 the level of 7 days was reached for the first time.
        QCOMPARE(m_sender->sent.size(), 2);
    }

    void aRestartForgetsNothing()
    {
        addUser(QStringLiteral("ann"), 80);
        m_sender->answers.insert("ann@acme.example", {Answer::Later, QStringLiteral("450 later")});
        NoticeJob::Done done = round();
        QCOMPARE(done.queued, 1);
        QCOMPARE(done.later, 1);
        makeJob();
        m_sender->answers.clear();
        QCOMPARE(round(), NoticeJob::Done());  // the pause is kept
        m_backEnd->clock.advanceMs(60'000);
        QCOMPARE(round().sent, 1);
        makeJob();
        m_backEnd->clock.advanceMs(3600'000);
        QCOMPARE(round(), NoticeJob::Done());
    }

    void aCrashInTheMiddleCostsAPause()
    {
        addUser(QStringLiteral("ann"), 80);
        // The mail is gone, and the store does not hear of it any more.
        m_sender->beforeAnswer = [&] {
            const Result<QSqlDatabase> connection = m_backEnd->services->database->connection();
            const QList<Notice> due = must(NoticeTable(*connection).due(noon, noon.addDays(1), 10));
            QCOMPARE(due.size(), 0);  // counted and put off before it was sent
            const QList<Notice> later = must(NoticeTable(*connection).due(noon.addSecs(60), noon.addDays(1), 10));
            QCOMPARE(later.size(), 1);
            QCOMPARE(later.first().attempts, 1);
        };
        QCOMPARE(round().sent, 1);
    }

    void pausesGrow()
    {
        using std::chrono::minutes;
        const QList<int> expected{1, 2, 4, 8, 16, 32, 64, 128, 240, 240};
        for (int i = 0; i < expected.size(); ++i)
            QVERIFY(NoticeJob::pauseAfter(i + 1) == minutes(expected[i]));
        QVERIFY(NoticeJob::pauseAfter(0) == minutes(1));
        QVERIFY(NoticeJob::pauseAfter(1'000'000) == minutes(240));
    }

    void afterTooManyTriesItIsGivenUp()
    {
        const User ann = addUser(QStringLiteral("ann"), 80);
        m_sender->answers.insert("ann@acme.example", {Answer::Later, QStringLiteral("450 later")});
        int rounds = 0;
        int givenUp = 0;
        for (; givenUp == 0 && rounds < 1000; ++rounds) {
            givenUp += round().givenUp;
            m_backEnd->clock.advanceMs(60'000 * 60);
        }
        QCOMPARE(m_sender->tries, NoticeJob::attemptsMost);
        const AuditEvent last = m_backEnd->events(m_acme).back();
        QCOMPARE(last.kind, EventKind::NoticeSent);
        QCOMPARE(last.outcome, lw::Outcome::Failure);
        QCOMPARE(last.reason, QStringLiteral("given_up"));
        QVERIFY(last.detail.contains(QStringLiteral("450 later")));
        QCOMPARE(m_backEnd->story(m_acme).size(), 1);
    }

    void aRefusedAddressIsOneEvent()
    {
        addUser(QStringLiteral("ann"), 80);
        addUser(QStringLiteral("bob"), 80);
        m_sender->answers.insert("ann@acme.example", {Answer::Refused, QStringLiteral("550 5.1.1 no such user")});
        NoticeJob::Done done = round();
        QCOMPARE(done.refused, 1);
        QCOMPARE(done.sent, 1);
        for (int i = 0; i < 5; ++i) {
            m_backEnd->clock.advanceMs(3600'000);
            QCOMPARE(round(), NoticeJob::Done());
        }
        QStringList story = m_backEnd->story(m_acme);
        story.sort();
        QCOMPARE(story, (QStringList{QStringLiteral("notice.sent/failure/refused"),
                                     QStringLiteral("notice.sent/success/password_warning")}));
    }

    void noServerStopsTheRound()
    {
        for (int i = 0; i < 5; ++i) {
            const QString login = QStringLiteral("person-%1").arg(i);
            addUser(login, 80);
            m_sender->answers.insert(login.toLatin1() + "@acme.example",
                                     {Answer::Unavailable, QStringLiteral("Connection refused")});
        }
        const NoticeJob::Done done = round();
        QCOMPARE(done.queued, 5);
        QCOMPARE(done.later, 1);
        QCOMPARE(m_sender->tries, 1);
        m_sender->answers.clear();
        m_backEnd->clock.advanceMs(60'000);
        QCOMPARE(round().sent, 5);
    }

    void nobodyIsToldInVain_data()
    {
        QTest::addColumn<int>("ageDays");
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("disabled");
        QTest::addColumn<bool>("exempt");
        QTest::addColumn<int>("sent");
        const QString email = QStringLiteral("%1@acme.example");
        QTest::newRow("due") << 80 << email << false << false << 1;
        QTest::newRow("fresh") << 20 << email << false << false << 0;
        QTest::newRow("without an address") << 80 << QString() << false << false << 0;
        QTest::newRow("disabled") << 80 << email << true << false << 0;
        QTest::newRow("exempt") << 80 << email << false << true << 0;
        QTest::newRow("overdue since yesterday") << 91 << email << false << false << 1;
        QTest::newRow("overdue for long: no news") << 120 << email << false << false << 0;
    }
    void nobodyIsToldInVain()
    {
        QFETCH(int, ageDays);
        QFETCH(QString, email);
        QFETCH(bool, disabled);
        QFETCH(bool, exempt);
        QFETCH(int, sent);
        User user = addUser(QStringLiteral("ann"), ageDays, email);
        if (disabled) user.status = UserStatus::Disabled;
        if (exempt) user.exemption = RotationExemption{QStringLiteral("leave"), noon.addDays(60)};
        m_backEnd->update(user);
        QCOMPARE(round().sent, sent);
    }

    void aBrokenAddressIsNeverOffered()
    {
        addUser(QStringLiteral("ann"), 80, QStringLiteral("ann@acme.example\r\nRCPT TO:<eve@x.example>"));
        QCOMPARE(round().refused, 1);
        QCOMPARE(m_sender->tries, 0);
        QCOMPARE(m_backEnd->story(m_acme), QStringList{QStringLiteral("notice.sent/failure/refused")});
    }

    void whatIsSettledIsDropped()
    {
        User ann = addUser(QStringLiteral("ann"), 80);
        m_sender->answers.insert("ann@acme.example", {Answer::Later, QStringLiteral("450 later")});
        QCOMPARE(round().later, 1);
        ann.passwordChangedAt = m_backEnd->clock.nowUtc();
        m_backEnd->update(ann);
        m_sender->answers.clear();
        m_backEnd->clock.advanceMs(60'000);
        QCOMPARE(round().needless, 1);
        QCOMPARE(m_sender->sent.size(), 0);
        QCOMPARE(m_backEnd->story(m_acme), QStringList());
    }

    void aResetIsTold()
    {
        User ann = addUser(QStringLiteral("ann"), 1);
        ann.mustChangePassword = true;
        m_backEnd->update(ann);
        {
            Transaction transaction = must(Transaction::begin(*m_backEnd->services->database));
            QVERIFY(must(NoticeTable(transaction.connection())
                             .queue(m_acme.id, ann.id, NoticeKind::PasswordReset, toRfc3339(noon), noon)));
            must(transaction.commit());
        }
        QCOMPARE(round().sent, 1);
        QVERIFY(m_sender->sent.first().second.contains("new password"));
        QCOMPARE(round(), NoticeJob::Done());
    }

    void devicesAreTheirPersonsBusiness()
    {
        const User ann = addUser(QStringLiteral("ann"), 1);
        PasswordPolicy policy = m_acme.passwordPolicy;
        policy.deviceMaxAgeDays = 100;
        Device device{makeIdentifier("dev", noon),
                      ann.id,
                      DeviceKind::Phone,
                      QStringLiteral("Desk phone"),
                      QStringLiteral("acme-1"),
                      noon.addDays(-95),
                      noon.addDays(-95),
                      QDateTime(),
                      0,
                      QDateTime()};
        {
            Transaction transaction = must(Transaction::begin(*m_backEnd->services->database));
            must(CustomerTable(transaction.connection()).setPasswordPolicy(m_acme.id, policy));
            must(DeviceTable(transaction.connection()).insert(m_acme.id, device, QByteArray(32, 'h')));
            must(transaction.commit());
        }
        QCOMPARE(round().sent, 1);
        m_backEnd->clock.set(noon.addDays(5));
        QCOMPARE(round().sent, 1);
        m_backEnd->clock.set(noon.addDays(6));
        round();
        QStringList story = m_backEnd->story(m_acme);
        QCOMPARE(story, (QStringList{QStringLiteral("notice.sent/success/device_warning"),
                                     QStringLiteral("notice.sent/success/device_overdue")}));
    }

    void twoCustomersAreApart()
    {
        const Customer other = m_backEnd->addCustomer(QStringLiteral("other"));
        User bob = m_backEnd->addUser(other, QStringLiteral("bob"));
        bob.email = QStringLiteral("bob@other.example");
        bob.passwordChangedAt = noon.addDays(-80);
        m_backEnd->update(bob);
        addUser(QStringLiteral("ann"), 80);
        QCOMPARE(round().sent, 2);
        QCOMPARE(m_backEnd->story(other).size(), 1);
        QCOMPARE(m_backEnd->story(m_acme).size(), 1);
    }

    void overRealMail()
    {
        SmtpServer server({});
        SmtpServer::Manners manners;
        manners.answerToRecipient.insert("<gone@acme.example>", "550 5.1.1 no such user");
        manners.answerToRecipient.insert("<busy@acme.example>", "450 4.2.0 greylisted");
        server.setManners(manners);
        SmtpSettings settings;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = server.port();
        settings.tls = SmtpSettings::Tls::None;
        settings.from = QStringLiteral("lw@acme.example");
        SmtpSender sender(settings);
        Services &services = *m_backEnd->services;
        NoticeJob job(*services.database, m_backEnd->clock, services.audit, sender, *m_log, "lw@acme.example");
        for (const char *login : {"ann", "busy", "gone"})
            addUser(QLatin1String(login), 80);
        const NoticeJob::Done done = must(job.runOnce());
        QCOMPARE(done.sent, 1);
        QCOMPARE(done.refused, 1);
        QCOMPARE(done.later, 1);
        QCOMPARE(server.mails().size(), 1);
        QVERIFY(server.mails().first().data.contains("Message-ID: <"));
        server.setManners({});
        m_backEnd->clock.advanceMs(60'000);
        QCOMPARE(must(job.runOnce()).sent, 1);
        QCOMPARE(server.mails().last().to, QByteArray("<busy@acme.example>"));
    }

    void theThreadStopsInTheMiddleOfATalk()
    {
        SmtpServer::Manners manners;
        manners.silent = true;
        SmtpServer server(manners);
        SmtpSettings settings;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = server.port();
        settings.tls = SmtpSettings::Tls::None;
        settings.from = QStringLiteral("lw@acme.example");
        settings.totalSeconds = 600;
        SmtpSender sender(settings);
        Services &services = *m_backEnd->services;
        addUser(QStringLiteral("ann"), 80);
        NoticeJob job(*services.database, m_backEnd->clock, services.audit, sender, *m_log, "lw@acme.example");
        job.start();
        QTRY_COMPARE(server.conversations(), 1);
        job.stop();
        QCOMPARE(m_backEnd->story(m_acme), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestNoticeJob)
#include "tst_noticejob.moc"
