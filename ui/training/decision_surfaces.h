// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/training/run_maps.h"

#include <vector>

namespace reluscope::ui {

/// The examples of two classes in the plane, as many as leave the surface under them in sight.
std::vector<ClassPoint> classPoints(const Dataset& dataset);

/// The part of the plane that maps of data with two features show.
QRectF planeOf(const Dataset& dataset);

/// The decision surface of every run.
class DecisionSurfaces : public RunMaps {
    Q_OBJECT

  public:
    DecisionSurfaces(const Experiment& experiment, const Dataset& dataset,
                     QWidget* parent = nullptr);

    void addTo(PictureRequest& request) const override { request.outputs = true; }
    void showHistory(const std::vector<RunHistory>& history) override;
    void showPictures(const Pictures& pictures) override;

  private:
    std::size_t m_classCount;
    std::vector<float> m_field; ///< probabilities of the second class, of the run at hand
};

} // namespace reluscope::ui
