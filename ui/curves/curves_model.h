// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <QObject>

#include <span>
#include <vector>

namespace reluscope::ui {

/// A function of the table as the Curves page shows it.
struct CurveFunction {
    Activation activation;
    bool shown = false;
    int style = 0; ///< run style: colour and dash; of one that is shown, its own
};

/// The state of the Curves page. It outlives the page, which is rebuilt when the language changes,
/// and it is the only thing that the page's controls write to.
class CurvesModel : public QObject {
    Q_OBJECT

  public:
    explicit CurvesModel(QObject* parent = nullptr);

    /// All functions, in the order of the activation table; indices below count in it.
    std::span<const CurveFunction> functions() const { return m_functions; }
    std::vector<CurveFunction> shownFunctions() const;

    void setShown(std::size_t function, bool shown);
    /// Sets the first parameter, which bends the curve.
    void setParameter(std::size_t function, double value);

    /// What the runs of the experiment use, so that a function looks here as its run does on the
    /// other pages. The rest take the styles after the last run's as they are shown.
    void setRunActivations(const std::vector<const ActivationInfo*>& runs);

    double crossHair() const { return m_crossHair; }
    void setCrossHair(double x);

  signals:
    /// Functions, parameters or styles.
    void changed();
    void crossHairMoved(double x);

  private:
    int freeStyle() const;

    std::vector<CurveFunction> m_functions;
    int m_runStyles = 0; ///< styles from here on are no run's
    double m_crossHair = -0.52;
};

} // namespace reluscope::ui
