// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/detailpanel.h"

#include "ui/common/flowlayout.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

namespace lw::ui {

namespace {

constexpr char toneProperty[] = "lwTone";

constexpr Qt::TextInteractionFlags selectable = Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard |
                                                Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard;

/// The soft box of addNote().
class NoteBox final : public QFrame {
  public:
    using QFrame::QFrame;

  protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = Theme::current().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(t.line);
        painter.setBrush(t.window);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    }
};

/// Lets long hashes wrap where QLabel would widen the panel.
QString breakable(const QString &value)
{
    QString out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        out += value.at(i);
        if (i % 8 == 7) out += QChar(0x200b);
    }
    return out;
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            emptyLayout(inner);
        }
        delete item;
    }
}

}  // namespace

DetailPanel::DetailPanel(QWidget *parent)
    : QFrame(parent),
      m_scroll(new QScrollArea),
      m_content(new QWidget),
      m_column(new QVBoxLayout(m_content)),
      m_title(new QLabel),
      m_subtitle(new QLabel),
      m_footer(new QWidget),
      m_footerRow(new FlowLayout(m_footer))
{
    setFixedWidth(panelWidth);
    setAccessibleName(tr("Details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setProperty("transparent", true);
    m_scroll->setWidget(m_content);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(m_footer);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(10);
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_subtitle->setObjectName(QStringLiteral("detailSubtitle"));
    m_footerRow->setContentsMargins(16, 8, 16, 16);
    m_footerRow->setSpacing(8);
    connect(&Theme::current(), &Theme::changed, this, &DetailPanel::restyle);
    clear();
}

void DetailPanel::restyle()
{
    const auto labels = m_content->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (const QVariant tone = label->property(toneProperty); tone.isValid())
            label->setStyleSheet(QStringLiteral("color:%1")
                                     .arg(Theme::current().tokens().strong(static_cast<Tone>(tone.toInt())).name()));
        if (label->textFormat() != Qt::RichText) continue;
        // A label takes the colour of its links when its text is set.
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
    update();
}

void DetailPanel::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, 0, 1, height()), t.line);
}

void DetailPanel::clear()
{
    m_title->setParent(nullptr);
    m_subtitle->setParent(nullptr);
    m_column->removeWidget(m_title);
    m_column->removeWidget(m_subtitle);
    emptyLayout(m_column);
    emptyLayout(m_footerRow);
    m_pills = nullptr;
    m_fields = nullptr;
    setRole(m_title, LabelRole::CardTitle);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(selectable);
    setRole(m_subtitle, LabelRole::Secondary);
    m_subtitle->setWordWrap(true);
    m_subtitle->setTextInteractionFlags(selectable);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    m_column->addLayout(head);
    m_column->addStretch(1);
    m_footer->hide();
    setTitle({});
    m_scroll->ensureVisible(0, 0);
}

void DetailPanel::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_title->setVisible(!title.isEmpty());
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void DetailPanel::addPill(const QString &text, Tone tone)
{
    if (!m_pills) {
        m_pills = new QHBoxLayout;
        m_pills->setSpacing(8);
        m_pills->addStretch(1);
        m_column->insertLayout(m_column->count() - 1, m_pills);
        m_fields = nullptr;
    }
    m_pills->insertWidget(m_pills->count() - 1, new Pill(text, tone));
}

QGridLayout *DetailPanel::fields()
{
    if (!m_fields) {
        m_fields = new QGridLayout;
        m_fields->setHorizontalSpacing(8);
        m_fields->setVerticalSpacing(8);
        m_fields->setColumnMinimumWidth(0, 70);
        m_fields->setColumnStretch(1, 1);
        m_column->insertLayout(m_column->count() - 1, m_fields);
        m_pills = nullptr;
    }
    return m_fields;
}

QLabel *DetailPanel::makeValue(const QString &value)
{
    auto *label = new QLabel(value);
    label->setWordWrap(true);
    label->setTextInteractionFlags(selectable);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

void DetailPanel::addField(const QString &label, const QString &value, Tone tone)
{
    QGridLayout *grid = fields();
    const int row = grid->rowCount();
    auto *name = new QLabel(label);
    setRole(name, LabelRole::Dim);
    QLabel *text = makeValue(value);
    text->setTextFormat(Qt::PlainText);
    text->setAccessibleName(label + QLatin1Char(' ') + value);
    if (tone != Tone::Neutral) {
        text->setProperty(toneProperty, static_cast<int>(tone));
        text->setStyleSheet(QStringLiteral("color:%1").arg(Theme::current().tokens().strong(tone).name()));
    }
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

void DetailPanel::addMonoField(const QString &label, const QString &value)
{
    QGridLayout *grid = fields();
    const int row = grid->rowCount();
    auto *name = new QLabel(label);
    setRole(name, LabelRole::Dim);
    QLabel *text = makeValue(value.size() > 20 ? breakable(value) : value);
    text->setTextFormat(Qt::PlainText);
    text->setFont(Theme::current().font(FontRole::Mono));
    text->setAccessibleName(label + QLatin1Char(' ') + value);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

void DetailPanel::addLinkField(const QString &label, const QString &value, const QString &link)
{
    addField(label, {});
    auto *text = qobject_cast<QLabel *>(fields()->itemAtPosition(fields()->rowCount() - 1, 1)->widget());
    text->setTextFormat(Qt::RichText);
    const auto paint = [text, link, value] {
        text->setText(
            QStringLiteral("<a href=\"%1\" style=\"text-decoration:none;color:%3\">%2</a>")
                .arg(link.toHtmlEscaped(), value.toHtmlEscaped(), Theme::current().tokens().accentText.name()));
    };
    paint();
    // Rich text keeps the colour it was laid out with.
    connect(&Theme::current(), &Theme::changed, text, paint);
    text->setAccessibleName(label + QLatin1Char(' ') + value);
    connect(text, &QLabel::linkActivated, this, &DetailPanel::linkActivated);
}

void DetailPanel::addPillLine(const QString &pill, Tone tone, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(new Pill(pill, tone), 0, Qt::AlignTop);
    QLabel *words = makeValue(text);
    setRole(words, LabelRole::Secondary);
    row->addWidget(words, 1);
    m_column->insertLayout(m_column->count() - 1, row);
    m_fields = nullptr;
    m_pills = nullptr;
}

void DetailPanel::addNote(const QString &title, const QString &text, const QString &linkText, const QString &link)
{
    auto *box = new NoteBox;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    auto *head = new QLabel(title);
    setRole(head, LabelRole::CardTitle);
    head->setWordWrap(true);
    column->addWidget(head);
    QLabel *body = makeValue(text);
    setRole(body, LabelRole::Secondary);
    column->addWidget(body);
    if (!linkText.isEmpty()) {
        auto *button = new QPushButton(linkText);
        setRole(button, ButtonRole::Link);
        connect(button, &QPushButton::clicked, this, [this, link] { Q_EMIT linkActivated(link); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    addWidget(box);
}

void DetailPanel::addSection(const QString &title)
{
    auto *label = new QLabel(title);
    setRole(label, LabelRole::CardTitle);
    label->setContentsMargins(0, 4, 0, 0);
    addWidget(label);
}

void DetailPanel::addText(const QString &text, bool mono, bool strong)
{
    QLabel *label = makeValue(text);
    label->setTextFormat(Qt::PlainText);
    if (mono)
        label->setFont(Theme::current().font(strong ? FontRole::MonoStrong : FontRole::Mono));
    else
        setRole(label, strong ? LabelRole::CardTitle : LabelRole::Secondary);
    addWidget(label);
}

void DetailPanel::addWidget(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
    m_fields = nullptr;
    m_pills = nullptr;
}

QPushButton *DetailPanel::addAction(const QString &objectName, const QString &text, bool primary)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    if (primary) setRole(button, ButtonRole::Primary);
    m_footerRow->addWidget(button);
    m_footer->show();
    return button;
}

void DetailPanel::showPlaceholder(const QString &text)
{
    clear();
    addText(text);
}

}  // namespace lw::ui
