// SPDX-License-Identifier: GPL-3.0-or-later
// A back end and a cache that answer as a test says, later, as the real ones do.
#pragma once

#include "ui/common/dialogs.h"
#include "ui/connect/connectservice.h"

#include <QTimer>

#include <deque>

namespace lw::test {

class FakeConnect final : public ui::ConnectService, public ui::UnlockService {
  public:
    // What will be answered; the front of a queue is used up, its last entry stays.
    Result<net::CertificateReport> probeAnswer = unknownAuthority();
    std::deque<Result<ui::SignedIn>> signInAnswers{ui::SignedIn{}};
    Result<void> changeAnswer;
    std::deque<Result<protocol::MfaEnrolment>> enrolAnswers{enrolment()};
    std::deque<Result<protocol::RecoveryCodes>> confirmAnswers{codes()};
    std::deque<Result<void>> endMfaAnswers{Result<void>()};
    Result<Secret> cacheAnswer = toSecret("AAAAA-BBBBB-CCCCC");
    Result<void> rememberAnswer;
    std::deque<Result<void>> unlockAnswers{Result<void>()};
    Result<QString> asideAnswer = QStringLiteral("cache-2026.db");
    bool keyStore = false;

    // What was asked.
    QStringList probed;
    net::ClientIdentity identity;
    int trusted = 0, remembered = 0, keyStoreTried = 0, asides = 0;
    QString customer, login, totp, mfaCode;
    int enrolments = 0;
    Secret endedWith;
    Secret password, changedFrom, changedTo, passphrase, unlockedWith, recovery;

    static net::CertificateReport unknownAuthority()
    {
        net::CertificateReport report;
        report.host = QStringLiteral("pbx.acme.example");
        report.port = 8443;
        report.protocol = QStringLiteral("TLS 1.3");
        report.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
        net::CertificateFacts leaf;
        leaf.subject = QStringLiteral("pbx.acme.example");
        leaf.issuer = QStringLiteral("Linewarden CA");
        leaf.names = QStringList{QStringLiteral("DNS:pbx.acme.example")};
        leaf.validFrom = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        leaf.validUntil = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
        leaf.sha256 = QByteArray(32, '\xAB');
        report.chain = {leaf};
        report.problems = QStringList{QStringLiteral("The authority is not known here.")};
        report.acceptable = true;
        return report;
    }
    static net::CertificateReport verified()
    {
        net::CertificateReport report = unknownAuthority();
        report.problems.clear();
        report.trusted = true;
        report.acceptable = false;
        return report;
    }
    static net::CertificateReport wrongHost()
    {
        net::CertificateReport report = unknownAuthority();
        report.problems = QStringList{QStringLiteral("It was issued for another host.")};
        report.acceptable = false;
        return report;
    }

    static protocol::MfaEnrolment enrolment()
    {
        return {toSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
                toSecret("otpauth://totp/Linewarden:ann.lee%40acme?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
                         "&issuer=Linewarden")};
    }
    static protocol::RecoveryCodes codes()
    {
        protocol::RecoveryCodes made;
        for (int i = 0; i < 10; ++i)
            made.codes.push_back(toSecret("ABCD" + QByteArray::number(i) + "-2345" + QByteArray::number(i)));
        return made;
    }

    void probe(const QString &address, QObject *context, Callback<net::CertificateReport> done) override
    {
        probed.append(address);
        later(context, std::move(done), probeAnswer);
    }
    Result<void> trust(const net::CertificateReport &) override
    {
        ++trusted;
        return {};
    }
    std::optional<net::CertificateFacts> clientCertificate() const override
    {
        if (identity.isNull()) return std::nullopt;
        return identity.facts();
    }
    void useClientIdentity(net::ClientIdentity used, QObject *context, Callback<void> done) override
    {
        identity = std::move(used);
        later(context, std::move(done), Result<void>());
    }
    void signIn(ui::Credentials credentials, QObject *context, Callback<ui::SignedIn> done) override
    {
        customer = credentials.customer;
        login = credentials.login;
        totp = credentials.totp;
        password = credentials.password;
        later(context, std::move(done), take(signInAnswers));
    }
    void changePassword(Secret current, Secret next, QObject *context, Callback<void> done) override
    {
        changedFrom = current;
        changedTo = next;
        later(context, std::move(done), changeAnswer);
    }
    void beginMfa(QObject *context, Callback<protocol::MfaEnrolment> done) override
    {
        ++enrolments;
        later(context, std::move(done), take(enrolAnswers));
    }
    void confirmMfa(const QString &code, QObject *context, Callback<protocol::RecoveryCodes> done) override
    {
        mfaCode = code;
        later(context, std::move(done), take(confirmAnswers));
    }
    void endMfa(Secret secret, QObject *context, Callback<void> done) override
    {
        endedWith = secret;
        later(context, std::move(done), take(endMfaAnswers));
    }
    void createCache(Secret secret, QObject *context, Callback<Secret> done) override
    {
        passphrase = secret;
        later(context, std::move(done), cacheAnswer);
    }
    void rememberInKeyStore(QObject *context, Callback<void> done) override
    {
        ++remembered;
        later(context, std::move(done), rememberAnswer);
    }

    QString profileName() const override { return QStringLiteral("Acme"); }
    QString host() const override { return QStringLiteral("pbx.acme.example"); }
    bool keyStoreExpected() const override { return keyStore; }
    void unlockWithPassphrase(Secret secret, QObject *context, Callback<void> done) override
    {
        unlockedWith = secret;
        later(context, std::move(done), take(unlockAnswers));
    }
    void unlockWithRecoveryKey(Secret secret, QObject *context, Callback<void> done) override
    {
        recovery = secret;
        later(context, std::move(done), take(unlockAnswers));
    }
    void unlockWithKeyStore(QObject *context, Callback<void> done) override
    {
        ++keyStoreTried;
        later(context, std::move(done), take(unlockAnswers));
    }
    void setCacheAside(QObject *context, Callback<QString> done) override
    {
        ++asides;
        later(context, std::move(done), asideAnswer);
    }

  private:
    template <typename T>
    static Result<T> take(std::deque<Result<T>> &answers)
    {
        Result<T> answer = answers.front();
        if (answers.size() > 1) answers.pop_front();
        return answer;
    }
    template <typename T>
    static void later(QObject *context, Callback<T> done, Result<T> answer)
    {
        QTimer::singleShot(0, context, [done = std::move(done), answer = std::move(answer)] { done(answer); });
    }
};

class FakeDialogs final : public ui::Dialogs {
  public:
    QString path, informed;
    bool answer = true;
    QList<ui::Question> asked;
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    QString openFile(QWidget *, const QString &, const QString &) override { return path; }
    bool confirm(QWidget *, const ui::Question &question) override
    {
        asked.append(question);
        return answer;
    }
    void inform(QWidget *, const QString &, const QString &text) override { informed = text; }
};

}  // namespace lw::test
