// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/empty_state.h"

#include "ui/theme/style_sheet.h"

#include <QLabel>
#include <QVBoxLayout>

namespace reluscope::ui {

namespace {

QLabel* makeLine(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

EmptyState::EmptyState(const QString& sentence, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_sentence(makeLine(this))
    , m_hint(makeLine(this)) {
    setTextRole(m_sentence, TextRole::Secondary);
    setTextRole(m_hint, TextRole::Hint);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(m_sentence);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    setText(sentence, hint);
}

void EmptyState::setText(const QString& sentence, const QString& hint) {
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(hint);
}

} // namespace reluscope::ui
