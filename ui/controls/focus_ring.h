// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QVector>
#include <QWidget>

namespace reluscope::ui {

/// The violet ring around the widget that has the focus, shown only when the focus came by
/// keyboard; the widget is scrolled into view. The ring lies over a window's content and lets all
/// input through. Make one per window, as `new FocusRing(window)`; it needs nothing else.
class FocusRing : public QWidget {
    Q_OBJECT

  public:
    explicit FocusRing(QWidget* window);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void onFocusIn(QWidget* widget, Qt::FocusReason reason);
    void follow(QWidget* target);
    void place();

    QPointer<QWidget> m_target;
    QVector<QPointer<QWidget>> m_watched;
};

/// Dynamic property of a widget: its corner radius in designed pixels, if that is not a control's.
inline constexpr char focusRadiusProperty[] = "focusRadius";

/// Dynamic property: how far inside the widget, in designed pixels, what it draws ends.
inline constexpr char focusInsetProperty[] = "focusInset";

} // namespace reluscope::ui
