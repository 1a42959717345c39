// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace reluscope::ui {

/// What stands in a view that has nothing to show: one sentence, and a hint at what to do.
class EmptyState : public QWidget {
    Q_OBJECT

  public:
    explicit EmptyState(const QString& sentence = {}, const QString& hint = {},
                        QWidget* parent = nullptr);

    void setText(const QString& sentence, const QString& hint);

  private:
    QLabel* m_sentence;
    QLabel* m_hint;
};

} // namespace reluscope::ui
