// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup_panel.h"

#include "ui/training/setup/afresh_settings.h"
#include "ui/training/setup/live_settings.h"
#include "ui/training/setup/runs_editor.h"

namespace reluscope::ui {

SetupPanel::SetupPanel(ExperimentDocument& document, DataFiles& files, QWidget* parent)
    : SidePanel(parent)
    , m_live(new LiveSettings(document))
    , m_afresh(new AfreshSettings(document, files)) {
    setObjectName(QStringLiteral("setupPanel"));
    addGroup(m_live);
    addGroup(m_afresh);
    addGroup(new RunsEditor(document));
}

void SetupPanel::showData(const Dataset& dataset) {
    m_live->showData(dataset);
    m_afresh->showData(dataset);
}

} // namespace reluscope::ui
