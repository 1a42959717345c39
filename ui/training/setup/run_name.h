// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace reluscope::ui {

/// What a run is called, with a small note beside it. A double click, or rename(), turns the name
/// into a field; Enter or leaving takes what was typed, Esc gives it up. What won't do stays in the
/// field, marked.
class RunName : public QWidget {
    Q_OBJECT

  public:
    /// \p problemWith says in a sentence what is wrong with a name; nothing if nothing is.
    explicit RunName(std::function<QString(const QString&)> problemWith, QWidget* parent = nullptr);

    void setName(const QString& name, const QString& note);
    void rename();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void renamed(const QString& name);
    /// Empty once it is gone.
    void problemChanged(const QString& problem);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont nameFont() const;
    void commit();
    void leave();
    void setProblem(const QString& problem);

    std::function<QString(const QString&)> m_problemWith;
    QString m_name;
    QString m_note;
    QLineEdit* m_field;
};

} // namespace reluscope::ui
