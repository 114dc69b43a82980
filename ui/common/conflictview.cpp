// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/conflictview.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QGridLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>

namespace lw::ui {

namespace {

/// One side of one field: the whole box can be clicked, the radio button in it takes the keys.
class Choice final : public QFrame {
  public:
    Choice(QRadioButton *radio, const QString &value) : m_radio(radio)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(10, 8, 10, 8);
        row->setSpacing(8);
        row->addWidget(radio, 0, Qt::AlignTop);
        auto *words = new QLabel(value.isEmpty() ? ConflictView::tr("(empty)") : value);
        if (value.isEmpty()) setRole(words, LabelRole::Dim);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setAttribute(Qt::WA_TransparentForMouseEvents);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        radio->setFixedWidth(18);
        row->addWidget(words, 1);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        QObject::connect(radio, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
        QObject::connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

  protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) m_radio->click();
    }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = Theme::current().tokens();
        const bool chosen = m_radio->isChecked();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(chosen ? t.accent : t.control);
        painter.setBrush(chosen ? t.accentSoft : t.panel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::controlRadius,
                                Theme::controlRadius);
    }

  private:
    QRadioButton *m_radio;
};

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    setRole(label, LabelRole::Secondary);
    return label;
}

QRadioButton *makeRadio(const QString &objectName, const QString &accessibleName)
{
    auto *radio = new QRadioButton;
    radio->setObjectName(objectName);
    radio->setAccessibleName(accessibleName);
    radio->setAutoExclusive(false);
    return radio;
}

}  // namespace

ConflictView::ConflictView(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("conflictView"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, 104);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
}

void ConflictView::setFields(const QList<ConflictField> &fields)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    m_grid->addWidget(heading(tr("Yours")), 0, 1);
    m_grid->addWidget(heading(tr("Saved meanwhile")), 0, 2);
    for (const ConflictField &field : fields)
        if (field.mine != field.theirs) addRow(field);
    Q_EMIT changed();
}

void ConflictView::addRow(const ConflictField &field)
{
    const int line = m_grid->rowCount();
    auto *name = new QWidget;
    auto *column = new QVBoxLayout(name);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(2);
    auto *label = new QLabel(field.label);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column->addWidget(label);
    if (!field.before.isEmpty()) {
        auto *was = new QLabel(tr("was: %1").arg(field.before));
        was->setWordWrap(true);
        was->setTextFormat(Qt::PlainText);
        setRole(was, LabelRole::Secondary);
        column->addWidget(was);
    }
    column->addStretch(1);
    Row row;
    row.mine = makeRadio(QStringLiteral("conflictMine_") + field.key, tr("%1: yours, %2").arg(field.label, field.mine));
    row.theirs = makeRadio(QStringLiteral("conflictTheirs_") + field.key,
                           tr("%1: saved meanwhile, %2").arg(field.label, field.theirs));
    auto *pair = new QButtonGroup(row.mine);
    pair->addButton(row.mine);
    pair->addButton(row.theirs);
    if (field.theirs == field.before) row.mine->setChecked(true);
    if (field.mine == field.before) row.theirs->setChecked(true);
    connect(row.mine, &QRadioButton::toggled, this, &ConflictView::changed);
    connect(row.theirs, &QRadioButton::toggled, this, &ConflictView::changed);
    m_grid->addWidget(name, line, 0);
    m_grid->addWidget(new Choice(row.mine, field.mine), line, 1);
    m_grid->addWidget(new Choice(row.theirs, field.theirs), line, 2);
    m_rows.insert(field.key, row);
}

ConflictSide ConflictView::side(const QString &key) const
{
    const auto row = m_rows.constFind(key);
    if (row == m_rows.cend() || row->theirs->isChecked()) return ConflictSide::Theirs;
    return row->mine->isChecked() ? ConflictSide::Mine : ConflictSide::Undecided;
}

int ConflictView::undecided() const
{
    int count = 0;
    for (const Row &row : m_rows)
        count += row.mine->isChecked() || row.theirs->isChecked() ? 0 : 1;
    return count;
}

void ConflictView::chooseAll(ConflictSide side)
{
    if (side == ConflictSide::Undecided) return;
    for (const Row &row : std::as_const(m_rows))
        (side == ConflictSide::Mine ? row.mine : row.theirs)->setChecked(true);
}

ConflictDialog::ConflictDialog(const QString &what, const QList<ConflictField> &fields, QWidget *parent)
    : FormDialog(QStringLiteral("conflictDialog"), tr("Somebody else changed “%1” meanwhile").arg(what), {}, parent),
      m_view(new ConflictView),
      m_left(new QLabel)
{
    setMinimumWidth(640);
    m_view->setFields(fields);
    setIntro(m_view->shown() > 0
                 ? tr("Nothing of yours is saved yet. Choose what is to stand in each field, then save again.")
                 : tr("You both made the same change. There is nothing left to save."));
    body()->addWidget(m_view);
    m_left->setObjectName(QStringLiteral("conflictLeft"));
    setRole(m_left, LabelRole::Secondary);
    body()->addWidget(m_left);
    body()->addStretch(1);
    auto *mine = new QPushButton(tr("All &mine"));
    mine->setObjectName(QStringLiteral("conflictAllMine"));
    auto *theirs = new QPushButton(tr("All &theirs"));
    theirs->setObjectName(QStringLiteral("conflictAllTheirs"));
    for (QPushButton *button : {mine, theirs}) {
        addLeftButton(button);
        button->setVisible(m_view->shown() > 1);
    }
    setSubmitText(m_view->shown() > 0 ? tr("&Save again") : QString());
    const auto update = [this] {
        const int undecided = m_view->undecided();
        m_left->setText(undecided > 0 ? tr("%n field(s) still to be decided", nullptr, undecided)
                                      : tr("Everything is decided."));
        m_left->setVisible(m_view->shown() > 0);
        updateSubmit();
    };
    connect(mine, &QPushButton::clicked, this, [this] { m_view->chooseAll(ConflictSide::Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { m_view->chooseAll(ConflictSide::Theirs); });
    connect(m_view, &ConflictView::changed, this, update);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    update();
}

bool ConflictDialog::canSubmit() const
{
    return m_view->shown() > 0 && m_view->undecided() == 0;
}

}  // namespace lw::ui
