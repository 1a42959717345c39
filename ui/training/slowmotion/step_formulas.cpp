// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/slowmotion/step_formulas.h"

#include "ui/controls/number_text.h"
#include "ui/session/display_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace reluscope::ui {
namespace {

/// Owns the sentences' translations.
struct StepFormulas {
    Q_DECLARE_TR_FUNCTIONS(StepFormulas)
};

QString number(double value) {
    return numberText(value);
}

/// A factor of a product, in parentheses where its sign would run into the dot.
QString factor(double value) {
    return std::signbit(value) && value != 0 ? QLatin1Char('(') + number(value) + QLatin1Char(')')
                                             : number(value);
}

/// What comes after another term of a sum.
QString term(double value) {
    return std::signbit(value) && value != 0 ? QStringLiteral(" − ") + number(-value)
                                             : QStringLiteral(" + ") + number(value);
}

QString product(double first, double second) {
    return number(first) + QStringLiteral(" · ") + factor(second);
}

/// An activation's formula without its left-hand side and remarks: "max(0, x)".
QString rightHandSide(const Activation& activation) {
    const QString formula = toQString(activation.info->formula);
    return formula.section(QStringLiteral(" = "), 1).section(QLatin1Char(';'), 0, 0);
}

QString inZ(QString formula) {
    static const QRegularExpression x(QStringLiteral("\\bx\\b"));
    return formula.replace(QStringLiteral("e⁻ˣ"), QStringLiteral("e^(−z)"))
        .replace(QStringLiteral("eˣ"), QStringLiteral("e^z"))
        .replace(x, QStringLiteral("z"));
}

/// Where the loss depends on one logit alone, what the output is compared as.
bool isLogistic(const StepTrace& trace) {
    return trace.loss == Loss::BinaryCrossEntropy;
}

bool isSquared(const StepTrace& trace) {
    return trace.loss == Loss::MeanSquaredError || trace.loss == Loss::HalfMeanSquaredError;
}

double probabilityOf(double z) {
    return 1 / (1 + std::exp(-z));
}

/// The numbers at one unit, named as the formulas name them.
class At {
  public:
    At(const StepTrace& trace, StepPlace place, std::size_t example)
        : m_trace(trace)
        , m_place(place)
        , m_own(trace.layers[place.layer])
        , m_before(trace.layers[place.layer - 1])
        , m_unit(example * m_own.units.size() + place.unit)
        , m_weight(place.unit * m_before.units.size() + place.in)
        , m_example(example) {}

    bool isOutput() const { return m_place.layer + 1 == m_trace.layers.size(); }
    double z() const { return double{m_own.z[m_unit]}; }
    double a() const { return double{m_own.a[m_unit]}; }
    double slope() const { return double{m_own.slope[m_unit]}; }
    double da() const { return double{m_own.da[m_unit]}; }
    double dz() const { return double{m_own.dz[m_unit]}; }
    double input() const {
        return double{m_before.a[m_example * m_before.units.size() + m_place.in]};
    }
    double w() const { return double{m_own.weight[m_weight]}; }
    double dw() const { return double{m_own.weightGradient[m_weight]}; }
    double wAfter() const { return double{m_own.weightAfter[m_weight]}; }
    double b() const { return double{m_own.bias[m_place.unit]}; }
    double db() const { return double{m_own.biasGradient[m_place.unit]}; }
    double bAfter() const { return double{m_own.biasAfter[m_place.unit]}; }
    const Activation& function() const { return m_own.functions[m_place.unit]; }

    /// "0.52 · 0.31 + … + 0.05": the chosen product, the others where there are few, the bias.
    QString weightedSum() const {
        constexpr std::size_t few = 2;
        if (m_before.width > few) {
            return product(w(), input()) + QStringLiteral(" + …") + term(b());
        }
        QString sum;
        for (std::size_t in = 0; in < m_before.units.size(); ++in) {
            const auto weight = double{m_own.weight[m_place.unit * m_before.units.size() + in]};
            const auto value = double{m_before.a[m_example * m_before.units.size() + in]};
            sum +=
                (in == 0 ? number(weight) : term(weight)) + QStringLiteral(" · ") + factor(value);
        }
        return sum + term(b());
    }

  private:
    const StepTrace& m_trace;
    StepPlace m_place;
    const StepTrace::Layer& m_own;
    const StepTrace::Layer& m_before;
    std::size_t m_unit;
    std::size_t m_weight;
    std::size_t m_example;
};

QString lossLine(const StepTrace& trace, const At& at, std::size_t example) {
    const QString loss = number(trace.losses[example]);
    const double t = targetOf(trace, example);
    if (isLogistic(trace)) {
        return QStringLiteral("p = 1 / (1 + e^(−z)) = %1    t = %2    L = −ln %3 = %4")
            .arg(number(probabilityOf(at.z())), number(t),
                 t == 1 ? QStringLiteral("p") : QStringLiteral("(1 − p)"), loss);
    }
    if (isSquared(trace) && trace.layers.back().width == 1) {
        const QString half =
            trace.loss == Loss::HalfMeanSquaredError ? QStringLiteral("½ ") : QString();
        return QStringLiteral("L = %1(z − t)² = %1(%2%3)² = %4")
            .arg(half, number(at.z()), term(-t), loss);
    }
    if (isSquared(trace)) {
        return StepFormulas::tr("L = mean of (z − t)² over the outputs: %1").arg(loss);
    }
    return StepFormulas::tr("L = −ln(softmax probability of class %1) = %2")
        .arg(trace.labels[example])
        .arg(loss);
}

QStringList forward(const StepTrace& trace, const At& at, std::size_t example) {
    QStringList lines{
        QStringLiteral("z = Σ w·a + b = %1 = %2").arg(at.weightedSum(), number(at.z()))};
    if (at.isOutput()) {
        lines << lossLine(trace, at, example);
    } else {
        lines << QStringLiteral("a = %1 = %2 = %3")
                     .arg(inZ(rightHandSide(at.function())), pluggedIn(at.function(), at.z()),
                          number(at.a()));
    }
    return lines;
}

QStringList backward(const StepTrace& trace, const At& at, std::size_t example) {
    const QString count = countText(static_cast<qint64>(trace.batchExamples));
    QStringList lines;
    if (!at.isOutput()) {
        lines << QStringLiteral("∂L/∂z = ∂L/∂a · f'(z) = %1 = %2")
                     .arg(product(at.da(), at.slope()), number(at.dz()));
        if (at.slope() == 0) {
            lines.back() +=
                QStringLiteral("    ") + StepFormulas::tr("f'(z) = 0: no gradient passes");
        }
    } else if (isLogistic(trace)) {
        lines << QStringLiteral("∂L/∂z = (p − t) / %1 = (%2 − %3) / %1 = %4")
                     .arg(count, number(probabilityOf(at.z())), number(targetOf(trace, example)),
                          number(at.dz()));
    } else if (isSquared(trace)) {
        lines << StepFormulas::tr("∂L/∂z, of the mean over %1 examples: %2")
                     .arg(count, number(at.dz()));
    } else {
        lines << StepFormulas::tr(
                     "∂L/∂z = (p − t) / %1 = %2; p by softmax, t is 1 for the right class, else 0")
                     .arg(count, number(at.dz()));
    }
    lines << StepFormulas::tr(
                 "∂L/∂w = Σ ∂L/∂z · a = %1 (this example) + … = %2 over the %3 of the batch")
                 .arg(product(at.dz(), at.input()), number(at.dw()), count);
    return lines;
}

QString updateLine(const StepTrace& trace, const QString& name, double before, double gradient,
                   double after) {
    const OptimizerSpec& optimizer = trace.optimizer;
    if (!isPlainDescent(optimizer)) {
        return StepFormulas::tr(
                   "%1 ← %1 − Δ = %2 − %3 = %4; %5 makes Δ of ∂L/∂%1 = %6 and of those before")
            .arg(name, number(before), factor(before - after), number(after),
                 optimizer.method == OptimizerMethod::Sgd
                     ? StepFormulas::tr("momentum")
                     : toQString(optimizerMethodInfo(optimizer.method).name),
                 number(gradient));
    }
    const QString rate = exactText(trace.learningRate);
    if (optimizer.weightDecay != 0) {
        return QStringLiteral("%1 ← %1 − η (∂L/∂%1 + λ %1) = %2 − %3 · (%4 + %5 · %6) = %7")
            .arg(name, number(before), rate, number(gradient), exactText(optimizer.weightDecay),
                 factor(before), number(after));
    }
    return QStringLiteral("%1 ← %1 − η · ∂L/∂%1 = %2 − %3 · %4 = %5")
        .arg(name, number(before), rate, factor(gradient), number(after));
}

} // namespace

double targetOf(const StepTrace& trace, std::size_t example) {
    return trace.labels.empty() ? double{trace.values[example]}
                                : static_cast<double>(trace.labels[example]);
}

QString pluggedIn(const Activation& activation, double z) {
    QString text = inZ(rightHandSide(activation));
    const auto plug = [&text](QStringView symbol, double value) {
        const QRegularExpression whole(QStringLiteral("\\b%1\\b").arg(symbol));
        // Parentheses keep a minus from what stands before it, but not from a bracket or a comma.
        const QRegularExpression alone(QStringLiteral("(^|[(|]|, |if )%1\\b").arg(symbol));
        text.replace(alone, QStringLiteral("\\1") + number(value)).replace(whole, factor(value));
    };
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const QString symbol = toQString(activation.info->parameters[i].symbol);
        if (!symbol.isEmpty()) {
            plug(symbol, activation.parameters[i]);
        }
    }
    plug(u"z", z);
    // What stood side by side as letters would read as one number.
    static const QRegularExpression sideBySide(QStringLiteral("(?<=[\\d)]) (?=[\\d(σΦ]|tanh|ln)"));
    return text.replace(sideBySide, QStringLiteral(" · "));
}

QStringList stepFormulas(const StepTrace& trace, StepPhase phase, StepPlace place,
                         std::size_t example) {
    const At at(trace, place, example);
    switch (phase) {
    case StepPhase::Forward:
        return forward(trace, at, example);
    case StepPhase::Backward:
        return backward(trace, at, example);
    case StepPhase::Update:
        break;
    }
    return {updateLine(trace, QStringLiteral("w"), at.w(), at.dw(), at.wAfter()),
            updateLine(trace, QStringLiteral("b"), at.b(), at.db(), at.bAfter())};
}

QString stepPlaceName(const StepTrace& trace, StepPlace place) {
    const std::size_t unit = trace.layers[place.layer].units[place.unit] + 1;
    const std::size_t in = trace.layers[place.layer - 1].units[place.in] + 1;
    const bool isOutput = place.layer + 1 == trace.layers.size();
    const QString own = isOutput
                            ? StepFormulas::tr("Output %1").arg(unit)
                            : StepFormulas::tr("Unit %1 of layer %2").arg(unit).arg(place.layer);
    return place.layer == 1 ? StepFormulas::tr("%1, weight of input %2").arg(own).arg(in)
                            : StepFormulas::tr("%1, weight of unit %2 of layer %3")
                                  .arg(own)
                                  .arg(in)
                                  .arg(place.layer - 1);
}

} // namespace reluscope::ui
