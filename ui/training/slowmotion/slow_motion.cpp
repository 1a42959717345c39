// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/slowmotion/slow_motion.h"

#include "ui/controls/number_field.h"
#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/training/slowmotion/step_diagram.h"
#include "ui/training/slowmotion/step_formulas.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr int phaseMilliseconds = 2000; ///< time to read a phase while it plays
constexpr std::size_t formulaLines = 2;
constexpr qreal fieldWidth = 44;

std::size_t largest(std::span<const float> values) {
    const auto most = std::ranges::max_element(
        values, {}, [](float value) { return std::isfinite(value) ? std::abs(value) : 0.0F; });
    return static_cast<std::size_t>(most - values.begin());
}

/// Where the first example moves most: formulas full of zeros would explain little.
StepPlace liveliestPlace(const StepTrace& trace) {
    const StepTrace::Layer& first = trace.layers[1];
    return {.unit = largest(std::span(first.dz).first(first.units.size())),
            .in = largest(std::span(trace.layers[0].a).first(trace.layers[0].units.size()))};
}

} // namespace

SlowMotion::SlowMotion(QWidget* parent)
    : Tile(tr("Slow motion"), parent)
    , m_phases(new Segments({tr("1 Forward"), tr("2 Backward"), tr("3 Update")})) {
    setObjectName(QStringLiteral("slowMotion"));
    setMaximizable(false);
    m_phases->setObjectName(QStringLiteral("stepPhases"));
    m_phases->setAccessibleName(tr("Phase of the step"));
    connect(m_phases, &Segments::selected, this,
            [this](int phase) { setPhase(static_cast<StepPhase>(phase)); });
    setHeaderWidget(m_phases);
    auto* close = new QToolButton;
    close->setIcon(icon(IconName::Close, IconGround::Quiet));
    close->setAccessibleName(tr("Leave slow motion"));
    close->setToolTip(tr("Leave slow motion (Esc)"));
    setStyleProperty(close, "compact", true);
    connect(close, &QToolButton::clicked, this, &SlowMotion::closeRequested);
    setTrailingWidget(close);
    setBody(makeBody());
    setPhase(StepPhase::Forward);
}

QWidget* SlowMotion::makeBody() {
    auto* body = new QWidget;
    m_runs = new Segments;
    m_runs->setAccessibleName(tr("Shown run"));
    connect(m_runs, &Segments::selected, this,
            [this](int run) { setSelectedRun(static_cast<std::size_t>(run)); });
    m_example = new NumberField({.minimum = 1, .maximum = 1, .step = 1, .integersOnly = true});
    m_example->setObjectName(QStringLiteral("stepExample"));
    m_example->setAccessibleName(tr("Example of the batch"));
    m_example->setFixedWidth(scaled(this, fieldWidth));
    connect(m_example, &NumberField::valueChanged, this, &SlowMotion::showStep);
    m_examples = new QLabel;
    m_legend = new QLabel;
    setTextRole(m_examples, TextRole::Note);
    setTextRole(m_legend, TextRole::Hint);
    m_legend->setMinimumWidth(1);
    m_legend->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* choices = new QHBoxLayout;
    choices->setSpacing(scaled(this, 6));
    choices->addWidget(m_runs);
    auto* label = new QLabel(tr("Example"));
    setTextRole(label, TextRole::Note);
    choices->addSpacing(scaled(this, 6));
    choices->addWidget(label);
    choices->addWidget(m_example);
    choices->addWidget(m_examples);
    choices->addWidget(m_legend, 1);

    m_diagram = new StepDiagram;
    connect(m_diagram, &StepDiagram::placeChanged, this, &SlowMotion::showFormulas);
    m_place = new QLabel;
    m_place->setTextFormat(Qt::PlainText);
    setTextRole(m_place, TextRole::Title);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    layout->addLayout(choices);
    layout->addWidget(m_diagram, 1);
    auto* hint = new QLabel(tr("Step (.) goes on; the mouse or arrow keys choose a unit, with "
                               "Shift a weight"));
    setTextRole(hint, TextRole::Hint);
    hint->setMinimumWidth(1);
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* place = new QHBoxLayout;
    place->addWidget(m_place);
    place->addWidget(hint, 1);
    layout->addLayout(place);
    for (std::size_t line = 0; line < formulaLines; ++line) {
        auto* formula = new QLabel;
        formula->setObjectName(QStringLiteral("stepFormula%1").arg(line));
        formula->setTextFormat(Qt::PlainText);
        formula->setTextInteractionFlags(Qt::TextSelectableByMouse);
        formula->setMinimumWidth(1);
        setTextRole(formula, TextRole::Lesson);
        m_formulas.push_back(formula);
        layout->addWidget(formula);
    }
    return body;
}

void SlowMotion::setRuns(const Experiment& experiment, const Dataset& dataset) {
    m_classNames.clear();
    for (const std::string& name : dataset.classNames) {
        m_classNames << className(name);
    }
    QStringList names;
    for (const RunSpec& run : experiment.runs) {
        names << toQString(run.name);
    }
    m_selectedRun = std::min(m_selectedRun, experiment.runs.size() - 1);
    m_runs->setLabels(names);
    m_runs->setCurrentIndex(static_cast<int>(m_selectedRun));
    m_runs->setVisible(names.size() > 1);
    m_isBatchOnTheWay = false;
    m_trace.reset();
    m_hasDiverged = false;
    m_diagram->setTrace(nullptr);
    emit requestChanged();
}

void SlowMotion::setSelectedRun(std::size_t run) {
    m_selectedRun = run;
    m_runs->setCurrentIndex(static_cast<int>(run));
    emit requestChanged();
}

void SlowMotion::addTo(PictureRequest& request) const {
    if (isVisible()) {
        request.stepOf = m_selectedRun;
    }
}

void SlowMotion::showPictures(const Pictures& pictures) {
    if (pictures.request.stepOf != m_selectedRun) {
        return;
    }
    const auto& next = pictures.runs[m_selectedRun].nextStep;
    const bool isOther =
        !next || !m_trace || next->epoch != m_trace->epoch || next->batch != m_trace->batch;
    m_diagram->setTrace(nullptr);
    const bool isFirst = !m_trace;
    m_trace = next;
    m_hasDiverged = !next;
    if (isOther && std::exchange(m_isBatchOnTheWay, false)) {
        m_phase = StepPhase::Forward;
    }
    if (m_trace) {
        m_diagram->setTrace(&*m_trace);
        if (isFirst) {
            m_diagram->setPlace(liveliestPlace(*m_trace));
        }
    } else {
        setPlaying(false);
    }
    setPhase(m_phase);
}

void SlowMotion::step() {
    if (!m_trace || m_isBatchOnTheWay) {
        return;
    }
    if (m_phase == StepPhase::Update) {
        m_isBatchOnTheWay = true;
        emit batchRequested();
    } else {
        setPhase(static_cast<StepPhase>(static_cast<int>(m_phase) + 1));
    }
}

void SlowMotion::setPlaying(bool isPlaying) {
    if (isPlaying == m_clock.isActive()) {
        return;
    }
    if (isPlaying) {
        m_clock.start(phaseMilliseconds, this);
    } else {
        m_clock.stop();
    }
    emit playingChanged();
}

void SlowMotion::setPhase(StepPhase phase) {
    m_phase = phase;
    m_phases->setCurrentIndex(static_cast<int>(phase));
    m_diagram->setPhase(phase);
    m_legend->setText(legend());
    m_legend->setToolTip(legend());
    showStep();
}

QString SlowMotion::legend() const {
    switch (m_phase) {
    case StepPhase::Forward:
        return tr("lines: weights w, blue below 0, orange above");
    case StepPhase::Backward:
        return tr("lines: ∂L/∂w of the whole batch; hatched: f'(z) = 0, no gradient");
    case StepPhase::Update:
        break;
    }
    return tr("lines: by how much weights change");
}

void SlowMotion::showStep() {
    if (!m_trace) {
        setNote(m_hasDiverged ? tr("There is no next step: the run has diverged.") : QString());
        m_place->clear();
        for (QLabel* formula : m_formulas) {
            formula->clear();
        }
        return;
    }
    setNote(tr("epoch %1, batch %2 of %3")
                .arg(m_trace->epoch)
                .arg(m_trace->batch)
                .arg(m_trace->batchesPerEpoch));
    m_example->setRange({.minimum = 1,
                         .maximum = static_cast<double>(m_trace->examples),
                         .step = 1,
                         .integersOnly = true});
    if (m_example->value() > m_example->range().maximum) {
        m_example->setValue(m_example->range().maximum);
    }
    const auto example = static_cast<std::size_t>(m_example->value()) - 1;
    QString of = tr("of %1").arg(m_trace->batchExamples);
    of +=
        m_trace->labels.empty()
            ? tr(", value %1").arg(numberText(targetOf(*m_trace, example)))
            : tr(", class %1").arg(m_classNames[static_cast<qsizetype>(m_trace->labels[example])]);
    m_examples->setText(of);
    m_diagram->setExample(example);
    showFormulas();
}

void SlowMotion::showFormulas() {
    if (!m_trace) {
        return;
    }
    const auto example = static_cast<std::size_t>(m_example->value()) - 1;
    const StepPlace place = m_diagram->place();
    const QString name = stepPlaceName(*m_trace, place);
    const QStringList lines = stepFormulas(*m_trace, m_phase, place, example);
    m_place->setText(name);
    for (std::size_t i = 0; i < m_formulas.size(); ++i) {
        m_formulas[i]->setText(lines.value(static_cast<qsizetype>(i)));
        m_formulas[i]->setToolTip(m_formulas[i]->text());
    }
    m_diagram->setSummary(tr("%1. %2").arg(name, lines.join(QStringLiteral("; "))));
}

void SlowMotion::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closeRequested();
    } else {
        Tile::keyPressEvent(event);
    }
}

void SlowMotion::hideEvent(QHideEvent* event) {
    Tile::hideEvent(event);
    setPlaying(false);
}

void SlowMotion::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_clock.timerId()) {
        step();
    } else {
        Tile::timerEvent(event);
    }
}

} // namespace reluscope::ui
