// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPushButton;
class QScrollArea;

namespace reluscope::ui {

class NumberField;

/// The layers of a network from inputs to outputs: a field for each hidden width, and buttons to
/// make it wider, narrower, deeper and shallower.
class LayersEditor : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::size_t mostLayers = 20;
    static constexpr std::size_t mostUnits = 4096;

    explicit LayersEditor(QWidget* parent = nullptr);

    /// Shows hidden widths without signalling.
    void setHidden(const std::vector<std::size_t>& hidden);
    /// Shows the widths that the data decides.
    void setEnds(std::size_t inputs, std::size_t outputs);

  signals:
    void hiddenChanged(const std::vector<std::size_t>& hidden);

  private:
    void rebuild();
    QWidget* makeLayer(std::size_t layer);
    QWidget* makeEnd(std::size_t width, const QString& name);
    void setWidth(std::size_t layer, std::size_t width);
    void addLayer();
    void removeLayer();

    std::size_t m_inputs = 0;
    std::size_t m_outputs = 0;
    std::vector<std::size_t> m_hidden;
    std::vector<NumberField*> m_fields; ///< one per hidden layer
    QScrollArea* m_scroll;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace reluscope::ui
