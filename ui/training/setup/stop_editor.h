// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/stop.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QPushButton;

namespace reluscope::ui {

class NumberField;
struct ValueRange;

/// When a run ends before its epochs do: each rule has a box to tick, and its number beside it.
/// Folded away while there is none and nobody asked for them.
class StopEditor : public QWidget {
    Q_OBJECT

  public:
    explicit StopEditor(QWidget* parent = nullptr);

    /// Shows `rules` without signalling.
    void setRules(const StopRules& rules);
    /// A regression has none.
    void setAccuracyAvailable(bool isAvailable);

  signals:
    void edited(const reluscope::StopRules& rules);

  private:
    void showFold();
    /// A rule as the number in its field.
    struct Row {
        QCheckBox* box;
        NumberField* field;
        std::function<std::optional<double>(const StopRules&)> of;
    };

    void addRow(const QString& text, const QString& hint, const char* objectName,
                const ValueRange& range, double usual,
                std::function<std::optional<double>(const StopRules&)> of,
                std::function<void(StopRules&, std::optional<double>)> set);

    StopRules m_rules;
    QPushButton* m_fold;
    QWidget* m_content;
    QGridLayout* m_grid;
    std::vector<Row> m_rows; ///< accuracy, loss, patience
};

} // namespace reluscope::ui
