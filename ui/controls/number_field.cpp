// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_field.h"

#include "ui/controls/number_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionFrame>

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal fieldWidth = 72;
constexpr qreal leastWidth = 48;
constexpr qreal crossSide = 14;
constexpr qreal crossGap = 2; ///< between it and the text

/// The next of 1, 2, 5, 10 times a power of ten above or below `value`.
double steppedLogarithmically(double value, int direction) {
    constexpr std::array mantissas{0.5, 1.0, 2.0, 5.0, 10.0};
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double mantissa = value / power;
    constexpr double slack = 1e-9;
    if (direction > 0) {
        const auto* next = std::find_if(mantissas.begin(), mantissas.end(),
                                        [&](double m) { return m > mantissa * (1 + slack); });
        return *next * power;
    }
    const auto previous = std::find_if(mantissas.rbegin(), mantissas.rend(),
                                       [&](double m) { return m < mantissa * (1 - slack); });
    return *previous * power;
}

/// Of what somebody typed or pasted, as much as a sentence can quote.
QString beginningOf(const QString& text) {
    constexpr qsizetype most = 24;
    return text.size() <= most ? text : text.left(most) + QChar(0x2026);
}

/// Drops the noise that sums of decimal steps leave in the last digits.
double rounded(double value) {
    return QString::number(value, 'g', 10).toDouble();
}

} // namespace

NumberField::NumberField(const ValueRange& range, QWidget* parent)
    : QLineEdit(parent)
    , m_range(range)
    , m_value(range.minimum) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    show(m_value);
    connect(this, &QLineEdit::editingFinished, this, &NumberField::commit);
    connect(this, &QLineEdit::textChanged, this, &NumberField::placeCross);
}

void NumberField::setValue(double value) {
    const bool isEdited = isModified() || !m_problem.isEmpty();
    if (value != m_value || !isEdited) {
        show(value);
    }
}

void NumberField::show(double value) {
    m_value = value;
    {
        const QSignalBlocker silence(this);
        setText(exactText(value));
    }
    setProblem({});
}

void NumberField::setRange(const ValueRange& range) {
    m_range = range;
}

QSize NumberField::sizeHint() const {
    return {scaled(this, fieldWidth), QLineEdit::sizeHint().height()};
}

QSize NumberField::minimumSizeHint() const {
    return {scaled(this, leastWidth), QLineEdit::minimumSizeHint().height()};
}

bool NumberField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space) {
            event
                ->ignore(); // No number has a space in it: what Space does elsewhere, it does here.
            return true;
        }
        if (key == Qt::Key_Escape && isModified()) {
            event->accept(); // Escape takes the typing back before it closes anything.
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        step(1);
        break;
    case Qt::Key_Down:
        step(-1);
        break;
    case Qt::Key_Escape:
        if (isModified() || !m_problem.isEmpty()) {
            show(m_value);
        } else {
            QLineEdit::keyPressEvent(event);
        }
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void NumberField::commit() {
    setModified(false);
    const QString found = problemWith(text());
    if (!found.isEmpty()) {
        setProblem(found);
        return;
    }
    const double typed = *numberFromText(text());
    const bool isNew = typed != m_value;
    show(typed);
    if (isNew) {
        emit valueChanged(m_value);
    }
}

void NumberField::step(int direction) {
    const bool logarithmic = m_range.scale == ValueRange::Scale::Logarithmic && m_value > 0;
    const double next = logarithmic ? steppedLogarithmically(m_value, direction)
                                    : m_value + direction * m_range.step;
    const double bounded = rounded(std::clamp(next, m_range.typedMinimum, m_range.typedMaximum));
    if (bounded != m_value) {
        show(bounded);
        selectAll();
        emit valueChanged(m_value);
    }
}

QString NumberField::problemWith(const QString& text) const {
    const std::optional<double> number = numberFromText(text);
    const QString typed = beginningOf(text);
    if (!number && m_range.integersOnly && !text.trimmed().isEmpty()) {
        return tr("“%1” is not a whole number. Write %2.").arg(typed, exactText(m_value));
    }
    if (!number) {
        return text.trimmed().isEmpty()
                   ? tr("Nothing is written. Write a number, such as %1.").arg(exactText(m_value))
                   : tr("“%1” is not a number. Write %2, or 1e−3.").arg(typed, exactText(m_value));
    }
    if (m_range.integersOnly && *number != std::floor(*number)) {
        return tr("“%1” is not a whole number. Write %2.")
            .arg(typed, exactText(std::round(*number)));
    }
    if (*number < m_range.typedMinimum || *number > m_range.typedMaximum) {
        return tr("%1 is out of range. Write %2 to %3.")
            .arg(typed, exactText(m_range.typedMinimum), exactText(m_range.typedMaximum));
    }
    return {};
}

void NumberField::setProblem(const QString& problem) {
    if (problem == m_problem) {
        return;
    }
    m_problem = problem;
    const bool bad = !problem.isEmpty();
    setStyleProperty(this, "bad", bad);
    placeCross();
    setToolTip(problem);
    setAccessibleDescription(problem);
    emit problemChanged(problem);
}

/// Where there is no room for it beside the text, the strong edge and the sentence have to do.
void NumberField::placeCross() {
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect contents = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    constexpr int marginsOfLineEdit = 4;
    const int room = contents.width() - marginsOfLineEdit - fontMetrics().horizontalAdvance(text());
    const int wanted = scaled(this, crossSide + crossGap);
    m_showsCross = !m_problem.isEmpty() && room >= wanted;
    setTextMargins(m_showsCross ? wanted : 0, 0, 0, 0);
    update();
}

void NumberField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    placeCross();
}

void NumberField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!m_showsCross) {
        return;
    }
    const qreal side = crossSide * scaleOf(this);
    QPainter painter(this);
    drawIcon(painter, IconName::Cross, QRectF(8 * scaleOf(this), (height() - side) / 2, side, side),
             Theme::of(this).color(Tone::Text1));
}

} // namespace reluscope::ui
