// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/pictures.h"
#include "core/training/trainer.h"

#include <stop_token>
#include <vector>

namespace reluscope {

/// Makes the Pictures of a trainer's networks.
class PictureMaker {
  public:
    PictureMaker() = default;
    explicit PictureMaker(const Dataset& data);

    /// Fills in what \p request asks for, in memory that \p pictures had before. False if stopped
    /// before all was done.
    bool make(Trainer& trainer, const PictureRequest& request, const std::stop_token& stop,
              Pictures& pictures);

  private:
    /// Has the network of a run say what it says of the probe batch.
    void look(const Trainer& trainer, std::size_t run);
    void makeOutputs(Trainer& trainer, std::size_t run, RunPictures& pictures);
    void makePreActivations(const Trainer& trainer, std::size_t layer, Pictures& pictures);
    void makeUnit(const Trainer& trainer, UnitPlace place, Pictures& pictures);
    bool makeUnits(Trainer& trainer, std::size_t run, const std::stop_token& stop,
                   RunPictures& pictures);
    UnitPictures activationPictures(const Network<float>& network, Workspace<float>& workspace,
                                    std::size_t layer) const;

    std::vector<float> m_outputInputs; ///< what outputs are made of
    std::vector<float> m_unitInputs;   ///< what units are asked about; empty: their weights show
    std::vector<float> m_logits;
    std::vector<Workspace<float>> m_probes; ///< per run
    double m_reach = 0;                     ///< of the pre-activations that were shown last
};

} // namespace reluscope
