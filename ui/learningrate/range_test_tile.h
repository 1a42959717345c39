// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile.h"
#include "ui/plot/plot.h"

#include <optional>
#include <vector>

class QScrollArea;
class QStackedWidget;

namespace reluscope::ui {

class MessageBar;
class RangeTestSession;
class RangeTestTable;
struct TestedRun;

/// What a range test finds: for each run the smoothed loss while the rate grows, with the suggested
/// rates marked, and these as a table from which they can be taken.
class RangeTestTile : public Tile {
    Q_OBJECT

  public:
    explicit RangeTestTile(RangeTestSession& session, QWidget* parent = nullptr);

    Plot& plot() { return *m_plot; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* makeContent();
    void startOver();
    void showPoints();
    void showLosses();
    void showTable();
    void showState();
    void arrange();
    /// The rate of the step whose loss was not finite.
    std::optional<double> divergedAt(std::size_t run) const;
    QString summary() const;
    QString sentenceOf(std::size_t run) const;

    RangeTestSession& m_session;
    MessageBar* m_message;
    QStackedWidget* m_stack;
    QWidget* m_empty;
    Plot* m_plot;
    RangeTestTable* m_table;
    QScrollArea* m_tableArea;
    QWidget* m_content;
    bool m_hasError = false;
    std::vector<Series*> m_lines; ///< by run
    std::vector<double> m_rates;  ///< of the run at hand
    std::vector<double> m_losses;
};

} // namespace reluscope::ui
