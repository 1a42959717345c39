// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QString>

class QWidget;

namespace reluscope::ui {

/// The accessible description of a widget whose content is live: assistive technology hears of at
/// most one change a second.
class PacedDescription : public QObject {
    Q_OBJECT

  public:
    explicit PacedDescription(QWidget& widget);

    void setText(const QString& text);

  protected:
    void timerEvent(QTimerEvent* event) override;

  private:
    QWidget& m_widget;
    QString m_text;
    QBasicTimer m_timer;
};

} // namespace reluscope::ui
