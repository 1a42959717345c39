// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/readout_panel.h"

#include "ui/activation/curve_sampling.h"
#include "ui/controls/number_field.h"
#include "ui/controls/scroll_area.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/exact_float.h"
#include "ui/curves/readout_table.h"
#include "ui/curves/turning_point.h"
#include "ui/plot/tick_text.h"
#include "ui/session/display_names.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <optional>

namespace reluscope::ui {

namespace {

constexpr ValueRange fieldRange{.minimum = -100.0, .maximum = 100.0, .step = 0.01};

} // namespace

ReadoutPanel::ReadoutPanel(CurvesModel& model, QWidget* parent)
    : Tile(tr("At x ="), parent)
    , m_model(model)
    , m_field(new NumberField(fieldRange))
    , m_table(new ReadoutTable)
    , m_insight(new QLabel)
    , m_problem(new QLabel)
    , m_copy(new QAction(tr("Copy values"), this)) {
    setObjectName(QStringLiteral("readoutPanel"));
    setAccessibleName(tr("Read-out"));
    setMaximizable(false);
    m_field->setObjectName(QStringLiteral("crossHairField"));
    m_field->setAccessibleName(tr("x of the cross-hair"));
    setTrailingWidget(m_field);
    m_copy->setObjectName(QStringLiteral("copyValuesAction"));
    setBody(makeBody());
    setFocusPolicy(Qt::NoFocus); // its controls have the focus

    connect(m_copy, &QAction::triggered, this, &ReadoutPanel::copyValues);
    connect(m_field, &NumberField::valueChanged, &m_model, &CurvesModel::setCrossHair);
    connect(m_field, &NumberField::problemChanged, this, [this](const QString& problem) {
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
    });
    connect(&m_model, &CurvesModel::crossHairMoved, this, &ReadoutPanel::readAtCrossHair);
    connect(&m_model, &CurvesModel::changed, this, &ReadoutPanel::showFunctions);
    showFunctions();
}

QWidget* ReadoutPanel::makeBody() {
    m_table->setObjectName(QStringLiteral("readoutTable"));
    m_table->setAccessibleName(tr("Values at the cross-hair"));
    m_problem->setObjectName(QStringLiteral("crossHairProblem"));
    m_insight->setObjectName(QStringLiteral("curveInsight"));
    for (QLabel* label : {m_problem, m_insight}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problem->hide();
    setTextRole(m_problem, TextRole::Value);
    setTextRole(m_insight, TextRole::Note);

    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins({});
    rows->addWidget(m_problem);
    rows->addWidget(m_table);
    rows->addWidget(m_insight);
    rows->addStretch(1);

    QScrollArea* scroll = makeScrollArea(content);

    auto* copy = new QPushButton(icon(IconName::Copy), m_copy->text());
    copy->setObjectName(QStringLiteral("copyValuesButton"));
    copy->setToolTip(tr("Copies the table, for a spreadsheet"));
    connect(copy, &QPushButton::clicked, m_copy, &QAction::trigger);
    connect(m_copy, &QAction::enabledChanged, copy, &QWidget::setEnabled);

    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->addWidget(scroll, 1);
    layout->addWidget(copy);
    return body;
}

void ReadoutPanel::showFunctions() {
    readAtCrossHair();
    m_insight->setText(insight());
    m_copy->setEnabled(!m_model.shownFunctions().empty());
}

void ReadoutPanel::readAtCrossHair() {
    const double x = m_model.crossHair();
    if (m_field->value() != x) {
        m_field->setValue(x);
    }
    std::vector<ReadoutRow> rows;
    for (const CurveFunction& function : m_model.shownFunctions()) {
        const CurvePoint point = pointAt(function.activation, x);
        rows.push_back({functionName(*function.activation.info), function.style,
                        tickText(static_cast<double>(point.f)),
                        tickText(static_cast<double>(point.slope)), point.hasGradient});
    }
    m_table->setRows(std::move(rows));
}

QString ReadoutPanel::insight() const {
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    const CurveFunction* turning = nullptr;
    std::optional<TurningPoint> minimum;
    for (const CurveFunction& function : shown) {
        if (const auto found = singleMinimum(function.activation)) {
            if (minimum) {
                return {}; // nothing sets one apart
            }
            turning = &function;
            minimum = found;
        }
    }
    if (!minimum) {
        return {};
    }
    const QString sentence =
        shown.size() == 1
            ? tr("%1 turns back: its minimum is %2 at x = %3.")
            : tr("%1 is the only one here that turns back: its minimum is %2 at x = %3.");
    return sentence.arg(functionName(*turning->activation.info), tickText(minimum->f),
                        tickText(minimum->x));
}

void ReadoutPanel::copyValues() const {
    const double x = m_model.crossHair();
    QString table = QStringLiteral("function\tx\tf\tf'\n");
    for (const CurveFunction& function : m_model.shownFunctions()) {
        const CurvePoint point = pointAt(function.activation, x);
        table +=
            QStringList{functionName(*function.activation.info), exactFloat(static_cast<float>(x)),
                        exactFloat(point.f), exactFloat(point.slope)}
                .join(QLatin1Char('\t')) +
            QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(table);
}

} // namespace reluscope::ui
