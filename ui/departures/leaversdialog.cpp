// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/leaversdialog.h"

#include "core/protocol/limits.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/formfield.h"
#include "ui/common/momentedit.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/departures/departurewords.h"

#include <QBoxLayout>
#include <QRadioButton>

namespace lw::ui {

namespace {
constexpr int tableHeight = 216;
}

LeaversDialog::LeaversDialog(departures::DepartureService &service, const QString &fileName,
                             std::unique_ptr<LeaversModel> model, const QTimeZone &zone, const QDateTime &now,
                             QWidget *parent)
    : FormDialog(
          QStringLiteral("leaversDialog"), tr("Import leavers from %1").arg(fileName),
          tr("An exact login name or e-mail address is sure. Everything else is yours to decide; nobody is guessed. "
             "Nothing happens before you open the cases."),
          parent),
      m_service(service),
      m_model(std::move(model)),
      m_table(new TableView),
      m_decision(new Card),
      m_undated(new MomentEdit(QStringLiteral("leaversUndated"), tr("Lines without a date leave at"), zone)),
      m_undatedBox(nullptr),
      m_reason(makeEdit(QStringLiteral("leaversReason"))),
      m_counts(new QLabel)
{
    setMinimumWidth(860);
    m_counts->setObjectName(QStringLiteral("leaversCounts"));
    m_counts->setWordWrap(true);
    body()->addWidget(m_counts);
    makeTable();
    body()->addWidget(m_decision);
    m_undated->setMoment(now);
    m_undatedBox = new FormField(tr("Lines without a &date leave at"), m_undated);
    m_undatedBox->setVisible(m_model->undated() > 0);
    body()->addWidget(m_undatedBox);
    m_reason->setText(tr("Leavers' list %1").arg(fileName));
    body()->addWidget(new FormField(tr("&Reason of every case"), m_reason));
    body()->addStretch(1);
    connect(m_undated, &MomentEdit::changed, this, [this] {
        if (m_undated->moment().isValid()) m_model->setUndated(m_undated->moment());
        count();
    });
    watchLines();
    count();
    const int first = m_model->nextUndecided(-1);
    m_table->setCurrentIndex(m_model->index(qMax(0, first), 0));
    showRow();
    m_table->setFocus();
}

LeaversDialog::~LeaversDialog() = default;

void LeaversDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("leaversTable"));
    m_table->setAccessibleName(tr("Lines of the list"));
    m_table->setModel(m_model.get());
    m_table->setItemDelegateForColumn(LeaversModel::Result, new PillDelegate(m_table));
    m_table->setColumn(LeaversModel::Line, 56, 0);
    m_table->setColumn(LeaversModel::Written, 200, 2);
    m_table->setColumn(LeaversModel::Means, 210, 2);
    m_table->setColumn(LeaversModel::Departs, 176, 0);
    m_table->setColumn(LeaversModel::Result, 124, 0);
    m_table->setFixedHeight(tableHeight);
    m_table->emptyState()->setContent(tr("No line"), tr("The list names nobody."));
    auto *card = new Card;
    card->noMargins();
    card->body()->addWidget(m_table);
    body()->addWidget(card);
    connect(m_table, &TableView::currentRowChanged, this, &LeaversDialog::showRow);
    // Return on a line leads to its choices.
    connect(m_table, &TableView::rowOpened, this, [this] {
        if (m_choices && m_choices->findChild<QRadioButton *>()) m_choices->findChild<QRadioButton *>()->setFocus();
    });
}

void LeaversDialog::showRow()
{
    const int row = m_table->currentIndex().row();
    if (m_choices) {
        m_decision->body()->removeWidget(m_choices);
        m_choices->hide();
        m_choices->deleteLater();
    }
    m_choices = new QWidget;
    auto *column = new QVBoxLayout(m_choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_decision->setTitle(m_model->written(row).isEmpty() ? tr("This line") : m_model->written(row));
    if (!m_model->why(row).isEmpty()) {
        auto *why = new QLabel(m_model->why(row));
        why->setWordWrap(true);
        why->setTextFormat(Qt::PlainText);
        setRole(why, LabelRole::Secondary);
        column->addWidget(why);
    }
    const QString chosen = m_model->chosen(row);
    const bool decided = m_model->isDecided(row);
    const QList<policy::LeaverCandidate> candidates = m_model->candidates(row);
    for (const policy::LeaverCandidate &candidate : candidates) {
        const QString words = m_model->personWords(candidate.userId);
        auto *radio =
            new QRadioButton(candidate.why.isEmpty() ? words : tr("%1: %2").arg(words, candidateWords(candidate.why)));
        radio->setObjectName(QStringLiteral("leaverIs_") + candidate.userId);
        radio->setChecked(decided && chosen == candidate.userId);
        column->addWidget(radio);
        connect(radio, &QRadioButton::clicked, this, [this, row, id = candidate.userId] { decide(row, id); });
    }
    if (!candidates.isEmpty()) {
        auto *none = new QRadioButton(tr("Leave this line out"));
        none->setObjectName(QStringLiteral("leaverIsNobody"));
        none->setChecked(m_model->standing(row) == LeaversModel::Standing::LeftOut);
        column->addWidget(none);
        connect(none, &QRadioButton::clicked, this, [this, row] { decide(row, {}); });
    } else if (m_model->why(row).isEmpty()) {
        column->addWidget(new QLabel(tr("Nothing is to be decided.")));
    }
    m_decision->body()->addWidget(m_choices);
    m_choices->show();
}

void LeaversDialog::decide(int row, const QString &userId)
{
    const bool wasOpen = m_model->standing(row) == LeaversModel::Standing::Undecided;
    if (userId.isEmpty())
        m_model->leaveOut(row);
    else
        m_model->choose(row, userId);
    count();
    // One doubt after the other; a decision that is changed keeps its place.
    const int next = wasOpen ? m_model->nextUndecided(row) : -1;
    if (next >= 0) {
        m_table->setCurrentIndex(m_model->index(next, 0));
        m_table->setFocus();
    }
}

void LeaversDialog::count()
{
    using Standing = LeaversModel::Standing;
    const int opens = m_model->count(Standing::Opens), undecided = m_model->count(Standing::Undecided);
    QStringList parts{tr("%n case(s) would be opened", nullptr, opens)};
    if (const int late = m_model->breaches()) parts << tr("%n of them past the 24 hours already", nullptr, late);
    if (undecided) parts << tr("%n line(s) to be decided", nullptr, undecided);
    if (const int nobody = m_model->count(Standing::Nobody)) parts << tr("%n match(es) nobody", nullptr, nobody);
    if (const int bad = m_model->count(Standing::Unusable)) parts << tr("%n not usable", nullptr, bad);
    if (const int refused = m_model->count(Standing::Refused)) parts << tr("%n not opened", nullptr, refused);
    if (const int out = m_model->count(Standing::LeftOut)) parts << tr("%n left out", nullptr, out);
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    setSubmitText(tr("&Open %n case(s)", nullptr, opens), true);
    if (opens > protocol::limits::selectionMost)
        setProblem(tr("At most %1 cases can be opened at once. Split the list.").arg(protocol::limits::selectionMost));
    else
        setProblem(m_undatedBox && m_undatedBox->isVisibleTo(this) ? m_undated->problem() : QString());
    updateSubmit();
}

bool LeaversDialog::canSubmit() const
{
    const int opens = m_model->count(LeaversModel::Standing::Opens);
    return opens > 0 && opens <= protocol::limits::selectionMost &&
           m_model->count(LeaversModel::Standing::Undecided) == 0 &&
           (m_model->undated() == 0 || m_undated->moment().isValid());
}

void LeaversDialog::submit()
{
    setBusy(tr("Opening…"));
    m_service.open(m_model->cases(m_reason->text().simplified()), this, [this](Result<QList<Departure>> cases) {
        setBusy({});
        if (!cases) return setProblem(cases.error().message);
        Q_EMIT opened(*cases);
        accept();
    });
}

}  // namespace lw::ui
