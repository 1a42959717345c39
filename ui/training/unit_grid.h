// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"
#include "ui/theme/theme.h"
#include "ui/training/unit_cells.h"
#include "ui/training/unit_layout.h"
#include "ui/training/unit_marks.h"
#include "ui/training/unit_popup.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace reluscope::ui {

class RunCaption;

/// The hidden units of one run as cells, by layer. The mouse or the arrow keys point at a unit,
/// which somebody else reads out; a click or Enter pins it, K kills and R revives it.
class UnitGrid : public QWidget {
    Q_OBJECT

  public:
    UnitGrid(const Experiment& experiment, std::size_t run, std::size_t probedExamples,
             QWidget* parent = nullptr);

    /// Whether a line over the cells says which run they are of.
    void setCaptionShown(bool isShown);
    void setDiverged(bool hasDiverged);
    /// Whether a rule has ended the run, whose units then stay as they are.
    void setStopped(bool isStopped) { m_isStopped = isStopped; }
    void showPictures(const RunPictures& pictures);
    /// Says what it shows to who cannot see it.
    void describe();

    const UnitCounts& counts() const { return m_counts; }
    QString sentence() const;
    UnitReadout readout(UnitPlace place) const;
    /// Where a unit's cell is.
    QRect cell(UnitPlace place) const;
    /// The unit that the mouse, or else the keyboard, points at.
    std::optional<UnitPlace> pointedAt() const;
    void setPinned(std::optional<UnitPlace> place);

    /// Side of the cells, height and width of all that there would be in some room.
    int sideIn(QSize room) const;
    int heightIn(QSize room) const;
    int widthIn(QSize room) const;
    bool isEmpty() const { return m_units.empty(); }

  signals:
    void pointedAtOther();
    void pinRequested(reluscope::UnitPlace place);
    /// Esc was pressed, or a click went beside all cells.
    void releaseRequested();
    void changeRequested(reluscope::ChangedField field, reluscope::UnitPlace place);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    /// The picture of a unit that has just died, which fades.
    struct Drain {
        UnitPlace place;
        QImage picture;
        QElapsedTimer since;
    };

    int captionHeight() const;
    UnitLayout layoutIn(QSize room) const;
    void arrange();
    void redraw();
    void drainThoseThatDie(const std::vector<std::vector<UnitState>>& after);
    void pointAt(std::optional<UnitPlace> hovered);
    void moveTo(UnitPlace place);
    void request(ChangedField field, UnitPlace place);
    void paintDrains(QPainter& painter) const;
    void paintEdge(QPainter& painter, UnitPlace place, Tone tone) const;

    QString m_name;
    std::vector<std::size_t> m_units;
    std::vector<Activation> m_activations;
    std::size_t m_probedExamples;
    RunCaption* m_caption;
    UnitCells m_cells;
    std::vector<std::vector<UnitReading>> m_readings;
    UnitCounts m_counts;

    UnitLayout m_layout;
    QImage m_image; ///< of all cells; null where it must be drawn anew
    std::vector<Drain> m_drains;
    QBasicTimer m_drainClock;

    std::optional<UnitPlace> m_hovered;
    UnitPlace m_current; ///< where the keyboard is
    bool m_isCurrentShown = false;
    std::optional<UnitPlace> m_pinned;
    bool m_isStopped = false;
};

} // namespace reluscope::ui
