// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notices/noticetext.h"

#include <QLocale>
#include <QTimeZone>

namespace lw::server {

namespace {

/// "Tuesday, 24 November 2026 at 17:00 (Europe/London)".
QString moment(const QDateTime &at, const Customer &customer)
{
    const QTimeZone zone(customer.timeZone.toLatin1());
    const QDateTime local = zone.isValid() ? at.toTimeZone(zone) : at.toUTC();
    return QLocale::c().toString(local, QStringLiteral("dddd, d MMMM yyyy 'at' HH:mm")) +
           QStringLiteral(" (%1)").arg(zone.isValid() ? customer.timeZone : QStringLiteral("UTC"));
}

QString days(int count)
{
    return count == 1 ? QStringLiteral("1 day") : QStringLiteral("%1 days").arg(count);
}

QString greeting(const NoticeFacts &facts)
{
    const QString &name = facts.user.displayName.isEmpty() ? facts.user.login : facts.user.displayName;
    return QStringLiteral("Hello %1,\n\n").arg(name);
}

// One line a paragraph: mail programs wrap it to the width of their window.
QString closing(const NoticeFacts &facts)
{
    return QStringLiteral(
               "\nYour login name is %1. This message comes from the telephone administration of %2 and was "
               "written by a program: nobody reads answers to it. It asks for no password and has no link to "
               "press. If something about it seems wrong, ask your administrator.\n")
        .arg(facts.user.login, facts.customer.name);
}

NoticeText warning(const NoticeFacts &facts)
{
    return {QStringLiteral("Your password for %1 is due in %2").arg(facts.customer.name, days(facts.daysLeft)),
            QStringLiteral("Your password for the telephone administration of %1 is due on %2.\n\nOpen the Linewarden "
                           "console and change it before then. Afterwards you can sign in only to change it.\n")
                .arg(facts.customer.name, moment(facts.at, facts.customer))};
}

NoticeText overdue(const NoticeFacts &facts)
{
    return {QStringLiteral("Your password for %1 must be changed now").arg(facts.customer.name),
            QStringLiteral("Your password for the telephone administration of %1 was due on %2.\n\nYou can still sign "
                           "in with it, but only to change it. Your telephone goes on working.\n")
                .arg(facts.customer.name, moment(facts.at, facts.customer))};
}

NoticeText reset(const NoticeFacts &facts)
{
    return {
        QStringLiteral("You were given a new password for %1").arg(facts.customer.name),
        QStringLiteral("On %1 an administrator of %2 gave you a one-time password and will tell it to you. You were "
                       "signed out everywhere. The next time you sign in you choose a password of your own.\n\nIf "
                       "you did not ask for this, tell your administrator at once.\n")
            .arg(moment(facts.at, facts.customer), facts.customer.name)};
}

NoticeText deviceDue(const NoticeFacts &facts, bool overdueNow)
{
    const Device device = facts.device.value_or(Device());
    const QString subject =
        overdueNow ? QStringLiteral("The secret of “%1” must be changed").arg(device.label)
                   : QStringLiteral("The secret of “%1” is due in %2").arg(device.label, days(facts.daysLeft));
    return {subject, QStringLiteral("The secret of your device “%1” (SIP user name %2) %3 due on %4.\n\nAsk your "
                                    "administrator for a new one. The device goes on working meanwhile.\n")
                         .arg(device.label, device.sipUser, overdueNow ? QStringLiteral("was") : QStringLiteral("is"),
                              moment(facts.at, facts.customer))};
}

NoticeText spendLevel(const NoticeFacts &facts)
{
    const ToldLevel told = facts.spend.value_or(ToldLevel());
    const SpendUsage &usage = told.usage;
    const QString whose = usage.number.isEmpty() ? facts.customer.name : usage.number;
    const QString period = usage.period == SpendPeriod::Day ? QStringLiteral("daily") : QStringLiteral("weekly");
    const auto money = [&told](Decimal amount) { return told.currency + u' ' + toText(amount, 2); };
    constexpr int all = 100;
    const QString limit = money(usage.limit.value_or(Decimal{}));
    QString text = QStringLiteral("On %1 the calls of %2 had cost %3, of a %4 limit of %5.\n")
                       .arg(moment(told.toldAt, facts.customer), whose, money(usage.spent), period, limit);
    text += told.level >= all
                ? QStringLiteral(
                      "\nWhere limits bar calls, those that cost something are refused until %1. Emergency "
                      "calls always pass. If the calls are not yours, the page Spend shows where they "
                      "went; if they are, the limit can be raised there for a while.\n")
                      .arg(moment(usage.end, facts.customer))
                : QStringLiteral(
                      "\nNothing is barred yet. The page Spend of the Linewarden console shows where the "
                      "calls went.\n");
    return {QStringLiteral("%1 % of the %2 spend limit of %3 is reached").arg(told.level).arg(period, whose), text};
}

NoticeText bodyOf(const NoticeFacts &facts)
{
    switch (facts.kind) {
        case NoticeKind::PasswordWarning: return warning(facts);
        case NoticeKind::PasswordOverdue: return overdue(facts);
        case NoticeKind::PasswordReset: return reset(facts);
        case NoticeKind::DeviceWarning: return deviceDue(facts, false);
        case NoticeKind::DeviceOverdue: return deviceDue(facts, true);
        case NoticeKind::SpendLevel: return spendLevel(facts);
    }
    return {};
}

}  // namespace

NoticeText noticeText(const NoticeFacts &facts)
{
    NoticeText text = bodyOf(facts);
    text.text = greeting(facts) + text.text + closing(facts);
    // Labels and names are people's own: a line break in one must not become another line of the subject.
    text.subject = text.subject.simplified();
    return text;
}

}  // namespace lw::server
