// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstddef>
#include <vector>

namespace reluscope::ui {

class NeuronView;

/// The views of all runs side by side, in rows of as many as are wide enough to be read.
class NeuronColumns : public QWidget {
    Q_OBJECT

  public:
    explicit NeuronColumns(QWidget* parent = nullptr);

    /// Takes over views for the runs of another experiment.
    void setViews(std::vector<NeuronView*> views);
    const std::vector<NeuronView*>& views() const { return m_views; }
    void setRunHidden(std::size_t run, bool isHidden);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    int shownCount() const;
    int columnsWithin(int width) const;
    void arrange();

    std::vector<NeuronView*> m_views;
    int m_rows = 1;
};

} // namespace reluscope::ui
