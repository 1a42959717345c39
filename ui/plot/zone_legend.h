// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace reluscope::ui {

struct ZoneLegendEntry {
    QString words;
    QString shortWords; ///< taken by all entries when the full words do not fit
    bool hatched = false;
    bool operator==(const ZoneLegendEntry&) const = default;
};

/// Says what a plot's hatched and plain zones mean; where there is little room the words are cut
/// and the tool tip has them in full.
class ZoneLegend : public QWidget {
    Q_OBJECT

  public:
    explicit ZoneLegend(QWidget* parent = nullptr);

    void setEntries(const std::vector<ZoneLegendEntry>& entries);
    /// All entries as sentences.
    QString text() const;

    /// What it needs for the short words.
    int shortWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    qreal widthWith(QString ZoneLegendEntry::*words) const;

    std::vector<ZoneLegendEntry> m_entries;
};

} // namespace reluscope::ui
