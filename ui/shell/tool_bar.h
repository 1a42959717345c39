// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QMenu;
class QPushButton;

namespace reluscope::ui {

class Divider;
class SpeedControl;
class WindowActions;

/// The player's buttons, and at the right end what concerns the whole window. Where it is narrow,
/// the right end loses its words, then the speed goes, and then all but Run lose theirs.
class ToolBar : public QWidget {
    Q_OBJECT

  public:
    ToolBar(WindowActions& actions, SpeedControl* speed, QMenu* themeMenu, QMenu* languageMenu,
            const QString& language, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QPushButton* makeButton(QAction& action, const char* name);
    void fit();

    Divider* m_speedDivider;
    SpeedControl* m_speed;
    QVector<QPushButton*> m_steps; ///< from Step to New seed
    QPushButton* m_presentation;
    QPushButton* m_language;
    QString m_languageText;
};

} // namespace reluscope::ui
