// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attentionlist.h"

#include "ui/common/pill.h"
#include "ui/common/timetext.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace lw::ui {

namespace {

Tone urgencyTone(loginlog::Urgency urgency)
{
    switch (urgency) {
        case loginlog::Urgency::Bad: return Tone::Bad;
        case loginlog::Urgency::Warning: return Tone::Warning;
        case loginlog::Urgency::Info: return Tone::Neutral;
    }
    return Tone::Neutral;
}

const QString peoplePage = QStringLiteral("people");
const QString logPage = QStringLiteral("loginlog");

}  // namespace

AttentionWords attentionWords(const loginlog::AttentionItem &item)
{
    using Kind = loginlog::AttentionKind;
    const int n = static_cast<int>(qMin<qint64>(item.count, 1'000'000'000));
    AttentionWords words;
    words.tone = urgencyTone(item.urgency);
    words.linkText = AttentionList::tr("Show");
    words.pageId = peoplePage;
    switch (item.kind) {
        case Kind::PasswordsOverdue:
            words.pill = AttentionList::tr("Overdue");
            words.sentence = AttentionList::tr("%n people have passwords past their due date", nullptr, n);
            words.filter = QStringLiteral("password:overdue");
            break;
        case Kind::PasswordsDue:
            words.pill = AttentionList::tr("Due");
            words.sentence = AttentionList::tr("%n passwords fall due within 24 hours", nullptr, n);
            words.filter = QStringLiteral("password:due");
            break;
        case Kind::PasswordsNeverSet:
            words.pill = AttentionList::tr("Never set");
            words.sentence = AttentionList::tr("%n people never chose a password of their own", nullptr, n);
            words.filter = QStringLiteral("password:never");
            break;
        case Kind::AccountsLocked:
            words.pill = AttentionList::tr("Locked");
            words.sentence = AttentionList::tr("%n accounts are locked after failures", nullptr, n);
            words.filter = QStringLiteral("status:locked");
            break;
        case Kind::NoSecondFactor:
            words.pill = AttentionList::tr("One factor");
            words.sentence = AttentionList::tr("%n people sign in with a password alone", nullptr, n);
            words.filter = QStringLiteral("mfa:none status:active");
            break;
        case Kind::IdleAccounts:
            words.pill = AttentionList::tr("Idle");
            words.sentence = AttentionList::tr("%n accounts have not logged in for 90 days", nullptr, n);
            words.filter = QStringLiteral("idle:yes");
            break;
        case Kind::FailuresFromAddress:
            words.pill = AttentionList::tr("Failures");
            words.sentence = AttentionList::tr("%n failures in 24 hours from %1", nullptr, n).arg(item.subject);
            words.pageId = logPage;
            words.filter = QStringLiteral("outcome:failure since:24h ip:") + item.subject;
            words.linkText = AttentionList::tr("Show evidence");
            break;
        case Kind::FailuresOfPerson:
            words.pill = AttentionList::tr("Failures");
            words.sentence = AttentionList::tr("%n failures in 24 hours for %1", nullptr, n).arg(item.subject);
            words.pageId = logPage;
            words.filter = QStringLiteral("outcome:failure since:24h person:\"%1\"").arg(item.subject);
            words.linkText = AttentionList::tr("Show evidence");
            break;
        case Kind::FailuresUp:
            words.pill = AttentionList::tr("Unusual");
            words.sentence =
                AttentionList::tr("%n failures in 24 hours; the usual is %1 a day", nullptr, n).arg(item.other);
            words.pageId = logPage;
            words.filter = QStringLiteral("outcome:failure since:24h");
            words.linkText = AttentionList::tr("Show evidence");
            break;
        case Kind::CacheOld:
            words.pill = AttentionList::tr("Cache");
            words.sentence = AttentionList::tr("The last sync was %n hours ago", nullptr, n);
            words.pageId.clear();
            words.linkText.clear();
            break;
    }
    return words;
}

AttentionList::AttentionList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("attentionList"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setItems({});
}

void AttentionList::setItems(const QList<loginlog::AttentionItem> &items)
{
    while (QLayoutItem *old = m_column->takeAt(0)) {
        if (QWidget *widget = old->widget()) widget->deleteLater();
        delete old;
    }
    int number = 0;
    for (const loginlog::AttentionItem &item : items)
        addItem(attentionWords(item), number++);
    if (items.isEmpty()) {
        auto *calm = new QLabel(tr("Nothing needs a decision right now."), this);
        calm->setProperty("role", QStringLiteral("dim"));
        calm->setWordWrap(true);
        m_column->addWidget(calm);
    }
    m_column->addStretch(1);
}

void AttentionList::addItem(const AttentionWords &words, int number)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 10, 0, 10);
    line->setSpacing(12);
    line->addWidget(new Pill(words.pill, words.tone, row), 0, Qt::AlignVCenter);
    auto *sentence = new QLabel(words.sentence, row);
    sentence->setWordWrap(true);
    line->addWidget(sentence, 1);
    if (!words.linkText.isEmpty()) {
        auto *link = new QPushButton(words.linkText, row);
        link->setObjectName(QStringLiteral("attentionLink%1").arg(number));
        link->setProperty("link", true);
        link->setAccessibleName(words.linkText + QStringLiteral(": ") + words.sentence);
        connect(link, &QPushButton::clicked, this,
                [this, page = words.pageId, filter = words.filter] { Q_EMIT navigate(page, filter); });
        line->addWidget(link, 0, Qt::AlignVCenter);
    }
    if (number > 0) {
        auto *rule = new QFrame(this);
        rule->setProperty("role", QStringLiteral("rule"));
        rule->setFixedHeight(1);
        m_column->addWidget(rule);
    }
    m_column->addWidget(row);
}

}  // namespace lw::ui
