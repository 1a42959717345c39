// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"

#include "core/data/curves.h"
#include "core/data/generated.h"
#include "core/data/points.h"
#include "core/data/scaling.h"
#include "core/data/split.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/csv_source.h"
#include "core/io/fashion_mnist.h"
#include "core/io/idx_source.h"
#include "core/io/loading_stopped.h"

#include <cstddef>
#include <new>
#include <optional>
#include <string>

namespace reluscope {
namespace {

/// Counts that no machine could hold are refused before anything is allocated.
void checkGeneratedCount(const std::optional<std::size_t>& count, const char* place) {
    constexpr std::size_t bytesPerExample = 2 * sizeof(float) + sizeof(std::uint32_t);
    const std::size_t largest = availableMemory() / (4 * bytesPerExample);
    const std::size_t asked = count.value_or(defaultGeneratedCount);
    if (asked == 0 || asked > largest) {
        throw InputError({}, place, "asks for " + std::to_string(asked) + " examples",
                         "1 to " + std::to_string(largest));
    }
}

/// The data set that `make` makes of the checked counts, scaled.
template <class Make>
Dataset loadGenerated(const DataSpec& spec, Make make) {
    checkGeneratedCount(spec.train, "data.train");
    checkGeneratedCount(spec.test, "data.test");
    Dataset dataset = make();
    applyScale(dataset, spec.scale.value_or(Scale::None));
    return dataset;
}

Dataset loadPoints(const DataSpec& spec) {
    Dataset dataset = makePointDataset(spec.points);
    applyScale(dataset, spec.scale.value_or(Scale::None));
    return dataset;
}

Dataset loadIdxSource(const DataSpec& spec, const std::filesystem::path& base,
                      const std::stop_token& stop) {
    std::optional<IdxFiles> test;
    if (!spec.testImages.empty()) {
        test = IdxFiles{base / spec.testImages, base / spec.testLabels};
    }
    return loadIdx({base / spec.images, base / spec.labels}, test, spec, {}, stop);
}

Dataset load(const DataSpec& spec, const std::filesystem::path& base, const std::stop_token& stop) {
    if (const GeneratedSource* source = findGeneratedSource(spec.source)) {
        return loadGenerated(spec, [&] { return generate(*source, spec); });
    }
    if (const CurveSource* source = findCurveSource(spec.source)) {
        return loadGenerated(spec, [&] { return generateCurve(*source, spec); });
    }
    if (spec.source == pointsSource) {
        return loadPoints(spec);
    }
    if (spec.source == fashionMnistSource) {
        return loadFashionMnist(fashionMnistDirectory(), spec, stop);
    }
    if (spec.source == idxSource) {
        return loadIdxSource(spec, base, stop);
    }
    if (spec.source == csvSource) {
        return loadCsv(base / spec.path, spec, stop);
    }
    throw InputError({}, "data.source", "\"" + spec.source + "\" is not available");
}

} // namespace

bool isGenerated(std::string_view source) noexcept {
    return findGeneratedSource(source) != nullptr || findCurveSource(source) != nullptr;
}

std::vector<DataSource> dataSources() {
    std::vector<DataSource> sources;
    for (const GeneratedSource& source : generatedSources()) {
        sources.push_back({source.id, source.name});
    }
    for (const CurveSource& source : curveSources()) {
        sources.push_back({source.id, source.name});
    }
    sources.push_back({pointsSource, "Points"});
    sources.push_back({fashionMnistSource, "Fashion-MNIST"});
    sources.push_back({idxSource, "IDX files"});
    sources.push_back({csvSource, "CSV file"});
    return sources;
}

Dataset loadDataset(const DataSpec& spec, const std::filesystem::path& baseDirectory,
                    const std::stop_token& stop) {
    throwIfStopped(stop);
    try {
        return load(spec, baseDirectory, stop);
    } catch (const std::bad_alloc&) {
        throw InputError({}, "data", "the data set does not fit into memory", "fewer examples");
    }
}

} // namespace reluscope
