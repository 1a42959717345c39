// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <vector>

namespace reluscope {
struct ActivationInfo;
}

namespace reluscope::ui {

struct CurveFunction;

/// Chooses one of the shown functions, or where that is offered all of them.
class FunctionPicker : public QComboBox {
    Q_OBJECT

  public:
    enum class Offer { One, AllOrOne };

    explicit FunctionPicker(Offer offer, QWidget* parent = nullptr);

    /// Offers these, and selects `chosen` if it is among them, else the first entry.
    void setFunctions(const std::vector<CurveFunction>& shown, const ActivationInfo* chosen);

  signals:
    /// Null: all of them.
    void picked(const ActivationInfo* function);

  private:
    Offer m_offer;
    std::vector<const ActivationInfo*> m_entries;
};

/// The one that was chosen if it is shown, else the first; null where none is.
const CurveFunction* chosenOrFirst(const std::vector<CurveFunction>& shown,
                                   const ActivationInfo* chosen);

} // namespace reluscope::ui
