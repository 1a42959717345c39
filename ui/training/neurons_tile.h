// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/pictures.h"
#include "ui/controls/paced_description.h"
#include "ui/controls/tile.h"
#include "ui/session/run_history.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace reluscope::ui {

class FileDialogs;
class NeuronColumns;
class Segments;
class ZoneLegend;

/// The pre-activations of one hidden layer under its activation, a column for each run: how many
/// lie where no gradient reaches them.
class NeuronsTile : public Tile {
    Q_OBJECT

  public:
    explicit NeuronsTile(FileDialogs& dialogs, QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

    /// What PictureRequest::preActivationsOf is to be: nothing while there is nothing to see.
    std::optional<std::size_t> preActivationsOf() const;

  signals:
    void layerChosen();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Layers {
        std::vector<Activation> activations; ///< of each hidden layer of the run
        std::vector<std::size_t> units;
    };

    std::size_t shownLayer(std::size_t run) const;
    void setUpLayers(std::size_t count);
    void showLayer();
    void showHeader();
    void showLegend();
    QString noteText() const;
    void showSummary();

    FileDialogs& m_dialogs;
    NeuronColumns* m_columns;
    Segments* m_layers = nullptr; ///< only where there is something to choose
    ZoneLegend* m_legend;
    PacedDescription m_summary;
    std::vector<Layers> m_runs;
    std::size_t m_layerCount = 0; ///< hidden layers of the deepest run
    std::size_t m_layer = 0;
    std::size_t m_examples = 0;
};

} // namespace reluscope::ui
