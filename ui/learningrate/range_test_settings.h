// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/range_test.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace reluscope::ui {

class RangeTestSession;
class RateRangeRow;

/// Over which rates a range test goes and when it has seen enough; begins and ends it.
class RangeTestSettings : public QWidget {
    Q_OBJECT

  public:
    explicit RangeTestSettings(RangeTestSession& session, QWidget* parent = nullptr);

    /// Shows `spec` without signalling; the next test is by it.
    void setSpec(const RangeTestSpec& spec);

  signals:
    /// What the Edit menu calls it, and the settings with it.
    void edited(const QString& text, const reluscope::RangeTestSpec& spec);

  private:
    void runOrCancel();
    void showState();

    RangeTestSession& m_session;
    RangeTestSpec m_spec;
    RateRangeRow* m_rates;
    QComboBox* m_stopAt;
    QPushButton* m_button;
};

} // namespace reluscope::ui
