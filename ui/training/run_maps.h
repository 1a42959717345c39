// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"
#include "ui/plot/field_map.h"
#include "ui/training/learned_view.h"
#include "ui/training/run_caption.h"

#include <vector>

namespace reluscope::ui {

/// A map for every run, side by side, as large as the room allows.
class RunMaps : public LearnedView {
    Q_OBJECT

  public:
    explicit RunMaps(const Experiment& experiment, QWidget* parent = nullptr);

    void setRunHidden(std::size_t run, bool isHidden) override;

    QSize minimumSizeHint() const override;

  protected:
    struct View {
        RunCaption* caption;
        FieldMap* map;
        QString name;
        bool isHidden = false;
    };

    std::vector<View>& views() { return m_views; }

    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();

    std::vector<View> m_views;
};

} // namespace reluscope::ui
