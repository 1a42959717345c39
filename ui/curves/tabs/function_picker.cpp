// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/function_picker.h"

#include "ui/curves/curves_model.h"
#include "ui/session/display_names.h"

#include <QSignalBlocker>

#include <algorithm>

namespace reluscope::ui {

FunctionPicker::FunctionPicker(Offer offer, QWidget* parent)
    : QComboBox(parent)
    , m_offer(offer) {
    setAccessibleName(tr("Function"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this,
            [this](int entry) { emit picked(m_entries[static_cast<std::size_t>(entry)]); });
}

void FunctionPicker::setFunctions(const std::vector<CurveFunction>& shown,
                                  const ActivationInfo* chosen) {
    std::vector<const ActivationInfo*> entries;
    if (m_offer == Offer::AllOrOne) {
        entries.push_back(nullptr);
    }
    for (const CurveFunction& function : shown) {
        entries.push_back(function.activation.info);
    }
    const QSignalBlocker silence(this);
    if (entries != m_entries) {
        m_entries = std::move(entries);
        clear();
        for (const ActivationInfo* entry : m_entries) {
            addItem(entry == nullptr ? tr("All shown") : functionName(*entry));
        }
    }
    const auto found = std::ranges::find(m_entries, chosen);
    setCurrentIndex(found == m_entries.end() ? 0 : static_cast<int>(found - m_entries.begin()));
    setEnabled(!shown.empty());
}

const CurveFunction* chosenOrFirst(const std::vector<CurveFunction>& shown,
                                   const ActivationInfo* chosen) {
    const auto found = std::ranges::find_if(shown, [chosen](const CurveFunction& function) {
        return function.activation.info == chosen;
    });
    return found != shown.end() ? &*found : shown.empty() ? nullptr : &shown.front();
}

} // namespace reluscope::ui
