// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/paced_description.h"
#include "ui/plot/heat_map_painter.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace reluscope::ui {

/// Numbers as colours, in named rows and numbered columns, with a colour bar. The mouse or the
/// arrow keys point at a cell, which somebody else reads out; a click or Enter activates it.
class HeatMap : public QWidget {
    Q_OBJECT

  public:
    explicit HeatMap(QWidget* parent = nullptr);

    void setContent(HeatMapContent content);
    const HeatMapContent& content() const { return m_content; }

    /// Marks a cell that somebody points at, here or in a map of the same cells.
    void setPointedAt(std::optional<QPoint> place);
    std::optional<QPoint> pointedAt() const { return m_pointedAt; }
    /// Where a cell is.
    QRect cell(QPoint place) const;

    /// The picture in words for assistive technology, and a cell in words for who points at it.
    void setSummary(const QString& summary);
    void setCellWords(std::function<QString(QPoint)> words) { m_cellWords = std::move(words); }

    /// Draws it into any painter, for export.
    void renderTo(QPainter& painter, const QRectF& area, const Theme& theme) const;

    QSize minimumSizeHint() const override;

  signals:
    /// The user points at another cell, or at none.
    void pointed(std::optional<QPoint> place);
    void activated(QPoint place);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    HeatMapLayout layOut() const;
    bool isEmpty() const { return m_content.columns == 0 || m_content.rows.isEmpty(); }
    QPoint clamped(QPoint place) const;
    void point(std::optional<QPoint> place);
    void describe();

    HeatMapContent m_content;
    QPoint m_current; ///< where the keyboard is
    std::optional<QPoint> m_pointedAt;
    QString m_summary;
    std::function<QString(QPoint)> m_cellWords;
    PacedDescription m_description;
};

} // namespace reluscope::ui
