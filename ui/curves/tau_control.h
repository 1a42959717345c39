// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace reluscope::ui {

class CurvesModel;
class NumberField;

/// Sets tau, the share of sup |f'| below which a gradient counts as almost none, where the zone
/// that it decides on is seen.
class TauControl : public QWidget {
    Q_OBJECT

  public:
    explicit TauControl(CurvesModel& model, QWidget* parent = nullptr);

  signals:
    /// What is wrong with the entry, as a sentence; empty when nothing is any more.
    void problemChanged(const QString& problem);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void applyScale();

    QHBoxLayout* m_layout;
    NumberField* m_field;
};

} // namespace reluscope::ui
