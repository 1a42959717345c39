// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace reluscope::ui {

/// A program to read and to copy from, in letters of one width.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Leaves alone what is selected where the text is the same.
    void setCode(const QString& code);

    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void applyScale();
};

} // namespace reluscope::ui
