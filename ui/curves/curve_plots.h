// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace reluscope {
struct ActivationInfo;
}

namespace reluscope::ui {

class CurvesModel;
class FileDialogs;
class GradientZones;
class Plot;
class Series;
class Tile;
class ZoneLegend;
struct CurveFunction;
struct CurveSamples;
struct JumpDisc;

/// The two tiles with f and f' of the shown functions over one x axis, and the cross-hair through
/// both. Samples anew whenever the model or the view changes, so that curves stay sharp.
class CurvePlots : public QWidget {
    Q_OBJECT

  public:
    CurvePlots(CurvesModel& model, FileDialogs& dialogs, QWidget* parent = nullptr);

    Tile* functionTile() const { return m_functionTile; }
    /// Whether the tiles' headers read the values at the cross-hair, for want of another read-out.
    void setValuesInHeaders(bool shown);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    /// The two lines of a function.
    struct Lines {
        const ActivationInfo* info;
        int style;
        Series* f;
        Series* slope;
        bool operator==(const Lines& other) const {
            return info == other.info && style == other.style;
        }
    };

    void setUpPlots();
    void setUpTiles();
    void resample();
    void setLines(const std::vector<CurveFunction>& shown);
    void setRanges(const std::vector<CurveSamples>& curves);
    void setZones(const GradientZones& zones);
    void moveCrossHair();
    void applyScale();

    CurvesModel& m_model;
    Tile* m_functionTile;
    Tile* m_derivativeTile;
    Plot* m_functionPlot;
    Plot* m_derivativePlot;
    ZoneLegend* m_zoneLegend;
    QLabel* m_tauProblem;
    QVBoxLayout* m_layout;
    std::vector<Lines> m_lines;
    bool m_valuesInHeaders = false;
};

} // namespace reluscope::ui
