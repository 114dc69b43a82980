// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formdialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>

namespace lw::ui {

namespace {

constexpr int roomAround = 80;  ///< pixels of the screen that a dialog leaves free

/// As tall as its content while the window may be; then it scrolls.
class FittingScroll final : public QScrollArea {
  public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override
    {
        const QSize content = widget()->sizeHint();
        const int width = qMax(content.width(), minimumWidth());
        const int tall = widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : content.height();
        return {content.width() + barRoom, qMin(tall, mostHeight)};
    }
    /// Never narrower than the content: it does not scroll sideways.
    QSize minimumSizeHint() const override { return {widget()->minimumSizeHint().width() + barRoom, 80}; }

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            updateGeometry();
            QMetaObject::invokeMethod(
                this, [this] { grow(); }, Qt::QueuedConnection);
        }
        return QScrollArea::eventFilter(watched, event);
    }

  private:
    /// A sentence that appears below a field makes the window taller, while the screen has room for it.
    void grow()
    {
        if (!isVisible()) return;
        const int wanted = widget()->hasHeightForWidth() ? widget()->heightForWidth(viewport()->width())
                                                         : widget()->sizeHint().height();
        const int room = screen()->availableSize().height() - roomAround - window()->height();
        const int more = qMin(qMin(wanted, int(mostHeight)) - viewport()->height(), room);
        if (more > 0) window()->resize(window()->width(), window()->height() + more);
    }

    static constexpr int barRoom = 12;
    static constexpr int mostHeight = 560;  ///< with title and buttons below 720 pixels
};

}  // namespace

FormDialog::FormDialog(const QString &objectName, const QString &title, const QString &intro, QWidget *parent)
    : QDialog(parent),
      m_intro(new QLabel),
      m_fields(new QWidget),
      m_body(new QVBoxLayout(m_fields)),
      m_problem(new QLabel),
      m_working(new QLabel),
      m_buttons(new QHBoxLayout),
      m_cancel(new QPushButton(tr("Close"))),
      m_submit(new QPushButton)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    auto *head = new QLabel(title);
    setRole(head, LabelRole::Title);
    head->setWordWrap(true);
    head->setTextFormat(Qt::PlainText);
    column->addWidget(head);
    setRole(m_intro, LabelRole::Dim);
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    column->addWidget(m_intro);
    setIntro(intro);
    m_body->setContentsMargins(1, 1, 12, 1);
    m_body->setSpacing(14);
    m_fields->setProperty("transparent", true);
    auto *scroll = new FittingScroll;
    scroll->setObjectName(objectName + QStringLiteral("Scroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_fields);
    m_fields->installEventFilter(scroll);
    column->addWidget(scroll, 1);
    // Tab beyond the edge of the area brings the field into view.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll](QWidget *, QWidget *now) {
        if (now && scroll->widget()->isAncestorOf(now)) scroll->ensureWidgetVisible(now);
    });
    m_problem->setObjectName(objectName + QStringLiteral("Problem"));
    setRole(m_problem, LabelRole::Error);
    setRole(m_working, LabelRole::Secondary);
    for (QLabel *line : {m_problem, m_working}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->hide();
        column->addWidget(line);
    }
    m_cancel->setObjectName(objectName + QStringLiteral("Cancel"));
    m_submit->setObjectName(objectName + QStringLiteral("Submit"));
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    for (QPushButton *button : {m_cancel, m_submit}) {
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
    }
    m_submit->hide();
    column->addLayout(m_buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::trySubmit);
}

void FormDialog::showEvent(QShowEvent *event)
{
    // Qt keeps a new window below two thirds of the screen, which cuts forms that would fit.
    if (!m_sized) {
        const QSize room = screen()->availableSize() - QSize(roomAround, roomAround);
        resize(size().expandedTo(sizeHint()).boundedTo(room));
    }
    m_sized = true;
    QDialog::showEvent(event);
}

QString FormDialog::problem() const
{
    return m_problem->text();
}

void FormDialog::addLeftButton(QPushButton *button)
{
    button->setAutoDefault(false);
    int place = 0;
    while (m_buttons->itemAt(place)->widget() && place < m_buttons->count() - 1)
        ++place;
    m_buttons->insertWidget(place, button);
}

void FormDialog::setIntro(const QString &text)
{
    m_intro->setText(text);
    m_intro->setVisible(!text.isEmpty());
}

void FormDialog::setSubmitText(const QString &text, bool destructive)
{
    m_submit->setText(text);
    m_submit->setVisible(!text.isEmpty());
    setRole(m_submit, destructive ? ButtonRole::Destructive : ButtonRole::Primary);
    m_cancel->setText(text.isEmpty() ? tr("Close") : tr("Cancel"));
    updateSubmit();
}

void FormDialog::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_problem->setAccessibleName(sentence);
}

void FormDialog::setBusy(const QString &busyText)
{
    m_busy = !busyText.isEmpty();
    m_working->setText(busyText);
    m_working->setVisible(m_busy);
    m_fields->setEnabled(!m_busy);
    updateSubmit();
}

void FormDialog::watchLines()
{
    m_body->addStretch(1);
    const auto lines = m_fields->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        connect(line, &QLineEdit::returnPressed, this, &FormDialog::trySubmit, Qt::UniqueConnection);
    updateSubmit();
}

void FormDialog::updateSubmit()
{
    m_submit->setEnabled(!m_busy && canSubmit());
}

void FormDialog::trySubmit()
{
    if (m_busy || !m_submit->isVisibleTo(this) || !canSubmit()) return;
    setProblem({});
    Q_EMIT submitted();
    submit();
}

}  // namespace lw::ui
