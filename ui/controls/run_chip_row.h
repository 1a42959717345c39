// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

class QHBoxLayout;
class QScrollArea;

namespace reluscope::ui {

class LineLegend;
class RunChip;

struct RunChipContent {
    QString name;
    QString state;
    bool hidden = false;
};

/// The row of chips over the tiles: the key to all plots. When it is too narrow the chips shorten
/// their states first, and then the row scrolls (wheel, or Tab to a chip).
class RunChipRow : public QWidget {
    Q_OBJECT

  public:
    explicit RunChipRow(QWidget* parent = nullptr);

    /// Chip i is drawn in the style of run i.
    void setRuns(const QVector<RunChipContent>& runs);
    void setState(int run, const QString& state);
    void setRunHidden(int run, bool hidden);
    /// Selects without signalling; -1 selects none.
    void setSelectedRun(int run);
    int selectedRun() const { return m_selected; }
    RunChip* chip(int run) const { return m_chips.value(run); }

    /// A widget at the left, such as a "Setup" button. The row takes ownership.
    void setLeadingWidget(QWidget* widget);
    /// Whether "— test — training" stands at the right.
    void setLineLegendVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void runSelected(int run);
    void hideRequested(int run, bool hidden);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    RunChip* makeChip(int run, const QString& name);
    void applyScale();

    QHBoxLayout* m_layout;
    QWidget* m_leading = nullptr;
    QScrollArea* m_scroll;
    QHBoxLayout* m_chipLayout;
    LineLegend* m_legend;
    QVector<RunChip*> m_chips;
    int m_selected = -1;
};

} // namespace reluscope::ui
