// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile_values.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QVector>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPainter;
class QToolButton;
class QVBoxLayout;

namespace reluscope::ui {

/// A framed view with a title: the unit that pages are laid out from.
///
/// Header from left to right: title, header widget (segments), note, stretch, values, and while the
/// pointer or the keyboard is in the tile, maximize and "⋯". Enter on the tile maximizes it too.
class Tile : public QWidget {
    Q_OBJECT

  public:
    explicit Tile(const QString& title, QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);
    /// A few words in the header that say what is measured; an empty note takes no room.
    void setNote(const QString& note);
    /// A control after the title, such as Segments. The tile takes ownership.
    void setHeaderWidget(QWidget* widget);
    /// A widget at the right of the header, such as a hatch legend. The tile takes ownership.
    void setTrailingWidget(QWidget* widget);
    void setValues(const QVector<TileValue>& values);

    /// The content. The tile takes ownership and deletes the body it had before. A body that takes
    /// the Tab focus stands for the tile in the tab order.
    void setBody(QWidget* body);
    QWidget* body() const { return m_body; }

    void setMaximizable(bool maximizable);
    /// Changes the maximize button into "Restore"; the page does the maximizing.
    void setMaximized(bool maximized);
    bool isMaximized() const { return m_maximized; }

    // QWidget::addAction(QAction*) fills the "⋯" menu, which only exists if there are actions.

  signals:
    void maximizeRequested();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void actionEvent(QActionEvent* event) override;

  private:
    void applyScale();
    void updateButtons();
    void showMenu();

    QVBoxLayout* m_layout;
    QHBoxLayout* m_header;
    QLabel* m_title;
    QLabel* m_note;
    QWidget* m_headerWidget = nullptr;
    QWidget* m_trailingWidget = nullptr;
    TileValues* m_values;
    QToolButton* m_maximize;
    QToolButton* m_more;
    QWidget* m_body = nullptr;
    bool m_maximizable = true;
    bool m_maximized = false;
    bool m_hovered = false;
};

/// The frame and the ground of a tile, for a widget that is one without a title; what floats over
/// tiles has a stronger frame than they have.
void drawTileGround(QPainter& painter, const QWidget* widget, Tone frame = Tone::Border);

} // namespace reluscope::ui
