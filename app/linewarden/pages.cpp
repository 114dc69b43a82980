// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/pages.h"

#include "ui/callguard/callguardpage.h"
#include "ui/departures/departurespage.h"
#include "ui/loginlog/loginlogpage.h"
#include "ui/network/networkpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/people/peoplepage.h"
#include "ui/reports/reportspage.h"
#include "ui/retention/retentionpage.h"
#include "ui/roles/rolespage.h"
#include "ui/sessions/sessionspage.h"
#include "ui/spend/spendpage.h"

#include <QCoreApplication>

namespace lw::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::app::Pages)
};

template <typename PageClass>
ui::PageFactory page(const char *id, const QString &title, const QString &group, const ui::PageContext &context)
{
    return {QLatin1String(id),
            title,
            group,
            [context](QWidget *parent) -> ui::Page * { return new PageClass(context, parent); },
            {}};
}

}  // namespace

QList<ui::PageFactory> consolePages(const ui::PageContext &context)
{
    const QString people = Words::tr("People"), access = Words::tr("Access"), calls = Words::tr("Calls"),
                  audit = Words::tr("Audit");
    return {page<ui::OverviewPage>("overview", Words::tr("Overview"), {}, context),
            page<ui::PeoplePage>("people", Words::tr("People"), people, context),
            page<ui::RolesPage>("roles", Words::tr("Roles"), people, context),
            page<ui::DeparturesPage>("departures", Words::tr("Departures"), people, context),
            page<ui::NetworkPage>("network", Words::tr("Network access"), access, context),
            page<ui::SessionsPage>("sessions", Words::tr("Sessions"), access, context),
            page<ui::CallGuardPage>("callguard", Words::tr("Call Guard"), calls, context),
            page<ui::SpendPage>("spend", Words::tr("Spend"), calls, context),
            page<ui::LoginLogPage>("loginlog", Words::tr("Login log"), audit, context),
            page<ui::RetentionPage>("retention", Words::tr("Retention"), audit, context),
            page<ui::ReportsPage>("reports", Words::tr("Reports"), audit, context)};
}

}  // namespace lw::app
