// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/identitybox.h"

#include "ui/common/dialogs.h"
#include "ui/common/styling.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QPointer>

namespace lw::ui {

IdentityBox::IdentityBox(Dialogs &dialogs, Ways ways, QWidget *parent)
    : QWidget(parent),
      m_dialogs(dialogs),
      m_ways(std::move(ways)),
      m_text(new QLabel),
      m_problem(new QLabel),
      m_choose(new QPushButton),
      m_remove(new QPushButton(tr("Sho&w none")))
{
    setObjectName(QStringLiteral("identityBox"));
    m_text->setObjectName(QStringLiteral("identityShown"));
    m_problem->setObjectName(QStringLiteral("identityProblem"));
    m_choose->setObjectName(QStringLiteral("identityChoose"));
    m_remove->setObjectName(QStringLiteral("identityRemove"));
    setRole(m_text, LabelRole::Secondary);
    setRole(m_problem, LabelRole::Error);
    for (QLabel *line : {m_text, m_problem}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_text);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (QPushButton *button : {m_choose, m_remove}) {
        setRole(button, ButtonRole::Link);
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(m_choose, &QPushButton::clicked, this, &IdentityBox::choose);
    connect(m_remove, &QPushButton::clicked, this, &IdentityBox::remove);
    refresh();
}

void IdentityBox::refresh()
{
    const auto facts = m_ways.shown();
    m_text->setVisible(facts.has_value());
    m_remove->setVisible(facts.has_value());
    m_choose->setText(facts ? tr("Choose another client certi&ficate…") : tr("Use a client certi&ficate…"));
    if (!facts) return;
    const bool over = facts->validUntil <= QDateTime::currentDateTimeUtc();
    m_text->setText((over ? tr("Client certificate of %1, ended on %2: the back end takes it no more")
                          : tr("Client certificate of %1, valid until %2"))
                        .arg(facts->subject, fullTime(facts->validUntil)));
    m_text->setToolTip(identityText(*facts));
    m_text->setAccessibleName(m_text->text());
    setRole(m_text, over ? LabelRole::Error : LabelRole::Secondary);
}

void IdentityBox::focusChoose()
{
    m_choose->setFocus();
}

void IdentityBox::choose()
{
    auto *dialog = new IdentityDialog(m_dialogs, m_ways.use, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_problem->hide();
        refresh();
        Q_EMIT changed();
    });
    dialog->open();
}

void IdentityBox::remove()
{
    const QPointer<IdentityBox> self(this);
    const bool sure = m_dialogs.confirm(
        this,
        {tr("Show no client certificate?"),
         tr("The certificate and its key are removed from this machine's cache. A back end that requires one will "
            "refuse to sign you in."),
         tr("Choose the file again to use it."), tr("Remove"), true});
    if (!self || !sure) return;
    m_ways.remove(this, [this](const Result<void> &removed) {
        m_problem->setVisible(!removed);
        if (!removed) m_problem->setText(removed.error().message);
        refresh();
        Q_EMIT changed();
    });
}

}  // namespace lw::ui
