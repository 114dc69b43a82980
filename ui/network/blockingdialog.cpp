// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/blockingdialog.h"

#include "core/policy/blocking.h"
#include "ui/common/styling.h"
#include "ui/network/networkwords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>

namespace lw::ui {

namespace {

using BlocksSeen = access::Seen<protocol::BlockList>;

constexpr int stepsShown = 4;

QSpinBox *spin(const char *objectName, const QString &name, int least, int most, const QString &suffix)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setFixedWidth(120);
    return box;
}

QString onOff(bool on)
{
    return on ? BlockingDialog::tr("on") : BlockingDialog::tr("off");
}

}  // namespace

BlockingDialog::BlockingDialog(access::AccessService &service, BlocksSeen blocks, QWidget *parent)
    : FormDialog(QStringLiteral("blockingDialog"), tr("Rules of blocking"),
                 tr("An address that keeps failing is turned away before any password is looked at."), parent),
      m_service(service),
      m_blocks(std::move(blocks)),
      m_enabled(new QCheckBox(tr("&Block offending addresses by themselves"))),
      m_failures(spin("blockingFailures", tr("Failures"), 1, 1000, QString())),
      m_window(spin("blockingWindow", tr("Within so many minutes"), 1, 1440, tr(" min"))),
      m_first(spin("blockingFirst", tr("First block in minutes"), 1, 10080, tr(" min"))),
      m_most(spin("blockingMost", tr("Longest block in minutes"), 1, 43200, tr(" min"))),
      m_exempt(new QCheckBox(tr("&Never block listed networks by themselves"))),
      m_preview(new QLabel)
{
    m_enabled->setObjectName(QStringLiteral("blockingEnabled"));
    m_exempt->setObjectName(QStringLiteral("blockingExempt"));
    body()->addWidget(m_enabled);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Failed sign-ins of one address"), m_failures);
    form->addRow(tr("&within"), m_window);
    form->addRow(tr("F&irst block lasts"), m_first);
    form->addRow(tr("No block lasts &longer than"), m_most);
    body()->addLayout(form);
    body()->addWidget(m_exempt);
    m_preview->setObjectName(QStringLiteral("blockingPreview"));
    m_preview->setWordWrap(true);
    setRole(m_preview, LabelRole::Secondary);
    body()->addWidget(m_preview);
    body()->addStretch(1);
    setSubmitText(tr("&Save"));
    for (QSpinBox *box : {m_failures, m_window, m_first, m_most})
        connect(box, qOverload<int>(&QSpinBox::valueChanged), this, &BlockingDialog::preview);
    for (QCheckBox *box : {m_enabled, m_exempt})
        connect(box, &QCheckBox::toggled, this, &BlockingDialog::preview);
    show(m_blocks.value.policy);
    m_enabled->setFocus();
}

BlockingPolicy BlockingDialog::entered() const
{
    BlockingPolicy policy;
    policy.enabled = m_enabled->isChecked();
    policy.failures = m_failures->value();
    policy.windowMinutes = m_window->value();
    policy.blockMinutes = m_first->value();
    policy.mostMinutes = m_most->value();
    policy.exemptAllowlist = m_exempt->isChecked();
    return policy;
}

void BlockingDialog::show(const BlockingPolicy &policy)
{
    m_enabled->setChecked(policy.enabled);
    m_failures->setValue(policy.failures);
    m_window->setValue(policy.windowMinutes);
    m_first->setValue(policy.blockMinutes);
    m_most->setValue(policy.mostMinutes);
    m_exempt->setChecked(policy.exemptAllowlist);
    preview();
}

void BlockingDialog::preview()
{
    const BlockingPolicy policy = entered();
    for (QSpinBox *box : {m_failures, m_window, m_first, m_most})
        box->setEnabled(policy.enabled);
    QStringList steps;
    for (int nth = 1; nth <= stepsShown; ++nth)
        steps << tr("%1 %2").arg(ordinalWords(nth), minutesWords(policy::blockMinutes(nth, policy)));
    if (!policy.enabled)
        m_preview->setText(tr("Off: an address is blocked by hand only. Blocks that hold now stay until their end."));
    else if (policy.mostMinutes < policy.blockMinutes)
        m_preview->setText(tr("The longest block must not be shorter than the first."));
    else
        m_preview->setText(tr("Blocks of the same address: %1 …").arg(steps.join(QStringLiteral(", "))));
    updateSubmit();
}

bool BlockingDialog::canSubmit() const
{
    const BlockingPolicy policy = entered();
    return policy != m_blocks.value.policy && policy.mostMinutes >= policy.blockMinutes;
}

void BlockingDialog::submit()
{
    save();
}

void BlockingDialog::save()
{
    setBusy(tr("Saving…"));
    m_service.changeBlocking(entered(), m_blocks.etag, this, [this](Result<BlocksSeen> blocks) {
        if (!blocks && blocks.error().code == Errc::Stale) return readAgain();
        setBusy({});
        if (!blocks) return setProblem(blocks.error().message);
        Q_EMIT changed(*blocks);
        accept();
    });
}

void BlockingDialog::readAgain()
{
    m_service.blocks(this, [this](Result<BlocksSeen> blocks) {
        setBusy({});
        if (!blocks) return setProblem(blocks.error().message);
        resolve(*blocks);
    });
}

void BlockingDialog::resolve(const BlocksSeen &theirs)
{
    const BlockingPolicy before = m_blocks.value.policy, mine = entered(), other = theirs.value.policy;
    const auto minutes = [](const char *key, const QString &label, int a, int b, int c) {
        return ConflictField{QLatin1String(key), label, minutesWords(a), minutesWords(b), minutesWords(c)};
    };
    const QList<ConflictField> fields{
        {QStringLiteral("enabled"), tr("Blocking"), onOff(before.enabled), onOff(mine.enabled), onOff(other.enabled)},
        {QStringLiteral("failures"), tr("Failures"), QString::number(before.failures), QString::number(mine.failures),
         QString::number(other.failures)},
        minutes("window", tr("Within"), before.windowMinutes, mine.windowMinutes, other.windowMinutes),
        minutes("first", tr("First block"), before.blockMinutes, mine.blockMinutes, other.blockMinutes),
        minutes("most", tr("Longest block"), before.mostMinutes, mine.mostMinutes, other.mostMinutes),
        {QStringLiteral("exempt"), tr("Listed networks exempt"), onOff(before.exemptAllowlist),
         onOff(mine.exemptAllowlist), onOff(other.exemptAllowlist)},
    };
    auto *dialog = new ConflictDialog(tr("Rules of blocking"), fields, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, theirs, mine](int result) {
        BlockingPolicy merged = theirs.value.policy;
        const ConflictView &view = dialog->view();
        if (view.keepsMine(QStringLiteral("enabled"))) merged.enabled = mine.enabled;
        if (view.keepsMine(QStringLiteral("failures"))) merged.failures = mine.failures;
        if (view.keepsMine(QStringLiteral("window"))) merged.windowMinutes = mine.windowMinutes;
        if (view.keepsMine(QStringLiteral("first"))) merged.blockMinutes = mine.blockMinutes;
        if (view.keepsMine(QStringLiteral("most"))) merged.mostMinutes = mine.mostMinutes;
        if (view.keepsMine(QStringLiteral("exempt"))) merged.exemptAllowlist = mine.exemptAllowlist;
        m_blocks = theirs;
        show(result == QDialog::Accepted ? merged : mine);
        if (result == QDialog::Accepted && canSubmit()) save();
    });
    dialog->open();
}

}  // namespace lw::ui
