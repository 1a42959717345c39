// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/python_text.h"
#include "core/io/pytorch_sections.h"

#include <algorithm>
#include <string_view>

namespace reluscope {
namespace {

bool isRegression(const Dataset& data) {
    return data.task == Task::Regression;
}

/// The loss by the outputs and the targets y.
std::string lossExpression(Loss loss, const Dataset& data) {
    switch (loss) {
    case Loss::CrossEntropy:
        return "F.cross_entropy(outputs, y)";
    case Loss::BinaryCrossEntropy:
        return "F.binary_cross_entropy_with_logits(outputs[:, 0], y.float())";
    case Loss::MeanSquaredError:
    case Loss::HalfMeanSquaredError:
        break;
    }
    const std::string half = loss == Loss::HalfMeanSquaredError ? " / 2" : "";
    if (isRegression(data)) {
        return "F.mse_loss(outputs[:, 0], y)" + half;
    }
    return data.outputCount() == 1 ? "F.mse_loss(outputs[:, 0], y.float())" + half
                                   : "F.mse_loss(outputs, F.one_hot(y, OUTPUTS).float())" + half;
}

std::string rightExpression(Loss loss, const Dataset& data) {
    if (data.outputCount() > 1) {
        return "outputs.argmax(1) == y";
    }
    const bool isLogit = loss == Loss::BinaryCrossEntropy;
    return std::string("(outputs[:, 0] > ") + (isLogit ? "0" : "0.5") + ") == y";
}

std::string measures(Loss loss, const Dataset& data) {
    std::string code = R"(

def measure(outputs, y):
    """)";
    code += isRegression(data) ? "The loss of a batch." : "The loss of a batch, and its accuracy.";
    code += "\"\"\"\n    loss = " + lossExpression(loss, data) + "\n";
    if (isRegression(data)) {
        code += "    return loss.double().view(1)\n";
    } else {
        code += "    accuracy = (" + rightExpression(loss, data) + ").double().mean()\n" +
                "    return torch.stack([loss.double(), accuracy])\n";
    }
    return code + R"(

@torch.no_grad()
def evaluate(model, x, y):
    """The same of all examples, with fixed weights."""
    batches = zip(x.split(1000), y.split(1000))
    sums = sum(len(part_y) * measure(model(part_x), part_y) for part_x, part_y in batches)
    return (sums / len(y)).tolist()


def report(run, epoch, trained, tested):
    figures = [figure for pair in zip(trained, tested) for figure in pair]
    print(run["name"], epoch, *figures, sep="\t", flush=True)
)";
}

bool needsParameterGroups(const Experiment& experiment) {
    return std::ranges::any_of(experiment.runs, [&](const RunSpec& run) {
        return effectiveOptimizer(experiment, run).weightDecay != 0 &&
               std::ranges::any_of(activationPerLayer(experiment, run), [](const Activation& a) {
                   return a.learning() != Learning::None;
               });
    });
}

constexpr std::string_view parameterGroups = R"(

def parameter_groups(model):
    """Weight decay leaves learned activations alone."""
    return [
        {"params": model.layers.parameters()},
        {"params": model.activations.parameters(), "weight_decay": 0.0},
    ]
)";

/// How the schedule shows in the script. Torch's schedulers go by epochs; what goes by steps is
/// written out.
struct ScheduleLines {
    std::string constants = {};
    std::string function = {};
    std::string start = {};
    std::string beforeStep = {};
    std::string afterEpoch = {};
};

ScheduleLines scheduleLines(const Schedule& schedule, std::size_t epochs) {
    constexpr const char* afterEpoch = "        scheduler.step()\n";
    const std::string minimum = pythonFloat(schedule.minimum);
    const std::string scheduler = "    scheduler = torch.optim.lr_scheduler.";
    switch (schedule.shape) {
    case ScheduleShape::Constant:
        break;
    case ScheduleShape::Step:
        return {.start = scheduler + "StepLR(optimizer, " + std::to_string(schedule.stepSize) +
                         ", gamma=" + pythonFloat(schedule.gamma) + ")\n",
                .afterEpoch = afterEpoch};
    case ScheduleShape::Cosine:
        return {.start =
                    scheduler + "CosineAnnealingLR(optimizer, EPOCHS, eta_min=" + minimum + ")\n",
                .afterEpoch = afterEpoch};
    case ScheduleShape::WarmupCosine:
        return {.constants = "WARMUP_EPOCHS = " +
                             std::to_string(std::min(schedule.warmupEpochs, epochs)) + "\n",
                .function = R"(

def learning_rate(initial, epochs_done, step, steps):
    """Warms up step by step, then goes down a cosine, epoch by epoch."""
    if epochs_done < WARMUP_EPOCHS:
        return initial * (epochs_done * steps + step + 1) / (WARMUP_EPOCHS * steps)
    share = (epochs_done - WARMUP_EPOCHS) / (EPOCHS - WARMUP_EPOCHS)
    return )" + (schedule.minimum == 0 ? "initial * (1 + math.cos(math.pi * share)) / 2\n"
                                       : minimum + " + (initial - " + minimum +
                                             ") * (1 + math.cos(math.pi * share)) / 2\n"),
                .start = "    initial_rate = optimizer.param_groups[0][\"lr\"]\n",
                .beforeStep = R"(            for group in optimizer.param_groups:
                group["lr"] = learning_rate(initial_rate, epoch - 1, step, len(batches))
)"};
    }
    return {};
}

/// The stop rules, by the figures of an epoch: its loss and, of a classification, its accuracy.
std::string stopFunction(const StopRules& stop) {
    std::string code = R"(

def reason_to_stop(losses, accuracy):
    """Which rule ends training after an epoch, by the training losses up to it."""
)";
    const auto add = [&code](const std::string& condition, const std::string& reason) {
        code += "    if " + condition + ":\n        return \"" + reason + "\"\n";
    };
    if (stop.trainAccuracy) {
        add("accuracy >= " + pythonFloat(*stop.trainAccuracy), "train_accuracy");
    }
    if (stop.trainLoss) {
        add("losses[-1] <= " + pythonFloat(*stop.trainLoss), "train_loss");
    }
    if (stop.patience) {
        add("len(losses) - 1 - losses.index(min(losses)) >= " + std::to_string(*stop.patience),
            "patience");
    }
    return code + "    return None\n";
}

std::string constants(const Experiment& experiment, const ScheduleLines& schedule) {
    return "\n\nEPOCHS = " + std::to_string(experiment.training.epochs) +
           "\nBATCH_SIZE = " + std::to_string(experiment.training.batchSize) + "\n" +
           schedule.constants;
}

std::string trainer(const Experiment& experiment, const ScheduleLines& schedule) {
    const TrainingSpec& training = experiment.training;
    const bool countsSteps = !schedule.beforeStep.empty();
    std::string code = R"(

def train(run, model, train_set, test_set):
    """Trains one network, and prints its figures epoch by epoch."""
    x, y = train_set
)";
    code += "    optimizer = run[\"optimizer\"](";
    code += needsParameterGroups(experiment) ? "parameter_groups(model)" : "model.parameters()";
    code += ")\n" + schedule.start;
    if (training.shuffle) {
        code +=
            R"(    # All runs get the same batches, but not Reluscope's: figures are alike, and the same only where
    # the experiment says "shuffle": false.
    shuffling = torch.Generator().manual_seed(SEED)
)";
    }
    code += "    report(run, 0, evaluate(model, x, y), evaluate(model, *test_set))\n";
    code += training.stop == StopRules() ? "" : "    losses = []\n";
    code += R"(    for epoch in range(1, EPOCHS + 1):
)";
    code += training.shuffle ? "        order = torch.randperm(len(y), generator=shuffling)\n"
                             : "        order = torch.arange(len(y))\n";
    if (training.dropLast) {
        code += "        order = order[:len(y) // BATCH_SIZE * BATCH_SIZE]\n";
    }
    code += "        sums = 0\n";
    code += countsSteps ? "        batches = order.split(BATCH_SIZE)\n"
                          "        for step, batch in enumerate(batches):\n"
                        : "        for batch in order.split(BATCH_SIZE):\n";
    code += R"(            figures = measure(model(x[batch]), y[batch])
            loss = figures[0]
            if not loss.isfinite():
                print(run["name"], epoch, "diverged", sep="\t")
                return
            optimizer.zero_grad()
            loss.backward()
)";
    code += schedule.beforeStep;
    code += R"(            optimizer.step()
            sums = sums + len(batch) * figures.detach()
)";
    code += schedule.afterEpoch;
    const std::string evaluation = "evaluate(model, *test_set))\n";
    if (training.stop == StopRules()) {
        return code + "        report(run, epoch, (sums / len(order)).tolist(), " + evaluation;
    }
    code += "        trained = (sums / len(order)).tolist()\n        report(run, epoch, trained, " +
            evaluation + "        losses.append(trained[0])\n";
    return code + R"(        reason = reason_to_stop(losses, trained[-1])
        if reason:
            print(run["name"], epoch, "stopped", reason, sep="\t")
            return
)";
}

} // namespace

ScriptSection pytorchTraining(const Experiment& experiment, const Dataset& data) {
    const Loss loss = effectiveLoss(experiment, data);
    const ScheduleLines schedule =
        scheduleLines(experiment.training.schedule, experiment.training.epochs);
    ScriptSection section{.code = constants(experiment, schedule) + measures(loss, data)};
    if (needsParameterGroups(experiment)) {
        section.code += parameterGroups;
    }
    if (!schedule.function.empty()) {
        section.modules.insert("math");
        section.code += schedule.function;
    }
    if (experiment.training.stop != StopRules()) {
        section.code += stopFunction(experiment.training.stop);
    }
    section.code += trainer(experiment, schedule);
    return section;
}

} // namespace reluscope
