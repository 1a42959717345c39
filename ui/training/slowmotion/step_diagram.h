// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/step_trace.h"
#include "ui/controls/paced_description.h"
#include "ui/training/slowmotion/step_phase.h"

#include <QWidget>

#include <optional>

namespace reluscope::ui {

class Theme;

/// A network as layers of nodes with what a phase of a step puts there. The mouse or the arrow keys
/// choose a unit, and with Shift one of its incoming weights; near a line the mouse chooses both.
class StepDiagram : public QWidget {
    Q_OBJECT

  public:
    explicit StepDiagram(QWidget* parent = nullptr);

    /// Null shows nothing. It must stay as it is until the next.
    void setTrace(const StepTrace* trace);
    void setPhase(StepPhase phase);
    void setExample(std::size_t example);

    /// What is chosen, or the mouse points at.
    StepPlace place() const { return m_hovered.value_or(m_chosen); }
    void setPlace(StepPlace place);
    /// Where the node of a unit is; layer 0 are the features, the one past the last the loss.
    QRectF node(std::size_t layer, std::size_t unit) const;

    /// What the chosen place says, for who cannot see it.
    void setSummary(const QString& summary) { m_summary.setText(summary); }

    QSize minimumSizeHint() const override;

  signals:
    void placeChanged();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    struct Form {
        qreal pitch; ///< from column to column
        QSizeF node;
        bool hasNumbers;
        bool hasPairs; ///< two numbers in a node
    };
    /// What a node says.
    struct Content {
        std::optional<double> left;
        std::optional<double> right;
        bool isFlat = false; ///< f'(z) = 0
    };

    bool isPartial() const; ///< whether some units are left out
    qreal headHeight() const;
    Form form() const;
    Content contentOf(std::size_t layer, std::size_t unit) const;
    double lineOf(std::size_t layer, std::size_t unit, std::size_t in) const;
    std::optional<StepPlace> at(QPointF position) const;
    void hover(std::optional<StepPlace> place);
    void paintLines(QPainter& painter, const Theme& theme) const;
    void paintLine(QPainter& painter, const Theme& theme, StepPlace line, double share,
                   bool isProminent) const;
    void paintNode(QPainter& painter, const Theme& theme, std::size_t layer,
                   std::size_t unit) const;
    void paintHeads(QPainter& painter, const Theme& theme) const;
    void paintLoss(QPainter& painter, const Theme& theme) const;
    QString headOf(std::size_t layer) const;
    QString legendOf(std::size_t layer) const;

    const StepTrace* m_trace = nullptr;
    StepPhase m_phase = StepPhase::Forward;
    std::size_t m_example = 0;
    StepPlace m_chosen;
    std::optional<StepPlace> m_hovered;
    PacedDescription m_summary;
};

} // namespace reluscope::ui
