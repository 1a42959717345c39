// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/run_name.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal rowHeight = 28;
constexpr qreal leastWidth = 40;
constexpr qreal notePixels = 12;
constexpr qreal gap = 8;

} // namespace

RunName::RunName(std::function<QString(const QString&)> problemWith, QWidget* parent)
    : QWidget(parent)
    , m_problemWith(std::move(problemWith))
    , m_field(new QLineEdit(this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setObjectName(QStringLiteral("renameField"));
    m_field->setAccessibleName(tr("Name of the run"));
    m_field->hide();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::editingFinished, this, &RunName::commit);
}

void RunName::setName(const QString& name, const QString& note) {
    m_name = name;
    m_note = note;
    setToolTip(note.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, note));
    setAccessibleName(toolTip());
    update();
}

void RunName::rename() {
    m_field->setText(m_name);
    m_field->selectAll();
    m_field->show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void RunName::commit() {
    if (m_field->isHidden()) {
        return; // by what was decided before the focus left
    }
    const QString name = m_field->text().trimmed();
    const QString problem = name == m_name ? QString() : m_problemWith(name);
    setProblem(problem);
    if (problem.isEmpty()) {
        leave();
        if (name != m_name) {
            emit renamed(name);
        }
    }
}

void RunName::leave() {
    setProblem({});
    m_field->hide();
}

void RunName::setProblem(const QString& problem) {
    setStyleProperty(m_field, "bad", !problem.isEmpty());
    emit problemChanged(problem);
}

QFont RunName::nameFont() const {
    QFont result = font();
    result.setWeight(QFont::Medium);
    return result;
}

QSize RunName::sizeHint() const {
    return {scaled(this, leastWidth), scaled(this, rowHeight)};
}

QSize RunName::minimumSizeHint() const {
    return sizeHint();
}

bool RunName::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunName::mouseDoubleClickEvent(QMouseEvent*) {
    rename();
}

void RunName::resizeEvent(QResizeEvent*) {
    m_field->setGeometry(rect());
}

void RunName::paintEvent(QPaintEvent*) {
    if (!m_field->isHidden()) {
        return;
    }
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(nameFont());
    painter.setPen(theme.color(Tone::Text1));
    const QString name = painter.fontMetrics().elidedText(m_name, Qt::ElideRight, width());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, name);

    const int left = painter.fontMetrics().horizontalAdvance(name) + scaled(this, gap);
    QFont small = font();
    small.setPixelSize(scaled(this, notePixels));
    painter.setFont(small);
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_note, Qt::ElideRight, width() - left));
}

} // namespace reluscope::ui
