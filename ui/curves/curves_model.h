// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/normal_input.h"
#include "ui/activation/gradient_zones.h"
#include "ui/curves/tabs/tabs_state.h"

#include <QObject>
#include <QUndoStack>

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
/// and it is the only thing that the page's controls write to. What they set can be undone; where
/// the cross-hair stands is no setting.
class CurvesModel : public QObject {
    Q_OBJECT

  public:
    explicit CurvesModel(QObject* parent = nullptr);

    /// All functions, in the order of the activation table; indices below count in it.
    std::span<const CurveFunction> functions() const { return m_functions; }
    std::vector<CurveFunction> shownFunctions() const;

    void setShown(std::size_t function, bool shown);
    /// Several at once, in one step to undo.
    void setShown(std::span<const std::size_t> functions, bool shown);
    /// Sets the first parameter, which bends the curve. While \p dragging more values of the same
    /// gesture follow, and all are undone together.
    void setParameter(std::size_t function, double value, bool dragging = false);

    /// The share of sup |f'| below which a gradient counts as almost none.
    double tau() const { return m_tau; }
    void setTau(double tau);

    /// The pre-activations whose way through the functions is followed. \p dragging as above.
    const NormalInput& input() const { return m_input; }
    void setInput(const NormalInput& input, bool dragging = false);

    QUndoStack& undoStack() { return m_undoStack; }

    /// What the runs of the experiment use, so that a function looks here as its run does on the
    /// other pages. The rest take the styles after the last run's as they are shown.
    void setRunActivations(const std::vector<const ActivationInfo*>& runs);

    double crossHair() const { return m_crossHair; }
    void setCrossHair(double x);

    /// Whether an experiment trains, which takes a part of the machine from what is measured here.
    bool isTraining() const { return m_isTraining; }
    void setTraining(bool training);

    /// What the tabs below the plots keep for the next of their kind.
    TabsState& tabs() { return m_tabs; }

  signals:
    /// Functions, parameters, styles, tau or the input.
    void changed();
    void crossHairMoved(double x);
    void trainingChanged(bool training);

  private:
    struct FunctionSetting {
        Activation activation;
        bool shown;
        bool operator==(const FunctionSetting&) const = default;
    };
    /// What can be undone. Styles are no part of it: they follow from what is shown.
    struct Settings {
        std::vector<FunctionSetting> functions;
        double tau;
        NormalInput input;
        bool operator==(const Settings&) const = default;
    };

    Settings settings() const;
    void edit(const QString& text, Settings after, const QString& gesture = {});
    void drag(const QString& text, Settings after, bool dragging);
    void take(const Settings& settings);
    bool isTaken(int style) const;
    int freeStyle() const;

    std::vector<CurveFunction> m_functions;
    double m_tau = almostNoGradientShare;
    NormalInput m_input;
    int m_runStyles = 0; ///< styles from here on are no run's
    double m_crossHair = -0.52;
    bool m_isTraining = false;
    QUndoStack m_undoStack;
    int m_gestureNumber = 0;
    TabsState m_tabs;
};

} // namespace reluscope::ui
