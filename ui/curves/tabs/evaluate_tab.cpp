// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/evaluate_tab.h"

#include "ui/controls/number_text.h"
#include "ui/controls/scroll_area.h"
#include "ui/curves/tabs/evaluation_header.h"
#include "ui/curves/tabs/evaluation_model.h"
#include "ui/curves/tabs/function_picker.h"
#include "ui/curves/tabs/in_place_panel.h"
#include "ui/curves/tabs/number_editor.h"
#include "ui/curves/tabs/plain_table.h"
#include "ui/curves/tabs/refresh_when_visible.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal gap = 16;
constexpr qreal rowHeight = 24;
constexpr qreal leastInOneRow = 760;
constexpr qreal leastTableHeight = 166;
constexpr qreal leastColumn = 70;
constexpr qreal widestColumn = 104;

// The three parts share the width.
constexpr int inputShare = 2;
constexpr int tableShare = 8;
constexpr int inPlaceShare = 4;

QString cutShortWords() {
    return EvaluateTab::tr("Only the first %1 numbers are evaluated.")
        .arg(countText(static_cast<qint64>(Evaluation::mostNumbers)));
}

QString faultWords(const QString& numbers, const Evaluation& evaluation) {
    const NumberFault& fault = *evaluation.firstFault;
    const QString place =
        EvaluateTab::tr("line %1, number %2").arg(countText(fault.line), countText(fault.number));
    constexpr qsizetype longest = 24;
    QString part = numbers.mid(fault.position, fault.length);
    if (part.size() > longest) {
        part = part.left(longest) + QStringLiteral("…");
    }
    const QString first =
        part.isEmpty() ? EvaluateTab::tr("A number is missing before a separator (%1).").arg(place)
                       : EvaluateTab::tr("“%1” is not a float32 number (%2).").arg(part, place);
    QStringList sentences{first};
    if (evaluation.faultCount == 2) {
        sentences << EvaluateTab::tr("1 more fault.");
    } else if (evaluation.faultCount > 2) {
        sentences << EvaluateTab::tr("%1 more faults.")
                         .arg(countText(static_cast<qint64>(evaluation.faultCount - 1)));
    }
    if (evaluation.isCutShort) {
        sentences << cutShortWords();
    } else if (!evaluation.x.empty()) {
        sentences << EvaluateTab::tr("The others are evaluated.");
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

EvaluateTab::EvaluateTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_editor(new NumberEditor)
    , m_note(new QLabel)
    , m_picker(new FunctionPicker(FunctionPicker::Offer::AllOrOne))
    , m_copy(new QPushButton(icon(IconName::Copy), tr("Copy table")))
    , m_values(new EvaluationModel(this))
    , m_table(makePlainTable())
    , m_header(new EvaluationHeader(*m_values))
    , m_inPlace(new InPlacePanel)
    , m_layout(new QGridLayout) {
    auto* content = new QWidget;
    content->setLayout(m_layout);
    m_layout->setContentsMargins({});
    m_layout->addWidget(makeInput(), 0, 0);
    m_layout->addWidget(makeTable(), 0, 1);
    m_layout->setColumnStretch(0, inputShare);
    m_layout->setColumnStretch(1, tableShare);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(makeScrollArea(content));
    m_inPlace->setObjectName(QStringLiteral("inPlacePanel"));

    m_editor->startWith(m_model.tabs().numbers);
    connect(m_editor, &NumberEditor::numbersChanged, this, [this] {
        m_model.tabs().numbers = m_editor->toPlainText();
        request();
    });
    connect(m_picker, &FunctionPicker::picked, this, [this](const ActivationInfo* function) {
        m_model.tabs().evaluated = function;
        request();
    });
    connect(m_copy, &QPushButton::clicked, this, &EvaluateTab::copyTable);
    connect(&m_evaluating, &QFutureWatcherBase::finished, this, &EvaluateTab::showEvaluation);
    new RefreshWhenVisible(this, model, [this] { request(); });
    arrange();
}

QWidget* EvaluateTab::makeInput() {
    m_editor->setObjectName(QStringLiteral("numbersField"));
    m_editor->setAccessibleName(tr("Numbers to evaluate"));
    m_note->setObjectName(QStringLiteral("numbersNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setTextRole(m_note, TextRole::Note);
    auto* caption = new QLabel(tr("Type numbers, or paste a column"));
    caption->setWordWrap(true);
    setTextRole(caption, TextRole::Note);
    caption->setBuddy(m_editor);

    auto* input = new QWidget;
    auto* layout = new QVBoxLayout(input);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_note);
    return input;
}

QWidget* EvaluateTab::makeTable() {
    m_picker->setObjectName(QStringLiteral("evaluatedFunction"));
    m_copy->setObjectName(QStringLiteral("copyTableButton"));
    m_copy->setToolTip(tr("Copies the table, for a spreadsheet"));
    m_table->setObjectName(QStringLiteral("evaluationTable"));
    m_table->setAccessibleName(tr("Values of the functions"));
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_values);
    m_table->setItemDelegate(new QuietDelegate(this));
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // whatever is there

    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    auto* controls = new QHBoxLayout;
    layout->setContentsMargins({});
    controls->addWidget(m_picker);
    controls->addStretch(1);
    controls->addWidget(m_copy);
    layout->addLayout(controls);
    layout->addWidget(m_table, 1);
    return part;
}

std::vector<CurveFunction> EvaluateTab::evaluatedFunctions() const {
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    const ActivationInfo* chosen = m_model.tabs().evaluated;
    const CurveFunction* one = chosenOrFirst(shown, chosen);
    return one != nullptr && one->activation.info == chosen ? std::vector{*one} : shown;
}

void EvaluateTab::request() {
    m_picker->setFunctions(m_model.shownFunctions(), m_model.tabs().evaluated);
    m_isStale = m_evaluating.isRunning();
    if (!m_isStale) {
        m_evaluating.setFuture(
            QtConcurrent::run(evaluate, m_model.tabs().numbers, evaluatedFunctions()));
    }
}

void EvaluateTab::showEvaluation() {
    m_values->setEvaluation(m_evaluating.future().takeResult());
    const Evaluation& evaluation = m_values->evaluation();
    m_inPlace->setInput(evaluation.functions.empty()
                            ? std::nullopt
                            : std::optional(evaluation.functions.front().activation),
                        evaluation.x);
    m_copy->setEnabled(!evaluation.x.empty() && !evaluation.functions.empty());
    fitColumns();
    if (m_isStale) {
        request(); // what was typed meanwhile; places in the text may have moved
    } else {
        describe(evaluation);
    }
}

void EvaluateTab::describe(const Evaluation& evaluation) {
    QString note;
    if (evaluation.functions.empty()) {
        note = tr("Tick a function in the list to evaluate it.");
    } else if (evaluation.firstFault) {
        note = faultWords(m_model.tabs().numbers, evaluation);
    } else if (evaluation.isCutShort) {
        note = cutShortWords();
    } else if (evaluation.x.empty()) {
        note = tr("Write numbers, such as −1, 0, 1.");
    } else {
        const auto count = static_cast<qint64>(evaluation.x.size());
        note = count == 1 ? tr("1 number") : tr("%1 numbers").arg(countText(count));
    }
    m_note->setText(note);
    m_editor->setFault(evaluation.firstFault);
    m_editor->setAccessibleDescription(note);
}

void EvaluateTab::copyTable() {
    // Evaluated once more: copying all the values would take longer.
    const auto makeText = [numbers = m_model.tabs().numbers, functions = evaluatedFunctions()] {
        return spreadsheetText(evaluate(numbers, functions));
    };
    auto* copying = new QFutureWatcher<QString>(this);
    connect(copying, &QFutureWatcherBase::finished, this, [copying] {
        QGuiApplication::clipboard()->setText(copying->result());
        copying->deleteLater();
    });
    copying->setFuture(QtConcurrent::run(makeText));
}

void EvaluateTab::fitColumns() {
    const int columns = m_values->columnCount();
    const auto& functions = m_values->evaluation().functions;
    int widest = scaled(this, leastColumn);
    for (std::size_t i = 0; i < functions.size(); ++i) {
        widest = std::max(widest, m_header->nameWidth(i) / 2);
    }
    if (m_values->evaluation().hasPowers) {
        constexpr qreal padding = 8;
        const QString longest = QStringLiteral("−8.888 × 10⁻⁸⁸");
        widest = std::max(widest, m_table->fontMetrics().horizontalAdvance(longest) +
                                      scaled(this, 2 * padding));
    }
    const int even = m_table->viewport()->width() / columns;
    const int width = std::clamp(even, widest, std::max(widest, scaled(this, widestColumn)));
    for (int column = 0; column < columns; ++column) {
        m_table->setColumnWidth(column, width);
    }
}

void EvaluateTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void EvaluateTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    }
    QWidget::changeEvent(event);
}

void EvaluateTab::arrange() {
    m_layout->setHorizontalSpacing(scaled(this, gap));
    m_layout->setRowMinimumHeight(0, scaled(this, leastTableHeight));
    const bool isNarrow = width() < leastInOneRow * scaleOf(this);
    m_layout->setColumnStretch(2, isNarrow ? 0 : inPlaceShare);
    if (isNarrow) {
        m_layout->addWidget(m_inPlace, 1, 0, 1, 2);
    } else {
        m_layout->addWidget(m_inPlace, 0, 2);
    }
    m_table->verticalHeader()->setDefaultSectionSize(scaled(this, rowHeight));
    fitColumns();
}

} // namespace reluscope::ui
