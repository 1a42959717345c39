// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/trainer_thread.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace reluscope::ui {

class ImagePrediction;

/// The first test images and what one of the runs takes them for; as many as fit.
class ImagePredictions : public QWidget {
    Q_OBJECT

  public:
    explicit ImagePredictions(const Dataset& dataset, QWidget* parent = nullptr);

    void setSelectedRun(std::size_t run);
    void showPictures(const Pictures& pictures);

    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showRun();
    int columnsFor(int width) const;

    QStringList m_classNames;
    std::vector<std::uint32_t> m_labels;
    std::vector<ImagePrediction*> m_images;          ///< at least one
    std::vector<std::vector<float>> m_probabilities; ///< per run, as in the newest Pictures
    std::size_t m_selectedRun = 0;
};

} // namespace reluscope::ui
