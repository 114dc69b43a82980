// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/holddialog.h"

#include "core/policy/retention.h"
#include "ui/common/formfield.h"
#include "ui/common/momentedit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QLineEdit>

namespace lw::ui {

namespace {

QComboBox *makeChoice(const QString &objectName)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    return box;
}

}  // namespace

HoldDialog::HoldDialog(retention::RetentionService &service, const QList<User> &people, const QDateTime &now,
                       const QTimeZone &zone, QWidget *parent)
    : FormDialog(QStringLiteral("holdDialog"), tr("Place a legal hold"),
                 tr("What it covers is neither purged nor erased until it is released. It counts at once, against a "
                    "purge under way as well."),
                 parent),
      m_service(service),
      m_subject(makeChoice(QStringLiteral("holdSubject"))),
      m_person(makeChoice(QStringLiteral("holdPerson"))),
      m_personField(new FormField(tr("&Person"), m_person)),
      m_number(makeEdit(QStringLiteral("holdNumber"), tr("such as 020 7946 0001"))),
      m_numberField(new FormField(tr("&Number"), m_number)),
      m_hasFrom(new QCheckBox(tr("Only &from"))),
      m_from(new MomentEdit(QStringLiteral("holdFrom"), tr("From"), zone)),
      m_hasUntil(new QCheckBox(tr("Only &until"))),
      m_until(new MomentEdit(QStringLiteral("holdUntil"), tr("Until"), zone)),
      m_reason(makeEdit(QStringLiteral("holdReason"), tr("such as Claim against the carrier"))),
      m_reasonField(new FormField(tr("&Reason"), m_reason))
{
    m_subject->addItem(tr("what concerns a person"), static_cast<int>(HoldSubject::Person));
    m_subject->addItem(tr("what concerns a number"), static_cast<int>(HoldSubject::Number));
    m_subject->addItem(tr("everything of a period"), static_cast<int>(HoldSubject::Period));
    m_person->setEditable(true);
    m_person->setInsertPolicy(QComboBox::NoInsert);
    for (const User &user : people)
        m_person->addItem(tr("%1 (%2)").arg(user.displayName, user.login), user.id);
    m_person->setCurrentIndex(-1);
    m_person->lineEdit()->setPlaceholderText(tr("type a name"));
    m_person->completer()->setFilterMode(Qt::MatchContains);
    m_person->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_hasFrom->setObjectName(QStringLiteral("holdHasFrom"));
    m_hasUntil->setObjectName(QStringLiteral("holdHasUntil"));
    constexpr int usualDays = 30;
    m_from->setMoment(QDateTime(now.toTimeZone(zone).date().addDays(-usualDays), QTime(0, 0), zone).toUTC());
    m_until->setMoment(QDateTime(now.toTimeZone(zone).date().addDays(1), QTime(0, 0), zone).toUTC());
    body()->addWidget(new FormField(tr("&Hold"), m_subject));
    body()->addWidget(m_personField);
    body()->addWidget(m_numberField);
    for (const auto &[box, edit] : {std::pair{m_hasFrom, m_from}, {m_hasUntil, m_until}}) {
        body()->addWidget(box);
        body()->addWidget(edit);
        connect(box, &QCheckBox::toggled, edit, &QWidget::setVisible);
        edit->hide();
    }
    body()->addWidget(m_reasonField);
    setSubmitText(tr("&Place the hold"));
    watchLines();
    connect(m_subject, &QComboBox::currentIndexChanged, this, [this] { showParts(); });
    showParts();
    m_subject->setFocus();
}

HoldSubject HoldDialog::subject() const
{
    return static_cast<HoldSubject>(m_subject->currentData().toInt());
}

void HoldDialog::showParts()
{
    m_personField->setVisible(subject() == HoldSubject::Person);
    m_numberField->setVisible(subject() == HoldSubject::Number);
    if (subject() == HoldSubject::Period) {
        m_hasFrom->setChecked(true);
        m_hasUntil->setChecked(true);
    }
}

void HoldDialog::submit()
{
    setProblem({});
    for (FormField *field : {m_personField, m_numberField, m_reasonField})
        field->setError({});
    const auto refuse = [](FormField *field, QWidget *input, const QString &sentence) {
        field->setError(sentence);
        input->setFocus();
    };
    LegalHold wish;
    wish.subject = subject();
    if (wish.subject == HoldSubject::Person) {
        const int row = m_person->findText(m_person->currentText());
        if (row < 0) return refuse(m_personField, m_person, tr("Choose somebody from the list."));
        wish.value = m_person->itemData(row).toString();
    }
    if (wish.subject == HoldSubject::Number) wish.value = m_number->text().trimmed();
    for (const auto &[box, edit, moment] :
         {std::tuple{m_hasFrom, m_from, &wish.from}, {m_hasUntil, m_until, &wish.until}}) {
        if (!box->isChecked()) continue;
        *moment = edit->moment();
        if (moment->isValid()) continue;
        edit->edit()->setFocus();
        return setProblem(edit->problem());
    }
    wish.reason = m_reason->text().trimmed();
    if (const Result<LegalHold> judged = policy::judgeHold(wish); !judged) {
        const QString &field = judged.error().field;
        if (field == QLatin1String("reason")) return refuse(m_reasonField, m_reason, tr("Say why, in a few words."));
        if (field == QLatin1String("value"))
            return refuse(m_numberField, m_number, tr("Type a whole number like 020 7946 0001 or +442079460001."));
        if (field == QLatin1String("from"))
            return setProblem(tr("A period needs a beginning or an end: without either everything is held."));
        return setProblem(tr("The end must be after the beginning."));
    }
    setBusy(tr("Placing the hold…"));
    m_service.placeHold(wish, this, [this](const Result<LegalHold> &placed) {
        setBusy({});
        if (placed)
            accept();
        else
            setProblem(placed.error().message);
    });
}

}  // namespace lw::ui
