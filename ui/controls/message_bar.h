// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace reluscope::ui {

/// Tells what went wrong and what to do, without stopping anything. Hidden until it has a message.
class MessageBar : public QWidget {
    Q_OBJECT

  public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Replaces the message shown, if any, and tells assistive technology.
    void showMessage(const QString& sentence, const QString& hint = {});
    QString sentence() const;

  public slots:
    void dismiss();

  signals:
    void dismissed();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void applyScale();

    QLabel* m_sentence;
    QLabel* m_hint;
    QToolButton* m_close;
};

} // namespace reluscope::ui
