// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filterbar.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QStringListModel>
#include <QTextCharFormat>

namespace lw::ui {

namespace {

struct Token {
    int start = 0;
    int length = 0;
};

/// The "key:value" words of a line; a value may stand in quotes.
QList<Token> tokensOf(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("(?<!\\S)-?[A-Za-z]+:(?:\"[^\"]*\"?|\\S*)"));
    QList<Token> found;
    for (auto it = pattern.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        found.append({static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())});
    }
    return found;
}

}  // namespace

TokenEdit::TokenEdit(QWidget *parent)
    : QLineEdit(parent), m_completer(new QCompleter(this)), m_words(new QStringListModel(this))
{
    setClearButtonEnabled(true);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setProperty("popup", true);
    m_completer->popup()->setObjectName(QStringLiteral("filterCompletions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TokenEdit::insertCompletion);
    connect(this, &QLineEdit::textEdited, this, &TokenEdit::updateCompletions);
    connect(this, &QLineEdit::textChanged, this, &TokenEdit::colourTokens);
    connect(&Theme::current(), &Theme::changed, this, &TokenEdit::colourTokens);
}

void TokenEdit::setCompletions(std::function<QStringList(const QString &)> completions)
{
    m_completions = std::move(completions);
}

QPair<int, int> TokenEdit::wordAtCursor() const
{
    const QString line = text();
    const int end = cursorPosition();
    int start = end;
    while (start > 0 && !line.at(start - 1).isSpace())
        --start;
    return {start, end - start};
}

void TokenEdit::insertCompletion(const QString &completion)
{
    const auto [start, length] = wordAtCursor();
    QString line = text();
    // A key waits for its value; a finished word gets its space.
    const QString insertion = completion.endsWith(QLatin1Char(':')) ? completion : completion + QLatin1Char(' ');
    line.replace(start, length, insertion);
    setText(line);
    setCursorPosition(start + static_cast<int>(insertion.size()));
    Q_EMIT textEdited(line);
}

void TokenEdit::updateCompletions()
{
    if (!m_completions) return;
    const auto [start, length] = wordAtCursor();
    const QString word = text().mid(start, length);
    QStringList words = word.isEmpty() ? QStringList() : m_completions(word);
    words.removeAll(word);
    m_words->setStringList(words);
    if (words.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(240);
    place.translate(-fontMetrics().horizontalAdvance(word), 4);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_words->index(0));
}

void TokenEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
            case Qt::Key_Escape:
            case Qt::Key_Up:
            case Qt::Key_Down: event->ignore(); return;
            default: break;
        }
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        Q_EMIT textEdited(QString());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool TokenEdit::event(QEvent *event)
{
    // Tab completes while there is something to complete; otherwise it moves on, as everywhere.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && m_words->rowCount() > 0 &&
            m_completer->popup()->isVisible()) {
            if (event->type() == QEvent::KeyPress) {
                const QModelIndex chosen = m_completer->popup()->currentIndex();
                const QString word = (chosen.isValid() ? chosen : m_words->index(0)).data().toString();
                m_completer->popup()->hide();
                insertCompletion(word);
            }
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void TokenEdit::colourTokens()
{
    // The one way to colour parts of a QLineEdit: formats of an empty pre-edit, counted from the cursor.
    if (m_colouring) return;
    m_colouring = true;
    QList<QInputMethodEvent::Attribute> attributes;
    QTextCharFormat format;
    format.setForeground(Theme::current().tokens().accentText);
    for (const Token &token : tokensOf(text()))
        attributes.append(
            {QInputMethodEvent::TextFormat, token.start - cursorPosition(), token.length, QVariant(format)});
    QInputMethodEvent colours(QString(), attributes);
    const bool blocked = blockSignals(true);
    QLineEdit::inputMethodEvent(&colours);
    blockSignals(blocked);
    m_colouring = false;
    update();
}

void TokenEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const QList<Token> tokens = tokensOf(text());
    if (tokens.isEmpty()) return;
    // Chips lie under the letters: multiplied on a light ground, screened on a dark one, so the text stays as drawn.
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setClipRect(rect().adjusted(6, 2, -24, -2));
    painter.setCompositionMode(theme.dark() ? QPainter::CompositionMode_Lighten : QPainter::CompositionMode_Darken);
    painter.setBrush(theme.tokens().accentSoft);
    const int origin = cursorRect().center().x() - fontMetrics().horizontalAdvance(text().left(cursorPosition()));
    for (const Token &token : tokens) {
        const int left = origin + fontMetrics().horizontalAdvance(text().left(token.start));
        const int width = fontMetrics().horizontalAdvance(text().mid(token.start, token.length));
        painter.drawRoundedRect(QRect(left - 3, height() / 2 - 10, width + 6, 20), 4, 4);
    }
}

FilterBar::FilterBar(const QString &objectName, const QString &label, QWidget *parent)
    : QWidget(parent), m_edit(new TokenEdit(this)), m_error(new QLabel(this))
{
    setObjectName(objectName);
    m_edit->setObjectName(objectName + QStringLiteral("Edit"));
    m_edit->setAccessibleName(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit);
    m_error->setObjectName(objectName + QStringLiteral("Error"));
    setRole(m_error, LabelRole::Error);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    setFocusProxy(m_edit);
    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    const auto say = [this] {
        m_pause.stop();
        if (m_edit->text() == m_said) return;
        m_said = m_edit->text();
        Q_EMIT changed(m_said);
    };
    connect(&m_pause, &QTimer::timeout, this, say);
    connect(m_edit, &QLineEdit::returnPressed, this, say);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
    m_pause.stop();
    if (text == m_said) return;
    m_said = text;
    Q_EMIT changed(text);
}

void FilterBar::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void FilterBar::setCompletions(std::function<QStringList(const QString &)> completions)
{
    m_edit->setCompletions(std::move(completions));
}

void FilterBar::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
}

}  // namespace lw::ui
