// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/pictures.h"
#include "ui/controls/tile.h"
#include "ui/session/run_history.h"
#include "ui/training/learned_view.h"

#include <functional>
#include <vector>

namespace reluscope::ui {

class Segments;
class UnitChooser;

/// What the networks have learned: decision surfaces for two classes in the plane, curves for a
/// regression of one feature, predictions and the confusion matrix for images, that matrix alone
/// for other classes; and what one hidden unit has, for the same data.
class LearnedTile : public Tile {
    Q_OBJECT

  public:
    explicit LearnedTile(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Shows a run where only one has room.
    void setSelectedRun(std::size_t run);
    /// Shows a unit until it is released, or something else is chosen.
    void pinUnit(UnitPlace place);
    void releaseUnit();

    /// Asks for the pictures that it shows; for none while nobody sees it.
    void addTo(PictureRequest& request) const;
    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

  signals:
    /// What addTo() asks for has changed.
    void requestChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void clear();
    void makeBody(const Experiment& experiment);
    void showChoices();
    void choose(int choice);
    bool isWide() const;
    bool areOutputsTogether() const;
    bool isUnitShown() const;
    int unitChoice() const;
    void forEachView(const std::function<void(LearnedView&)>& visit);

    std::vector<LearnedView*> m_outputs; ///< of whole networks
    QStringList m_names;                 ///< of those, where they don't stand side by side
    LearnedView* m_unit = nullptr;       ///< unless no network has any
    Segments* m_choices = nullptr;
    Segments* m_runs = nullptr;
    UnitChooser* m_chooser = nullptr;
    int m_choice = 0;
    bool m_wasWide = true;
    int m_choiceBeforePin = -1; ///< while a pinned unit is shown
};

} // namespace reluscope::ui
