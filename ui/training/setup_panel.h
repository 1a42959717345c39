// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/controls/side_panel.h"

namespace reluscope::ui {

class AfreshSettings;
class DataFiles;
class ExperimentDocument;
class LiveSettings;

/// Everything about an experiment that can be chosen: what changes at once, what starts afresh, and
/// the runs.
class SetupPanel : public SidePanel {
    Q_OBJECT

  public:
    SetupPanel(ExperimentDocument& document, DataFiles& files, QWidget* parent = nullptr);

    void showData(const Dataset& dataset);

  private:
    LiveSettings* m_live;
    AfreshSettings* m_afresh;
};

} // namespace reluscope::ui
