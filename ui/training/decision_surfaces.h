// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/trainer_thread.h"
#include "ui/plot/field_map.h"
#include "ui/session/run_history.h"

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class RunCaption;

/// The decision surface of every run, side by side, as large as the room allows.
class DecisionSurfaces : public QWidget {
    Q_OBJECT

  public:
    DecisionSurfaces(const Experiment& experiment, const Dataset& dataset,
                     QWidget* parent = nullptr);

    void setRunHidden(std::size_t run, bool isHidden);
    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct View {
        RunCaption* caption;
        FieldMap* map;
        QString name;
        bool isHidden = false;
    };

    void arrange();

    std::vector<View> m_views;
    std::size_t m_classCount;
    std::vector<float> m_field; ///< probabilities of the second class, of the run at hand
};

} // namespace reluscope::ui
