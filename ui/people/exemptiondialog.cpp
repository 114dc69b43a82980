// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/exemptiondialog.h"

#include "core/policy/accountrules.h"
#include "ui/common/formfield.h"
#include "ui/common/timetext.h"
#include "ui/people/peoplefacts.h"

#include <QDateEdit>

namespace lw::ui {

namespace {

constexpr int usualDays = 30;

}  // namespace

ExemptionDialog::ExemptionDialog(people::PeopleAdmin &admin, access::Seen<protocol::UserEntry> seen,
                                 const QDateTime &now, QWidget *parent)
    : FormDialog(
          QStringLiteral("exemptionDialog"), tr("Exempt %1 from rotation").arg(personName(seen.value.user)),
          tr("Until the end the password may be older than the rules say. PCI DSS does not know such exemptions: "
             "the reason is what an auditor will read."),
          parent),
      m_admin(admin),
      m_seen(std::move(seen)),
      m_reason(makeEdit(QStringLiteral("exemptionReason"), tr("such as: on parental leave until January"))),
      m_reasonField(new FormField(tr("&Reason"), m_reason)),
      m_until(new QDateEdit),
      m_untilField(new FormField(tr("&Ends on"), m_until))
{
    const std::optional<RotationExemption> &there = m_seen.value.user.exemption;
    m_reason->setMaxLength(policy::reasonLengthMost);
    m_until->setObjectName(QStringLiteral("exemptionUntil"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    const QDate today = now.toUTC().date();
    m_until->setDateRange(today.addDays(1), today.addDays(policy::exemptionDaysMost));
    m_until->setDate(there ? there->until.toUTC().date() : today.addDays(usualDays));
    m_untilField->setHint(
        tr("At 00:00 UTC of that day the rules hold again; at most %1 days from now.").arg(policy::exemptionDaysMost));
    if (there) m_reason->setText(there->reason);
    body()->addWidget(m_reasonField);
    body()->addWidget(m_untilField);
    if (there) {
        auto *end = new QPushButton(tr("&End the exemption now"));
        end->setObjectName(QStringLiteral("exemptionEnd"));
        addLeftButton(end);
        connect(end, &QPushButton::clicked, this, [this] { save(std::nullopt); });
    }
    setSubmitText(tr("&Save"));
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) {
        const auto checked = policy::checkedReason(text);
        m_reasonField->setError(checked || text.isEmpty() ? QString() : checked.error().message);
        updateSubmit();
    });
    connect(m_until, &QDateEdit::dateChanged, this, &ExemptionDialog::updateSubmit);
    watchLines();
    m_reason->setFocus();
}

bool ExemptionDialog::canSubmit() const
{
    return policy::checkedReason(m_reason->text()).ok();
}

void ExemptionDialog::submit()
{
    save(RotationExemption{m_reason->text().trimmed(), QDateTime(m_until->date(), QTime(0, 0), Qt::UTC)});
}

void ExemptionDialog::save(const std::optional<RotationExemption> &wanted)
{
    protocol::UserPatch patch;
    patch.exemption = wanted;
    setBusy(tr("Saving…"));
    m_admin.change(m_seen.value.user.id, patch, m_seen.etag, this,
                   [this](const Result<access::Seen<protocol::UserEntry>> &saved) {
                       setBusy({});
                       if (saved) return accept();
                       if (saved.error().field == QLatin1String("exemption.reason"))
                           m_reasonField->setError(saved.error().message);
                       else if (saved.error().field == QLatin1String("exemption.until"))
                           m_untilField->setError(saved.error().message);
                       else if (saved.error().code == Errc::Stale)
                           setProblem(tr("Somebody else changed this person meanwhile. Close this and look again."));
                       else
                           setProblem(saved.error().message);
                   });
}

}  // namespace lw::ui
