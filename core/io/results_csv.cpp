// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/results_csv.h"

#include "core/io/csv_cells.h"

#include <string_view>

namespace reluscope {

std::string resultsCsvHeader() {
    return "run,epoch,step,learning_rate,train_loss,test_loss,train_accuracy,test_accuracy,"
           "dead_fraction,silent,permanently_dead,saturated,sparsity,mean_activation,"
           "gradient_norm,constant_output,seconds\n";
}

std::string resultsCsvLine(const Experiment& experiment, const EpochRecord& record) {
    std::string line = cellText(std::string_view(experiment.runs[record.run].name));
    const auto add = [&](const auto& value) { line += ',' + cellText(value); };
    add(record.epoch);
    add(record.step);
    add(record.learningRate);
    add(record.trainLoss);
    if (const auto& measured = record.measured) {
        add(measured->testLoss);
        add(record.trainAccuracy);
        add(measured->testAccuracy);
        add(measured->deadFraction);
        add(measured->silent);
        add(measured->permanentlyDead);
        add(measured->saturated);
        add(measured->layers.sparsity);
        add(measured->layers.meanActivation);
        add(measured->layers.gradientNorm);
        add(measured->isOutputConstant);
    } else {
        line += ',';
        add(record.trainAccuracy);
        line += ",,,,,,,,,";
    }
    add(record.seconds);
    return line + '\n';
}

} // namespace reluscope
