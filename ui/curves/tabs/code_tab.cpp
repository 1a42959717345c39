// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/code_tab.h"

#include "core/io/activation_code.h"
#include "ui/controls/empty_state.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/code_view.h"
#include "ui/curves/tabs/equations.h"
#include "ui/curves/tabs/formula_view.h"
#include "ui/curves/tabs/function_picker.h"
#include "ui/curves/tabs/refresh_when_visible.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reluscope::ui {

namespace {

constexpr qreal gap = 16;

// The three parts share the width.
constexpr int formulaShare = 6;
constexpr int pytorchShare = 7;
constexpr int cppShare = 8;

QLabel* makeHeading(const QString& text) {
    auto* heading = new QLabel(text);
    setTextRole(heading, TextRole::Title);
    return heading;
}

} // namespace

CodeTab::CodeTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_picker(new FunctionPicker(FunctionPicker::Offer::One))
    , m_formula(new FormulaView)
    , m_pytorch(new CodeView)
    , m_cpp(new CodeView)
    , m_empty(new EmptyState(tr("No function is shown."),
                             tr("Tick one in the list to see its formula and its code.")))
    , m_parts(new QWidget)
    , m_layout(new QHBoxLayout(m_parts)) {
    m_picker->setObjectName(QStringLiteral("codeFunction"));
    m_formula->setObjectName(QStringLiteral("formulaView"));
    m_pytorch->setObjectName(QStringLiteral("pytorchCode"));
    m_pytorch->setAccessibleName(tr("PyTorch code"));
    m_cpp->setObjectName(QStringLiteral("cppCode"));
    m_cpp->setAccessibleName(tr("C++ code with this library"));

    m_layout->setContentsMargins({});
    m_layout->addWidget(makePart(m_picker, m_formula, QStringLiteral("copyFormulaButton"),
                                 tr("Copy the formula"),
                                 [this] { return m_formula->accessibleDescription(); }),
                        formulaShare);
    m_layout->addWidget(makePart(makeHeading(QStringLiteral("PyTorch")), m_pytorch,
                                 QStringLiteral("copyPytorchButton"), tr("Copy the PyTorch code"),
                                 [this] { return m_pytorch->toPlainText(); }),
                        pytorchShare);
    m_layout->addWidget(makePart(makeHeading(QStringLiteral("C++")), m_cpp,
                                 QStringLiteral("copyCppButton"), tr("Copy the C++ code"),
                                 [this] { return m_cpp->toPlainText(); }),
                        cppShare);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_parts);
    layout->addWidget(m_empty);

    connect(m_picker, &FunctionPicker::picked, this, [this](const ActivationInfo* function) {
        m_model.tabs().written = function;
        refresh();
    });
    new RefreshWhenVisible(this, model, [this] { refresh(); });
    applyScale();
}

QWidget* CodeTab::makePart(QWidget* heading, QWidget* view, const QString& name,
                           const QString& copyName, const std::function<QString()>& text) {
    auto* copy = new QPushButton(icon(IconName::Copy), tr("Copy"));
    copy->setObjectName(name);
    copy->setAccessibleName(copyName);
    copy->setToolTip(copyName);
    copy->setFlat(true);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text()); });

    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    auto* head = new QHBoxLayout;
    layout->setContentsMargins({});
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(copy);
    layout->addLayout(head);
    layout->addWidget(view, 1);
    return part;
}

void CodeTab::refresh() {
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    const CurveFunction* chosen = chosenOrFirst(shown, m_model.tabs().written);
    m_parts->setVisible(chosen != nullptr);
    m_empty->setVisible(chosen == nullptr);
    if (chosen == nullptr) {
        return;
    }
    const Activation& activation = chosen->activation;
    m_picker->setFunctions(shown, activation.info);
    const QStringList equations = equationsOf(activation);
    const LetterNames names = letterNames(activation);
    std::vector<FormulaNode> formulas;
    for (const QString& equation : equations) {
        formulas.push_back(parseFormula(equation, names));
    }
    m_formula->setEquations(std::move(formulas), equations.join(QLatin1Char('\n')));
    m_pytorch->setCode(QString::fromStdString(pytorchCode(activation)));
    m_cpp->setCode(QString::fromStdString(cppCode(activation)));
}

void CodeTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void CodeTab::applyScale() {
    m_layout->setSpacing(scaled(this, gap));
}

} // namespace reluscope::ui
