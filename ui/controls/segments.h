// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace reluscope::ui {

/// A segmented control: a few exclusive choices in one frame, such as "Layer 1 | Layer 2".
class Segments : public QWidget {
    Q_OBJECT

  public:
    explicit Segments(const QStringList& labels = {}, QWidget* parent = nullptr);

    /// Keeps the current index where the new labels still have it, else takes the last one.
    void setLabels(const QStringList& labels);
    int count() const;
    int currentIndex() const;
    /// Selects without signalling.
    void setCurrentIndex(int index);

  signals:
    void selected(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QHBoxLayout* m_layout;
    QButtonGroup* m_group;
};

} // namespace reluscope::ui
