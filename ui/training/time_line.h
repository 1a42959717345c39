// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_event.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace reluscope::ui {

/// The whole length of a training, with the epoch that is shown: bars rise where units died, rings
/// where some were revived. The handle goes back in time.
class TimeLine : public QWidget {
    Q_OBJECT

  public:
    explicit TimeLine(QWidget* parent = nullptr);

    void setEvents(const RunEvents& events);
    void setRunHidden(std::size_t run, bool isHidden);
    void setRunCount(std::size_t runs);
    /// Whole epochs done, of so many, and the one of the past that is shown.
    void setEpochs(std::size_t present, std::size_t length, std::optional<std::size_t> past);

    std::size_t shownEpoch() const { return m_past.value_or(m_present); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  signals:
    /// The handle was moved there.
    void epochRequested(std::size_t epoch);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    struct Mark {
        std::size_t epoch;
        std::size_t run;
        std::size_t died = 0;
        std::size_t revived = 0;
    };

    std::size_t length() const;
    QRectF track() const;
    double placeOf(double epoch) const;
    std::size_t epochAt(double x) const;
    void request(std::size_t epoch);
    QFont figureFont() const;
    QFont wordsFont() const;
    void makeRoomForFigure();
    void drawFigure(QPainter& painter) const;
    void drawTrack(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawHandle(QPainter& painter) const;

    std::vector<Mark> m_marks;
    std::vector<bool> m_isHidden;
    std::size_t m_present = 0;
    std::size_t m_length = 0;
    std::optional<std::size_t> m_past;
    int m_figureEnd = 0; ///< and of the words beside it
};

} // namespace reluscope::ui
