// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/events_tile.h"

#include "ui/controls/empty_state.h"
#include "ui/session/display_names.h"
#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"
#include "ui/training/event_words.h"

#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyledItemDelegate>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr int epochRole = Qt::UserRole;
constexpr int runRole = Qt::UserRole + 1;
constexpr int wordsRole = Qt::UserRole + 2;
constexpr int isFirstRole = Qt::UserRole + 3; ///< of its epoch, which is written once
constexpr int shownEvents = 200;
constexpr qreal rowHeight = 23;
constexpr qreal leastEpochWidth = 28;
constexpr qreal epochGap = 6;
constexpr qreal markerColumn = 14;
constexpr qreal markerSize = 7;
constexpr qreal textSize = 12;

/// Epoch, marker of the run, words.
class EventDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QWidget* widget = option.widget;
        // The palette of a list is that of its selection: the window has the theme.
        const Theme& theme = Theme::of(widget->window());
        const qreal scale = scaleOf(widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isCurrent =
            (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected);
        if (isCurrent || (option.state & QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, theme.color(isCurrent ? Tone::Selected : Tone::Hover));
        }
        painter->setFont(textFont(option));
        const QRect row = option.rect;
        const int epoch = epochWidth(option, index);
        const int line = scaled(widget, rowHeight); // the first of its words
        if (index.data(isFirstRole).toBool()) {
            painter->setPen(theme.color(Tone::Text2));
            painter->drawText(QRect(row.left(), row.top(), epoch, line),
                              Qt::AlignLeft | Qt::AlignVCenter, index.data(epochRole).toString());
        }
        const RunStyle style = runStyle(theme, index.data(runRole).toInt());
        const QPointF centre(row.left() + epoch + 4 * scale, row.top() + line / 2.0);
        drawMarker(*painter, style.marker, centre, markerSize * scale, style.color,
                   theme.color(Tone::Tile));
        painter->setPen(theme.color(Tone::Text1));
        painter->drawText(row.adjusted(wordsLeft(option, index), 0, 0, 0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                          index.data(wordsRole).toString());
        painter->restore();
    }

    /// Words that are too long for a line have a second one, which is enough for all.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* list = static_cast<const QListWidget*>(option.widget);
        const QFontMetrics metrics(textFont(option));
        const int room = list->viewport()->width() - wordsLeft(option, index);
        const bool isLong = metrics.horizontalAdvance(index.data(wordsRole).toString()) > room;
        return {0, scaled(list, rowHeight) + (isLong ? metrics.lineSpacing() : 0)};
    }

  private:
    static QFont textFont(const QStyleOptionViewItem& option) {
        QFont font = option.font;
        font.setPixelSize(scaled(option.widget, textSize));
        return font;
    }

    /// For the newest epoch, which has most digits.
    static int epochWidth(const QStyleOptionViewItem& option, const QModelIndex& index) {
        const QString newest = index.siblingAtRow(0).data(epochRole).toString();
        return std::max(scaled(option.widget, leastEpochWidth),
                        QFontMetrics(textFont(option)).horizontalAdvance(newest) +
                            scaled(option.widget, epochGap));
    }

    static int wordsLeft(const QStyleOptionViewItem& option, const QModelIndex& index) {
        return epochWidth(option, index) + scaled(option.widget, markerColumn);
    }
};

} // namespace

EventsTile::EventsTile(QWidget* parent)
    : Tile(tr("Events"), parent)
    , m_pages(new QStackedWidget)
    , m_list(new QListWidget) {
    m_list->setObjectName(QStringLiteral("events"));
    m_list->setAccessibleName(tr("Events, newest first"));
    m_list->setItemDelegate(new EventDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setToolTip(tr("Click an event to go back to its epoch."));
    m_pages->addWidget(new EmptyState(tr("Nothing has happened yet."),
                                      tr("Units that die or are revived, and runs that diverge, "
                                         "are told of here.")));
    m_pages->addWidget(m_list);
    setBody(m_pages);
    const auto go = [this](const QListWidgetItem* item) {
        emit epochRequested(item->data(epochRole).value<std::size_t>());
    };
    connect(m_list, &QListWidget::itemClicked, this, go);
    connect(m_list, &QListWidget::itemActivated, this, go);
}

void EventsTile::setRuns(const Experiment& experiment) {
    m_names.clear();
    for (const RunSpec& run : experiment.runs) {
        m_names << toQString(run.name);
    }
    m_isHidden.assign(experiment.runs.size(), false);
    showEvents({});
}

void EventsTile::setRunHidden(std::size_t run, bool isHidden) {
    m_isHidden[run] = isHidden;
}

void EventsTile::showEvents(const RunEvents& events) {
    const QScrollBar& bar = *m_list->verticalScrollBar();
    const int scrolledBy = bar.value();
    int row = 0;
    std::optional<std::size_t> epoch;
    for (auto event = events.all().rbegin(); event != events.all().rend() && row < shownEvents;
         ++event) {
        if (event->run >= m_isHidden.size() || m_isHidden[event->run]) {
            continue;
        }
        if (row == m_list->count()) {
            m_list->addItem(new QListWidgetItem);
        }
        QListWidgetItem& item = *m_list->item(row++);
        const QString words = eventWords(*event);
        item.setData(epochRole, QVariant::fromValue(event->epoch));
        item.setData(runRole, static_cast<int>(event->run));
        item.setData(wordsRole, words);
        item.setData(isFirstRole, epoch != event->epoch);
        item.setData(Qt::AccessibleTextRole,
                     tr("Epoch %1, %2: %3")
                         .arg(event->epoch)
                         .arg(m_names[static_cast<int>(event->run)], words));
        epoch = event->epoch;
    }
    while (m_list->count() > row) {
        delete m_list->takeItem(m_list->count() - 1);
    }
    m_list->verticalScrollBar()->setValue(scrolledBy);
    m_pages->setCurrentIndex(row == 0 ? 0 : 1);
}

} // namespace reluscope::ui
