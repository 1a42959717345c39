// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/number_editor.h"

#include "ui/curves/tabs/evaluation.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal editorWidth = 190;
constexpr qreal leastHeight = 52;
constexpr int longestLine = 2000;

// What is inserted at once takes a millisecond or two.
constexpr int mostCharacters = 4000;
constexpr int mostLines = 150;

/// How much of `text` to insert at once.
qsizetype partSize(const QString& text) {
    int lines = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(text.size(), mostCharacters); ++i) {
        if (text.at(i) == QLatin1Char('\n') && ++lines == mostLines) {
            return i + 1;
        }
    }
    return std::min<qsizetype>(text.size(), mostCharacters);
}

} // namespace

NumberEditor::NumberEditor(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setPlaceholderText(QStringLiteral("−1, 0, 1"));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_rest.isEmpty()) {
            emit numbersChanged();
        }
    });
}

void NumberEditor::startWith(const QString& text) {
    setUndoRedoEnabled(false);
    insertNumbers(text);
}

void NumberEditor::insertNumbers(const QString& text) {
    if (!m_rest.isEmpty() && !textCursor().hasSelection()) {
        m_next += text;
        return;
    }
    m_next.clear();
    m_rest = withShortLines(text);
    m_insertion = textCursor();
    m_insertion.beginEditBlock();
    m_insertion.removeSelectedText();
    insertPart();
    m_insertion.endEditBlock();
}

void NumberEditor::insertPart() {
    const qsizetype size = partSize(m_rest);
    const QString part = m_rest.left(size);
    m_rest.remove(0, size);
    m_insertion.insertText(part);
    if (m_rest.isEmpty()) {
        m_nextPart.stop();
        setUndoRedoEnabled(true);
    } else {
        m_nextPart.start(0, this);
    }
}

void NumberEditor::insertFurtherPart() {
    m_insertion.joinPreviousEditBlock(); // all of it is undone at once
    insertPart();
    m_insertion.endEditBlock();
}

void NumberEditor::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_nextPart.timerId()) {
        insertFurtherPart();
        if (m_rest.isEmpty() && !m_next.isEmpty()) {
            insertNumbers(std::exchange(m_next, {}));
        }
    } else {
        QPlainTextEdit::timerEvent(event);
    }
}

void NumberEditor::setFault(const std::optional<NumberFault>& fault) {
    QList<QTextEdit::ExtraSelection> marks;
    if (fault) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        const int end = document()->characterCount() - 1;
        // Where a number is missing, what follows the gap is marked.
        const auto length = std::max<qsizetype>(1, fault->length);
        mark.cursor.setPosition(std::min(end, static_cast<int>(fault->position)));
        mark.cursor.setPosition(std::min(end, static_cast<int>(fault->position + length)),
                                QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::of(this).color(Tone::Text1));
        marks.append(mark);
    }
    setExtraSelections(marks);
    setStyleProperty(this, "bad", fault.has_value());
}

QSize NumberEditor::sizeHint() const {
    return {scaled(this, editorWidth), scaled(this, leastHeight)};
}

QSize NumberEditor::minimumSizeHint() const {
    return {scaled(this, editorWidth / 2), scaled(this, leastHeight)};
}

void NumberEditor::insertFromMimeData(const QMimeData* source) {
    insertNumbers(source->text());
}

QString withShortLines(const QString& text) {
    QString result;
    result.reserve(text.size() + text.size() / longestLine + 1);
    int column = 0;
    for (const QChar character : text) {
        result += character;
        ++column;
        if (character == QLatin1Char('\n')) {
            column = 0;
        } else if (column >= 2 * longestLine || // a word as long is no number
                   (column >= longestLine && endsNumber(character))) {
            result += QLatin1Char('\n');
            column = 0;
        }
    }
    return result;
}

} // namespace reluscope::ui
