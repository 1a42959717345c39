// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace reluscope::ui {

class SidePanel;

/// Holds the settings at the side of a page. Where the page is narrow they fold away, and come back
/// by a button.
class SetupDrawer : public QWidget {
    Q_OBJECT

  public:
    explicit SetupDrawer(SidePanel* panel, QWidget* parent = nullptr);

    /// Only seen while the settings fold; for a place in the page.
    QPushButton* button() const { return m_button; }
    /// In front of an audience there is nothing to set up.
    void setAvailable(bool isAvailable);
    /// Tells how wide the page is.
    void setRoom(int width);
    bool isFolding() const { return m_isFolding; }

  private:
    void fold();

    QPushButton* m_button;
    bool m_isAvailable = true;
    bool m_isFolding = false; ///< the page is narrow
    bool m_isOpen = false;    ///< though the page is narrow
};

} // namespace reluscope::ui
