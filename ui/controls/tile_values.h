// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace reluscope::ui {

/// A run's newest figure in a tile's header.
struct TileValue {
    int runIndex = 0;
    QString text{};
    QString shortText{}; ///< taken by all when the full texts do not fit; optional
    QString runName{};   ///< spoken and shown in the tool tip; optional

    bool operator==(const TileValue&) const = default;
};

/// The row of "marker and figure" at the right of a tile's header. When it gets too narrow it
/// takes the short texts, and then leaves out the last runs behind an ellipsis.
class TileValues : public QWidget {
    Q_OBJECT

  public:
    explicit TileValues(QWidget* parent = nullptr);

    void setValues(const QVector<TileValue>& values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    static QString textOf(const TileValue& value, bool shortTexts);
    QVector<qreal> widths(bool shortTexts) const;

    QVector<TileValue> m_values;
};

} // namespace reluscope::ui
