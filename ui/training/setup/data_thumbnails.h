// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;

namespace reluscope::ui {

class DataThumbnail;

/// A row of small pictures: the generated sets of two classes to choose from, or the first of the
/// images that are in use.
class DataThumbnails : public QWidget {
    Q_OBJECT

  public:
    explicit DataThumbnails(QWidget* parent = nullptr);

    /// The sets as they are with the noise and the seed of \p spec. Its own source is selected.
    void showSets(const DataSpec& spec);
    void showImages(const Dataset& dataset);

  signals:
    void sourceChosen(const QString& id);

  private:
    QButtonGroup* m_sets;
    QWidget* m_setRow;
    QWidget* m_imageRow;
    std::vector<DataThumbnail*> m_images;
    DataSpec m_drawn; ///< what the sets were drawn with
};

} // namespace reluscope::ui
