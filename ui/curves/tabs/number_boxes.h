// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace reluscope::ui {

/// The first of some numbers in memory: a name, and a box for each number, strongly framed where it
/// has been overwritten.
class NumberBoxes : public QWidget {
    Q_OBJECT

  public:
    struct Box {
        QString text;
        bool isOverwritten = false;
        bool operator==(const Box&) const = default;
    };

    explicit NumberBoxes(const QString& name, QWidget* parent = nullptr);

    /// As many are drawn as there is room for. `isCutShort`: there are more numbers than these.
    void setBoxes(std::vector<Box> boxes, bool isCutShort);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont textFont(QFont::Weight weight) const;
    qreal boxWidth() const;

    QString m_name;
    std::vector<Box> m_boxes;
    bool m_isCutShort = false;
};

} // namespace reluscope::ui
