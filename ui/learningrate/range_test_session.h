// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learningrate/range_test_worker.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <optional>
#include <vector>

namespace reluscope::ui {

class ExperimentDocument;

/// The bridge between the document, the thread of the range test and the page. What it shows is of
/// one experiment, that which the document had when the test began.
class RangeTestSession : public QObject {
    Q_OBJECT

  public:
    explicit RangeTestSession(ExperimentDocument& document, QObject* parent = nullptr);
    ~RangeTestSession() override;

    /// Tests every run of the document, in place of what was tested before.
    void run(const RangeTestSpec& spec);
    /// Ends it, and keeps what it has found.
    void cancel();
    bool isRunning() const { return m_isRunning; }

    /// Null before the first test.
    const Experiment* experiment() const { return m_experiment ? &*m_experiment : nullptr; }
    const RangeTestSpec& spec() const { return m_spec; }
    const std::vector<TestedRun>& runs() const { return m_runs; }
    /// Whether the document's runs would be tested otherwise by now. The learning rates that they
    /// train with have no part in that.
    bool isOutdated() const;
    /// Why it could not go on, until it is tried again.
    const std::optional<InputError>& error() const { return m_error; }

    /// What a tested run trains with now; unset if the document has no run of its name any more.
    std::optional<double> learningRateOf(std::size_t run) const;
    /// Makes \p rate the learning rate of this run, its own from now on; can be undone.
    void adopt(std::size_t run, double rate);

  signals:
    /// A test began, or the last one was dropped.
    void started();
    void pointsChanged();
    /// Anything else that can be asked changed.
    void stateChanged();

  private:
    std::optional<std::size_t> placeInDocument(std::size_t run) const;
    void drop();
    void startJob();
    void pull();
    void setRunning(bool isRunning);

    ExperimentDocument& m_document;
    RangeTestWorker m_worker;
    QTimer m_clock;
    std::optional<Experiment> m_experiment;
    RangeTestSpec m_spec;
    std::vector<TestedRun> m_runs;
    std::optional<InputError> m_error;
    bool m_isRunning = false;
    bool m_isWorking = false;  ///< a job has been started whose end was not told yet
    bool m_isObsolete = false; ///< what that finds is not wanted any more
};

} // namespace reluscope::ui
