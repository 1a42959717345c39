// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train.h"

#include "app/cli/exit_code.h"
#include "app/cli/experiment_error.h"
#include "app/cli/interruption.h"
#include "app/cli/option_problems.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_output.h"
#include "app/cli/steady_clock.h"
#include "app/cli/train_json_lines.h"
#include "app/cli/train_table.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/io/file.h"
#include "core/io/json_value.h"
#include "core/io/loading_stopped.h"
#include "core/io/results_csv.h"
#include "core/io/weights.h"
#include "core/training/trainer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace reluscope::cli {
namespace {

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
    return withExperimentErrors(options.experiment, [&] {
        auto data = std::make_shared<Dataset>(loadDataset(experiment.data, directory, stop));
        return Trainer(std::move(experiment), std::move(data), &steadyClock,
                       static_cast<double>(availableMemory()),
                       options.threads.value_or(std::max(1U, std::thread::hardware_concurrency())));
    });
}

/// Lets every run start from the weights in a file.
void startFrom(const std::string& file, Trainer& trainer) {
    constexpr std::size_t roomPerByte = 4;
    const auto bytes = readFile(file, availableMemory() / roomPerByte);
    try {
        const std::vector<Tensor> tensors = parseSafetensors(bytes);
        for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
            Network<float> network = trainer.runs()[run].network();
            try {
                setWeights(network, tensors);
            } catch (const InputError& error) {
                throw InputError({},
                                 "run \"" + printable(trainer.experiment().runs[run].name) +
                                     "\": " + error.place(),
                                 error.problem(), error.expected());
            }
            trainer.startFrom(run, network.parameters());
        }
    } catch (const InputError& error) {
        throw error.inFile(file);
    }
}

/// Makes a folder that files can be written to, unless it is there.
void makeFolder(const std::filesystem::path& folder) {
    constexpr const char* expected = "a folder that can be written to";
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder)) {
        throw InputError(folder.string(), {}, "is no folder and cannot be made one", expected);
    }
    // Only writing tells: rights alone do not, of a full or read-only file system.
    const std::filesystem::path trial = folder / ".reluscope-trial";
    try {
        writeFile(trial, {});
    } catch (const InputError& failure) {
        throw InputError(folder.string(), {}, failure.problem(), expected);
    }
    std::filesystem::remove(trial, error);
}

void saveWeights(const Trainer& trainer, const std::filesystem::path& folder) {
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        const auto bytes = writeSafetensors(tensorsOf(trainer.runs()[run].network()));
        writeFile(folder / weightFileName(run, trainer.experiment().runs[run].name), bytes);
    }
}

/// Trains until the epochs are done or no run goes on, and writes what `Report` says of the
/// start, of each epoch run by run, and of the end.
template <class Report>
class Race {
  public:
    /// \p csv also gets a line for each record, unless it is null.
    Race(Trainer& trainer, LineFile* csv, std::stop_token stop)
        : m_trainer(trainer)
        , m_report(trainer)
        , m_csv(csv)
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
        constexpr std::chrono::milliseconds timeToTell{20}; // how far it is, and that it stops
        bool isOver = false;
        while (!isOver && m_trainer.isAnyRunTraining()) {
            if (m_stop.stop_requested()) {
                return false;
            }
            isOver = m_trainer.trainBatches(m_trainer.batchesWithin(timeToTell));
            showProgress();
        }
        return true;
    }

    /// What diverged in an epoch and, where it was trained to its end, the records of the others.
    /// Whether that is all there is to say of it: false if stopped.
    bool reportEpoch(std::size_t epoch, bool isTrained) {
        bool isWhole = isTrained;
        const auto records = isTrained ? m_trainer.recordAll(true, m_stop)
                                       : std::vector<std::optional<EpochRecord>>{};
        for (std::size_t run = 0; run < m_trainer.runs().size(); ++run) {
            if (const auto& divergence = m_trainer.runs()[run].divergence()) {
                if (divergence->epoch == epoch) {
                    tell(m_report.diverged(run, *divergence));
                }
            } else if (isWhole && !isStoppedBefore(run, epoch)) {
                const auto& record = records[run];
                isWhole = record.has_value();
                if (record) {
                    tell(m_report.epoch(*record));
                    if (m_csv != nullptr) {
                        m_csv->write(resultsCsvLine(m_trainer.experiment(), *record));
                    }
                    if (const auto& ended = m_trainer.stopOf(run)) {
                        tell(m_report.stopped(run, *ended));
                    }
                }
            }
        }
        return isWhole;
    }

    bool isStoppedBefore(std::size_t run, std::size_t epoch) const {
        const auto& ended = m_trainer.stopOf(run);
        return ended && ended->epoch < epoch;
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
    LineFile* m_csv;
    std::stop_token m_stop;
    ProgressBar m_bar;
};

template <class Report>
int race(Trainer& trainer, LineFile* csv, const std::stop_token& stop) {
    return Race<Report>(trainer, csv, stop).run() ? exit_code::done : exit_code::interrupted;
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
    call->add_option("--threads", options.threads,
                     "Threads for training, by default one for each core; the results are the same")
        ->type_name("N")
        ->check(threadsProblem);
    call->add_option("--weights", options.weights,
                     "A safetensors file whose weights every run starts from")
        ->type_name("FILE");
    call->add_option("--save-weights", options.saveWeights,
                     "A folder for the weights of each run at the end, as safetensors files")
        ->type_name("DIR");
    call->add_option("--csv", options.csv, "A file for the results, a line for each epoch and run")
        ->type_name("FILE");
    call->add_flag("--json", options.json, "Print JSON Lines, an object a line");
    return call;
}

int train(const TrainOptions& options) {
    const Interruption interruption;
    try {
        Trainer trainer = makeTrainer(options, interruption.token());
        if (!options.weights.empty()) {
            startFrom(options.weights, trainer);
        }
        // Before hours of training, not after them.
        if (!options.saveWeights.empty()) {
            makeFolder(options.saveWeights);
        }
        std::optional<LineFile> csv;
        if (!options.csv.empty()) {
            csv.emplace(options.csv);
            csv->write(resultsCsvHeader());
        }
        LineFile* const results = csv ? &*csv : nullptr;
        const int code = options.json ? race<TrainJsonLines>(trainer, results, interruption.token())
                                      : race<TrainTable>(trainer, results, interruption.token());
        if (!options.saveWeights.empty()) {
            saveWeights(trainer, options.saveWeights);
        }
        return code;
    } catch (const LoadingStopped&) {
        return exit_code::interrupted;
    }
}

} // namespace reluscope::cli
