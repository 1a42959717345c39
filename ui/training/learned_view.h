// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/pictures.h"
#include "ui/session/run_history.h"

#include <QWidget>

#include <cstddef>
#include <vector>

namespace reluscope::ui {

/// One way to show what the networks have learned; which ways there are depends on the data.
class LearnedView : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    /// Whether it shows one run at a time.
    virtual bool isOfOneRun() const { return false; }
    virtual void setSelectedRun(std::size_t /*run*/) {}
    virtual void setRunHidden(std::size_t /*run*/, bool /*isHidden*/) {}

    /// Asks for the pictures that it shows.
    virtual void addTo(PictureRequest& /*request*/) const {}
    virtual void showHistory(const std::vector<RunHistory>& /*history*/) {}
    virtual void showPictures(const Pictures& /*pictures*/) {}
};

} // namespace reluscope::ui
