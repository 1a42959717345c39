// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QSize>

#include <functional>

class QCPPainter;
class QWidget;

namespace reluscope::ui {

class HeatMap;
class Plot;

/// Something in the window that can be exported as a picture: anything that knows how to paint
/// itself, in the light theme and at another size, into a painter of QCustomPlot's kind.
class PictureSource {
  public:
    PictureSource(Plot& plot);   // NOLINT(google-explicit-constructor): a plot is one,
    PictureSource(HeatMap& map); // NOLINT(google-explicit-constructor): and so is a map

    /// Null once it has gone.
    QWidget* widget() const { return m_widget; }
    /// Covers all of \p size, the ground included.
    void paint(QCPPainter& painter, QSize size) const { m_paint(painter, size); }

  private:
    QPointer<QWidget> m_widget;
    std::function<void(QCPPainter&, QSize)> m_paint;
};

} // namespace reluscope::ui
