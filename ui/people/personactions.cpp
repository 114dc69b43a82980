// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/personactions.h"

#include "ui/common/detailpanel.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>

namespace lw::ui {

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::PersonActions)
};

void explain(QWidget *widget, const QString &whyNot)
{
    widget->setEnabled(whyNot.isEmpty());
    widget->setToolTip(whyNot);
    widget->setAccessibleDescription(whyNot);
}

}  // namespace

QMenu *personMenu(PeopleActs &acts, const User &user, bool own, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("personMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const QString whyNot = acts.whyNot(user);
    const auto add = [&](const char *objectName, const QString &text, const QString &why, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(objectName));
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
        QObject::connect(action, &QAction::triggered, &acts, act);
    };
    const QString notOwn = !whyNot.isEmpty() ? whyNot
                           : own             ? ActionText::tr("For your own account use the menu at the bottom left.")
                                             : QString();
    add("personResetPassword", ActionText::tr("Reset &password…"), notOwn, [&acts, user] { acts.resetPassword(user); });
    add("personResetMfa", ActionText::tr("Reset &second factor…"),
        !notOwn.isEmpty()           ? notOwn
        : user.mfa == MfaKind::None ? ActionText::tr("There is no second factor to reset.")
                                    : QString(),
        [&acts, user] { acts.resetMfa(user); });
    add("personExpire", ActionText::tr("E&xpire password…"), whyNot, [&acts, user] { acts.expire({user}); });
    add("personExempt",
        user.exemption ? ActionText::tr("Change the e&xemption…") : ActionText::tr("Ex&empt from rotation…"), whyNot,
        [&acts, user] { acts.exempt(user); });
    menu->addSeparator();
    add("personHandOut", ActionText::tr("&Hand out personal data…"), acts.whyNoData(),
        [&acts, user] { acts.handOut(user); });
    add("personErase", ActionText::tr("E&rase…"),
        !acts.whyNoData().isEmpty()           ? acts.whyNoData()
        : user.status != UserStatus::Disabled ? ActionText::tr("Only who can no longer sign in can be erased: disable "
                                                               "the account, or open a departure, first.")
                                              : QString(),
        [&acts, user] { acts.erase(user); });
    return menu;
}

void addPersonActions(DetailPanel &panel, PeopleActs &acts, const User &user, bool own)
{
    const QString whyNot = acts.whyNot(user);
    auto *edit = panel.addAction(QStringLiteral("personEdit"), ActionText::tr("&Edit…"));
    explain(edit, whyNot);
    QObject::connect(edit, &QPushButton::clicked, &acts, [&acts, user] { acts.edit(user); });
    if (user.status == UserStatus::Active) {
        auto *disable = panel.addAction(QStringLiteral("personDisable"), ActionText::tr("Disa&ble…"));
        explain(disable, !whyNot.isEmpty() ? whyNot
                         : own             ? ActionText::tr("You cannot disable the account that you sit on.")
                                           : QString());
        QObject::connect(disable, &QPushButton::clicked, &acts, [&acts, user] { acts.disable({user}); });
    } else {
        auto *enable = panel.addAction(QStringLiteral("personEnable"), user.status == UserStatus::Locked
                                                                           ? ActionText::tr("&Unlock…")
                                                                           : ActionText::tr("Ena&ble…"));
        explain(enable, whyNot);
        QObject::connect(enable, &QPushButton::clicked, &acts, [&acts, user] { acts.enable(user); });
    }
    auto *more = panel.addAction(QStringLiteral("personMore"), ActionText::tr("&More…"));
    more->setAccessibleName(ActionText::tr("More for %1").arg(personName(user)));
    explain(more, acts.whyNoData().isEmpty() ? QString() : acts.whyNot());
    QObject::connect(more, &QPushButton::clicked, more, [&acts, user, own, more] {
        QMenu *menu = personMenu(acts, user, own, more);
        menu->popup(more->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
    });
}

void addSelectionActions(DetailPanel &panel, PeopleActs &acts, const QList<people::PersonRow> &rows)
{
    QList<User> users;
    for (const people::PersonRow &row : rows)
        users.append(row.user);
    const QString whyNot = acts.whyNot();
    auto *expire = panel.addAction(QStringLiteral("peopleExpire"), ActionText::tr("E&xpire…"));
    expire->setAccessibleName(ActionText::tr("Expire the chosen passwords"));
    explain(expire, whyNot);
    QObject::connect(expire, &QPushButton::clicked, &acts, [&acts, users] { acts.expire(users); });
    auto *disable = panel.addAction(QStringLiteral("peopleDisable"), ActionText::tr("Disa&ble…"));
    disable->setAccessibleName(ActionText::tr("Disable the chosen accounts"));
    explain(disable, whyNot);
    QObject::connect(disable, &QPushButton::clicked, &acts, [&acts, users] { acts.disable(users); });
    auto *exported = panel.addAction(QStringLiteral("peopleExportChosen"), ActionText::tr("Ex&port…"));
    exported->setAccessibleName(ActionText::tr("Export the chosen people"));
    QObject::connect(exported, &QPushButton::clicked, &acts, [&acts, rows] {
        acts.exportList(rows, loginlog::PeopleColumns::Everything, QStringLiteral("chosen people"));
    });
}

}  // namespace lw::ui
