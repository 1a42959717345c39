// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace reluscope::ui {

/// "■ words": how every key says what a mark means, and every header whose a figure is. Measures
/// and paints it in the font and the scale of a widget, over its whole height.
class KeyEntry {
  public:
    /// In unscaled pixels.
    struct Measures {
        qreal swatch; ///< its width
        qreal gap;    ///< before the words
        QFont::Weight weight = QFont::Normal;
    };

    KeyEntry(const QWidget* widget, const Measures& measures);

    qreal widthOf(const QString& words) const;
    /// The words of an entry that may be so wide, cut where they are too long.
    QString elided(const QString& words, qreal width) const;

    /// Paints one entry from \p left on, the words in the pen that is set; returns where it ends.
    /// \p paintSwatch gets the place of the swatch and may change pen and brush.
    qreal paint(QPainter& painter, qreal left, const QString& words,
                const std::function<void(const QRectF&)>& paintSwatch) const;
    /// The same for words alone, such as an ellipsis.
    qreal paintWords(QPainter& painter, qreal left, const QString& words) const;
    qreal widthOfWords(const QString& words) const;

    /// How high a key is.
    int height() const;

  private:
    const QWidget* m_widget;
    QFont m_font;
    qreal m_swatch;
    qreal m_gap;
};

} // namespace reluscope::ui
