// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview page says about the log and the people: numbers and kinds only, the words are the page's.
#pragma once

#include "core/cache/eventreader.h"
#include "core/people/peoplelist.h"

#include <QDateTime>
#include <QTimeZone>

namespace lw::loginlog {

enum class AttentionKind : quint8 {
    PasswordsOverdue,     ///< count people
    PasswordsDue,         ///< count people within 24 h
    PasswordsNeverSet,    ///< count people
    AccountsLocked,       ///< count people
    NoSecondFactor,       ///< count active people who read logs or settings with a password only
    FailuresFromAddress,  ///< count failures in 24 h from `subject`
    FailuresOfPerson,     ///< count failures in 24 h of `subject`
    FailuresUp,           ///< count failures in 24 h, at least three times the mean of the seven days before (`other`)
    IdleAccounts,         ///< count active people without a login for 90 days (PCI DSS 8.2.6)
    CacheOld              ///< count hours since the last sync, over 24
};

enum class Urgency : quint8 { Bad, Warning, Info };

struct AttentionItem {
    AttentionKind kind = AttentionKind::PasswordsOverdue;
    Urgency urgency = Urgency::Info;
    qint64 count = 0;
    qint64 other = 0;
    QString subject;   ///< an address or a login name, where the kind has one
    QDateTime latest;  ///< UTC; of the newest event behind it, where the kind has one
};

struct Overview {
    people::PeopleSummary people;
    QList<cache::DailyCount> daily;  ///< the last 30 days of the zone's calendar, oldest first, empty days included
    quint64 logins24h = 0;
    quint64 failed24h = 0;
    double failedDailyMean = 0;  ///< of the seven days before the last 24 hours
    quint64 distinctFailedAddresses24h = 0;
    QList<AttentionItem> attention;  ///< most urgent first
    cache::CacheSpan span;
    QDateTime asOf;  ///< UTC
};

/// The pure part: people and the failures of the last 24 hours in, attention items out.
struct FailureGroup {
    QString subject;
    quint64 count = 0;
    QDateTime latest;
};
struct AttentionFacts {
    people::PeopleSummary people;
    QList<FailureGroup> byAddress;  ///< failures of the last 24 hours
    QList<FailureGroup> byPerson;
    quint64 failed24h = 0;
    double failedDailyMean = 0;
    QDateTime lastSync;
    QDateTime now;
};
QList<AttentionItem> attentionItems(const AttentionFacts &facts);

}  // namespace lw::loginlog
