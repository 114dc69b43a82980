// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/expirydialog.h"

#include "core/policy/rotation.h"
#include "ui/common/formfield.h"
#include "ui/common/timetext.h"
#include "ui/people/peoplefacts.h"

#include <QMap>
#include <QSpinBox>

#include <algorithm>

namespace lw::ui {

namespace {

QStringList idsOf(const QList<User> &people)
{
    QStringList ids;
    for (const User &user : people)
        ids << user.id;
    return ids;
}

}  // namespace

QString expiryEffect(const QList<User> &people, int spreadDays, const QDateTime &now)
{
    const int count = static_cast<int>(people.size());
    QStringList sentences;
    if (spreadDays == 0) {
        sentences << ExpiryDialog::tr(
            "%n people can do nothing but choose a new password, from their next click or sign-in on.", nullptr, count);
    } else {
        QMap<QDate, int> days;
        for (const QDateTime &due : policy::spreadOver(idsOf(people), spreadDays, now))
            ++days[due.toUTC().date()];
        const int most = days.isEmpty() ? 0 : *std::max_element(days.cbegin(), days.cend());
        sentences << ExpiryDialog::tr("%n passwords are due from %1 to %2 (UTC), at most %3 a day.", nullptr, count)
                         .arg(shortDay(days.firstKey()), dayText(days.lastKey()))
                         .arg(most);
    }
    const auto exempt = std::count_if(people.cbegin(), people.cend(),
                                      [&](const User &user) { return user.exemption && now < user.exemption->until; });
    if (exempt > 0)
        sentences << ExpiryDialog::tr("%n of them are exempt from rotation; this goes before their exemption.", nullptr,
                                      static_cast<int>(exempt));
    return sentences.join(QLatin1Char(' '));
}

ExpiryDialog::ExpiryDialog(people::PeopleAdmin &admin, QList<User> people, const QDateTime &now, QWidget *parent)
    : FormDialog(QStringLiteral("expiryDialog"),
                 people.size() == 1 ? tr("Expire the password of %1").arg(personName(people.constFirst()))
                                    : tr("Expire %n passwords", nullptr, static_cast<int>(people.size())),
                 people.size() == 1 ? QString() : namesOf(people), parent),
      m_admin(admin),
      m_people(std::move(people)),
      m_now(now),
      m_days(new QSpinBox),
      m_effect(new QLabel)
{
    m_days->setObjectName(QStringLiteral("expiryDays"));
    m_days->setRange(0, policy::spreadDaysMost);
    m_days->setSpecialValueText(tr("at once"));
    m_days->setSuffix(tr(" days"));
    auto *field = new FormField(tr("&Spread over"), m_days);
    field->setHint(tr("Spreading keeps the help desk from having everybody on one day."));
    m_effect->setObjectName(QStringLiteral("expiryEffect"));
    m_effect->setWordWrap(true);
    body()->addWidget(field);
    body()->addWidget(m_effect);
    auto *back = new QLabel(tr("This cannot be taken back: a password that is due stays due until it is changed."));
    setRole(back, LabelRole::Secondary);
    back->setWordWrap(true);
    body()->addWidget(back);
    setSubmitText(tr("&Expire"), true);
    connect(m_days, &QSpinBox::valueChanged, this, &ExpiryDialog::preview);
    preview();
    watchLines();
    m_days->setFocus();
}

void ExpiryDialog::preview()
{
    m_effect->setText(expiryEffect(m_people, m_days->value(), m_now));
}

void ExpiryDialog::submit()
{
    setBusy(tr("Making them due…"));
    m_admin.expirePasswords({idsOf(m_people), m_days->value()}, this, [this](const Result<void> &done) {
        setBusy({});
        if (done) return accept();
        setProblem(done.error().message);
    });
}

}  // namespace lw::ui
