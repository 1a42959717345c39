// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/range_test.h"

#include "core/sweep/sweep_spec.h"
#include "core/training/batches.h"
#include "core/training/experiment_check.h"
#include "core/training/run.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace reluscope {
namespace {

/// An exponential average that is one of what there is so far from its first value on.
class SmoothedLoss {
  public:
    double add(double loss) {
        constexpr double keep = 0.98;
        m_average = keep * m_average + (1 - keep) * loss;
        m_missing *= keep;
        return m_average / (1 - m_missing);
    }

  private:
    double m_average = 0;
    double m_missing = 1; ///< the weight that the 0 of the beginning still has
};

/// The batches of training, epoch after epoch.
class EndlessBatches {
  public:
    EndlessBatches(const Experiment& experiment, const Dataset& data)
        : m_batchSize(experiment.training.batchSize)
        , m_batches(data, experiment.network.seed, m_batchSize, experiment.training.shuffle,
                    experiment.training.dropLast) {}

    Batch next() {
        if (m_epoch == 0 || m_number == m_batches.batchesPerEpoch()) {
            m_batches.startEpoch(++m_epoch, m_batchSize);
            m_batches.prepare(m_room);
            m_number = 0;
        }
        return m_batches.gather(m_number++, m_room);
    }
    std::size_t epoch() const noexcept { return m_epoch; }

  private:
    std::size_t m_batchSize;
    Batches m_batches;
    GatheredBatch m_room;
    std::size_t m_epoch = 0;
    std::size_t m_number = 0;
};

std::size_t indexOfLowest(std::span<const RangeTestPoint> points) {
    return static_cast<std::size_t>(
        std::ranges::min_element(points, {}, &RangeTestPoint::smoothedLoss) - points.begin());
}

/// The first point of the step down which the loss falls fastest, if it falls at all.
std::optional<std::size_t> indexOfSteepest(std::span<const RangeTestPoint> points) {
    double steepest = 0;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double slope = (points[i + 1].smoothedLoss - points[i].smoothedLoss) /
                             std::log(points[i + 1].learningRate / points[i].learningRate);
        if (slope < steepest) {
            steepest = slope;
            found = i;
        }
    }
    return found;
}

struct FallingLosses {
    std::size_t end; ///< the index of the last of them
    std::size_t count;
};

FallingLosses longestFall(std::span<const RangeTestPoint> points) {
    // At n the highest loss that n + 1 falling ones can end with, among those up to here.
    std::vector<double> highestEnd;
    FallingLosses longest{0, 0};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double loss = points[i].smoothedLoss;
        const auto place = std::ranges::lower_bound(highestEnd, loss, std::greater{});
        const auto count = static_cast<std::size_t>(place - highestEnd.begin()) + 1;
        if (place == highestEnd.end()) {
            highestEnd.push_back(loss);
        } else {
            *place = loss;
        }
        if (count > longest.count) {
            longest = {i, count};
        }
    }
    return longest;
}

} // namespace

RangeTest testRange(const Experiment& experiment, std::size_t run, const Dataset& data,
                    const RangeTestSpec& spec, double memoryLimit,
                    const std::function<void(const RangeTestPoint&)>& report,
                    const std::stop_token& stop) {
    const Experiment own = experimentOf({.experiment = experiment}, {.run = run});
    checkSuits(own, data);
    checkMemory(own, data, memoryLimit);
    Run tested(own, own.runs[0], data);
    EndlessBatches batches(own, data);
    SmoothedLoss smoothed;
    double best = std::numeric_limits<double>::infinity();
    RangeTest test;
    for (const double rate : geometricRates(spec.from, spec.to, spec.steps)) {
        if (stop.stop_requested()) {
            test.end = RangeTestEnd::Stopped;
            break;
        }
        tested.startEpoch(); // so that its score is of one batch
        const Batch batch = batches.next();
        tested.step(batch, batches.epoch(), rate);
        if (tested.divergence()) {
            test.end = RangeTestEnd::NotFinite;
            break;
        }
        const double loss = tested.epochScore().meanLoss();
        test.points.push_back({rate, loss, smoothed.add(loss)});
        if (report) {
            report(test.points.back());
        }
        best = std::min(best, test.points.back().smoothedLoss);
        if (test.points.back().smoothedLoss > spec.stopAt * best) {
            test.end = RangeTestEnd::LossGrew;
            break;
        }
    }
    return test;
}

RangeTestSuggestions suggestRates(std::span<const RangeTestPoint> points, std::size_t steps) {
    constexpr std::size_t shareBefore = 10;
    constexpr std::size_t countBehind = 5;
    const std::size_t before = steps / shareBefore;
    if (points.size() < before + countBehind + 2) {
        return {};
    }
    points = points.subspan(before, points.size() - before - countBehind);
    const std::size_t lowest = indexOfLowest(points);
    const auto steepest = indexOfSteepest(points.first(lowest + 1));
    if (!steepest) {
        return {};
    }
    constexpr double belowMinimum = 10;
    const auto [end, count] = longestFall(points);
    return {.steepest = points[*steepest].learningRate,
            .minimumTenth = points[lowest].learningRate / belowMinimum,
            .valley = points[end + 1 - count + count / 2].learningRate};
}

} // namespace reluscope
