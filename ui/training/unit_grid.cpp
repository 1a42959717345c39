// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_grid.h"

#include "ui/controls/key_actions.h"
#include "ui/session/display_names.h"
#include "ui/theme/motion.h"
#include "ui/training/run_caption.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace reluscope::ui {
namespace {

constexpr int drainMilliseconds = 240;

constexpr std::array keyActions{
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Next unit"), Qt::Key_Right},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Previous unit"), Qt::Key_Left},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Read out"), Qt::Key_Return},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Kill"), Qt::Key_K},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Revive"), Qt::Key_R},
};

} // namespace

UnitGrid::UnitGrid(const Experiment& experiment, std::size_t run, std::size_t probedExamples,
                   QWidget* parent)
    : QWidget(parent)
    , m_name(toQString(experiment.runs[run].name))
    , m_units(effectiveHidden(experiment, experiment.runs[run]))
    , m_activations(activationPerLayer(experiment, experiment.runs[run]))
    , m_probedExamples(probedExamples)
    , m_caption(new RunCaption(static_cast<int>(run), this)) {
    offerKeyActions(staticMetaObject, keyActions);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Units of %1").arg(m_name));
    m_caption->setName(m_name);
    m_caption->setAttribute(Qt::WA_TransparentForMouseEvents); // the mouse is then at no unit
    for (const Activation& activation : m_activations) {
        m_cells.neutral.push_back(neutralActivation(activation));
    }
}

void UnitGrid::setCaptionShown(bool isShown) {
    m_caption->setVisible(isShown);
    arrange();
}

void UnitGrid::setDiverged(bool hasDiverged) {
    if (m_cells.hasDiverged != hasDiverged) {
        m_cells.hasDiverged = hasDiverged;
        m_caption->setFigure(hasDiverged ? tr("diverged") : m_counts.inWords());
        redraw();
    }
}

void UnitGrid::showPictures(const RunPictures& pictures) {
    if (pictures.units.size() != m_units.size()) {
        return;
    }
    drainThoseThatDie(pictures.unitStates);
    m_cells.states = pictures.unitStates;
    m_cells.pictures = pictures.units;
    m_readings = pictures.unitReadings;
    m_counts = UnitCounts::of(m_cells.states);
    if (!m_cells.hasDiverged) {
        m_caption->setFigure(m_units.empty() ? tr("no hidden units") : m_counts.inWords());
    }
    redraw();
}

void UnitGrid::drainThoseThatDie(const std::vector<std::vector<UnitState>>& after) {
    if (m_image.isNull() || m_cells.states.empty() || !isMotionWelcome(this)) {
        return;
    }
    const auto isDead = [](UnitState state) {
        return state == UnitState::Silent || state == UnitState::PermanentlyDead;
    };
    const qreal ratio = m_image.devicePixelRatio();
    for (std::size_t layer = 0; layer < after.size(); ++layer) {
        for (std::size_t unit = 0; unit < after[layer].size(); ++unit) {
            if (isDead(after[layer][unit]) && !isDead(m_cells.states[layer][unit])) {
                const QRect cell = m_layout.cell({layer, unit});
                Drain drain{.place = {layer, unit},
                            .picture = m_image.copy(QRect(
                                (QPointF(cell.topLeft()) * ratio).toPoint(), cell.size() * ratio)),
                            .since = {}};
                drain.since.start();
                m_drains.push_back(std::move(drain));
            }
        }
    }
    if (!m_drains.empty()) {
        constexpr int frameMilliseconds = 16;
        m_drainClock.start(frameMilliseconds, this);
    }
}

void UnitGrid::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_drainClock.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    for (const Drain& drain : m_drains) {
        update(cell(drain.place));
    }
    std::erase_if(m_drains,
                  [](const Drain& drain) { return drain.since.hasExpired(drainMilliseconds); });
    if (m_drains.empty()) {
        m_drainClock.stop();
    }
}

void UnitGrid::describe() {
    setAccessibleDescription(hasFocus() && !m_cells.states.empty() ? readout(m_current).inWords()
                                                                   : sentence());
}

QString UnitGrid::sentence() const {
    if (m_cells.hasDiverged) {
        return tr("%1: diverged.").arg(m_name);
    }
    return m_cells.states.empty() ? QString() : m_counts.sentence(m_name);
}

UnitReadout UnitGrid::readout(UnitPlace place) const {
    const Activation& activation = m_activations[place.layer];
    const UnitState state = m_cells.states[place.layer][place.unit];
    UnitReadout readout{.title = tr("Unit %1, layer %2").arg(place.unit + 1).arg(place.layer + 1),
                        .state = state,
                        .reading = m_readings[place.layer][place.unit],
                        .examples = m_probedExamples,
                        .killHindrance = {},
                        .reviveHindrance = {}};
    if (m_cells.hasDiverged) {
        readout.state = std::nullopt;
        readout.killHindrance = readout.reviveHindrance = tr("The run has diverged.");
        return readout;
    }
    if (m_isStopped) {
        readout.killHindrance = readout.reviveHindrance = tr("The run has been stopped.");
        return readout;
    }
    if (!activation.hasZeroSet()) {
        readout.killHindrance =
            tr("A unit with %1 is never silent.").arg(toQString(activation.info->name));
    } else if (state == UnitState::Silent || state == UnitState::PermanentlyDead) {
        readout.killHindrance = tr("It is silent already.");
    }
    if (state == UnitState::Alive) {
        readout.reviveHindrance = tr("It is alive.");
    }
    return readout;
}

int UnitGrid::captionHeight() const {
    return m_caption->isVisibleTo(this) ? m_caption->sizeHint().height() : 0;
}

UnitLayout UnitGrid::layoutIn(QSize room) const {
    return {m_units, room - QSize(0, captionHeight()), scaleOf(this)};
}

int UnitGrid::sideIn(QSize room) const {
    return layoutIn(room).side();
}

int UnitGrid::heightIn(QSize room) const {
    return captionHeight() + layoutIn(room).height();
}

int UnitGrid::widthIn(QSize room) const {
    return layoutIn(room).width();
}

QRect UnitGrid::cell(UnitPlace place) const {
    return m_layout.cell(place).translated(0, captionHeight());
}

void UnitGrid::arrange() {
    m_layout = layoutIn(size());
    constexpr qreal leastCaption = 150;
    const int wide = std::min(width(), std::max(m_layout.width(), scaled(this, leastCaption)));
    m_caption->setGeometry(0, 0, wide, m_caption->sizeHint().height());
    m_drains.clear();
    redraw();
}

void UnitGrid::redraw() {
    m_image = {};
    update();
}

std::optional<UnitPlace> UnitGrid::pointedAt() const {
    if (m_cells.states.empty()) {
        return std::nullopt;
    }
    return m_hovered                        ? m_hovered
           : hasFocus() && m_isCurrentShown ? std::optional(m_current)
                                            : std::nullopt;
}

void UnitGrid::pointAt(std::optional<UnitPlace> hovered) {
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
        emit pointedAtOther();
    }
}

void UnitGrid::setPinned(std::optional<UnitPlace> place) {
    m_pinned = place;
    update();
}

void UnitGrid::moveTo(UnitPlace place) {
    m_current = place;
    m_isCurrentShown = true;
    m_hovered.reset(); // the keyboard was touched last
    describe();
    update();
    emit pointedAtOther();
}

void UnitGrid::request(ChangedField field, UnitPlace place) {
    const UnitReadout own = readout(place);
    const bool isKill = field == ChangedField::Kill;
    if ((isKill ? own.killHindrance : own.reviveHindrance).isEmpty()) {
        emit changeRequested(field, place);
    }
}

bool UnitGrid::event(QEvent* event) {
    // Elsewhere R rewinds.
    if (event->type() == QEvent::ShortcutOverride && (m_isCurrentShown || m_pinned)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier &&
            (key->key() == Qt::Key_K || key->key() == Qt::Key_R)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void UnitGrid::changeEvent(QEvent* event) {
    arrange();
    QWidget::changeEvent(event);
}

void UnitGrid::resizeEvent(QResizeEvent*) {
    arrange();
}

void UnitGrid::keyPressEvent(QKeyEvent* event) {
    if (m_cells.states.empty() || m_units.empty() || event->modifiers() & Qt::ControlModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(m_layout.previous(m_current));
        break;
    case Qt::Key_Right:
        moveTo(m_layout.next(m_current));
        break;
    case Qt::Key_Up:
        moveTo(m_layout.above(m_current));
        break;
    case Qt::Key_Down:
        moveTo(m_layout.below(m_current));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit pinRequested(m_current);
        break;
    case Qt::Key_Escape:
        emit releaseRequested();
        break;
    case Qt::Key_K:
        request(ChangedField::Kill, m_current);
        break;
    case Qt::Key_R:
        request(ChangedField::Revive, m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void UnitGrid::mouseMoveEvent(QMouseEvent* event) {
    const QPoint inCells = event->position().toPoint() - QPoint(0, captionHeight());
    pointAt(m_cells.states.empty() ? std::nullopt : m_layout.at(inCells));
}

void UnitGrid::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (m_hovered) {
        m_current = *m_hovered;
        m_isCurrentShown = false;
        emit pinRequested(m_current);
    } else {
        emit releaseRequested();
    }
}

void UnitGrid::leaveEvent(QEvent*) {
    pointAt(std::nullopt);
}

void UnitGrid::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        moveTo(m_current);
    }
}

void UnitGrid::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_isCurrentShown = false;
    describe();
    update();
    emit pointedAtOther();
}

void UnitGrid::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    if (m_image.isNull() || m_image.devicePixelRatio() != devicePixelRatioF()) {
        m_image = drawUnitCells(m_cells, m_layout, theme, scaleOf(this), devicePixelRatioF());
    }
    QPainter painter(this);
    painter.drawImage(0, captionHeight(), m_image);
    paintDrains(painter);
    if (m_layout.layerCount() > 1) {
        QFont numbers = font();
        numbers.setPixelSize(scaled(this, 12));
        painter.setFont(numbers);
        painter.setPen(theme.color(Tone::Text2));
        for (std::size_t layer = 0; layer < m_layout.layerCount(); ++layer) {
            painter.drawText(m_layout.label(layer).translated(0, captionHeight()),
                             Qt::AlignLeft | Qt::AlignVCenter, QString::number(layer + 1));
        }
    }
    if (m_pinned) {
        paintEdge(painter, *m_pinned, Tone::Text1);
    }
    if (const auto pointed = pointedAt()) {
        paintEdge(painter, *pointed, m_hovered ? Tone::Text1 : Tone::Focus);
    }
}

void UnitGrid::paintDrains(QPainter& painter) const {
    for (const Drain& drain : m_drains) {
        const qreal done = static_cast<qreal>(drain.since.elapsed()) / drainMilliseconds;
        painter.setOpacity(std::clamp(1 - done, 0.0, 1.0));
        painter.drawImage(cell(drain.place), drain.picture);
    }
    painter.setOpacity(1);
}

void UnitGrid::paintEdge(QPainter& painter, UnitPlace place, Tone tone) const {
    const qreal width = 2 * scaleOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).color(tone), width));
    painter.setBrush(Qt::NoBrush);
    const QRectF around = QRectF(cell(place));
    painter.drawRoundedRect(
        around.intersected(QRectF(rect()).adjusted(width, width, -width, -width)), 2, 2);
}

} // namespace reluscope::ui
