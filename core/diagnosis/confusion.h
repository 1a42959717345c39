// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reluscope {

/// How many examples of each class were taken for each: what a classifier mixes up.
class ConfusionMatrix {
  public:
    /// Of more classes no figure could be read, and records are kept of many epochs.
    static constexpr std::size_t mostClasses = 20;

    ConfusionMatrix() = default;
    explicit ConfusionMatrix(std::size_t classCount)
        : m_classCount(classCount)
        , m_counts(classCount * classCount) {}

    std::size_t classCount() const noexcept { return m_classCount; }
    std::uint32_t at(std::size_t actual, std::size_t predicted) const {
        return m_counts[actual * m_classCount + predicted];
    }
    void count(std::size_t actual, std::size_t predicted) {
        ++m_counts[actual * m_classCount + predicted];
    }

    std::size_t examplesOf(std::size_t actual) const;
    std::size_t examples() const;
    std::size_t correct() const;

    friend bool operator==(const ConfusionMatrix&, const ConfusionMatrix&) = default;

  private:
    std::size_t m_classCount = 0;
    std::vector<std::uint32_t> m_counts; ///< row by row: actual class x predicted class
};

} // namespace reluscope
