// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/plain_table.h"

namespace reluscope::ui {

class PropertiesModel;

/// Paints a function's swatch before its name and its mean output as a bar.
class PropertiesDelegate : public QuietDelegate {
    Q_OBJECT

  public:
    PropertiesDelegate(const PropertiesModel& model, QObject* parent);

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
