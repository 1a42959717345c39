// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/decision_surfaces.h"

#include "core/diagnosis/decision_grid.h"
#include "ui/controls/number_text.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/run_caption.h"

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 12;
constexpr qreal smallestSide = 96;
constexpr qreal widestForm = 1.4; ///< width by height, before a surface looks distorted

/// Past so many examples more points would only hide the surface.
constexpr std::size_t mostPoints = 300;

std::vector<ClassPoint> classPoints(const Dataset& dataset) {
    std::vector<ClassPoint> points;
    for (std::size_t i = 0; i < std::min(mostPoints, dataset.train.count()); ++i) {
        const auto example = dataset.example(dataset.train, i);
        points.push_back(
            {.x = example[0], .y = example[1], .positive = dataset.train.labels[i] == 1});
    }
    return points;
}

} // namespace

DecisionSurfaces::DecisionSurfaces(const Experiment& experiment, const Dataset& dataset,
                                   QWidget* parent)
    : QWidget(parent)
    , m_classCount(dataset.classCount) {
    const DecisionGrid grid = makeDecisionGrid(dataset);
    const auto points = classPoints(dataset);
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        View view{.caption = new RunCaption(static_cast<int>(run), this),
                  .map = new FieldMap(this),
                  .name = toQString(experiment.runs[run].name)};
        view.caption->setName(view.name);
        view.map->setObjectName(QStringLiteral("decisionSurface%1").arg(run));
        view.map->setAccessibleName(tr("What it learned"));
        view.map->setExtent(
            QRectF(grid.left, grid.bottom, grid.right - grid.left, grid.top - grid.bottom));
        view.map->setPoints(points);
        m_views.push_back(std::move(view));
    }
    arrange();
}

void DecisionSurfaces::setRunHidden(std::size_t run, bool isHidden) {
    m_views[run].isHidden = isHidden;
    m_views[run].caption->setVisible(!isHidden);
    m_views[run].map->setVisible(!isHidden);
    arrange();
}

void DecisionSurfaces::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < m_views.size(); ++run) {
        View& view = m_views[run];
        const auto& measured = history[run].shown();
        view.map->setDiverged(history[run].divergence().has_value());
        if (history[run].divergence()) {
            view.caption->setFigure(tr("diverged"));
        } else if (measured) {
            const QString accuracy = percentText(measured->measured->testAccuracy.value_or(0));
            view.caption->setFigure(accuracy);
            view.map->setSummary(
                tr("%1: decision surface, test accuracy %2.").arg(view.name, accuracy));
        }
    }
}

void DecisionSurfaces::showPictures(const Pictures& pictures) {
    constexpr int side = static_cast<int>(DecisionGrid::side);
    for (std::size_t run = 0; run < m_views.size(); ++run) {
        const auto& probabilities = pictures.runs[run].outputs;
        m_field.resize(pictures.count);
        for (std::size_t i = 0; i < pictures.count; ++i) {
            m_field[i] = probabilities[i * m_classCount + 1];
        }
        m_views[run].map->setField(m_field, side, side);
    }
}

QSize DecisionSurfaces::minimumSizeHint() const {
    const int side = scaled(this, smallestSide);
    return {2 * side, m_views.empty() ? side : side + m_views.front().caption->sizeHint().height()};
}

void DecisionSurfaces::resizeEvent(QResizeEvent*) {
    arrange();
}

void DecisionSurfaces::arrange() {
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
