// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/in_place_panel.h"

#include "ui/curves/tabs/number_boxes.h"
#include "ui/curves/tabs/short_float.h"
#include "ui/session/display_names.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace reluscope::ui {

namespace {

// More than fit into the widest window.
constexpr std::size_t mostBoxes = 64;

QLabel* makeLabel(TextRole role) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(label, role);
    return label;
}

/// Whether memory holds something else than before; a NaN is still the same NaN.
bool isOverwritten(float before, float after) {
    return before != after &&
           std::bit_cast<std::uint32_t>(before) != std::bit_cast<std::uint32_t>(after);
}

/// Of the first numbers.
std::vector<NumberBoxes::Box> boxesOf(const std::vector<float>& before,
                                      const std::vector<float>& now) {
    std::vector<NumberBoxes::Box> boxes;
    for (std::size_t i = 0; i < std::min(now.size(), mostBoxes); ++i) {
        boxes.push_back({shortFloat(now[i]), isOverwritten(before[i], now[i])});
    }
    return boxes;
}

QString consequenceOf(const std::vector<float>& before, const std::vector<float>& after) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (isOverwritten(before[i], after[i])) {
            return InPlacePanel::tr(
                       "The backward pass can't find the input any more: x = %1 has become %2.")
                .arg(shortFloat(before[i]), shortFloat(after[i]));
        }
    }
    return InPlacePanel::tr("These numbers stay what they are: here f(x) = x.");
}

} // namespace

InPlacePanel::InPlacePanel(QWidget* parent)
    : QWidget(parent)
    , m_outOfPlace(makeLabel(TextRole::Note))
    , m_input(new NumberBoxes(tr("input")))
    , m_result(new NumberBoxes(tr("result")))
    , m_inPlace(makeLabel(TextRole::Note))
    , m_overwritten(new NumberBoxes(tr("input")))
    , m_consequence(makeLabel(TextRole::Note)) {
    m_outOfPlace->setObjectName(QStringLiteral("outOfPlaceCaption"));
    m_input->setObjectName(QStringLiteral("inputBoxes"));
    m_result->setObjectName(QStringLiteral("resultBoxes"));
    m_inPlace->setObjectName(QStringLiteral("inPlaceCaption"));
    m_overwritten->setObjectName(QStringLiteral("overwrittenBoxes"));
    m_overwritten->setAccessibleName(tr("input after"));
    m_consequence->setObjectName(QStringLiteral("inPlaceConsequence"));
    setAccessibleName(tr("Out of place and in place"));
    setFocusPolicy(Qt::TabFocus); // to be read out, and scrolled to
    auto* layout = new QVBoxLayout(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_outOfPlace, m_input, m_result, m_inPlace,
                                                         m_overwritten, m_consequence}) {
        layout->addWidget(part);
    }
    layout->addStretch(1);
    applyScale();
}

void InPlacePanel::setInput(const std::optional<Activation>& activation,
                            const std::vector<float>& x) {
    setVisible(activation && !x.empty());
    if (isHidden()) {
        return;
    }
    const bool isCutShort = x.size() > mostBoxes;
    std::vector<float> result(x.size());
    activation->apply<float>(x, result);
    m_input->setBoxes(boxesOf(x, x), isCutShort);
    m_result->setBoxes(boxesOf(result, result), isCutShort);

    std::vector<float> overwritten = x;
    activation->applyInPlace<float>(overwritten);
    m_overwritten->setBoxes(boxesOf(x, overwritten), isCutShort);

    m_outOfPlace->setText(
        tr("%1 out of place: the input stays").arg(functionName(*activation->info)));
    const QString torch = toQString(activation->info->torchInPlace(activation->parameters));
    m_inPlace->setText(torch.isEmpty()
                           ? tr("In place (PyTorch has none for it): the input is overwritten")
                           : tr("In place (%1): the input is overwritten").arg(torch));
    m_consequence->setText(consequenceOf(x, overwritten));
    setAccessibleDescription(m_consequence->text());
}

void InPlacePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void InPlacePanel::applyScale() {
    layout()->setContentsMargins({});
    layout()->setSpacing(scaled(this, 2));
}

} // namespace reluscope::ui
