// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/rate_range_row.h"

#include "ui/controls/number_field.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr ValueRange rateRange{.minimum = 1e-4,
                               .maximum = 100,
                               .scale = ValueRange::Scale::Logarithmic,
                               .typedMinimum = 1e-9,
                               .typedMaximum = 1e6};

} // namespace

RateRangeRow::RateRangeRow(qreal labelWidth, QWidget* parent)
    : QWidget(parent)
    , m_lowest(new NumberField(rateRange))
    , m_highest(new NumberField(rateRange))
    , m_problem(new QLabel) {
    m_lowest->setAccessibleName(tr("Lowest rate"));
    m_highest->setAccessibleName(tr("Highest rate"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setTextRole(m_problem, TextRole::Value);
    m_problem->hide();

    auto* fields = new QHBoxLayout;
    auto* label = new QLabel(tr("Rates"));
    label->setFixedWidth(scaled(this, labelWidth));
    fields->addWidget(label);
    fields->addWidget(m_lowest, 1);
    fields->addWidget(new QLabel(tr("to")));
    fields->addWidget(m_highest, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(fields);
    layout->addWidget(m_problem);
    for (NumberField* field : {m_lowest, m_highest}) {
        connect(field, &NumberField::problemChanged, this, &RateRangeRow::showProblem);
        connect(field, &NumberField::valueChanged, this, &RateRangeRow::commit);
    }
}

void RateRangeRow::setRates(double lowest, double highest) {
    m_lowest->setValue(lowest);
    m_highest->setValue(highest);
    showProblem();
}

void RateRangeRow::commit() {
    showProblem();
    if (m_lowest->value() < m_highest->value()) {
        emit ratesChanged(m_lowest->value(), m_highest->value());
    }
}

void RateRangeRow::showProblem() {
    QString problem = m_lowest->problem().isEmpty() ? m_highest->problem() : m_lowest->problem();
    if (problem.isEmpty() && m_lowest->value() >= m_highest->value()) {
        problem = tr("The second rate must be the higher one.");
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace reluscope::ui
