// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/plain_table.h"

namespace reluscope::ui {

class PropertiesModel;

/// Paints a function's swatch before its name and, where there is room, its mean output as a bar.
class PropertiesDelegate : public QuietDelegate {
    Q_OBJECT

  public:
    /// Of a column with its head.
    struct Widths {
        int usual; ///< with everything on one line
        int least; ///< with words wrapped and without the bar
    };

    PropertiesDelegate(const PropertiesModel& model, QObject* parent);

    Widths widthsOf(int column, const QWidget* table) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintMean(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;

    const PropertiesModel& m_model;
};

} // namespace reluscope::ui
