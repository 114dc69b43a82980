// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/adminsession.h"

#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "core/util/time.h"

#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace lw::ctl {

void AdminSession::options(Arguments &arguments, Reads reads)
{
    arguments.profileOptions();
    if (reads == Reads::Kept)
        arguments.option(QStringLiteral("offline"),
                         QStringLiteral("Show what the cache has kept, without asking the back end."));
    arguments.signInOptions();
}

void AdminSession::yesOption(Arguments &arguments)
{
    arguments.option(QStringLiteral("yes"), QStringLiteral("Do it without asking."));
}

AdminSession::AdminSession(std::unique_ptr<session::ConsoleSession> session, bool offline)
    : m_session(std::move(session)),
      m_offline(offline),
      m_access(*m_session->link()),
      m_departures(*m_session->link()),
      m_people(*m_session->link())
{
}

Result<std::unique_ptr<AdminSession>> AdminSession::open(const Arguments &arguments, const Output &output)
{
    const Result<session::Profile> profile = chosenProfile(arguments);
    if (!profile) return profile.error();
    auto session = std::make_unique<session::ConsoleSession>(*profile);
    const bool offline = arguments.has(QStringLiteral("offline"));
    // Online the cache is needed only for the client certificate that it may keep.
    if (offline || opensCache(arguments))
        if (const Result<void> open = unlock(*session, arguments); !open) return open.error();
    if (!offline)
        if (const Result<void> in = signIn(*session, arguments, output); !in) return in.error();
    if (session->mustEnrolMfa())
        return makeError(Errc::Forbidden,
                         QStringLiteral("Your role asks for a second factor. Set it up in the console first."),
                         QStringLiteral("mustEnrolMfa"));
    return std::unique_ptr<AdminSession>(new AdminSession(std::move(session), offline));
}

AdminSession::~AdminSession()
{
    if (!m_offline)
        (void)await<void>([&](QObject *context, Callback<void> done) { m_session->signOut(context, std::move(done)); });
}

Result<QList<protocol::UserEntry>> AdminSession::everybody()
{
    return await<QList<protocol::UserEntry>>([&](QObject *context, Callback<QList<protocol::UserEntry>> done) {
        m_people.everybody(context, std::move(done));
    });
}

Result<protocol::UserEntry> AdminSession::named(const QList<protocol::UserEntry> &people, const QString &idOrLogin)
{
    for (const protocol::UserEntry &entry : people)
        if (entry.user.id == idOrLogin || entry.user.login.compare(idOrLogin, Qt::CaseInsensitive) == 0) return entry;
    return makeError(Errc::NotFound, QStringLiteral("Nobody is called %1.").arg(idOrLogin));
}

Result<protocol::UserEntry> AdminSession::person(const QString &idOrLogin)
{
    const Result<QList<protocol::UserEntry>> people = everybody();
    if (!people) return people.error();
    return named(*people, idOrLogin);
}

Result<QStringList> AdminSession::idsOf(const QStringList &idsOrLogins)
{
    const Result<QList<protocol::UserEntry>> people = everybody();
    if (!people) return people.error();
    QStringList ids;
    for (const QString &name : idsOrLogins) {
        const Result<protocol::UserEntry> entry = named(*people, name);
        if (!entry) return entry.error();
        if (!ids.contains(entry->user.id)) ids.append(entry->user.id);
    }
    return ids;
}

Result<void> confirmed(const Arguments &arguments, const QString &whatHappens)
{
    if (arguments.has(QStringLiteral("yes"))) return {};
    const Result<QString> answer = promptLine(printable(whatHappens) + QStringLiteral("\nGo on? Type yes:"));
    if (!answer)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("%1 There is no terminal to ask at: add --yes to go on. Nothing was changed.")
                             .arg(whatHappens),
                         QStringLiteral("yes"));
    if (answer->trimmed().compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0) return {};
    return makeError(Errc::Cancelled, QStringLiteral("Nothing was changed."));
}

Result<QByteArray> readFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file %1 cannot be read: %2.").arg(path, file.errorString()),
                         QStringLiteral("file"));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return makeError(Errc::TooLarge,
                         QStringLiteral("The file %1 is longer than %2 bytes.").arg(path).arg(mostBytes),
                         QStringLiteral("file"));
    return bytes;
}

Result<QDateTime> instantOption(const Arguments &arguments, const QString &name)
{
    if (!arguments.has(name)) return QDateTime();
    const QDateTime instant = fromRfc3339(arguments.value(name));
    if (instant.isValid()) return instant;
    return makeError(Errc::InvalidInput,
                     QStringLiteral("--%1 takes an instant such as 2026-11-30T17:00:00Z.").arg(name), name);
}

QStringList listOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QStringList items = text.split(separators, Qt::SkipEmptyParts);
    items.removeDuplicates();
    return items;
}

}  // namespace lw::ctl
