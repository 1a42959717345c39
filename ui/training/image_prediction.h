// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <span>

namespace reluscope::ui {

/// One test image and what a network takes it for.
class ImagePrediction : public QWidget {
    Q_OBJECT

  public:
    explicit ImagePrediction(QWidget* parent = nullptr);

    /// \p pixels rows x columns, of any range, shown as ink on paper.
    void setImage(std::span<const float> pixels, std::size_t rows, std::size_t columns);
    /// The side of the image, in unscaled pixels.
    void setImageSide(qreal side);
    void setPrediction(const QString& predicted, double probability, const QString& actual);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage m_image;
    QString m_predicted;
    QString m_actual;
    double m_probability = 0;
    qreal m_side = 84;
};

} // namespace reluscope::ui
