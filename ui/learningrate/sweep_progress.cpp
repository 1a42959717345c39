// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_progress.h"

#include "ui/controls/progress_bar.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/learningrate/sweep_words.h"
#include "ui/session/display_names.h"
#include "ui/session/problem_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reluscope::ui {

SweepProgress::SweepProgress(SweepSession& sweep, QWidget* parent)
    : QWidget(parent)
    , m_sweep(sweep)
    , m_bar(new ProgressBar)
    , m_count(new QLabel)
    , m_left(new QLabel)
    , m_cancel(new QPushButton(icon(IconName::Stop), tr("Cancel, keep results")))
    , m_startOver(new QPushButton(icon(IconName::Rewind), tr("Start over")))
    , m_note(new QLabel) {
    m_count->setObjectName(QStringLiteral("sweepCount"));
    m_cancel->setObjectName(QStringLiteral("sweepCancel"));
    m_startOver->setObjectName(QStringLiteral("sweepStartOver"));
    m_startOver->setToolTip(tr("Drops the results of this sweep, and runs it once more."));
    m_note->setObjectName(QStringLiteral("sweepNote"));
    setTextRole(m_count, TextRole::Value);
    QFont figures = m_count->font();
    figures.setWeight(QFont::Medium);
    m_count->setFont(figures);
    setTextRole(m_left, TextRole::Note);
    setTextRole(m_note, TextRole::Note);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);

    auto* words = new QHBoxLayout;
    words->addWidget(m_count);
    words->addStretch();
    words->addWidget(m_left);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(this, 4), 0, 0);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(m_bar);
    layout->addLayout(words);
    layout->addWidget(m_cancel);
    layout->addWidget(m_startOver);
    layout->addWidget(m_note);

    connect(m_cancel, &QPushButton::clicked, &m_sweep, &SweepSession::cancel);
    connect(m_startOver, &QPushButton::clicked, &m_sweep, &SweepSession::startOver);
    connect(&m_sweep, &SweepSession::resultsChanged, this, &SweepProgress::showState);
    connect(&m_sweep, &SweepSession::stateChanged, this, &SweepProgress::showState);
    showState();
}

QString SweepProgress::noteText() const {
    if (const auto& error = m_sweep.error()) {
        const QString expected = toQString(error->expected());
        return expected.isEmpty() ? problemText(*error)
                                  : QStringLiteral("%1; %2").arg(problemText(*error), expected);
    }
    if (m_sweep.spec().runCount() == 0) {
        return tr("Nothing is ticked: there is nothing to sweep.");
    }
    if (m_sweep.isOutdated()) {
        return m_sweep.isUnderWay()
                   ? tr("The experiment has changed; this sweep goes on with what it began with.")
                   : tr("The experiment has changed since. Run sweeps it as it is now.");
    }
    return m_sweep.isComplete()
               ? tr("Click a cell to open its run in Training.")
               : tr("Coarse to fine: the whole range first, then the rates between.");
}

void SweepProgress::showState() {
    const auto total = static_cast<double>(m_sweep.spec().cellCount());
    m_bar->setShare(total > 0 ? static_cast<double>(m_sweep.results().size()) / total : 0);
    m_count->setText(countWords(m_sweep));
    m_left->setText(timeLeftWords(m_sweep));
    m_cancel->setVisible(m_sweep.isUnderWay());
    m_startOver->setVisible(!m_sweep.isUnderWay() && !m_sweep.results().empty() &&
                            !m_sweep.isOutdated());
    m_note->setText(noteText());
}

} // namespace reluscope::ui
