// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace reluscope::ui {

struct ReadoutRow {
    QString name;
    int style = 0;
    QString f;
    QString slope;
    bool hasGradient = true;
    bool operator==(const ReadoutRow&) const = default;
};

/// f and f' of each function at the cross-hair. Painted in one go, because it changes with every
/// pixel that the cross-hair moves.
class ReadoutTable : public QWidget {
    Q_OBJECT

  public:
    explicit ReadoutTable(QWidget* parent = nullptr);

    void setRows(std::vector<ReadoutRow> rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintRow(QPainter& painter, const ReadoutRow& row, const QRectF& place) const;
    qreal columnWidth() const;

    std::vector<ReadoutRow> m_rows;
};

} // namespace reluscope::ui
