// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/opendeparturedialog.h"

#include "core/policy/rolerules.h"
#include "core/session/consolesession.h"
#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/momentedit.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QCompleter>
#include <QGridLayout>
#include <QRadioButton>

#include <algorithm>

namespace lw::ui {

namespace {

constexpr int effectWidth = 280;

QString entryOf(const User &user)
{
    return user.displayName.isEmpty() ? user.login : QStringLiteral("%1 (%2)").arg(user.displayName, user.login);
}

QRadioButton *choice(const char *objectName, const QString &text, QButtonGroup *group)
{
    auto *radio = new QRadioButton(text);
    radio->setObjectName(QLatin1String(objectName));
    group->addButton(radio);
    return radio;
}

QWidget *section(const QString &title, QVBoxLayout *&column)
{
    auto *box = new QWidget;
    column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *head = new QLabel(title);
    setRole(head, LabelRole::CardTitle);
    column->addWidget(head);
    return box;
}

}  // namespace

OpenDepartureDialog::OpenDepartureDialog(PageContext context, people::PeopleList people, QList<Departure> cases,
                                         const QString &login, QWidget *parent)
    : FormDialog(
          QStringLiteral("openDeparture"), tr("Open a departure"),
          tr("From the moment of departure there are 24 hours in which access must end. The back end ends it, and "
             "proves that nothing works any more."),
          parent),
      m_context(context),
      m_people(std::move(people)),
      m_cases(std::move(cases)),
      m_zone(zoneNamed(m_people.customer.timeZone)),
      m_now(context.clock.nowUtc())
{
    setMinimumWidth(860);
    resize(880, 660);
    m_form = new QVBoxLayout;
    m_form->setSpacing(14);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(20);
    m_columns->addLayout(m_form, 1);
    body()->addLayout(m_columns);
    makePerson(login);
    makeKind();
    makeRoles();
    makeMoment();
    makeEnd();
    m_reason = makeEdit(QStringLiteral("departureReason"), tr("for the record: contract ended, moved to Finance…"));
    m_form->addWidget(new FormField(tr("&Reason"), m_reason));
    makeEffect();
    m_form->addStretch(1);
    setSubmitText(tr("&Open departure"), true);
    watchLines();
    personChanged();
    m_person->setFocus();
}

void OpenDepartureDialog::makePerson(const QString &login)
{
    QStringList entries;
    QString chosen;
    for (const people::PersonRow &row : std::as_const(m_people.rows)) {
        if (row.user.status == UserStatus::Disabled) continue;
        entries << entryOf(row.user);
        if (row.user.login == login) chosen = entries.constLast();
    }
    m_person = makeEdit(QStringLiteral("departurePerson"), tr("name or login; some letters are enough"));
    m_person->setText(chosen);
    auto *completer = new QCompleter(entries, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setProperty("popup", true);
    m_person->setCompleter(completer);
    m_personField = new FormField(tr("&Person"), m_person);
    m_form->addWidget(m_personField);
    connect(m_person, &QLineEdit::textChanged, this, &OpenDepartureDialog::personChanged);
}

void OpenDepartureDialog::makeKind()
{
    auto *group = new QButtonGroup(this);
    QVBoxLayout *column = nullptr;
    QWidget *box = section(tr("What happens"), column);
    m_leaves = choice("departureLeaves", tr("&Leaves: the account ends"), group);
    m_changes = choice("departureChanges", tr("&Changes duties: the roles change, the account stays"), group);
    m_leaves->setChecked(true);
    column->addWidget(m_leaves);
    column->addWidget(m_changes);
    m_form->addWidget(box);
    connect(m_changes, &QRadioButton::toggled, this, &OpenDepartureDialog::judge);
}

void OpenDepartureDialog::makeRoles()
{
    QVBoxLayout *column = nullptr;
    m_rolesBox = section(tr("Roles from then on"), column);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    for (const Role &role : std::as_const(m_people.roles)) {
        auto *box = new QCheckBox(roleWords(role.name));
        box->setObjectName(QStringLiteral("departureRole_") + role.name);
        box->setProperty("roleName", role.name);
        const int place = static_cast<int>(m_roles.size());
        grid->addWidget(box, place / 2, place % 2);
        m_roles.append(box);
        connect(box, &QCheckBox::toggled, this, &OpenDepartureDialog::judge);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    m_form->addWidget(m_rolesBox);
}

void OpenDepartureDialog::makeMoment()
{
    auto *group = new QButtonGroup(this);
    QVBoxLayout *column = nullptr;
    QWidget *box = section(tr("Moment of departure"), column);
    m_departedNow = choice("departureNow", tr("&Now"), group);
    m_departedAt = choice("departureAt", tr("&At"), group);
    m_moment = new MomentEdit(QStringLiteral("departureMoment"), tr("Moment of departure"), m_zone);
    m_moment->setMoment(m_now);
    m_departedNow->setChecked(true);
    m_moment->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_departedAt);
    row->addWidget(m_moment, 1);
    column->addWidget(m_departedNow);
    column->addLayout(row);
    m_form->addWidget(box);
    connect(m_departedAt, &QRadioButton::toggled, m_moment, &QWidget::setEnabled);
    connect(m_departedAt, &QRadioButton::toggled, this, &OpenDepartureDialog::judge);
    connect(m_moment, &MomentEdit::changed, this, &OpenDepartureDialog::judge);
}

void OpenDepartureDialog::makeEnd()
{
    auto *group = new QButtonGroup(this);
    QVBoxLayout *column = nullptr;
    QWidget *box = section(tr("Access ends"), column);
    m_endsAtOnce = choice("departureEndsAtOnce", tr("A&t once"), group);
    m_endsThen = choice("departureEndsThen", tr("At the &moment of departure"), group);
    m_endsLater = choice("departureEndsLater", tr("Lat&er, at"), group);
    m_end = new MomentEdit(QStringLiteral("departureEnd"), tr("Access ends at"), m_zone);
    m_end->setMoment(policy::revocationDeadline(m_now));
    m_end->setEnabled(false);
    m_endsThen->setChecked(true);
    m_deadline = new QLabel;
    m_deadline->setObjectName(QStringLiteral("departureDeadline"));
    m_deadline->setWordWrap(true);
    setRole(m_deadline, LabelRole::Secondary);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_endsLater);
    row->addWidget(m_end, 1);
    column->addWidget(m_endsAtOnce);
    column->addWidget(m_endsThen);
    column->addLayout(row);
    column->addWidget(m_deadline);
    m_form->addWidget(box);
    connect(m_endsLater, &QRadioButton::toggled, m_end, &QWidget::setEnabled);
    for (QRadioButton *radio : {m_endsAtOnce, m_endsThen, m_endsLater})
        connect(radio, &QRadioButton::toggled, this, &OpenDepartureDialog::judge);
    connect(m_end, &MomentEdit::changed, this, &OpenDepartureDialog::judge);
}

void OpenDepartureDialog::makeEffect()
{
    auto *card = new Card(tr("What will happen"));
    card->setTone(Tone::Warning);
    m_wrong = new QLabel;
    m_wrong->setObjectName(QStringLiteral("departureWrong"));
    setRole(m_wrong, LabelRole::Error);
    m_effect = new QLabel;
    m_effect->setObjectName(QStringLiteral("departureEffect"));
    m_wayBack = new QLabel;
    m_wayBack->setObjectName(QStringLiteral("departureWayBack"));
    setRole(m_wayBack, LabelRole::Secondary);
    for (QLabel *line : {m_wrong, m_effect, m_wayBack}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        card->body()->addWidget(line);
    }
    card->body()->addStretch(1);
    card->setFixedWidth(effectWidth);
    m_columns->addWidget(card);
}

const people::PersonRow *OpenDepartureDialog::person() const
{
    const QString text = m_person->text().trimmed();
    const auto found = std::find_if(m_people.rows.cbegin(), m_people.rows.cend(), [&](const people::PersonRow &row) {
        return row.user.status != UserStatus::Disabled &&
               (entryOf(row.user) == text || row.user.login.compare(text, Qt::CaseInsensitive) == 0);
    });
    return found == m_people.rows.cend() ? nullptr : &*found;
}

protocol::NewDeparture OpenDepartureDialog::wish() const
{
    protocol::NewDeparture wish;
    if (const people::PersonRow *row = person()) wish.userId = row->user.id;
    wish.kind = m_changes->isChecked() ? DepartureKind::Reassignment : DepartureKind::Departure;
    // The dialog may have stood open for a while.
    const QDateTime instant = m_context.clock.nowUtc();
    wish.departedAt = m_departedNow->isChecked() ? instant : m_moment->moment();
    if (m_endsAtOnce->isChecked())
        wish.effectiveAt = instant;
    else if (m_endsLater->isChecked())
        wish.effectiveAt = m_end->moment();
    if (wish.kind == DepartureKind::Reassignment)
        for (const QCheckBox *box : m_roles)
            if (box->isChecked()) wish.newRoles << box->property("roleName").toString();
    wish.reason = m_reason->text().simplified();
    return wish;
}

Result<policy::NewDepartureVerdict> OpenDepartureDialog::verdict(const people::PersonRow &row) const
{
    if (m_departedAt->isChecked() && !m_moment->problem().isEmpty())
        return makeError(Errc::InvalidInput, m_moment->problem(), QStringLiteral("departedAt"));
    if (m_endsLater->isChecked() && !m_end->problem().isEmpty())
        return makeError(Errc::InvalidInput, m_end->problem(), QStringLiteral("effectiveAt"));
    policy::DepartureFacts facts;
    facts.user = row.user;
    for (const Role &role : m_people.roles)
        facts.knownRoles << role.name;
    QStringList leaving;
    for (const Departure &departure : m_cases) {
        if (departure.state != DepartureState::Scheduled) continue;
        leaving << departure.userId;
        facts.openCase = facts.openCase || departure.userId == row.user.id;
    }
    QList<User> staying;
    for (const people::PersonRow &other : m_people.rows)
        if (!leaving.contains(other.user.id)) staying << other.user;
    facts.lastOwner = policy::isLastOwner(row.user, staying);
    const protocol::NewDeparture wanted = wish();
    return policy::judgeNewDeparture({wanted.kind, wanted.departedAt, wanted.effectiveAt, wanted.newRoles}, facts,
                                     m_context.clock.nowUtc());
}

void OpenDepartureDialog::personChanged()
{
    const people::PersonRow *row = person();
    const bool typed = !m_person->text().trimmed().isEmpty();
    m_personField->setHint(row     ? tr("%1 · %2").arg(row->user.department, rolesWords(row->user.roles))
                           : typed ? tr("Choose one person from the list that opens below the line.")
                                   : QString());
    if (row && row->user.id != m_counted) countAccess(row->user.id);
    judge();
}

void OpenDepartureDialog::countAccess(const QString &userId)
{
    m_counted = userId;
    m_sessions.reset();
    m_devices.reset();
    // Not asked without the permission: each refusal is an event of the log.
    access::AccessService *service = m_context.session.access();
    if (service && m_context.session.mayDo(Permission::SessionsRead))
        service->sessions(this, [this, userId](Result<access::Seen<QList<protocol::LiveSession>>> sessions) {
            if (!sessions || userId != m_counted) return;
            m_sessions = static_cast<int>(
                std::count_if(sessions->value.cbegin(), sessions->value.cend(),
                              [&](const protocol::LiveSession &session) { return session.userId == userId; }));
            judge();
        });
    people::PeopleAdmin *admin = m_context.session.peopleAdmin();
    if (admin && m_context.session.mayDo(Permission::UsersRead))
        admin->devices(userId, this, [this, userId](Result<access::Seen<QList<Device>>> devices) {
            if (!devices || userId != m_counted) return;
            m_devices = static_cast<int>(std::count_if(
                devices->value.cbegin(), devices->value.cend(),
                [&](const Device &device) { return device.userId == userId && !device.revokedAt.isValid(); }));
            judge();
        });
}

void OpenDepartureDialog::judge()
{
    m_rolesBox->setVisible(m_changes->isChecked());
    const QDateTime departed = m_departedNow->isChecked() ? m_now : m_moment->moment();
    m_deadline->setText(departed.isValid() ? tr("At the latest %1: 24 hours after the departure.")
                                                 .arg(zonedTime(policy::revocationDeadline(departed), m_zone))
                                           : QString());
    const people::PersonRow *row = person();
    m_wrong->hide();
    m_wayBack->hide();
    if (!row) {
        m_effect->setText(tr("Choose a person: then the sessions, devices and roles that are affected stand here."));
    } else if (const auto judged = verdict(*row); judged) {
        showEffect(*row, *judged);
    } else {
        m_effect->setText(tr("Nothing yet."));
        m_wrong->setText(judged.error().message);
        m_wrong->show();
    }
    m_effect->setVisible(!row || !m_wrong->isVisibleTo(this));
    updateSubmit();
}

void OpenDepartureDialog::showEffect(const people::PersonRow &row, const policy::NewDepartureVerdict &verdict)
{
    DepartureEffect effect;
    effect.kind = m_changes->isChecked() ? DepartureKind::Reassignment : DepartureKind::Departure;
    effect.name = row.user.displayName.isEmpty() ? row.user.login : row.user.displayName;
    effect.effectiveAt = verdict.effectiveAt;
    effect.breach = verdict.breach;
    effect.sessions = m_sessions;
    effect.devices = m_devices;
    effect.roles = row.user.roles;
    effect.newRoles = wish().newRoles;
    m_effect->setText(effectWords(effect, m_zone, m_now));
    m_wayBack->setText(wayBackWords(effect, m_now));
    m_wayBack->show();
}

bool OpenDepartureDialog::canSubmit() const
{
    const people::PersonRow *row = person();
    return row && verdict(*row).ok();
}

void OpenDepartureDialog::submit()
{
    departures::DepartureService *service = m_context.session.departures();
    if (!service) return;
    setBusy(tr("Opening…"));
    service->open({wish()}, this, [this](Result<QList<Departure>> cases) {
        setBusy({});
        if (!cases) return setProblem(cases.error().message);
        Q_EMIT opened(*cases);
        accept();
    });
}

}  // namespace lw::ui
