// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QAbstractButton>
#include <QImage>

namespace reluscope::ui {

/// A small picture of data: points of two classes in the plane, or one image.
class DataThumbnail : public QAbstractButton {
    Q_OBJECT

  public:
    explicit DataThumbnail(QWidget* parent = nullptr);

    /// \p name what the picture is of, for the tool tip and for assistive technology.
    void setName(const QString& name);
    void setPoints(const Examples& points);
    void setImage(const QImage& image);

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintPoints(QPainter& painter) const;

    Examples m_points;
    QImage m_image;
};

} // namespace reluscope::ui
