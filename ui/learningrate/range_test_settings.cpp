// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/range_test_settings.h"

#include "ui/controls/number_field.h"
#include "ui/controls/section_header.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/rate_range_row.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace reluscope::ui {
namespace {

constexpr qreal labelWidth = 66;

} // namespace

RangeTestSettings::RangeTestSettings(RangeTestSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_rates(new RateRangeRow(labelWidth))
    , m_stopAt(new QComboBox)
    , m_button(new QPushButton) {
    m_rates->lowest()->setObjectName(QStringLiteral("rangeTestFrom"));
    m_rates->highest()->setObjectName(QStringLiteral("rangeTestTo"));
    m_stopAt->setObjectName(QStringLiteral("rangeTestStopAt"));
    m_button->setObjectName(QStringLiteral("rangeTestButton"));
    for (const double factor : {2.0, 4.0, 10.0}) {
        m_stopAt->addItem(tr("%1 × best loss").arg(factor), factor);
    }
    m_stopAt->addItem(tr("the last rate"), std::numeric_limits<double>::infinity());
    m_stopAt->setAccessibleName(tr("Stop at"));
    m_stopAt->setToolTip(tr("A run ends where its smoothed loss has grown to so many times the "
                            "best that it had: what follows says nothing about good rates."));

    auto* stop = new QHBoxLayout;
    auto* label = new QLabel(tr("Stop at"));
    label->setFixedWidth(scaled(this, labelWidth));
    label->setBuddy(m_stopAt);
    stop->addWidget(label);
    stop->addWidget(m_stopAt, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(tr("Range test"), tr("one growing rate per run")));
    layout->addWidget(m_rates);
    layout->addLayout(stop);
    layout->addWidget(m_button);

    connect(m_rates, &RateRangeRow::ratesChanged, this, [this](double lowest, double highest) {
        m_spec.from = lowest;
        m_spec.to = highest;
        emit edited(tr("rates of the range test"), m_spec);
    });
    connect(m_stopAt, &QComboBox::activated, this, [this] {
        m_spec.stopAt = m_stopAt->currentData().toDouble();
        emit edited(tr("end of the range test"), m_spec);
    });
    connect(m_button, &QPushButton::clicked, this, &RangeTestSettings::runOrCancel);
    connect(&m_session, &RangeTestSession::stateChanged, this, &RangeTestSettings::showState);
    setSpec({});
    showState();
}

void RangeTestSettings::setSpec(const RangeTestSpec& spec) {
    m_spec = spec;
    m_rates->setRates(spec.from, spec.to);
    m_stopAt->setCurrentIndex(m_stopAt->findData(spec.stopAt));
}

void RangeTestSettings::runOrCancel() {
    if (m_session.isRunning()) {
        m_session.cancel();
    } else {
        m_session.run(m_spec);
    }
}

void RangeTestSettings::showState() {
    const bool isRunning = m_session.isRunning();
    m_rates->setEnabled(!isRunning);
    m_stopAt->setEnabled(!isRunning);
    m_button->setText(isRunning ? tr("Cancel, keep results") : tr("Run range test"));
    m_button->setIcon(icon(isRunning ? IconName::Stop : IconName::Run));
}

} // namespace reluscope::ui
