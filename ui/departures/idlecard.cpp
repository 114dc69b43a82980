// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/idlecard.h"

#include "core/policy/idle.h"
#include "ui/common/emptystate.h"
#include "ui/common/roles.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>

namespace lw::ui {

namespace {

constexpr int rowsShown = 3;

QString nameOf(const User &user)
{
    return user.displayName.isEmpty() ? user.login : user.displayName;
}

qint64 idleDays(const User &user, const QDateTime &now)
{
    return policy::unusedSince(user).daysTo(now);
}

}  // namespace

void IdleModel::setPeople(QList<people::PersonRow> people, const QDateTime &now)
{
    beginResetModel();
    m_people = std::move(people);
    m_now = now;
    endResetModel();
}

int IdleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int IdleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant IdleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Person: return tr("Person");
        case Department: return tr("Department");
        case LastLogin: return tr("Last login (UTC)");
        case Idle: return tr("Unused for");
        default: return {};
    }
}

QVariant IdleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_people.size()) return {};
    const User &user = m_people[index.row()].user;
    if (role == DimRole) return index.column() == Department;
    if (role == StrongRole) return index.column() == Person;
    if (role == TabularRole) return index.column() >= LastLogin;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Person: return nameOf(user);
        case Department: return user.department;
        case LastLogin: return recentText(user.lastLoginAt, m_now);
        case Idle: return tr("%n day(s)", nullptr, static_cast<int>(idleDays(user, m_now)));
        default: return {};
    }
}

IdleCard::IdleCard(QWidget *parent)
    : Card(QString(), parent),
      m_model(new IdleModel(this)),
      m_table(new TableView),
      m_some(new QPushButton),
      m_all(new QPushButton)
{
    setObjectName(QStringLiteral("idleCard"));
    noMargins();
    body()->setSpacing(0);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new QLabel(tr("Accounts that nobody uses"));
    setRole(title, LabelRole::CardTitle);
    auto *why =
        new QLabel(tr("No login for %n day(s). PCI DSS 8.2.6 wants them disabled.", nullptr, policy::idleAfterDays));
    setRole(why, LabelRole::Secondary);
    why->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(why);
    row->addLayout(words, 1);
    m_some->setObjectName(QStringLiteral("idleDisable"));
    m_all->setObjectName(QStringLiteral("idleDisableAll"));
    row->addWidget(m_some);
    row->addWidget(m_all);
    m_table->setObjectName(QStringLiteral("idleTable"));
    m_table->setAccessibleName(tr("Accounts that nobody uses"));
    m_table->setModel(m_model);
    m_table->emptyState()->setContent(tr("Every account is used"), QString());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumn(IdleModel::Person, 170, 2);
    m_table->setColumn(IdleModel::Department, 120, 1, 520);
    m_table->setColumn(IdleModel::LastLogin, 130, 1);
    m_table->setColumn(IdleModel::Idle, 110, 0);
    body()->addWidget(head);
    body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdleCard::updateButtons);
    connect(m_some, &QPushButton::clicked, this, [this] { Q_EMIT disableRequested(chosen()); });
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT disableRequested(m_model->people()); });
    hide();
}

void IdleCard::show(const QList<people::PersonRow> &idle, bool mayDisable, const QDateTime &now)
{
    m_mayDisable = mayDisable;
    m_model->setPeople(idle, now);
    const int rows = qMin(rowsShown, static_cast<int>(idle.size()));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * Theme::current().rowHeight());
    setVisible(!idle.isEmpty());
    updateButtons();
}

QList<people::PersonRow> IdleCard::chosen() const
{
    QList<people::PersonRow> people;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        people << m_model->people()[index.row()];
    return people;
}

void IdleCard::updateButtons()
{
    const int chosen = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    const int all = m_model->rowCount();
    m_some->setText(tr("&Disable %n chosen…", nullptr, chosen));
    m_some->setVisible(chosen > 0 && chosen < all);
    m_some->setEnabled(m_mayDisable);
    m_all->setText(all == 1 ? tr("Disab&le it…") : tr("Disab&le all %n…", nullptr, all));
    m_all->setEnabled(m_mayDisable && all > 0);
}

QString idleNames(const QList<people::PersonRow> &people, const QDateTime &now, int most)
{
    QStringList names;
    for (const people::PersonRow &row : people) {
        if (names.size() == most) break;
        names << (row.user.lastLoginAt.isValid()
                      ? IdleCard::tr("%1 (%2)").arg(
                            nameOf(row.user),
                            IdleCard::tr("%n day(s)", nullptr, static_cast<int>(idleDays(row.user, now))))
                      : IdleCard::tr("%1 (never signed in)").arg(nameOf(row.user)));
    }
    const int more = static_cast<int>(people.size()) - most;
    const QString list = names.join(QStringLiteral(", "));
    return more > 0 ? IdleCard::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

}  // namespace lw::ui
