// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/range_test_table.h"

#include "ui/controls/divider.h"
#include "ui/controls/named_swatch.h"
#include "ui/learningrate/rate_text.h"
#include "ui/plot/letter_marks.h"
#include "ui/session/display_names.h"
#include "ui/theme/run_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace reluscope::ui {
namespace {

/// A run's line and its name.
class RunCell : public QWidget {
  public:
    RunCell(int run, const QString& name)
        : m_run(run)
        , m_name(name) {
        setAccessibleName(name);
        setToolTip(name); // it may have to be elided
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

    QSize sizeHint() const override {
        return {static_cast<int>(namedSwatchWidth(this, font(), m_name)) + 1, scaled(this, 20)};
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(this).color(Tone::Text1));
        paintNamedSwatch(painter, this, rect(), runStyle(Theme::of(this), m_run), m_name);
    }

  private:
    int m_run;
    QString m_name;
};

/// The letter that marks a suggestion in the plot.
class LetterCell : public QWidget {
  public:
    explicit LetterCell(const QString& letter)
        : m_letter(letter) {
        setFixedSize(scaled(this, 18), scaled(this, 18));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawLetter(painter, Theme::of(this), font(), QRectF(rect()).center(), m_letter,
                   std::nullopt, scaleOf(this));
    }

  private:
    QString m_letter;
};

QLabel* makeHead(const QString& text) {
    auto* label = new QLabel(text);
    setTextRole(label, TextRole::Note);
    return label;
}

QWidget* makeHead(const SuggestionKind& kind) {
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, scaled(head, 8), 0); // as the text of the buttons below
    layout->setSpacing(scaled(head, 5));
    layout->addStretch();
    layout->addWidget(new LetterCell(kind.letter));
    layout->addWidget(makeHead(kind.name));
    return head;
}

} // namespace

std::array<SuggestionKind, 3> suggestionKinds() {
    return {{{&RangeTestSuggestions::steepest, QStringLiteral("S"), RangeTestTable::tr("steepest")},
             {&RangeTestSuggestions::minimumTenth, QStringLiteral("M"),
              RangeTestTable::tr("minimum / 10")},
             {&RangeTestSuggestions::valley, QStringLiteral("V"), RangeTestTable::tr("valley")}}};
}

RangeTestTable::RangeTestTable(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void RangeTestTable::setRuns(const std::vector<std::string>& names) {
    delete m_table;
    m_table = new QWidget;
    m_layout->addWidget(m_table);
    m_rows.clear();
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(this, 8));
    grid->setVerticalSpacing(scaled(this, 1));
    grid->setColumnStretch(0, 1);
    grid->addWidget(makeHead(tr("suggested rate")), 0, 0);
    const auto kinds = suggestionKinds();
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        grid->addWidget(makeHead(kinds[kind]), 0, static_cast<int>(kind) + 1);
    }
    grid->addWidget(new Divider(Qt::Horizontal), 1, 0, 1, -1);
    for (std::size_t run = 0; run < names.size(); ++run) {
        const int line = grid->rowCount();
        Row row{.name = toQString(names[run]), .buttons = {}, .rates = {}};
        grid->addWidget(new RunCell(static_cast<int>(run), row.name), line, 0);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            row.buttons[kind] = makeButton(run, kind);
            grid->addWidget(row.buttons[kind], line, static_cast<int>(kind) + 1);
        }
        m_rows.push_back(std::move(row));
    }
    m_table->show(); // at once, so that its size is known
}

QPushButton* RangeTestTable::makeButton(std::size_t run, std::size_t kind) {
    auto* button = new QPushButton;
    button->setObjectName(
        QStringLiteral("suggestion%1%2").arg(suggestionKinds()[kind].letter).arg(run));
    button->setFlat(true);
    button->setCheckable(true);
    setStyleProperty(button, "figure", true);
    connect(button, &QPushButton::clicked, this, [this, run, kind, button] {
        button->setChecked(true); // also where the run trains with it already
        emit rateChosen(run, *m_rows[run].rates[kind]);
    });
    return button;
}

void RangeTestTable::showRun(std::size_t run, const RangeTestSuggestions& suggestions,
                             bool hasEnded, std::optional<double> learningRate) {
    Row& row = m_rows[run];
    const auto kinds = suggestionKinds();
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const auto exact = suggestions.*kinds[kind].rate;
        const auto rate = exact ? std::optional(roundedRate(*exact)) : std::nullopt;
        row.rates[kind] = rate;
        QPushButton* button = row.buttons[kind];
        button->setText(rate ? rateText(*rate) : hasEnded ? tr("none") : QString());
        const bool isTaken = rate && learningRate == rate;
        button->setChecked(isTaken);
        button->setEnabled(rate && learningRate);
        QString words;
        if (rate && !learningRate) {
            words = tr("There is no run %1 any more.").arg(row.name);
        } else if (isTaken) {
            words = tr("%1 trains with learning rate %2.").arg(row.name, button->text());
        } else if (rate) {
            words = tr("Let %1 train with learning rate %2, as its own. Changes at once.")
                        .arg(row.name, button->text());
        } else if (hasEnded) {
            words =
                tr("%1 has none: its loss never falls, or the test ended too early.").arg(row.name);
        }
        button->setToolTip(words);
        button->setAccessibleName(words.isEmpty() ? kinds[kind].name
                                                  : tr("%1: %2").arg(kinds[kind].name, words));
    }
}

} // namespace reluscope::ui
