// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/persondialog.h"

#include "core/policy/rolerules.h"
#include "ui/common/conflictview.h"
#include "ui/common/formfield.h"
#include "ui/common/permissiongroups.h"
#include "ui/common/words.h"
#include "ui/people/rolechoice.h"

#include <QCompleter>
#include <QGridLayout>

namespace lw::ui {

namespace {

QStringList loginsOf(const people::PeopleList &people)
{
    QStringList logins;
    for (const people::PersonRow &row : people.rows)
        logins << row.user.login;
    return logins;
}

QStringList departmentsOf(const people::PeopleList &people)
{
    QStringList all;
    for (const people::PersonRow &row : people.rows)
        if (!all.contains(row.user.department)) all << row.user.department;
    return all;
}

}  // namespace

PersonDialog::PersonDialog(people::PeopleAdmin &admin, PeopleFacts facts, QWidget *parent)
    : PersonDialog(admin, std::move(facts), access::Seen<protocol::UserEntry>(), parent)
{
}

PersonDialog::PersonDialog(people::PeopleAdmin &admin, PeopleFacts facts, access::Seen<protocol::UserEntry> seen,
                           QWidget *parent)
    : FormDialog(QStringLiteral("personDialog"),
                 seen.value.user.id.isEmpty() ? tr("Add a person") : tr("Change %1").arg(personName(seen.value.user)),
                 seen.value.user.id.isEmpty()
                     ? tr("One account is one person: never shared, and its login name is never used again. A one-time "
                          "password is made for the first sign-in.")
                     : QString(),
                 parent),
      m_admin(admin),
      m_facts(std::move(facts)),
      m_seen(std::move(seen)),
      m_taken(loginsOf(m_facts.people)),
      m_login(makeEdit(QStringLiteral("personLogin"), tr("such as ann.lee"))),
      m_name(makeEdit(QStringLiteral("personName"), tr("such as Ann Lee"))),
      m_department(makeEdit(QStringLiteral("personDepartment"))),
      m_email(makeEdit(QStringLiteral("personEmail"), tr("for notices; may be empty"))),
      m_loginField(new FormField(tr("&Login name"), m_login)),
      m_nameField(new FormField(tr("&Name"), m_name)),
      m_departmentField(new FormField(tr("&Department"), m_department)),
      m_emailField(new FormField(tr("&E-mail"), m_email)),
      m_effect(new QLabel),
      m_roles(new RoleChoice(m_facts.roles, m_facts.held, !isNew() && m_facts.isLastOwner(m_seen.value.user)))
{
    build();
}

void PersonDialog::build()
{
    setMinimumWidth(620);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_loginField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_departmentField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_emailField, 1, 1, Qt::AlignTop);
    body()->addLayout(grid);
    auto *head = new QLabel(tr("Roles"));
    setRole(head, LabelRole::CardTitle);
    body()->addWidget(head);
    body()->addWidget(m_roles);
    m_effect->setObjectName(QStringLiteral("personEffect"));
    m_effect->setWordWrap(true);
    setRole(m_effect, LabelRole::Secondary);
    body()->addWidget(m_effect);
    auto *departments = new QCompleter(departmentsOf(m_facts.people), m_department);
    departments->setCaseSensitivity(Qt::CaseInsensitive);
    m_department->setCompleter(departments);

    const User &user = m_seen.value.user;
    if (isNew()) {
        m_roles->choose({QStringLiteral("user")});
    } else {
        m_login->setText(user.login);
        m_login->setReadOnly(true);
        m_loginField->setHint(tr("A login name stays for ever."));
        m_name->setText(user.displayName);
        m_department->setText(user.department);
        m_email->setText(user.email);
        m_roles->choose(user.roles);
    }
    setSubmitText(isNew() ? tr("&Add the person") : tr("&Save"));
    for (QLineEdit *edit : {m_login, m_name, m_department, m_email})
        connect(edit, &QLineEdit::textChanged, this, &PersonDialog::judge);
    connect(m_roles, &RoleChoice::changed, this, &PersonDialog::judge);
    judge();
    watchLines();
    m_name->setFocus();
}

QString PersonDialog::name() const
{
    return personName(typed());
}

User PersonDialog::typed() const
{
    User user = m_seen.value.user;
    user.login = m_login->text().trimmed();
    user.displayName = m_name->text().simplified();
    user.department = m_department->text().simplified();
    user.email = m_email->text().trimmed();
    user.roles = m_roles->chosen();
    return user;
}

void PersonDialog::judge()
{
    const User user = typed();
    // A field that nobody has reached yet is not told off.
    const auto say = [](FormField *field, const QString &text, const Result<QString> &verdict) {
        field->setError(verdict || text.isEmpty() ? QString() : verdict.error().message);
        return verdict.ok();
    };
    m_fits = say(m_nameField, user.displayName, policy::checkedDisplayName(user.displayName));
    m_fits = say(m_departmentField, user.department, policy::checkedDepartment(user.department)) && m_fits;
    m_fits = say(m_emailField, user.email, policy::checkedEmail(user.email)) && m_fits;
    if (isNew()) {
        const Result<QString> login = policy::checkedLogin(user.login);
        const bool good = say(m_loginField, user.login, login);
        if (good)
            if (const auto free = m_taken.admit(*login); !free) m_loginField->setError(free.error().message);
        m_fits = m_fits && good && m_loginField->error().isEmpty();
    } else {
        const policy::RoleEffect effect = policy::effectOfGrant(m_seen.value.user, user.roles, m_facts.customRoles());
        QStringList parts;
        if (!effect.gained.isEmpty()) parts << tr("Gains: %1.").arg(permissionList(effect.gained));
        if (!effect.lost.isEmpty()) parts << tr("Loses: %1.").arg(permissionList(effect.lost));
        m_effect->setText(parts.join(QLatin1Char(' ')));
    }
    m_effect->setVisible(!m_effect->text().isEmpty());
    updateSubmit();
}

bool PersonDialog::canSubmit() const
{
    if (!m_fits || m_roles->chosen().isEmpty()) return false;
    return isNew() || !(typed() == m_seen.value.user);
}

void PersonDialog::submit()
{
    if (isNew())
        create();
    else
        save(typed(), m_seen.value.user, m_seen.etag);
}

void PersonDialog::create()
{
    const User user = typed();
    setBusy(tr("Adding the person…"));
    m_admin.create({user.login, user.displayName, user.department, user.email, user.roles}, this,
                   [this](Result<protocol::UserWithPassword> made) {
                       setBusy({});
                       if (!made) return refused(made.error());
                       m_made = std::make_shared<protocol::UserWithPassword>(std::move(*made));
                       accept();
                   });
}

protocol::UserPatch PersonDialog::patchTo(const User &wanted, const User &from) const
{
    protocol::UserPatch patch;
    if (wanted.displayName != from.displayName) patch.displayName = wanted.displayName;
    if (wanted.department != from.department) patch.department = wanted.department;
    if (wanted.email != from.email) patch.email = wanted.email;
    if (wanted.roles != from.roles) patch.roles = wanted.roles;
    return patch;
}

void PersonDialog::save(const User &wanted, const User &from, const QByteArray &etag)
{
    setBusy(tr("Saving…"));
    m_admin.change(m_seen.value.user.id, patchTo(wanted, from), etag, this,
                   [this, wanted](const Result<access::Seen<protocol::UserEntry>> &saved) {
                       if (!saved && saved.error().code == Errc::Stale) return merge(wanted);
                       setBusy({});
                       if (!saved) return refused(saved.error());
                       accept();
                   });
}

void PersonDialog::merge(const User &mine)
{
    m_admin.person(m_seen.value.user.id, this, [this, mine](Result<access::Seen<protocol::UserEntry>> now) {
        setBusy({});
        if (!now) return refused(now.error());
        const User before = m_seen.value.user, theirs = now->value.user;
        const QList<ConflictField> fields{
            {QStringLiteral("displayName"), tr("Name"), before.displayName, mine.displayName, theirs.displayName},
            {QStringLiteral("department"), tr("Department"), before.department, mine.department, theirs.department},
            {QStringLiteral("email"), tr("E-mail"), before.email, mine.email, theirs.email},
            {QStringLiteral("roles"), tr("Roles"), rolesWords(before.roles), rolesWords(mine.roles),
             rolesWords(theirs.roles)}};
        auto *dialog = new ConflictDialog(personName(theirs), fields, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, mine, seen = *now] {
            const ConflictView &view = dialog->view();
            User merged = seen.value.user;
            if (view.keepsMine(QStringLiteral("displayName"))) merged.displayName = mine.displayName;
            if (view.keepsMine(QStringLiteral("department"))) merged.department = mine.department;
            if (view.keepsMine(QStringLiteral("email"))) merged.email = mine.email;
            if (view.keepsMine(QStringLiteral("roles"))) merged.roles = mine.roles;
            m_seen = seen;
            if (patchTo(merged, seen.value.user) == protocol::UserPatch()) return accept();
            save(merged, seen.value.user, seen.etag);
        });
        dialog->open();
    });
}

void PersonDialog::refused(const Error &error)
{
    const QList<QPair<QString, FormField *>> places{{QStringLiteral("login"), m_loginField},
                                                    {QStringLiteral("displayName"), m_nameField},
                                                    {QStringLiteral("department"), m_departmentField},
                                                    {QStringLiteral("email"), m_emailField}};
    for (const auto &[name, field] : places)
        if (error.field == name) return field->setError(error.message);
    setProblem(error.message);
}

}  // namespace lw::ui
