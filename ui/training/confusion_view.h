// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "ui/controls/paced_description.h"
#include "ui/training/learned_view.h"

#include <QStringList>

#include <optional>

namespace reluscope::ui {

/// The confusion matrix of one run over the test examples: a row for each class, a column for each
/// that it was taken for. The mouse or the arrow keys read a cell out in words.
class ConfusionView : public LearnedView {
    Q_OBJECT

  public:
    ConfusionView(const Experiment& experiment, const Dataset& dataset, QWidget* parent = nullptr);

    bool isOfOneRun() const override { return true; }
    void setSelectedRun(std::size_t run) override;
    void showHistory(const std::vector<RunHistory>& history) override;

    /// What is said of the cell pointed at, or else of the most frequent mistake.
    QString readout() const;
    /// Where a cell is.
    QRectF cell(int actual, int predicted) const;

    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    struct Cell {
        int actual;
        int predicted;
        bool operator==(const Cell&) const = default;
    };
    /// What of a run is shown.
    struct Content {
        QString name;
        std::optional<ConfusionMatrix> matrix;
        std::size_t epoch = 0;
        bool hasDiverged = false;
    };
    enum class ColumnNames { None, Level, Upright };

    struct Layout {
        QRectF cells;
        ColumnNames names = ColumnNames::None;
    };

    const Content& content() const { return m_runs[m_selectedRun]; }
    int classCount() const { return static_cast<int>(m_classNames.size()); }
    Layout layOut() const;
    qreal nameWidth() const;
    std::optional<Cell> pointedAt() const;
    std::optional<Cell> worstMistake() const;
    QString inWords(Cell cell) const;
    bool areCountsReadable(const QRectF& cell) const;
    void describe();
    void paintNames(QPainter& painter, const Layout& layout) const;
    void paintCells(QPainter& painter, const Layout& layout) const;
    void paintReadout(QPainter& painter, const Layout& layout) const;

    QStringList m_classNames;
    std::vector<Content> m_runs;
    std::size_t m_selectedRun = 0;
    std::optional<Cell> m_hovered;
    Cell m_current{0, 0}; ///< where the keyboard is
    PacedDescription m_description;
};

} // namespace reluscope::ui
