// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/points_editor.h"

#include "ui/controls/segments.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/style_sheet.h"
#include "ui/training/setup/points_canvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {

std::vector<LabelledPoint> firstPoints() {
    return {{.x = -0.5, .y = 0, .label = 0}, {.x = 0.5, .y = 0, .label = 1}};
}

PointsEditor::PointsEditor(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_canvas(new PointsCanvas)
    , m_class(new Segments({tr("Class 0"), tr("Class 1")}))
    , m_hint(new QLabel) {
    m_canvas->setObjectName(QStringLiteral("pointsCanvas"));
    m_class->setObjectName(QStringLiteral("pointsClass"));
    m_class->setCurrentIndex(0);
    auto* clear = new QPushButton(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearPoints"));
    m_hint->setObjectName(QStringLiteral("pointsHint"));
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::Hint);

    auto* row = new QHBoxLayout;
    row->addWidget(m_class);
    row->addStretch();
    row->addWidget(clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_canvas);
    layout->addWidget(m_hint);

    connect(m_canvas, &PointsCanvas::pointWanted, this, &PointsEditor::add);
    connect(m_canvas, &PointsCanvas::strokeEnded, &m_document, &ExperimentDocument::endGesture);
    connect(m_canvas, &PointsCanvas::removalWanted, this, &PointsEditor::remove);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_document.edit(tr("clear points"),
                        [](Experiment& experiment) { experiment.data.points = firstPoints(); });
    });
    showExperiment();
}

void PointsEditor::showExperiment() {
    m_canvas->setPoints(m_document.experiment().data.points);
    m_hint->setText(tr("A click adds a point, a right click removes one."));
}

void PointsEditor::add(double x, double y) {
    const auto label = static_cast<std::uint32_t>(m_class->currentIndex());
    m_document.edit(
        tr("points"),
        [&](Experiment& experiment) {
            experiment.data.points.push_back({.x = x, .y = y, .label = label});
        },
        QStringLiteral("points"));
}

void PointsEditor::remove(std::size_t point) {
    auto points = m_document.experiment().data.points;
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(point));
    const bool isOneClass = std::ranges::all_of(points, [&points](const LabelledPoint& other) {
        return other.label == points.front().label;
    });
    if (isOneClass) {
        m_hint->setText(tr("Each class keeps one point, or there is nothing to tell apart."));
        return;
    }
    m_document.edit(tr("remove point"),
                    [&points](Experiment& experiment) { experiment.data.points = points; });
}

} // namespace reluscope::ui
