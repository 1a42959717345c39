// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_maps.h"

#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 12;
constexpr qreal smallestSide = 96;
constexpr qreal widestForm = 1.4; ///< width by height, before a map looks distorted

} // namespace

RunMaps::RunMaps(const Experiment& experiment, QWidget* parent)
    : LearnedView(parent) {
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        View view{.caption = new RunCaption(static_cast<int>(run), this),
                  .map = new FieldMap(this),
                  .name = toQString(experiment.runs[run].name)};
        view.caption->setName(view.name);
        m_views.push_back(view);
    }
    arrange();
}

void RunMaps::setRunHidden(std::size_t run, bool isHidden) {
    m_views[run].isHidden = isHidden;
    m_views[run].caption->setVisible(!isHidden);
    m_views[run].map->setVisible(!isHidden);
    arrange();
}

QSize RunMaps::minimumSizeHint() const {
    const int side = scaled(this, smallestSide);
    return {2 * side, m_views.empty() ? side : side + m_views.front().caption->sizeHint().height()};
}

void RunMaps::resizeEvent(QResizeEvent*) {
    arrange();
}

void RunMaps::arrange() {
    const auto shown = static_cast<int>(std::ranges::count(m_views, false, &View::isHidden));
    if (shown == 0) {
        return;
    }
    // As large as any number of columns allows.
    const int space = scaled(this, gap);
    const int captionHeight = m_views.front().caption->sizeHint().height();
    int columns = 1;
    QSize size;
    for (int candidate = 1; candidate <= shown; ++candidate) {
        const int rows = (shown + candidate - 1) / candidate;
        const int wide = (width() - (candidate - 1) * space) / candidate;
        const int high = (height() - (rows - 1) * space) / rows - captionHeight;
        const QSize one(std::min(wide, static_cast<int>(widestForm * high)), std::min(high, wide));
        if (one.width() * one.height() > size.width() * size.height()) {
            size = one;
            columns = candidate;
        }
    }
    // What is left over in width goes between the columns, so that edges meet the tile's.
    const int pitch = columns == 1 ? 0 : (width() - size.width()) / (columns - 1);
    const int shownPitch = std::min(pitch, size.width() + 4 * space);
    int index = 0;
    for (const View& view : m_views) {
        if (view.isHidden) {
            continue;
        }
        const int left = (index % columns) * shownPitch;
        const int top = (index / columns) * (size.height() + captionHeight + space);
        view.caption->setGeometry(left, top, size.width(), captionHeight);
        view.map->setGeometry(QRect(QPoint(left, top + captionHeight), size));
        ++index;
    }
}

} // namespace reluscope::ui
