// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/paced_description.h"
#include "ui/session/arrival.h"

#include <QString>
#include <QWidget>

#include <array>
#include <vector>

namespace reluscope::ui {

/// Who is faster: epochs, steps and seconds until each run has reached the target. The best of each
/// column stands out.
class RaceTable : public QWidget {
    Q_OBJECT

  public:
    struct Row {
        int run;
        QString name;
        std::array<QString, 3> figures; ///< empty where it has not arrived
        std::array<bool, 3> isBest;
        QString state; ///< in words, where it has not arrived

        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit RaceTable(QWidget* parent = nullptr);

    /// \p names of the runs; empty for one that is hidden.
    void showRace(const std::vector<RunHistory>& history, const QStringList& names,
                  const RaceTarget& target);
    const std::vector<Row>& rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintRow(QPainter& painter, const Row& row, const QRectF& place) const;
    qreal columnWidth() const;
    void describe();

    QString m_target; ///< in words
    QString m_shortTarget;
    std::vector<Row> m_rows;
    PacedDescription m_description;
};

} // namespace reluscope::ui
