// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QPlainTextEdit>
#include <QTextCursor>

#include <optional>

namespace reluscope::ui {

struct NumberFault;

/// Takes a list of numbers, typed or pasted. A long one is inserted in parts, between which the
/// window goes on.
class NumberEditor : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit NumberEditor(QWidget* parent = nullptr);

    /// The first text, which no undo takes away.
    void startWith(const QString& text);
    /// In place of what is selected and all that is still being inserted; where nothing is
    /// selected, after that.
    void insertNumbers(const QString& text);

    /// Underlines what is no number.
    void setFault(const std::optional<NumberFault>& fault);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The text is another one, and whole.
    void numbersChanged();

  protected:
    void insertFromMimeData(const QMimeData* source) override;
    void timerEvent(QTimerEvent* event) override;

  private:
    void insertPart();
    void insertFurtherPart();

    QString m_rest; ///< is still to be inserted
    QString m_next; ///< comes after it
    QTextCursor m_insertion;
    QBasicTimer m_nextPart;
};

/// `text` with line ends after separators, so that no line is long: a line is laid out as a whole
/// each time it changes.
QString withShortLines(const QString& text);

} // namespace reluscope::ui
