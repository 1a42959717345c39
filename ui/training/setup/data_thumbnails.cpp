// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/data_thumbnails.h"

#include "core/data/generated.h"
#include "ui/session/display_names.h"
#include "ui/training/ink_image.h"
#include "ui/training/setup/data_thumbnail.h"

#include <QButtonGroup>
#include <QHBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr std::size_t pointsShown = 90;
constexpr std::size_t imagesShown = 6;

/// A row whose pictures are spread over its width.
QWidget* spread(const std::vector<DataThumbnail*>& pictures) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (DataThumbnail* picture : pictures) {
        if (picture != pictures.front()) {
            layout->addStretch();
        }
        layout->addWidget(picture);
    }
    return row;
}

} // namespace

DataThumbnails::DataThumbnails(QWidget* parent)
    : QWidget(parent)
    , m_sets(new QButtonGroup(this)) {
    m_drawn.source.clear(); // nothing yet
    std::vector<DataThumbnail*> sets;
    for (const GeneratedSource& source : generatedSources()) {
        auto* set = new DataThumbnail;
        set->setObjectName(QStringLiteral("thumbnail_%1").arg(toQString(source.id)));
        set->setName(dataSourceName(source.id));
        m_sets->addButton(set, static_cast<int>(sets.size()));
        sets.push_back(set);
    }
    for (std::size_t i = 0; i < imagesShown; ++i) {
        auto* image = new DataThumbnail;
        image->setEnabled(false);
        m_images.push_back(image);
    }
    m_setRow = spread(sets);
    m_imageRow = spread(m_images);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_setRow);
    layout->addWidget(m_imageRow);
    m_imageRow->hide();
    connect(m_sets, &QButtonGroup::idClicked, this, [this](int set) {
        emit sourceChosen(toQString(generatedSources()[static_cast<std::size_t>(set)].id));
    });
}

void DataThumbnails::showSets(const DataSpec& spec) {
    // A longer split begins with the shorter one, so these are points of the set in use.
    DataSpec few;
    few.train = pointsShown;
    few.test = 1;
    few.noise = spec.noise;
    few.seed = spec.seed;
    const bool isDrawn = m_drawn == few;
    m_drawn = few;
    m_sets->setExclusive(false); // for there may be none to select
    for (QAbstractButton* button : m_sets->buttons()) {
        const auto set = static_cast<std::size_t>(m_sets->id(button));
        const GeneratedSource& source = generatedSources()[set];
        button->setChecked(source.id == spec.source);
        if (!isDrawn) {
            static_cast<DataThumbnail*>(button)->setPoints(generate(source, few).train);
        }
    }
    m_sets->setExclusive(true);
    m_imageRow->hide();
    m_setRow->show();
}

void DataThumbnails::showImages(const Dataset& dataset) {
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        DataThumbnail* picture = m_images[i];
        const bool isThere = i < dataset.train.count();
        picture->setVisible(isThere);
        if (isThere) {
            picture->setImage(inkImage(dataset.example(dataset.train, i), dataset.imageRows,
                                       dataset.imageColumns));
            picture->setName(className(dataset.classNames[dataset.train.labels[i]]));
        }
    }
    m_setRow->hide();
    m_imageRow->show();
}

} // namespace reluscope::ui
