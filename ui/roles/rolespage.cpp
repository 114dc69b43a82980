// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roles/rolespage.h"

#include "core/policy/rolerules.h"
#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/conflictview.h"
#include "ui/common/detailpanel.h"
#include "ui/common/dialogs.h"
#include "ui/common/emptystate.h"
#include "ui/common/permissiongroups.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"
#include "ui/roles/rolechangebar.h"
#include "ui/roles/roledetail.h"
#include "ui/roles/roledialog.h"
#include "ui/roles/rolematrixmodel.h"
#include "ui/roles/rolematrixview.h"
#include "ui/roles/roletext.h"

#include <QAction>
#include <QBoxLayout>
#include <QPointer>

namespace lw::ui {

namespace {

QList<Role> ownRoles(const QList<Role> &roles)
{
    QList<Role> own;
    for (const Role &role : roles)
        if (!role.shipped) own.append(role);
    return own;
}

}  // namespace

RolesPage::RolesPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new RoleMatrixModel(this)),
      m_matrix(new RoleMatrixView),
      m_empty(new EmptyState),
      m_summary(new QLabel),
      m_make(new QPushButton(tr("&Make a role…"))),
      m_change(new RoleChangeBar),
      m_detail(new DetailPanel(this))
{
    setObjectName(QStringLiteral("rolesPage"));
    m_matrix->setObjectName(QStringLiteral("roleMatrix"));
    m_matrix->setAccessibleName(tr("Permissions by role"));
    m_matrix->setModel(m_model);
    m_summary->setObjectName(QStringLiteral("rolesSummary"));
    setRole(m_summary, LabelRole::Dim);
    m_summary->setWordWrap(true);
    m_make->setObjectName(QStringLiteral("roleMake"));
    setRole(m_make, ButtonRole::Primary);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::cardGap);
    top->addWidget(m_summary, 1);
    top->addWidget(m_make, 0, Qt::AlignTop);
    auto *card = new Card(QString(), this);
    card->noMargins();
    card->body()->addWidget(m_matrix, 1);
    card->body()->addWidget(m_empty, 1);
    m_empty->setContent(tr("No roles yet"), {}, tr("Ask again"));
    m_empty->hide();
    m_change->hide();
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addLayout(top);
    left->addWidget(card, 1);
    left->addWidget(m_change);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("roleDetail"));
    m_detail->showPlaceholder(tr("Choose a role to see what it allows and who has it."));

    auto *make = new QAction(tr("Make a role"), this);
    connect(make, &QAction::triggered, this, [this] { makeRole({}); });
    addAction(make);
    connect(m_empty, &EmptyState::actionTriggered, this, &RolesPage::refresh);
    connect(m_make, &QPushButton::clicked, this, [this] { makeRole({}); });
    connect(m_matrix, &RoleMatrixView::currentRoleChanged, this, &RolesPage::showCurrent);
    connect(m_model, &RoleMatrixModel::editedChanged, this, &RolesPage::showChange);
    connect(m_change, &RoleChangeBar::discardRequested, m_model, &RoleMatrixModel::discard);
    connect(m_change, &RoleChangeBar::saveRequested, this, &RolesPage::save);
    connect(m_detail, &DetailPanel::linkActivated, this, [this](const QString &link) {
        const Role *role = m_model->role(m_matrix->currentIndex().column());
        if (role && link == QLatin1String(roleHoldersLink))
            Q_EMIT navigate(QStringLiteral("people"), QStringLiteral("role:") + role->name);
    });
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, [this] {
        // What was typed stays; only whether it may be changed is told anew.
        const bool writable = m_context.session.mayDo(Permission::RolesWrite);
        if (writable == m_wasWritable || !m_model->changedRole().isEmpty()) return;
        refresh();
    });
}

Permissions RolesPage::held() const
{
    const auto me = m_context.session.me();
    return me ? me->permissions : Permissions();
}

QString RolesPage::whyReadOnly() const
{
    if (m_context.session.state() != session::State::Online) return tr("Sign in to the back end to change roles.");
    return m_context.session.mayDo(Permission::RolesWrite) ? QString() : tr("Your roles do not change roles.");
}

QList<User> RolesPage::users() const
{
    QList<User> all;
    all.reserve(m_people.rows.size());
    for (const people::PersonRow &row : m_people.rows)
        all.append(row.user);
    return all;
}

void RolesPage::refresh()
{
    // An unsaved change is not thrown away by a sync.
    if (!m_model->changedRole().isEmpty() || m_reading > 0 || !m_context.session.access()) return;
    m_wasWritable = m_context.session.mayDo(Permission::RolesWrite);
    m_reading = 2;
    readPeople();
    readRoles();
}

void RolesPage::readPeople()
{
    m_context.session.people()->list(m_context.clock.nowUtc(), this, [this](Result<people::PeopleList> list) {
        if (list) m_people = std::move(*list);
        if (--m_reading == 0) display();
    });
}

void RolesPage::readRoles()
{
    m_context.session.access()->roles(this, [this](Result<access::Seen<QList<Role>>> seen) {
        --m_reading;
        if (!seen) {
            showProblem(seen.error().message);
        } else {
            m_seen = std::move(*seen);
            if (m_reading == 0) display();
        }
        Q_EMIT readyChanged();
    });
}

void RolesPage::display()
{
    m_empty->setVisible(m_seen.value.isEmpty());
    m_matrix->setVisible(!m_seen.value.isEmpty());
    if (m_seen.value.isEmpty()) return;
    RoleMatrixModel::Facts facts;
    facts.roles = m_seen.value;
    const QList<User> people = users();
    for (const Role &role : std::as_const(facts.roles))
        facts.people.insert(role.name, holdersOf(role.name, people));
    facts.held = held();
    facts.locked = m_seen.live ? whyReadOnly() : tr("Sign in to the back end to change roles.");
    const QString locked = facts.locked;
    const int own = static_cast<int>(ownRoles(facts.roles).size());
    m_model->setFacts(std::move(facts));
    m_make->setEnabled(locked.isEmpty());
    m_make->setToolTip(locked);
    QString summary = tr("%n shipped roles, which stay as they are", nullptr, int(m_seen.value.size()) - own);
    summary += own > 0 ? tr(", and %n of your own.", nullptr, own) : tr(". You have none of your own yet.");
    if (!m_seen.live) summary += QLatin1Char(' ') + tr("As of %1.").arg(fullTime(m_seen.asOf));
    m_summary->setText(summary);
    m_matrix->chooseColumn(qMax(0, m_model->columnOf(m_chosen)));
    showCurrent();
    Q_EMIT readyChanged();
}

void RolesPage::showProblem(const QString &sentence)
{
    m_seen = {};
    m_model->setFacts({});
    m_make->setEnabled(false);
    m_summary->clear();
    m_matrix->hide();
    m_empty->show();
    m_empty->setContent(tr("No roles yet"), sentence, tr("Ask again"));
    m_detail->showPlaceholder(tr("Roles appear here once the back end was asked for them."));
}

void RolesPage::showCurrent()
{
    const Role *role = m_model->role(m_matrix->currentIndex().column());
    if (!role) return m_detail->showPlaceholder(tr("Choose a role to see what it allows and who has it."));
    m_chosen = role->name;
    fillRolePanel(*m_detail, *role, m_people);
    const bool free = m_make->isEnabled();
    auto *copy = m_detail->addAction(QStringLiteral("roleCopy"), tr("Make one &like it…"));
    copy->setEnabled(free);
    connect(copy, &QPushButton::clicked, this, [this, name = role->name] { makeRole(name); });
    if (role->shipped) return;
    auto *remove = m_detail->addAction(QStringLiteral("roleRemove"), tr("Remo&ve…"));
    remove->setEnabled(free && policy::beyondRoleAuthor(held(), *role, std::nullopt).isEmpty());
    if (free && !remove->isEnabled())
        remove->setToolTip(tr("It allows what you do not hold yourself, so you cannot take it away."));
    connect(remove, &QPushButton::clicked, this, &RolesPage::removeRole);
}

void RolesPage::showChange()
{
    const QString changed = m_model->changedRole();
    m_change->setVisible(!changed.isEmpty());
    if (changed.isEmpty()) return;
    const QList<Role> before = ownRoles(m_model->saved()), after = ownRoles(m_model->edited());
    const Role role = *m_model->role(m_model->columnOf(changed));
    QList<Role> others = before;
    others.removeIf([&](const Role &other) { return other.name == changed; });
    const auto fault = policy::judgeRole(role, others);
    m_change->showChange(changed, roleEffectLines(policy::effectOfRoleChange(before, after, users()), users()),
                         fault ? roleFaultWords(*fault) : QString());
    if (role.name == m_chosen) showCurrent();
}

void RolesPage::makeRole(const QString &like)
{
    if (!m_make->isEnabled() || !m_context.session.access()) return;
    auto *dialog = new RoleDialog(*m_context.session.access(), m_model->saved(), held(), like, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_chosen = dialog->roleName();
        Q_EMIT notice(tr("The role “%1” is made. Give it to people on the page People.").arg(m_chosen));
        refresh();
    });
    dialog->open();
}

void RolesPage::removeRole()
{
    const Role *chosen = m_model->role(m_matrix->currentIndex().column());
    if (!chosen || chosen->shipped || m_saving) return;
    const Role role = *chosen;
    const QList<Role> before = ownRoles(m_model->saved());
    QList<Role> after = before;
    after.removeIf([&](const Role &other) { return other.name == role.name; });
    const QStringList effects = roleEffectLines(policy::effectOfRoleChange(before, after, users()), users());
    const int holders = holdersOf(role.name, users());
    const QPointer<RolesPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Remove the role “%1”?").arg(role.name),
               tr("%n people have it now and would lose it.", nullptr, holders) + QLatin1Char('\n') +
                   (effects.isEmpty() ? tr("Nobody loses a permission by that.") : effects.join(QLatin1Char('\n'))),
               tr("You can make a role of that name again; the log keeps what it allowed."), tr("Remove it"), true});
    if (!self || !sure || !m_context.session.access()) return;
    m_saving = true;
    m_context.session.access()->removeRole(role.name, m_seen.etag, this, [this, role](const Result<void> &removed) {
        m_saving = false;
        if (!removed && removed.error().code == Errc::Stale)
            m_context.dialogs.inform(this, tr("Not removed"),
                                     tr("Roles were changed by somebody else meanwhile. Look at them again first."));
        else if (!removed)
            m_context.dialogs.inform(this, tr("Not removed"), removed.error().message);
        else
            Q_EMIT notice(tr("The role “%1” is removed.").arg(role.name));
        m_model->discard();
        refresh();
    });
}

void RolesPage::save()
{
    const int column = m_model->columnOf(m_model->changedRole());
    if (column >= 0 && !m_saving) put(*m_model->role(column), m_seen.etag);
}

void RolesPage::put(const Role &role, const QByteArray &etag)
{
    if (!m_context.session.access()) return;
    m_saving = true;
    m_change->setBusy(true);
    m_context.session.access()->changeRole(role, etag, this, [this, role](const Result<Role> &saved) {
        m_saving = false;
        m_change->setBusy(false);
        if (saved) {
            m_model->discard();
            Q_EMIT notice(tr("The role “%1” is saved.").arg(roleWords(role.name)));
            refresh();
        } else if (saved.error().code == Errc::Stale) {
            merge(role);
        } else {
            m_context.dialogs.inform(this, tr("Not saved"), saved.error().message);
        }
        Q_EMIT readyChanged();
    });
}

void RolesPage::merge(const Role &mine)
{
    m_saving = true;
    m_context.session.access()->roles(this, [this, mine](Result<access::Seen<QList<Role>>> now) {
        m_saving = false;
        if (!now) return m_context.dialogs.inform(this, tr("Not saved"), now.error().message);
        const auto named = [&](const QList<Role> &roles) {
            for (const Role &role : roles)
                if (role.name == mine.name) return std::optional<Role>(role);
            return std::optional<Role>();
        };
        const std::optional<Role> theirs = named(now->value), before = named(m_seen.value);
        if (!theirs || !before) {
            m_context.dialogs.inform(this, tr("Not saved"), tr("Somebody else removed this role meanwhile."));
            m_model->discard();
            return refresh();
        }
        // Another role was changed: this one is as it was, and nothing is to be decided.
        if (theirs->permissions == before->permissions) {
            m_seen.etag = now->etag;
            return put(mine, now->etag);
        }
        const auto words = [](const Role &role, Permission permission) {
            return role.permissions.contains(permission) ? tr("allowed") : tr("not allowed");
        };
        QList<ConflictField> fields;
        for (const Permission permission : allPermissions())
            fields.append({permissionName(permission), permissionWords(permission), words(*before, permission),
                           words(mine, permission), words(*theirs, permission)});
        auto *dialog = new ConflictDialog(roleWords(mine.name), fields, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, mine, theirs = *theirs, etag = now->etag] {
            Role merged = theirs;
            for (const Permission permission : allPermissions()) {
                if (!dialog->view().keepsMine(permissionName(permission))) continue;
                merged.permissions.remove(permission);
                if (mine.permissions.contains(permission)) merged.permissions.insert(permission);
            }
            put(merged, etag);
        });
        dialog->open();
    });
}

}  // namespace lw::ui
