// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/code_view.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>

namespace reluscope::ui {

namespace {

constexpr qreal letterPixels = 12;

} // namespace

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    applyScale();
}

void CodeView::setCode(const QString& code) {
    if (code != toPlainText()) {
        setPlainText(code);
    }
}

QSize CodeView::minimumSizeHint() const {
    return {scaled(this, 100), scaled(this, 60)};
}

void CodeView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
}

/// The document's font: the widget's own says how large everything is.
void CodeView::applyScale() {
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPixelSize(scaled(this, letterPixels));
    if (document()->defaultFont() != code) {
        document()->setDefaultFont(code);
    }
}

} // namespace reluscope::ui
