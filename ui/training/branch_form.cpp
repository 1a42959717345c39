// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/branch_form.h"

#include "ui/controls/number_field.h"
#include "ui/theme/run_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal padding = 12;
constexpr qreal leastWidth = 250;

QIcon markerOf(const QWidget* widget, std::size_t run) {
    const Theme& theme = Theme::of(widget);
    const int side = scaled(widget, 12);
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const RunStyle style = runStyle(theme, static_cast<int>(run));
    drawMarker(painter, style.marker, QPointF(side / 2.0, side / 2.0), 0.7 * side, style.color,
               style.ground);
    return picture;
}

} // namespace

BranchForm::BranchForm(std::size_t epoch, std::vector<Parent> parents, QWidget* parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_parents(std::move(parents))
    , m_run(new QComboBox)
    , m_rate(new NumberField(
          {.minimum = 1e-9, .maximum = 1e6, .scale = ValueRange::Scale::Logarithmic})) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("branchForm"));
    setAccessibleName(tr("Continue from epoch %1").arg(epoch));
    auto* title = new QLabel(accessibleName());
    setTextRole(title, TextRole::Title);
    m_run->setObjectName(QStringLiteral("branchRun"));
    m_run->setAccessibleName(tr("Run to continue"));
    for (const Parent& each : m_parents) {
        m_run->addItem(markerOf(this, each.run), each.name);
    }
    m_rate->setObjectName(QStringLiteral("branchRate"));
    m_rate->setAccessibleName(tr("Learning rate"));
    auto* go = new QPushButton(tr("Continue"));
    go->setObjectName(QStringLiteral("branchGo"));

    auto* grid = new QGridLayout(this);
    const int side = scaled(this, padding);
    grid->setContentsMargins(side, side, side, side);
    grid->setHorizontalSpacing(side);
    grid->setVerticalSpacing(scaled(this, 8));
    grid->setColumnStretch(1, 1);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(new QLabel(tr("Run")), 1, 0);
    grid->addWidget(m_run, 1, 1);
    grid->addWidget(new QLabel(tr("Learning rate")), 2, 0);
    grid->addWidget(m_rate, 2, 1);
    grid->addWidget(go, 3, 0, 1, 2);
    setMinimumWidth(scaled(this, leastWidth));
    setTabOrder(m_run, m_rate);
    setTabOrder(m_rate, go);

    connect(m_run, &QComboBox::currentIndexChanged, this, &BranchForm::showRate);
    connect(go, &QPushButton::clicked, this, &BranchForm::accept);
    showRate();
}

void BranchForm::showRate() {
    m_rate->setValue(m_parents[static_cast<std::size_t>(m_run->currentIndex())].learningRate);
}

void BranchForm::accept() {
    if (m_rate->problem().isEmpty()) {
        const Parent chosen = m_parents[static_cast<std::size_t>(m_run->currentIndex())];
        const double rate = m_rate->value();
        close();
        emit accepted(chosen.run, rate);
    }
}

void BranchForm::showAbove(const QWidget& button) {
    adjustSize();
    const QPoint corner = button.mapToGlobal(QPoint(button.width(), -scaled(this, 4)));
    move(corner - QPoint(width(), height()));
    show();
    m_rate->setFocus();
    m_rate->selectAll();
}

void BranchForm::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void BranchForm::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Tile));
    painter.setPen(theme.color(Tone::Strong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace reluscope::ui
