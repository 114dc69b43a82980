// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peopleacts.h"

#include "core/protocol/limits.h"
#include "core/session/consolesession.h"
#include "ui/common/dialogs.h"
#include "ui/common/onetimesecret.h"
#include "ui/people/exemptiondialog.h"
#include "ui/people/expirydialog.h"
#include "ui/people/importdialog.h"
#include "ui/people/persondialog.h"
#include "ui/people/rulesdialog.h"

#include <QFileInfo>

namespace lw::ui {

namespace {

template <typename Dialog>
Dialog *opened(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

}  // namespace

PeopleActs::PeopleActs(PageContext context, std::function<PeopleFacts()> facts, QWidget *window)
    : QObject(window), m_context(context), m_facts(std::move(facts)), m_window(window)
{
}

QString PeopleActs::whyNot() const
{
    if (m_context.session.state() != session::State::Online) return tr("Sign in to the back end to change people.");
    return m_context.session.mayDo(Permission::UsersWrite) ? QString() : tr("Your roles do not change people.");
}

QString PeopleActs::whyNot(const User &user) const
{
    const QString all = whyNot();
    if (!all.isEmpty()) return all;
    return m_facts().mayManage(user)
               ? QString()
               : tr("%1 may do what you may not, so you cannot act for this account.").arg(personName(user));
}

bool PeopleActs::confirm(const QString &title, const QString &text, const QString &wayBack, const QString &verb)
{
    const QPointer<PeopleActs> self(this);
    const bool sure = m_context.dialogs.confirm(m_window, {title, text, wayBack, verb, true});
    // Auto-lock may have ended all of this while the question stood.
    return self && sure && m_context.session.peopleAdmin();
}

void PeopleActs::tell(const QString &title, const Result<void> &result, const QString &sentence)
{
    if (result)
        Q_EMIT notice(sentence);
    else
        m_context.dialogs.inform(m_window, title, result.error().message);
}

void PeopleActs::withPerson(const User &user, std::function<void(access::Seen<protocol::UserEntry>)> then)
{
    if (!whyNot(user).isEmpty() || !m_context.session.peopleAdmin()) return;
    start();
    m_context.session.peopleAdmin()->person(
        user.id, this, [this, then = std::move(then)](Result<access::Seen<protocol::UserEntry>> seen) {
            end();
            if (!seen) return m_context.dialogs.inform(m_window, tr("Not read"), seen.error().message);
            then(std::move(*seen));
        });
}

void PeopleActs::showPassword(const protocol::UserWithPassword &made)
{
    OneTimeSecret shown;
    shown.title = tr("One-time password of %1").arg(personName(made.entry.user));
    shown.advice =
        tr("Hand it over in person or by telephone. It works once: at the first sign-in a password of one's "
           "own must be chosen. It is shown this once and stored nowhere.");
    shown.label = tr("One-time password");
    shown.secret = made.oneTimePassword;
    shown.besides = {{tr("Login name"), made.entry.user.login}};
    opened(new OneTimeSecretDialog(std::move(shown), m_window));
}

void PeopleActs::add()
{
    if (!whyNot().isEmpty() || !m_context.session.peopleAdmin()) return;
    auto *dialog = opened(new PersonDialog(*m_context.session.peopleAdmin(), m_facts(), m_window));
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT notice(tr("%1 is added.").arg(dialog->name()));
        if (const auto made = dialog->takeMade()) showPassword(*made);
    });
}

void PeopleActs::edit(const User &user)
{
    withPerson(user, [this](access::Seen<protocol::UserEntry> seen) {
        if (!m_context.session.peopleAdmin()) return;
        auto *dialog = opened(new PersonDialog(*m_context.session.peopleAdmin(), m_facts(), std::move(seen), m_window));
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { Q_EMIT notice(tr("%1 is saved.").arg(dialog->name())); });
    });
}

void PeopleActs::exempt(const User &user)
{
    withPerson(user, [this](access::Seen<protocol::UserEntry> seen) {
        if (!m_context.session.peopleAdmin()) return;
        const QString name = personName(seen.value.user);
        auto *dialog = opened(
            new ExemptionDialog(*m_context.session.peopleAdmin(), std::move(seen), m_context.clock.nowUtc(), m_window));
        connect(dialog, &QDialog::accepted, this,
                [this, name] { Q_EMIT notice(tr("The exemption of %1 is saved.").arg(name)); });
    });
}

void PeopleActs::resetPassword(const User &user)
{
    if (!whyNot(user).isEmpty()) return;
    if (!confirm(tr("Reset the password of %1?").arg(personName(user)),
                 tr("The present password stops working at once, all sessions of this person end, and a lock is "
                    "lifted. You get one one-time password to hand over."),
                 tr("The person chooses a new password at the next sign-in."), tr("Reset the password")))
        return;
    start();
    m_context.session.peopleAdmin()->resetPassword(
        user.id, this, [this](const Result<protocol::UserWithPassword> &made) {
            end();
            if (made) return showPassword(*made);
            m_context.dialogs.inform(m_window, tr("Not reset"), made.error().message);
        });
}

void PeopleActs::resetMfa(const User &user)
{
    if (!whyNot(user).isEmpty()) return;
    const QString name = personName(user);
    if (!confirm(tr("Reset the second factor of %1?").arg(name),
                 tr("The authenticator app and all recovery codes of this person stop working. Until a new one is set "
                    "up, the password alone signs in, unless a role requires a second factor."),
                 tr("%1 can set up a new one after the next sign-in.").arg(name), tr("Reset the second factor")))
        return;
    start();
    m_context.session.peopleAdmin()->resetMfa(user.id, this, [this, name](const Result<void> &done) {
        end();
        tell(tr("Not reset"), done, tr("The second factor of %1 is removed.").arg(name));
    });
}

void PeopleActs::expire(const QList<User> &people)
{
    if (!whyNot().isEmpty() || people.isEmpty() || !m_context.session.peopleAdmin()) return;
    QList<User> meant;
    for (const User &user : people)
        if (user.status != UserStatus::Disabled) meant.append(user);
    if (meant.isEmpty())
        return m_context.dialogs.inform(m_window, tr("Nobody to expire"),
                                        tr("All of these accounts are disabled: nobody signs in with them."));
    if (meant.size() > protocol::limits::selectionMost)
        return m_context.dialogs.inform(m_window, tr("Too many at once"),
                                        tr("Choose at most %1 people, so that it happens whole or not at all.")
                                            .arg(protocol::limits::selectionMost));
    const int count = static_cast<int>(meant.size());
    auto *dialog = opened(
        new ExpiryDialog(*m_context.session.peopleAdmin(), std::move(meant), m_context.clock.nowUtc(), m_window));
    connect(dialog, &QDialog::accepted, this,
            [this, count] { Q_EMIT notice(tr("%n passwords are made due.", nullptr, count)); });
}

void PeopleActs::disable(const QList<User> &people)
{
    if (!whyNot().isEmpty()) return;
    const PeopleFacts facts = m_facts();
    QList<User> meant, kept;
    for (const User &user : people) {
        if (user.status == UserStatus::Disabled) continue;
        const bool spared = user.id == facts.ownId || facts.isLastOwner(user) || !facts.mayManage(user);
        (spared ? kept : meant).append(user);
    }
    const QString sparedText =
        kept.isEmpty()
            ? QString()
            : tr("%n stay as they are, because they are you, the last owner, or may do what you may not: %1.", nullptr,
                 static_cast<int>(kept.size()))
                  .arg(namesOf(kept));
    if (meant.isEmpty() || meant.size() > protocol::limits::selectionMost)
        return m_context.dialogs.inform(
            m_window, tr("Nothing disabled"),
            meant.isEmpty() ? (sparedText.isEmpty() ? tr("All of these accounts are disabled already.") : sparedText)
                            : tr("Choose at most %1 people, so that it happens whole or not at all.")
                                  .arg(protocol::limits::selectionMost));
    const int count = static_cast<int>(meant.size());
    QString text =
        tr("%n accounts are disabled at once (%1): sign-in is refused, sessions end and devices are cut off.", nullptr,
           count)
            .arg(namesOf(meant));
    if (!sparedText.isEmpty()) text += QLatin1Char('\n') + sparedText;
    if (!confirm(count == 1 ? tr("Disable %1?").arg(personName(meant.constFirst()))
                            : tr("Disable %n accounts?", nullptr, count),
                 text,
                 tr("They can be enabled again one by one; name, roles and password stay. Revoked devices do not come "
                    "back. Use Departures for somebody who leaves: it also proves what was revoked."),
                 tr("Disable")))
        return;
    protocol::UserSelection selection;
    for (const User &user : std::as_const(meant))
        selection.userIds << user.id;
    start();
    m_context.session.peopleAdmin()->disable(selection, this, [this, count](const Result<void> &done) {
        end();
        tell(tr("Nothing disabled"), done, tr("%n accounts are disabled.", nullptr, count));
    });
}

void PeopleActs::enable(const User &user)
{
    withPerson(user, [this](const access::Seen<protocol::UserEntry> &seen) {
        const QString name = personName(seen.value.user);
        const bool locked = seen.value.user.status == UserStatus::Locked;
        if (!confirm(locked ? tr("Unlock %1?").arg(name) : tr("Enable %1?").arg(name),
                     locked ? tr("One account can sign in again at once; the counter of failures begins anew.")
                            : tr("One account can sign in again at once, with the roles and the password that it had."),
                     tr("It can be disabled again at any time."), locked ? tr("Unlock") : tr("Enable")))
            return;
        protocol::UserPatch patch;
        patch.status = UserStatus::Active;
        start();
        m_context.session.peopleAdmin()->change(
            seen.value.user.id, patch, seen.etag, this,
            [this, name, locked](const Result<access::Seen<protocol::UserEntry>> &saved) {
                end();
                tell(tr("Not changed"), saved ? Result<void>() : Result<void>(saved.error()),
                     locked ? tr("%1 is unlocked.").arg(name) : tr("%1 is enabled.").arg(name));
            });
    });
}

void PeopleActs::importFile()
{
    if (!whyNot().isEmpty() || !m_context.session.peopleAdmin()) return;
    auto *dialog = new ImportDialog(*m_context.session.peopleAdmin(), m_context.dialogs, m_window);
    connect(dialog, &ImportDialog::changed, this, &PeopleActs::notice);
    opened(dialog);
}

void PeopleActs::exportList(const QList<people::PersonRow> &rows, loginlog::PeopleColumns columns,
                            const QString &filter)
{
    const QPointer<PeopleActs> self(this);
    const QString path =
        m_context.dialogs.saveFile(m_window, tr("Export people"), QStringLiteral("people.csv"), tr("CSV (*.csv)"));
    if (!self || path.isEmpty() || !m_context.session.exports()) return;
    start();
    m_context.session.exports()->exportPeople(
        {rows, columns, QFileInfo(path).absoluteFilePath(), filter}, this,
        [this, path](const Result<loginlog::ReportResult> &written) {
            end();
            tell(tr("Not exported"), written ? Result<void>() : Result<void>(written.error()),
                 written ? tr("%n people written to %1", nullptr, static_cast<int>(written->rows)).arg(path)
                         : QString());
        });
}

void PeopleActs::showRules()
{
    if (!m_context.session.peopleAdmin()) return;
    start();
    m_context.session.peopleAdmin()->customer(this, [this](Result<access::Seen<Customer>> seen) {
        end();
        if (!seen) return m_context.dialogs.inform(m_window, tr("Rules not read"), seen.error().message);
        if (!m_context.session.peopleAdmin()) return;
        const bool mayChange = seen->live && m_context.session.mayDo(Permission::PolicyWrite);
        auto *dialog = opened(new RulesDialog(*m_context.session.peopleAdmin(), std::move(*seen), m_facts(), mayChange,
                                              m_context.clock.nowUtc(), m_window));
        connect(dialog, &QDialog::accepted, this, [this] { Q_EMIT notice(tr("The rules are saved.")); });
    });
}

}  // namespace lw::ui
