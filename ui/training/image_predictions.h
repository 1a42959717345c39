// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/training/learned_view.h"

#include <QStringList>

#include <vector>

namespace reluscope::ui {

class ImagePrediction;

/// The first test images and what one of the runs takes them for; as many as fit.
class ImagePredictions : public LearnedView {
    Q_OBJECT

  public:
    explicit ImagePredictions(const Dataset& dataset, QWidget* parent = nullptr);

    bool isOfOneRun() const override { return true; }
    void setSelectedRun(std::size_t run) override;
    void addTo(PictureRequest& request) const override { request.outputs = true; }
    void showPictures(const Pictures& pictures) override;

    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showRun();
    /// How many columns and rows of what ImagePrediction::sizeHint() is there is room for.
    QSize countIn(QSize room) const;

    QStringList m_classNames;
    std::vector<std::uint32_t> m_labels;
    std::vector<ImagePrediction*> m_images;          ///< at least one
    std::vector<std::vector<float>> m_probabilities; ///< per run, as in the newest Pictures
    std::size_t m_selectedRun = 0;
};

} // namespace reluscope::ui
