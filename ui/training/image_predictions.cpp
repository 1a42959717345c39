// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/image_predictions.h"

#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/image_prediction.h"

#include <algorithm>
#include <array>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 12;
/// As large as leaves room for enough of them.
constexpr std::array<qreal, 3> imageSides{84, 64, 48};
constexpr int enough = 8;

} // namespace

ImagePredictions::ImagePredictions(const Dataset& dataset, QWidget* parent)
    : LearnedView(parent) {
    for (const std::string& name : dataset.classNames) {
        m_classNames << className(name);
    }
    const std::size_t count = std::min(picturedExamples, dataset.test.count());
    for (std::size_t i = 0; i < count; ++i) {
        auto* image = new ImagePrediction(this);
        image->setImage(dataset.example(dataset.test, i), dataset.imageRows, dataset.imageColumns);
        m_images.push_back(image);
        m_labels.push_back(dataset.test.labels[i]);
    }
}

void ImagePredictions::setSelectedRun(std::size_t run) {
    m_selectedRun = run;
    showRun();
}

void ImagePredictions::showPictures(const Pictures& pictures) {
    if (!pictures.request.outputs) {
        return;
    }
    m_probabilities.resize(pictures.runs.size());
    std::ranges::transform(pictures.runs, m_probabilities.begin(), &RunPictures::outputs);
    showRun();
}

void ImagePredictions::showRun() {
    if (m_selectedRun >= m_probabilities.size()) {
        return;
    }
    const auto classes = static_cast<std::size_t>(m_classNames.size());
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const auto own = std::span(m_probabilities[m_selectedRun]).subspan(i * classes, classes);
        const auto best = std::ranges::max_element(own);
        m_images[i]->setPrediction(m_classNames[best - own.begin()], static_cast<double>(*best),
                                   m_classNames[static_cast<qsizetype>(m_labels[i])]);
    }
}

QSize ImagePredictions::countIn(QSize room) const {
    const int space = scaled(this, gap);
    const QSize cell = m_images.front()->sizeHint();
    return {std::max(1, (room.width() + space) / (cell.width() + space)),
            std::max(1, (room.height() + space) / (cell.height() + space))};
}

QSize ImagePredictions::minimumSizeHint() const {
    return m_images.front()->sizeHint();
}

void ImagePredictions::resizeEvent(QResizeEvent*) {
    for (const qreal side : imageSides) {
        for (ImagePrediction* image : m_images) {
            image->setImageSide(side);
        }
        const QSize count = countIn(size());
        if (count.width() * count.height() >= enough) {
            break;
        }
    }
    const QSize cell = m_images.front()->sizeHint();
    const int space = scaled(this, gap);
    const int columns = countIn(size()).width();
    const int rows = countIn(size()).height();
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const int index = static_cast<int>(i);
        m_images[i]->setVisible(index < rows * columns);
        m_images[i]->setGeometry(QRect(QPoint((index % columns) * (cell.width() + space),
                                              (index / columns) * (cell.height() + space)),
                                       cell));
    }
}

} // namespace reluscope::ui
