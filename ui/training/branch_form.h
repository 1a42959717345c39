// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <cstddef>
#include <vector>

class QComboBox;

namespace reluscope::ui {

class NumberField;

/// Asks which run goes on from an epoch, and at which learning rate. Deletes itself when it closes.
class BranchForm : public QWidget {
    Q_OBJECT

  public:
    /// A run that can go on, and the rate that it has now.
    struct Parent {
        std::size_t run;
        QString name;
        double learningRate;
    };

    BranchForm(std::size_t epoch, std::vector<Parent> parents, QWidget* parent);

    /// Its lower right corner over the upper right one of \p button.
    void showAbove(const QWidget& button);

  signals:
    void accepted(std::size_t run, double learningRate);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void showRate();
    void accept();

    std::vector<Parent> m_parents;
    QComboBox* m_run;
    NumberField* m_rate;
};

} // namespace reluscope::ui
