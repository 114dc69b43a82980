// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/barringdetail.h"

#include "ui/callguard/guardwords.h"
#include "ui/common/detailpanel.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct DetailText {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::CallGuard)
};

constexpr int shownPrefixes = 20;

struct Group {
    QString title;
    QStringList classes;
    QList<PrefixRule> prefixes;
};

void addGroup(DetailPanel &panel, const Group &group)
{
    if (group.classes.isEmpty() && group.prefixes.isEmpty()) return;
    panel.addSection(group.title);
    for (const QString &line : group.classes)
        panel.addText(line);
    for (const PrefixRule &rule : group.prefixes.first(qMin<qsizetype>(group.prefixes.size(), shownPrefixes)))
        panel.addField(rule.prefix, rule.note.isEmpty() ? DetailText::tr("and what follows") : rule.note);
    if (group.prefixes.size() > shownPrefixes)
        panel.addText(DetailText::tr("and %n more prefix(es)", nullptr, int(group.prefixes.size()) - shownPrefixes));
}

}  // namespace

void addBarring(DetailPanel &panel, const policy::EffectiveBarring &in)
{
    Group ownBarred{
        in.guarded ? DetailText::tr("Barred by this number") : DetailText::tr("This number would bar"), {}, {}};
    Group barred{
        in.guarded ? DetailText::tr("Barred by the company") : DetailText::tr("The company would bar"), {}, {}};
    Group ownPassing{DetailText::tr("Let through by this number"), {}, {}};
    Group passing{DetailText::tr("Let through by the company"), {}, {}};
    Group open{DetailText::tr("Not barred"), {}, {}};
    for (const policy::EffectiveBarring::ClassSetting &setting : in.classes) {
        const bool own = setting.origin == RuleOrigin::Number;
        // A class that the company does not bar is like one that nobody has set.
        Group &group = setting.barred ? (own ? ownBarred : barred) : (own ? ownPassing : open);
        group.classes << classWords(setting.callClass);
    }
    for (const auto &[rule, origin] : in.prefixes) {
        const bool own = origin == RuleOrigin::Number;
        Group &group = rule.barred ? (own ? ownBarred : barred) : (own ? ownPassing : passing);
        group.prefixes << rule;
    }
    for (const Group &group : {ownBarred, ownPassing, barred, passing, open})
        addGroup(panel, group);
    if (in.highestPricePerMinute)
        panel.addField(DetailText::tr("Highest price"),
                       (in.priceOrigin == RuleOrigin::Number ? DetailText::tr("%1 a minute, by this number")
                                                             : DetailText::tr("%1 a minute, by the company"))
                           .arg(toText(*in.highestPricePerMinute, 2)));
    if (!in.hours) return;
    panel.addSection(in.hoursOrigin == RuleOrigin::Number ? DetailText::tr("Hours of this number")
                                                          : DetailText::tr("Hours of the company"));
    panel.addText(hoursWords(*in.hours));
}

}  // namespace lw::ui
