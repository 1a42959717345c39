// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace reluscope::ui {

class ExperimentDocument;
class NumberField;
class RunForm;
class RunName;

/// One run of the list: its name, the number of its activation, a menu, and below, while it is
/// open, the form of its own settings.
class RunRow : public QWidget {
    Q_OBJECT

  public:
    RunRow(ExperimentDocument& document, std::size_t run, QWidget* parent = nullptr);

    void showExperiment();

  private:
    void edit(const QString& text, const std::function<void(Experiment&)>& change);
    void fillMenu(QMenu& menu);
    void fillRates(QMenu& menu);
    void setFormOpen(bool isOpen);
    QString problemWith(const QString& name) const;
    const RunSpec& spec() const;

    ExperimentDocument& m_document;
    std::size_t m_run;
    QVBoxLayout* m_layout;
    RunName* m_name;
    QLabel* m_symbol;
    NumberField* m_parameter; ///< where all layers share one activation that has a number
    QLabel* m_problem;
    RunForm* m_form = nullptr; ///< while it is open
};

} // namespace reluscope::ui
