// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/neuron_columns.h"

#include "ui/theme/theme.h"
#include "ui/training/neuron_view.h"

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 12;
constexpr qreal leastWidth = 112;
constexpr qreal leastHeight = 128;

} // namespace

NeuronColumns::NeuronColumns(QWidget* parent)
    : QWidget(parent) {}

void NeuronColumns::setViews(std::vector<NeuronView*> views) {
    for (NeuronView* view : m_views) {
        delete view;
    }
    m_views = std::move(views);
    for (NeuronView* view : m_views) {
        view->setParent(this);
        view->show();
    }
    arrange();
}

void NeuronColumns::setRunHidden(std::size_t run, bool isHidden) {
    m_views[run]->setVisible(!isHidden);
    arrange();
}

int NeuronColumns::shownCount() const {
    return static_cast<int>(
        std::ranges::count_if(m_views, [](const NeuronView* view) { return !view->isHidden(); }));
}

int NeuronColumns::columnsWithin(int width) const {
    const int space = scaled(this, gap);
    const int most = std::max(1, (width + space) / (scaled(this, leastWidth) + space));
    // Rows of equal length, as far as it goes.
    const int shown = std::max(1, shownCount());
    const int rows = (shown + most - 1) / most;
    return (shown + rows - 1) / rows;
}

void NeuronColumns::arrange() {
    const int columns = columnsWithin(width());
    const int rows = std::max(1, (shownCount() + columns - 1) / columns);
    if (rows != m_rows) {
        m_rows = rows;
        updateGeometry();
    }
    const int space = scaled(this, gap);
    const int high = (height() - (rows - 1) * space) / rows;
    // From place to place, so that rounding leaves no pixels over.
    const auto leftOf = [&](int column) { return column * (width() + space) / columns; };
    int index = 0;
    for (NeuronView* view : m_views) {
        if (!view->isHidden()) {
            const int column = index % columns;
            const int left = leftOf(column);
            view->setGeometry(left, (index / columns) * (high + space),
                              leftOf(column + 1) - space - left, high);
            ++index;
        }
    }
}

QSize NeuronColumns::minimumSizeHint() const {
    const int space = scaled(this, gap);
    return {2 * scaled(this, leastWidth) + space,
            m_rows * (scaled(this, leastHeight) + space) - space};
}

void NeuronColumns::resizeEvent(QResizeEvent*) {
    arrange();
}

} // namespace reluscope::ui
