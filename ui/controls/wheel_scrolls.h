// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace reluscope::ui {

/// Makes the wheel scroll over everything in an area: a slider or a box of choices that comes to
/// pass under the pointer must not take it and change a setting. Make it once, as
/// `new WheelScrolls(content)`; what is added to the content later is included.
class WheelScrolls : public QObject {
    Q_OBJECT

  public:
    explicit WheelScrolls(QWidget* content);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void watch(QObject* object);
};

} // namespace reluscope::ui
