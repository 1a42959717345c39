// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/diagnosis/pre_activations.h"
#include "ui/activation/curve_sampling.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

namespace reluscope::ui {

class Plot;
class RunCaption;
class Series;

/// Where the pre-activations of a layer lie under its activation, for one run: a histogram, the
/// function over it, the zones without gradient, and their share in figures.
class NeuronView : public QWidget {
    Q_OBJECT

  public:
    NeuronView(int run, const QString& name, QWidget* parent = nullptr);

    /// \p learned: what the layer has learned of the function's first parameter: nothing, one
    /// value, or one for each unit.
    void showPicture(const PreActivations& picture, const Activation& activation,
                     std::span<const float> learned);
    void setDiverged(bool isDiverged);
    /// Words in place of the picture, for a network that has none.
    void setMissing(const QString& words);
    /// What is said of the run besides its name; may be empty.
    void setNote(const QString& note);

    /// The picture in a sentence; empty while there is none.
    QString summary() const;
    /// Whether there is a zone in sight without gradient, or with almost none.
    bool hasZone(bool isHatched) const;
    Plot& plot() { return *m_plot; }

  private:
    void showHistogram(const Histogram& histogram);
    void showFunction(const Activation& activation, std::span<const float> learned, double reach);
    void showShare();

    QString shownName() const;

    QString m_name;
    QString m_note;
    QString m_missing;
    RunCaption* m_caption;
    Plot* m_plot;
    Series* m_histogram;
    Series* m_function;
    std::optional<PreActivations> m_picture;
    bool m_isDiverged = false;

    std::vector<double> m_edges;
    std::vector<double> m_counts;
};

} // namespace reluscope::ui
