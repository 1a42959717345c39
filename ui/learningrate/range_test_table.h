// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/range_test.h"

#include <QString>
#include <QWidget>

#include <array>
#include <optional>
#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace reluscope::ui {

/// How a suggestion is called: by a letter at its place on the curve, and in words.
struct SuggestionKind {
    std::optional<double> RangeTestSuggestions::*rate;
    QString letter;
    QString name;
};

std::array<SuggestionKind, 3> suggestionKinds();

/// The suggested rates, a row a run. Each is a button that makes it the run's own learning rate.
class RangeTestTable : public QWidget {
    Q_OBJECT

  public:
    explicit RangeTestTable(QWidget* parent = nullptr);

    void setRuns(const std::vector<std::string>& names);
    /// \p learningRate is what the run trains with now; unset where there is no such run any more.
    void showRun(std::size_t run, const RangeTestSuggestions& suggestions, bool hasEnded,
                 std::optional<double> learningRate);

  signals:
    void rateChosen(std::size_t run, double rate);

  private:
    struct Row {
        QString name;
        std::array<QPushButton*, 3> buttons;
        std::array<std::optional<double>, 3> rates;
    };

    QPushButton* makeButton(std::size_t run, std::size_t kind);

    QVBoxLayout* m_layout;
    QWidget* m_table = nullptr;
    std::vector<Row> m_rows;
};

} // namespace reluscope::ui
