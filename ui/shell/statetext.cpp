// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statetext.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>

namespace lw::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::StateText)
};

QString sinceText(const QDateTime &since, const QDateTime &now)
{
    const bool today = since.toUTC().date() == now.toUTC().date();
    return today ? clockTime(since) : shortDay(since.toUTC().date()) + QLatin1Char(' ') + clockTime(since);
}

}  // namespace

QString stateLine(const ConnectionFacts &facts, const QDateTime &now)
{
    const QString dot = QStringLiteral(" · ");
    switch (facts.link) {
        case Link::Connecting: return Words::tr("Connecting to %1…").arg(facts.host);
        case Link::Online: {
            QString line = facts.host + dot + facts.protocol + dot;
            if (facts.syncing) return line + Words::tr("syncing");
            if (!facts.lastSync.isValid()) return line + Words::tr("not synced yet");
            return line + Words::tr("synced %1").arg(agoText(facts.lastSync, now));
        }
        case Link::Offline: break;
    }
    const QString offline = facts.offlineSince.isValid()
                                ? Words::tr("Offline since %1").arg(sinceText(facts.offlineSince, now))
                                : Words::tr("Offline");
    if (!facts.lastSync.isValid()) return offline + dot + Words::tr("nothing cached yet");
    if (facts.lastSync.secsTo(now) < 5) return offline + dot + Words::tr("cache up to date");
    return offline + dot + Words::tr("cache %1 old").arg(ageText(facts.lastSync, now));
}

Tone stateTone(const ConnectionFacts &facts)
{
    if (facts.link == Link::Online) return Tone::Good;
    return facts.link == Link::Connecting ? Tone::Accent : Tone::Warning;
}

QString offlineLine(const ConnectionFacts &facts, const QDateTime &now)
{
    if (!facts.lastSync.isValid())
        return Words::tr("You are offline and nothing is cached yet. Sign in to fetch the log.");
    const QString age = facts.lastSync.secsTo(now) < 5 ? Words::tr("a moment") : ageText(facts.lastSync, now);
    return Words::tr("You are offline. Everything here comes from the cache of %1, %2 old.")
        .arg(fullTime(facts.lastSync), age);
}

QList<StateDetail> stateDetails(const ConnectionFacts &facts, const QDateTime &now)
{
    QList<StateDetail> rows;
    const auto add = [&rows](const QString &label, const QString &value, bool mono = false) {
        if (!value.isEmpty()) rows.append({label, value, mono});
    };
    add(Words::tr("Back end"), facts.host);
    add(Words::tr("Signed in"), facts.signedInAs);
    if (facts.link == Link::Offline && facts.offlineSince.isValid())
        add(Words::tr("Offline since"), fullTime(facts.offlineSince));
    add(Words::tr("Encryption"), facts.protocol);
    add(Words::tr("Cipher"), facts.cipher);
    add(Words::tr("Identity"), facts.identity);
    add(Words::tr("Verified by"), facts.trustedBy);
    if (facts.validUntil.isValid()) add(Words::tr("Valid until"), fullTime(facts.validUntil));
    add(Words::tr("Fingerprint"), facts.fingerprint, true);
    if (facts.lastSync.isValid())
        add(Words::tr("Last sync"),
            QStringLiteral("%1 (%2)").arg(fullTime(facts.lastSync), agoText(facts.lastSync, now)));
    else
        add(Words::tr("Last sync"), Words::tr("never"));
    if (facts.checkpointSize > 0) {
        add(Words::tr("Checkpoint"),
            Words::tr("%1 events, signature and consistency verified").arg(countText(qint64(facts.checkpointSize))));
        add(Words::tr("Root"), facts.checkpointRoot, true);
    }
    add(Words::tr("Last problem"), facts.lastError);
    return rows;
}

}  // namespace lw::ui
