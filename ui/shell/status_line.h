// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace reluscope::ui {

class CurvesModel;
class ExperimentDocument;
class RangeTestSession;
class SweepSession;
class TrainingSession;

/// What the program is doing or has just done, in plain words, and what the experiment is.
class StatusLine : public QWidget {
    Q_OBJECT

  public:
    StatusLine(ExperimentDocument& document, TrainingSession& session, CurvesModel& curves,
               SweepSession& sweep, RangeTestSession& rangeTest, QWidget* parent = nullptr);

    /// Some pages have words of their own.
    void setPage(Page page);

    /// Says for a while what has been done, instead of what is being done. Not for the empty words
    /// of menus and buttons that have nothing to say.
    void tell(const QString& done);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void say(const QString& words);
    void showActivity();
    void showExperiment();
    void makeRoom();
    QString activity() const;
    QString curvesHint() const;
    QString rangeTestActivity() const;

    ExperimentDocument& m_document;
    TrainingSession& m_session;
    CurvesModel& m_curves;
    SweepSession& m_sweep;
    RangeTestSession& m_rangeTest;
    Page m_page = Page::Training;
    QTimer* m_telling; ///< runs while what has been done is said
    QLabel* m_activity;
    QLabel* m_experiment;
};

} // namespace reluscope::ui
