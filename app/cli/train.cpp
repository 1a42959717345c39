// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train.h"

#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_output.h"
#include "app/cli/train_json_lines.h"
#include "app/cli/train_table.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/io/loading_stopped.h"
#include "core/training/trainer.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace reluscope::cli {
namespace {

std::chrono::nanoseconds steadyClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// The experiment of the file, with what the command line says otherwise.
Experiment readAdjusted(const TrainOptions& options) {
    Experiment experiment = readExperiment(options.experiment);
    experiment.training.epochs = options.epochs.value_or(experiment.training.epochs);
    experiment.training.optimizer.learningRate =
        options.learningRate.value_or(experiment.training.optimizer.learningRate);
    experiment.network.seed = options.seed.value_or(experiment.network.seed);
    return experiment;
}

Trainer makeTrainer(const TrainOptions& options, const std::stop_token& stop) {
    Experiment experiment = readAdjusted(options);
    const auto directory = std::filesystem::path(options.experiment).parent_path();
    try {
        auto data = std::make_shared<Dataset>(loadDataset(experiment.data, directory, stop));
        return {std::move(experiment), std::move(data), &steadyClock,
                static_cast<double>(availableMemory())};
    } catch (const InputError& error) {
        // What is wrong with a setting, not with a data file, was said in the experiment file.
        throw error.file().empty() ? error.inFile(options.experiment) : error;
    }
}

/// Trains until the epochs are done or no run can go on, and writes what `Report` says of the
/// start, of each epoch run by run, and of the end.
template <class Report>
class Race {
  public:
    Race(Trainer& trainer, std::stop_token stop)
        : m_trainer(trainer)
        , m_report(trainer)
        , m_stop(std::move(stop)) {}

    /// Whether it came to its end without being stopped.
    bool run() {
        tell(m_report.start());
        const std::size_t epochs = m_trainer.experiment().training.epochs;
        bool isWhole = reportEpoch(0, true);
        for (std::size_t epoch = 1; isWhole && epoch <= epochs && m_trainer.isAnyRunTraining();
             ++epoch) {
            const bool isTrained = trainEpoch();
            isWhole = reportEpoch(epoch, isTrained);
        }
        tell(m_report.end(!isWhole));
        return isWhole;
    }

  private:
    /// False if stopped.
    bool trainEpoch() {
        bool isOver = false;
        while (!isOver && m_trainer.isAnyRunTraining()) {
            if (m_stop.stop_requested()) {
                return false;
            }
            isOver = m_trainer.trainBatch();
            showProgress();
        }
        return true;
    }

    /// What diverged in an epoch and, where it was trained to its end, the records of the others.
    /// Whether that is all there is to say of it: false if stopped.
    bool reportEpoch(std::size_t epoch, bool isTrained) {
        bool isWhole = isTrained;
        for (std::size_t run = 0; run < m_trainer.runs().size(); ++run) {
            if (const auto& divergence = m_trainer.runs()[run].divergence()) {
                if (divergence->epoch == epoch) {
                    tell(m_report.diverged(run, *divergence));
                }
            } else if (isWhole) {
                const auto record = m_trainer.record(run, true, m_stop);
                isWhole = record.has_value();
                if (record) {
                    tell(m_report.epoch(*record));
                }
            }
        }
        return isWhole;
    }

    void showProgress() {
        const auto epochs = static_cast<double>(m_trainer.experiment().training.epochs);
        const double done = static_cast<double>(m_trainer.epoch()) +
                            static_cast<double>(m_trainer.batchInEpoch()) /
                                static_cast<double>(m_trainer.batchesPerEpoch());
        m_bar.show(done / epochs, "epoch " + std::to_string(m_trainer.epoch()));
    }

    void tell(const std::string& text) {
        m_bar.clear();
        writeOut(text);
    }

    Trainer& m_trainer;
    Report m_report;
    std::stop_token m_stop;
    ProgressBar m_bar;
};

template <class Report>
int race(Trainer& trainer, const std::stop_token& stop) {
    return Race<Report>(trainer, stop).run() ? exit_code::done : exit_code::interrupted;
}

/// Refuses what CLI11 lets through: infinity, nan, hexadecimal.
std::string learningRateProblem(const std::string& text) {
    double rate = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    const bool isRate = error == std::errc() && end == text.data() + text.size() &&
                        std::isfinite(rate) && rate >= 0;
    return isRate ? "" : "\"" + text + "\" is not a learning rate; a finite number of at least 0";
}

std::string wholeNumberProblem(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole ? "" : "\"" + text + "\" is not a whole number of at least 0";
}

} // namespace

CLI::App* addTrain(CLI::App& program, TrainOptions& options) {
    CLI::App* call = program.add_subcommand(
        "train", "Train all runs of an experiment file side by side and report each epoch");
    call->add_option("EXPERIMENT", options.experiment, "An experiment file (*.reluscope.json)")
        ->required();
    call->add_option("--epochs", options.epochs,
                     "Epochs instead of the file's; 0 diagnoses the networks at initialization")
        ->type_name("N")
        ->check(wholeNumberProblem);
    call->add_option("--learning-rate", options.learningRate,
                     "Instead of the file's training.optimizer.learning_rate; runs with a learning "
                     "rate or an optimizer of their own keep theirs")
        ->type_name("R")
        ->check(learningRateProblem);
    call->add_option("--seed", options.seed,
                     "Instead of the file's network.seed, which draws weights and batch order")
        ->type_name("S")
        ->check(wholeNumberProblem);
    call->add_flag("--json", options.json, "Print JSON Lines, an object a line");
    return call;
}

int train(const TrainOptions& options) {
    const Interruption interruption;
    try {
        Trainer trainer = makeTrainer(options, interruption.token());
        return options.json ? race<TrainJsonLines>(trainer, interruption.token())
                            : race<TrainTable>(trainer, interruption.token());
    } catch (const LoadingStopped&) {
        return exit_code::interrupted;
    }
}

} // namespace reluscope::cli
