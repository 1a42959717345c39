// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/change.h"
#include "core/training/experiment.h"
#include "core/training/pictures.h"
#include "ui/controls/tile.h"
#include "ui/session/run_history.h"

#include <QBasicTimer>
#include <QPointer>

#include <optional>
#include <vector>

namespace reluscope::ui {

class Segments;
class UnitGrid;
class UnitGrids;
class UnitLegend;
class UnitPopup;

/// Every hidden unit by its picture and its state; of large networks one run at a time. A unit that
/// is pointed at is read out, and can be killed and revived.
class UnitsTile : public Tile {
    Q_OBJECT

  public:
    explicit UnitsTile(QWidget* parent = nullptr);
    ~UnitsTile() override;

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Shows a run where only one has room.
    void setSelectedRun(std::size_t run);

    /// Asks for the pictures that it shows; for none while nobody sees it.
    void addTo(PictureRequest& request) const;
    /// Whether there are so many units that only those of one run show.
    bool isOneShown() const { return m_isOneShown; }

    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

  signals:
    /// What addTo() asks for has changed.
    void requestChanged();
    /// A unit was pinned, or the pinned one is no more.
    void pinned(reluscope::UnitPlace place);
    void released();
    void changeRequested(std::size_t run, reluscope::ChangedField field,
                         reluscope::UnitPlace place);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

  private:
    struct Pin {
        std::size_t run;
        UnitPlace place;
    };

    UnitGrid* makeGrid(const Experiment& experiment, std::size_t run, std::size_t examples);
    QWidget* makeHeader(const Experiment& experiment);
    void showOneRun();
    void pin(std::size_t run, UnitPlace place);
    void release();
    void readOut();
    UnitPopup& popup();
    void describe();

    std::vector<UnitGrid*> m_grids; ///< by run
    UnitGrids* m_content = nullptr;
    Segments* m_runs = nullptr; ///< where one run is shown at a time, of several
    UnitLegend* m_legend = nullptr;
    bool m_isOneShown = false;
    std::size_t m_selectedRun = 0;

    QPointer<UnitPopup> m_popup; ///< lies over the whole window, which may go first
    std::optional<std::size_t> m_pointedRun;
    std::optional<Pin> m_pin;

    QBasicTimer m_descriptionClock;
    bool m_isDescriptionStale = false;
};

} // namespace reluscope::ui
