// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace reluscope::ui {

struct CostRow {
    QString name;
    int style = 0;
    /// Of f and of f', in ns an element; nothing while they are being measured.
    std::optional<std::array<double, 2>> costs{};
    bool operator==(const CostRow&) const = default;
};

/// A row a function with two bars, what f and f' cost, on one scale, and through all of them a line
/// at what copying costs.
class CostBars : public QWidget {
    Q_OBJECT

  public:
    explicit CostBars(QWidget* parent = nullptr);

    /// \p copy in ns an element; nothing while no function has been measured.
    void setRows(std::vector<CostRow> rows, std::optional<double> copy);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe();
    double largest() const;
    qreal nameWidth() const;
    qreal rowHeight() const;
    void paintHead(QPainter& painter, const QRectF& place, const QString& title,
                   const QString& shortTitle) const;
    void paintBar(QPainter& painter, const QRectF& place, const CostRow& row, double cost) const;

    std::vector<CostRow> m_rows;
    std::optional<double> m_copy;
};

} // namespace reluscope::ui
