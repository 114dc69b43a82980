// SPDX-License-Identifier: GPL-3.0-or-later
// "people certificates": the client certificates that are registered for a person.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/peopleactions.h"
#include "app/linewardenctl/table.h"
#include "core/net/endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::ctl {

namespace {

constexpr qint64 certificateBytes = 64 * 1024;

using Certificates = QList<protocol::RegisteredCertificate>;

QJsonObject described(const protocol::RegisteredCertificate &certificate)
{
    return QJsonDocument::fromJson(protocol::toJson(certificate)).object();
}

int list(AdminSession &admin, const QString &userId, const Output &output)
{
    const Result<Certificates> certificates = await<Certificates>([&](QObject *context, Callback<Certificates> done) {
        admin.people().certificates(userId, context, std::move(done));
    });
    if (!certificates) return output.fail(certificates.error());
    QJsonArray array;
    Table table(
        {QStringLiteral("SHA-256"), QStringLiteral("SUBJECT"), QStringLiteral("REGISTERED"), QStringLiteral("IN USE")});
    for (const protocol::RegisteredCertificate &certificate : *certificates) {
        array.append(described(certificate));
        table.row({certificate.fingerprint, certificate.subject, momentText(certificate.addedAt),
                   certificate.shown ? QStringLiteral("by this connection") : QString()});
    }
    output.result({{QStringLiteral("certificates"), array}}, table.text(QStringLiteral("No certificates.")));
    return 0;
}

int add(AdminSession &admin, const QString &userId, const Arguments &parsed, const Output &output)
{
    protocol::NewCertificate wish;
    if (parsed.has(QStringLiteral("add"))) {
        const Result<QByteArray> pem = readFile(parsed.value(QStringLiteral("add")), certificateBytes);
        if (!pem) return output.fail(pem.error());
        wish.certificatePem = *pem;
    } else {
        wish.fingerprint = protocol::canonicalFingerprint(parsed.value(QStringLiteral("add-fingerprint")));
        if (wish.fingerprint.isEmpty())
            return output.fail(makeError(Errc::InvalidInput,
                                         QStringLiteral("--add-fingerprint takes a SHA-256 of 64 hexadecimal digits."),
                                         QStringLiteral("add-fingerprint")));
    }
    using Registered = protocol::RegisteredCertificate;
    const Result<Registered> registered = await<Registered>([&](QObject *context, Callback<Registered> done) {
        admin.people().addCertificate(userId, wish, context, std::move(done));
    });
    if (!registered) return output.fail(registered.error());
    output.result(described(*registered), QStringLiteral("Registered: SHA-256 %1").arg(registered->fingerprint));
    return 0;
}

int remove(AdminSession &admin, const protocol::UserEntry &person, const Arguments &parsed, const Output &output)
{
    const QString fingerprint = protocol::canonicalFingerprint(parsed.value(QStringLiteral("remove")));
    if (fingerprint.isEmpty())
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("--remove takes a SHA-256 of 64 hexadecimal digits."),
                                     QStringLiteral("remove")));
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("The certificate %1 of %2 is to count no more; where a role requires one, "
                                             "another has to be registered.")
                                  .arg(fingerprint, person.user.login));
        !agreed)
        return output.fail(agreed.error());
    const Result<void> removed = await<void>([&](QObject *context, Callback<void> done) {
        admin.people().removeCertificate(person.user.id, fingerprint, context, std::move(done));
    });
    if (!removed) return output.fail(removed.error());
    output.result({{QStringLiteral("removed"), fingerprint}},
                  QStringLiteral("The certificate %1 counts no more.").arg(fingerprint));
    return 0;
}

}  // namespace

int personCertificates(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("people certificates LOGIN|ID [--add FILE | --add-fingerprint SHA256 | --remove SHA256]"),
        QStringLiteral("Lists the client certificates that are registered for a person, adds or removes one."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("add"), QStringLiteral("Register the certificate of this PEM file (- for stdin)."),
                  QStringLiteral("file"));
    parsed.option(QStringLiteral("add-fingerprint"), QStringLiteral("Register one by its SHA-256 fingerprint."),
                  QStringLiteral("sha256"));
    parsed.option(QStringLiteral("remove"), QStringLiteral("Remove the one with this SHA-256 fingerprint."),
                  QStringLiteral("sha256"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    int changes = 0;
    for (const char *option : {"add", "add-fingerprint", "remove"})
        changes += parsed.has(QLatin1String(option)) ? 1 : 0;
    if (changes > 1)
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("Use one of --add, --add-fingerprint and --remove at a time.")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<protocol::UserEntry> person = (*admin)->person(parsed.positional().constFirst());
    if (!person) return output.fail(person.error());
    if (changes == 0) return list(**admin, person->user.id, output);
    return parsed.has(QStringLiteral("remove")) ? remove(**admin, *person, parsed, output)
                                                : add(**admin, person->user.id, parsed, output);
}

}  // namespace lw::ctl
