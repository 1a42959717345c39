// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/input_distribution_tab.h"

#include "ui/activation/curve_sampling.h"
#include "ui/controls/number_text.h"
#include "ui/controls/scroll_area.h"
#include "ui/controls/value_row.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/input_analyzer.h"
#include "ui/curves/tabs/moments_table.h"
#include "ui/curves/tabs/output_columns.h"
#include "ui/plot/plot.h"
#include "ui/session/display_names.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace reluscope::ui {

namespace {

constexpr ValueRange meanRange{
    .minimum = -5, .maximum = 5, .step = 0.1, .typedMinimum = -100, .typedMaximum = 100};
constexpr ValueRange deviationRange{.minimum = 0.01,
                                    .maximum = 100,
                                    .scale = ValueRange::Scale::Logarithmic,
                                    .typedMinimum = 1e-3,
                                    .typedMaximum = 1e3};

/// Of the input, on both sides of its mean.
constexpr double shownDeviations = 4;
constexpr int densityPoints = 129;
constexpr double densityHeight = 0.4; ///< of the plot
constexpr double rangePadding = 0.08;

// In designed pixels. Narrower than this the table stands below the picture.
constexpr qreal leastInOneRow = 920;
constexpr qreal pictureHeight = 150;
constexpr qreal leastPicture = 110;
constexpr qreal gap = 20;
constexpr int pictureStretch = 9;
constexpr int tableStretch = 11;

constexpr int digits = 3;

QLabel* makeTitle(const QString& text) {
    auto* title = new QLabel(text);
    title->setTextFormat(Qt::PlainText);
    setTextRole(title, TextRole::Note);
    return title;
}

/// A mean whose terms cancel leaves their rounding errors.
double withoutNoise(const ActivationMoments& moments) {
    constexpr double noise = 1e-12;
    return std::abs(moments.value) < noise * std::sqrt(moments.valueSquared) ? 0 : moments.value;
}

MomentsRow rowOf(const CurveFunction& function, const InputAnswer& answer) {
    return {.name = functionName(*function.activation.info),
            .style = function.style,
            .figures = {numberText(withoutNoise(answer.moments), digits),
                        numberText(answer.moments.valueSquared, digits),
                        numberText(answer.moments.slopeSquared, digits),
                        percentText(answer.noGradient), percentText(answer.littleGradient)},
            .variances = answer.variances};
}

} // namespace

InputDistributionTab::InputDistributionTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_analyzer(new InputAnalyzer(this))
    , m_mean(new ValueRow(tr("Mean μ"), meanRange))
    , m_deviation(new ValueRow(tr("Std. dev. σ"), deviationRange))
    , m_plot(new Plot)
    , m_columns(new OutputColumns(*m_plot))
    , m_table(new MomentsTable)
    , m_tableScroll(makeScrollArea(m_table))
    , m_controls(makeControls())
    , m_picture(makePicture())
    , m_layout(new QGridLayout) {
    setObjectName(QStringLiteral("inputDistributionTab"));
    m_table->setObjectName(QStringLiteral("momentsTable"));
    m_tableScroll->setObjectName(QStringLiteral("momentsScrollArea"));
    m_tableScroll->setAccessibleName(m_table->accessibleName());
    m_tableScroll->setFocusPolicy(Qt::StrongFocus);
    m_tableScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);

    auto* content = new QWidget;
    content->setLayout(m_layout);
    m_layout->setContentsMargins({});
    m_layout->addWidget(m_controls, 0, 0);
    m_layout->addWidget(m_picture, 1, 0);
    m_layout->setColumnStretch(0, pictureStretch);
    m_layout->setRowStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(makeScrollArea(content));

    for (ValueRow* row : {m_mean, m_deviation}) {
        connect(row, &ValueRow::valueChanged, this, [this](double, bool dragging) {
            m_model.setInput({m_mean->value(), m_deviation->value()}, dragging);
        });
    }
    connect(&m_model, &CurvesModel::changed, this, [this] {
        showInput();
        ask();
    });
    connect(m_analyzer, &InputAnalyzer::answered, this, &InputDistributionTab::showAnswers);
    arrange();
}

QWidget* InputDistributionTab::makeControls() {
    showInput();
    m_mean->field()->setObjectName(QStringLiteral("inputMeanField"));
    m_mean->slider()->setObjectName(QStringLiteral("inputMeanSlider"));
    m_deviation->field()->setObjectName(QStringLiteral("inputDeviationField"));
    m_deviation->slider()->setObjectName(QStringLiteral("inputDeviationSlider"));
    auto* controls = new QWidget;
    auto* layout = new QHBoxLayout(controls);
    layout->setContentsMargins({});
    layout->addWidget(m_mean, 1, Qt::AlignTop);
    layout->addWidget(m_deviation, 1, Qt::AlignTop);
    m_mean->setToolTip(tr("Of the pre-activation z ~ N(μ, σ²)"));
    m_deviation->setToolTip(m_mean->toolTip());
    return controls;
}

QWidget* InputDistributionTab::makePicture() {
    m_plot->setObjectName(QStringLiteral("inputDistributionPlot"));
    m_plot->setAccessibleName(tr("f over the density of z"));
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.lastTick = tr("z = %1"), .grid = true});
    m_plot->setAxis(PlotAxis::Y, {.grid = true});
    m_plot->setZeroLines(true, true);
    m_columns->setObjectName(QStringLiteral("outputColumns"));

    auto* picture = new QWidget;
    m_pictureLayout = new QHBoxLayout(picture);
    m_pictureLayout->setContentsMargins({});
    const auto add = [this](const QString& title, QWidget* widget) {
        auto* part = new QVBoxLayout;
        part->setSpacing(0);
        part->addWidget(makeTitle(title));
        part->addWidget(widget, 1);
        m_pictureLayout->addLayout(part, 1);
    };
    add(tr("f and the density of z"), m_plot);
    add(tr("Density of f(z)"), m_columns);
    return picture;
}

void InputDistributionTab::showInput() {
    m_mean->setValue(m_model.input().mean);
    m_deviation->setValue(m_model.input().deviation);
}

void InputDistributionTab::ask() {
    if (!isVisible()) {
        return;
    }
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    InputQuestion question{.functions = {},
                           .input = m_model.input(),
                           .tau = m_model.tau(),
                           .outputs = drawCurves(shown)};
    for (const CurveFunction& function : shown) {
        question.functions.push_back(function.activation);
    }
    m_analyzer->ask(question);
}

Interval InputDistributionTab::drawCurves(const std::vector<CurveFunction>& shown) {
    const auto [mean, deviation] = m_model.input();
    const double reach = shownDeviations * deviation;
    const Interval visible{mean - reach, mean + reach};
    std::vector<CurveFunction> ordered = shown;
    std::ranges::stable_sort(ordered, {}, &CurveFunction::style);
    m_plot->clearSeries();
    Series& density = m_plot->addSeries(0, SeriesRole::Backdrop);
    std::optional<Interval> values;
    for (const CurveFunction& function : ordered) {
        const CurveSamples samples = sampleCurve(function.activation, visible);
        Series& curve = m_plot->addSeries(function.style, SeriesRole::Curve);
        curve.setName(functionName(*function.activation.info));
        curve.setData(samples.x, samples.f);
        values = unite(values, extentOf(samples.f));
    }
    const Interval range = padded(values.value_or(Interval{-1, 1}), rangePadding);
    m_plot->setRange(PlotAxis::X, visible);
    m_plot->setRange(PlotAxis::Y, range);

    std::vector<double> z;
    std::vector<double> height;
    for (int i = 0; i < densityPoints; ++i) {
        const double t = std::lerp(-shownDeviations, shownDeviations,
                                   static_cast<double>(i) / (densityPoints - 1));
        z.push_back(mean + deviation * t);
        height.push_back(range.lower + densityHeight * range.size() * std::exp(-t * t / 2));
    }
    density.setData(z, height);
    density.setArea(range.lower);
    return range;
}

void InputDistributionTab::showAnswers() {
    const InputQuestion& question = m_analyzer->question();
    std::vector<OutputColumn> columns;
    std::vector<MomentsRow> rows;
    for (const CurveFunction& function : m_model.shownFunctions()) {
        const auto asked = std::ranges::find(question.functions, function.activation);
        if (asked == question.functions.end()) {
            continue; // the answer to a newer question follows
        }
        const InputAnswer& answer =
            m_analyzer->answers()[static_cast<std::size_t>(asked - question.functions.begin())];
        rows.push_back(rowOf(function, answer));
        columns.push_back(
            {rows.back().name, function.style, withoutNoise(answer.moments), answer.output});
    }
    const auto [mean, deviation] = question.input;
    m_columns->setColumns(std::move(columns), question.outputs,
                          std::numbers::inv_sqrtpi / std::numbers::sqrt2 / deviation);
    m_table->setRows(std::move(rows), deviation * deviation, question.tau);
    m_plot->setSummary(
        tr("z ~ N(%1, %2²). %3")
            .arg(exactText(mean), exactText(deviation), m_table->accessibleDescription()));
    arrange();
}

void InputDistributionTab::arrange() {
    const bool isOneRow = width() >= scaled(this, leastInOneRow);
    const int space = scaled(this, gap);
    m_controls->layout()->setSpacing(space);
    m_picture->setMinimumHeight(scaled(this, isOneRow ? leastPicture : pictureHeight));
    m_pictureLayout->setSpacing(space / 2);
    m_layout->setHorizontalSpacing(space);
    m_layout->setVerticalSpacing(scaled(this, 6));
    if (m_isOneRow != isOneRow) {
        m_isOneRow = isOneRow;
        m_layout->removeWidget(m_tableScroll);
        if (isOneRow) {
            m_layout->addWidget(m_tableScroll, 0, 1, 2, 1);
        } else {
            m_layout->addWidget(m_tableScroll, 2, 0);
        }
        m_layout->setColumnStretch(1, isOneRow ? tableStretch : 0);
    }
    m_tableScroll->setMinimumHeight(isOneRow ? 0 : m_table->sizeHint().height());
    m_tableScroll->setMinimumWidth(isOneRow ? m_table->minimumSizeHint().width() : 0);
}

void InputDistributionTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void InputDistributionTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void InputDistributionTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    }
    QWidget::changeEvent(event);
}

} // namespace reluscope::ui
